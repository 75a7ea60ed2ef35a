"""Every step of a case goes through here: table, guards, clock, history, news."""

import datetime as dt
from dataclasses import dataclass, replace

from handlers.cases.access import Doer, find_doer
from handlers.cases.changes import Facts, change, check
from handlers.cases.clocks import foresee_due, run_clock
from handlers.cases.notices import tell_sender, word_notice
from handlers.cases.personal import list_own
from handlers.cases.telling import tell_officials
from handlers.errors import HandlerError
from handlers.redacting import redact
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.cases.states import OPEN, Notice
from knowledge.cases.steps import Action, Actor, Step, find_step
from storage.values import Address, Case, CaseEvent, Person, Role
from storage.work import Work

NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """Move cases on; `approver` is the role that approves answers beside leaders."""

    calendar: Calendar
    approver: Role = Role.LEADER

    def find_doer(self, case: Case, address: Address | None, person: Person | None) -> Doer:
        """Tell as what somebody may act on a case."""
        return find_doer(case, address, person, approver=self.approver)

    def find_step(self, case: Case, action: Action, doer: Doer) -> Step:
        """Find the step of an action; raise `HandlerError("case_step_forbidden")`."""
        step = find_step(case.state, action, doer.actors)
        if step is None:
            raise HandlerError(
                "case_step_forbidden",
                case=case.code,
                state=say(f"{'casework_' * doer.is_staff}state_{case.state.value}").lower(),
                act=say(f"case_act_{action.value}"),
            )
        return step

    async def move(
        self,
        work: Work,
        case: Case,
        action: Action,
        doer: Doer,
        facts: Facts = NO_FACTS,
        *,
        now: dt.datetime,
    ) -> Case:
        """Take a step with a case that is held in this transaction; give it as it is now.

        Raise `HandlerError` where the table, the doer or the facts forbid it, and `Conflict`.
        """
        step, facts = await self._prepare(work, case, action, doer, facts, now=now)
        changed = change(case, step, facts, now=now)
        changed = await run_clock(
            work, changed, step, facts, today=local_day(now), calendar=self.calendar
        )
        await work.cases.save(changed, _event(changed, step, doer, facts, now))
        found = await work.cases.get(case.id)
        assert found is not None
        await self._tell(work, found, step, doer, facts, now=now)
        return found

    async def foresee(
        self,
        work: Work,
        case: Case,
        action: Action,
        doer: Doer,
        facts: Facts = NO_FACTS,
        *,
        now: dt.datetime,
    ) -> str:
        """Give what the sender will read of a step; empty where nothing is told of it.

        Raise as `move` does.
        """
        step, facts = await self._prepare(work, case, action, doer, facts, now=now)
        if step.notice is None:
            return ""
        changed = change(case, step, facts, now=now)
        today = local_day(now)
        due_on = await foresee_due(work, case, step, facts, today=today, calendar=self.calendar)
        return word_notice(replace(changed, due_on=due_on), step.notice, text=facts.text)

    async def _prepare(
        self,
        work: Work,
        case: Case,
        action: Action,
        doer: Doer,
        facts: Facts,
        *,
        now: dt.datetime,
    ) -> tuple[Step, Facts]:
        """Find the step, complete its facts and check them."""
        step = self.find_step(case, action, doer)
        facts = self._fill(case, action, facts)
        check(case, step, doer, facts, now=now)
        if step.action is Action.MERGE:
            await _check_other(work, case, facts)
        return step, facts

    def _fill(self, case: Case, action: Action, facts: Facts) -> Facts:
        """Let an extension end on a working day; take from the approval what an answer lacks."""
        if action in (Action.ASK_EXTENSION, Action.EXTEND) and facts.day:
            return replace(facts, day=self.calendar.working_day_on_or_after(facts.day))
        if action is not Action.ANSWER:
            return facts
        answer = case.answer
        return replace(
            facts,
            number=facts.number or answer.number,
            day=facts.day or answer.day,
            signer=facts.signer or answer.signer,
        )

    async def _tell(
        self, work: Work, case: Case, step: Step, doer: Doer, facts: Facts, *, now: dt.datetime
    ) -> None:
        if step.notice and step.notice is not Notice.RECEIPT:
            await tell_sender(work, case, step.notice, now=now, text=facts.text)
        if step.notice is Notice.ANSWERED:
            await self._tell_merged(work, case, now=now)
        await tell_officials(
            work,
            case,
            step,
            facts,
            but=doer.person_id,
            now=now,
            calendar=self.calendar,
            approver=self.approver,
        )

    async def _tell_merged(self, work: Work, case: Case, *, now: dt.datetime) -> None:
        """Tell the answer to those, too, whose cases were merged into this one.

        It was written to the sender of this one, whom the others do not know.
        """
        answer = replace(case.answer, text=redact(case.answer.text, list_own(case)))
        for merged in await _list_merged(work, case):
            told = replace(merged, answer=answer, office=case.office)
            await tell_sender(work, told, Notice.ANSWERED, now=now)

    async def read(self, work: Work, case: Case, doer: Doer, *, now: dt.datetime) -> None:
        """Note that somebody of the office has read what the sender wrote."""
        actor = _pick_actor(self.find_step(case, Action.READ, doer), doer)
        event = CaseEvent(now, Action.READ, case.state, actor, doer.person_id)
        await work.cases.record(case.id, event)


async def _list_merged(work: Work, case: Case) -> list[Case]:
    """List the cases that were merged into one, and into those, and so on."""
    found: list[Case] = []
    waiting = [case.id]
    while waiting:
        merged = await work.cases.list_merged(waiting.pop())
        new = [each for each in merged if each.id not in {case.id, *(one.id for one in found)}]
        found += new
        waiting += [each.id for each in new]
    return found


async def _check_other(work: Work, case: Case, facts: Facts) -> None:
    """Refuse to merge into a case that is over, or that those complained of handle."""
    other = await work.cases.get(facts.other_id) if facts.other_id else None
    if other is None or other.locality_id != case.locality_id or other.state not in OPEN:
        raise HandlerError("case_merged_over", case=case.code, other=facts.other_code)
    if case.complained_office_id and case.complained_office_id == other.office_id:
        raise HandlerError("case_office_complained", case=case.code, office=other.office or "–")


def _event(case: Case, step: Step, doer: Doer, facts: Facts, now: dt.datetime) -> CaseEvent:
    named = {
        "office": facts.office,
        "recipient": facts.recipient,
        "number": facts.number,
        "signer": facts.signer,
        "day": facts.day.isoformat() if facts.day else "",
        "due": case.due_on.isoformat() if case.due_on else "",
        "other": facts.other_code,
        "kind": facts.kind.value if facts.kind else "",
        "solved": facts.solved.value if facts.solved else "",
        "topic": facts.topic,
    }
    return CaseEvent(
        at=now,
        action=step.action,
        state=case.state,
        actor=_pick_actor(step, doer),
        person_id=doer.person_id,
        note=facts.text or facts.content,
        facts={name: value for name, value in named.items() if value},
    )


def _pick_actor(step: Step, doer: Doer) -> Actor:
    return next(actor for actor in Actor if actor in step.by and actor in doer.actors)
