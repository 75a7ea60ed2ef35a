"""A step that is taken, and what is said of it: the same in chat and at the desk."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.cases.telling import find_officials, tell
from handlers.casework.offices import is_held
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_weekday
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action, Actor, find_step
from storage.values import Case
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Doing:
    """A case held in this transaction, who acts on it, and in which language they are told."""

    work: Work
    desk: CaseDesk
    case: Case
    doer: Doer
    now: dt.datetime
    language: str = "vi"

    async def take(self, action: Action, facts: Facts, *, name: str = "") -> tuple[Case, str]:
        """Take a step; give the case as it is now, and what is said of it.

        What is accepted for an office is given to it; `name` is how the sentences call the step.
        Raise as `CaseDesk.move` does.
        """
        case = await self._move(self.case, action, facts)
        lines = [self._say_done(case, facts, name or action.value, action)]
        if action is Action.ACCEPT and facts.office_id:
            case, lines = await self._assign(case, facts)
        warning = await self._warn(case, action)
        return case, " ".join([*lines, *([warning] if warning else [])])

    async def begin(self) -> Case:
        """Begin work on a case that was opened again, before an answer to it is drafted."""
        may_start = find_step(self.case.state, Action.START, self.doer.actors)
        if self.case.state is not CaseState.REOPENED or may_start is None:
            return self.case
        return await self._move(self.case, Action.START, Facts())

    async def _move(self, case: Case, action: Action, facts: Facts) -> Case:
        return await self.desk.move(self.work, case, action, self.doer, facts, now=self.now)

    async def _assign(self, case: Case, facts: Facts) -> tuple[Case, list[str]]:
        """Give a case that has just been accepted to an office; accepted it stays in any event."""
        try:
            assigned = await self._move(case, Action.ASSIGN, facts)
        except HandlerError as error:
            reason = say(f"error_{error.code}", self.language, **error.facts)
            return case, [self._say_done(case, facts, "accept", Action.ACCEPT), reason]
        return assigned, [self._say_done(assigned, facts, "accept_assign", Action.ASSIGN)]

    def _say_done(self, case: Case, facts: Facts, name: str, action: Action) -> str:
        numbers = facts.incoming_number, facts.outgoing_number, facts.portal_code, facts.number
        return say(
            f"casework_done_{name}",
            self.language,
            code=case.code,
            due=write_weekday(case.due_on, self.language) if case.due_on else "–",
            office=facts.office or case.office or "–",
            recipient=facts.recipient,
            day=self._write_day(facts.day, action),
            number=next(filter(None, numbers), ""),
            other=facts.other_code,
            kind=say(f"case_kind_{case.kind.value}", self.language),
        )

    def _write_day(self, day: dt.date | None, action: Action) -> str:
        """Write the day of a step; an extension that is asked for ends on a working day."""
        if day is None:
            return "–"
        if action is not Action.ASK_EXTENSION:
            return write_day(day, self.language)
        return write_weekday(self.desk.calendar.working_day_on_or_after(day), self.language)

    async def _warn(self, case: Case, action: Action) -> str:
        """Say what stands in the way of the next step: nobody there to take it."""
        if action in (Action.ASSIGN, Action.ACCEPT) and case.office_id is not None:
            if await is_held(self.work, case.office_id, on=local_day(self.now)):
                return ""
            return say("casework_office_unheld", self.language, office=case.office or "")
        if action in (Action.DRAFT, Action.ASK_EXTENSION):
            return await self._warn_unapproved(case)
        return ""

    async def _warn_unapproved(self, case: Case) -> str:
        """Say that nobody can approve, and tell the clerk what to do."""
        approvers = await find_officials(
            self.work, case, (Actor.APPROVER,), now=self.now, approver=self.desk.approver
        )
        if any(person.addresses for person in approvers):
            return ""
        text = say("casework_no_approver", self.language, code=case.code)
        for clerk in await find_officials(self.work, case, (Actor.CLERK,), now=self.now):
            if clerk.id != self.doer.person_id:
                await tell(self.work, case, clerk, text, now=self.now, calendar=self.desk.calendar)
        return text
