"""What a case must be by the table of steps, computed without a database."""

import datetime as dt
from dataclasses import dataclass, field, replace

from handlers.cases.changes import Facts
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.cases.states import OPEN, CaseKind, CaseState
from knowledge.cases.steps import STEPS, Action, Actor, Clock, Step
from knowledge.cases.terms import MAY_REOPEN, MOST_SEND_ONS
from storage.values import Address, Person, Role

Path = list[tuple[Action, CaseState]]
_TERM_AFTER = {
    Clock.ACCEPTANCE: True,
    Clock.HANDLING: True,
    Clock.RESUME: True,
    Clock.END: False,
}


@dataclass(frozen=True, slots=True)
class Walker:
    """Somebody who tries things; neither address nor person: the program itself."""

    name: str
    address: Address | None = None
    person: Person | None = None


@dataclass(slots=True)
class CaseModel:
    """A case as far as rules depend on it; `due_on` is taken from the row, the rest is not."""

    id: int
    code: str
    place_id: int
    sender: Address
    kind: CaseKind
    state: CaseState
    approver: Role
    calendar: Calendar
    complained_office_id: int | None = None
    path: Path = field(default_factory=list)
    has_term: bool = False
    office_id: int | None = None
    send_ons: int = 0
    was_reopened: bool = False
    answered_at: dt.datetime | None = None
    merged_into_id: int | None = None
    signed: tuple[str, dt.date | None, str] = ("", None, "")
    due_on: dt.date | None = None

    def find_actors(self, walker: Walker) -> set[Actor]:
        """Tell as what somebody may act: the roles of the place, less who is complained of."""
        if walker.address is None:
            return {Actor.SYSTEM}
        if walker.address == self.sender:
            return {Actor.CITIZEN}
        person = walker.person
        if person is None or person.left_at or person.locality_id != self.place_id:
            return set()
        held = {*person.office_ids, *person.stands_in}
        if self.complained_office_id in held or self.sender in person.addresses:
            return set()
        actors = self._roles(person, held)
        is_barred = self.kind is CaseKind.PETITION and Actor.CLERK not in actors
        return set() if is_barred else actors

    def _roles(self, person: Person, held: set[int]) -> set[Actor]:
        actors = {Actor(person.role)} & {Actor.CLERK, Actor.LEADER}
        if self.office_id in held:
            actors.add(Actor.OFFICER)
        if self.office_id in person.office_ids and person.role == Role.HEAD:
            actors.add(Actor.HEAD)
        if actors & {Actor.LEADER, Actor(self.approver.value)}:
            actors.add(Actor.APPROVER)
        return actors

    def find_step(self, action: Action, walker: Walker) -> Step | None:
        """Find the row of the table that allows somebody an action now."""
        actors = self.find_actors(walker)
        rows = (s for s in STEPS if s.action is action and self.state in s.sources)
        return next((step for step in rows if step.by & actors), None)

    def refuse(self, action: Action, walker: Walker, facts: Facts, *, now: dt.datetime) -> str:
        """Give the code with which an action must be refused; empty where it must be done."""
        step = self.find_step(action, walker)
        if step is None:
            return "case_step_forbidden"
        if action is Action.READ:
            return ""
        given = self.fill(action, facts)
        if any(not getattr(given, name) for name in step.needs):
            return "case_fact_missing"
        return self._refuse_facts(action, walker, given, now)

    def refuse_other(self, other: "CaseModel") -> str:
        """Give the code with which merging into another case of the place must be refused."""
        if other.state not in OPEN:
            return "case_merged_over"
        is_complained = self.complained_office_id and self.complained_office_id == other.office_id
        return "case_office_complained" if is_complained else ""

    def fill(self, action: Action, facts: Facts) -> Facts:
        """End an extension on a working day; take from the approval what an answer lacks."""
        if action in (Action.ASK_EXTENSION, Action.EXTEND) and facts.day:
            return replace(facts, day=self.calendar.working_day_on_or_after(facts.day))
        if action is not Action.ANSWER:
            return facts
        number, day, signer = self.signed
        return Facts(
            number=facts.number or number, day=facts.day or day, signer=facts.signer or signer
        )

    def _refuse_facts(self, action: Action, walker: Walker, facts: Facts, now: dt.datetime) -> str:
        today = local_day(now)
        if action is Action.ASSIGN:
            return self._refuse_office(facts.office_id, self.find_actors(walker))
        if action is Action.MERGE and facts.other_id == self.id:
            return "case_merged_with_itself"
        if action is Action.REOPEN:
            return self._refuse_reopening(now)
        if action is Action.ANSWER and facts.day and facts.day > today:
            return "case_day_ahead"
        if action in (Action.EXTEND, Action.ASK_EXTENSION) and facts.day:
            return "" if facts.day > max(today, self.due_on or today) else "case_day_not_later"
        return ""

    def _refuse_office(self, office_id: int | None, actors: set[Actor]) -> str:
        if office_id == self.complained_office_id:
            return "case_office_complained"
        if self.send_ons > MOST_SEND_ONS and Actor.LEADER not in actors:
            return "case_needs_leader"
        is_same = office_id == self.office_id and self.state is CaseState.ASSIGNED
        return "case_same_office" if is_same else ""

    def _refuse_reopening(self, now: dt.datetime) -> str:
        if self.was_reopened:
            return "case_reopened_before"
        is_over = self.answered_at and now > self.answered_at + MAY_REOPEN
        return "case_reopening_over" if is_over else ""

    def apply(self, step: Step, facts: Facts, *, now: dt.datetime) -> None:
        """Take a step that is allowed."""
        self.state = self._find_state(step)
        self.path.append((step.action, self.state))
        self.has_term = _TERM_AFTER.get(step.clock, self.has_term)
        self._change(step.action, self.fill(step.action, facts), now)

    def _find_state(self, step: Step) -> CaseState:
        if step.to:
            return step.to
        if not step.returns:
            return self.state
        left = [state for _, state in self.path if state is not CaseState.NEEDS_INFO]
        return left[-1] if left else CaseState.RECEIVED

    def _change(self, action: Action, facts: Facts, now: dt.datetime) -> None:
        if action is Action.CLASSIFY and facts.kind:
            self.kind = facts.kind
        elif action is Action.ASSIGN:
            self.office_id = facts.office_id
        elif action is Action.SEND_ON:
            self.office_id, self.send_ons = None, self.send_ons + 1
        elif action is Action.MERGE:
            self.merged_into_id = facts.other_id
        elif action is Action.DRAFT:
            self.signed = ("", None, "")
        elif action is Action.APPROVE:
            self.signed = (facts.number, facts.day, facts.signer)
        elif action is Action.ANSWER:
            self.answered_at = now
        elif action is Action.REOPEN:
            self.was_reopened, self.answered_at = True, None


def is_allowed_path(path: Path) -> bool:
    """Tell whether a history goes by the table, from nothing to where it ends."""
    state: CaseState | None = None
    left = CaseState.RECEIVED
    for action, reached in path:
        step = next((s for s in STEPS if s.action is action and state in s.sources), None)
        if step is None:
            return False
        expected = step.to or (left if step.returns else state)
        if reached is not expected:
            return False
        state = reached
        left = left if reached is CaseState.NEEDS_INFO else reached
    return True
