"""A command about one case that is held in this transaction, and the words about it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.buttons import make_button
from handlers.cases.access import Doer
from handlers.cases.changes import Facts, check
from handlers.cases.moves import CaseDesk
from handlers.casework.commands import Verb
from handlers.casework.drafts import Draft, save_draft
from handlers.casework.suggestion import Advice
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.texts.forms import write_time
from handlers.turn import Turn
from knowledge.cases.steps import Action, find_step
from storage.values import Case, Person
from storage.work import Work

ACTIONS: Mapping[Verb, Action] = {
    **{verb: Action(verb.value) for verb in Verb if verb.value in set(Action)},
    Verb.SHOW: Action.READ,
    Verb.COPY: Action.READ,
    Verb.INCOMING: Action.REGISTER,
    Verb.OUTGOING: Action.REGISTER,
    Verb.PORTAL: Action.REGISTER,
    Verb.CALLED: Action.TELL,
}

OVERTAKEN = frozenset({"case_step_forbidden", "case_changed", "case_same_office"})
"""Errors that somebody else's step may be the cause of."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an official wants done with a case, and the pieces given so far.

    `advice` was thought of before the transaction; `is_confirmed` once the preview was agreed to.
    """

    work: Work
    turn: Turn
    desk: CaseDesk
    person: Person
    case: Case
    doer: Doer
    verb: Verb
    language: str
    fields: Mapping[str, str] = field(default_factory=dict)
    is_confirmed: bool = False
    advice: Advice | None = None

    @property
    def action(self) -> Action:
        """The row of the table of steps that this is."""
        return ACTIONS[self.verb]

    def say(self, key: str, **facts: object) -> str:
        """Say a sentence about this case in the official's language."""
        return say(key, self.language, code=self.case.code, **facts)

    def button(self, name: str, **facts: object) -> Button:
        """Offer to do something with this case."""
        return make_button(name, self.language, code=self.case.code, **facts)

    def may(self, action: Action) -> bool:
        """Tell whether the table of steps lets this person do something now."""
        return is_allowed(self.case, action, self.doer)

    def check(self, facts: Facts) -> None:
        """Raise `HandlerError` where the command cannot be carried out."""
        step = self.desk.find_step(self.case, self.action, self.doer)
        check(self.case, step, self.doer, facts, now=self.turn.now)

    async def move(self, facts: Facts, action: Action | None = None) -> Case:
        """Take the step."""
        return await self.desk.move(
            self.work, self.case, action or self.action, self.doer, facts, now=self.turn.now
        )

    async def keep(self, step: str, *, asks: str = "") -> None:
        """Keep what has been given, and what is waited for."""
        draft = Draft(step, self.verb, self.case.code, self.language, dict(self.fields), asks)
        await save_draft(self.work, self.turn.message.address, draft, now=self.turn.now)


def is_allowed(case: Case, action: Action, doer: Doer) -> bool:
    """Tell whether the table of steps lets somebody do something with a case now."""
    return find_step(case.state, action, doer.actors) is not None


async def word_error(deed: Deed, code: str, facts: Mapping[str, str | int]) -> Sequence[Reply]:
    """Say why a command cannot be carried out, and who has just acted on the case."""
    lines = [say(f"error_{code}", deed.language, **facts)]
    if code in OVERTAKEN:
        lines += await _name_last(deed)
    return [Reply(" ".join(lines), (deed.button("show_case"),))]


async def _name_last(deed: Deed) -> list[str]:
    said = await name_last(
        deed.work, deed.case, but=deed.person.id, on=deed.turn.today, language=deed.language
    )
    return [said] if said else []


async def name_last(work: Work, case: Case, *, but: int, on: dt.date, language: str = "vi") -> str:
    """Name the last step that another official took; empty where it was this person, or none."""
    moving = [e for e in case.events if e.action not in (Action.READ, Action.NOTE)]
    last = moving[-1] if moving else None
    if last is None or last.person_id in (None, but):
        return ""
    person = await work.people.get(last.person_id, on=on)
    name = person.name if person else "–"
    act, at = say(f"case_act_{last.action.value}", language), write_time(last.at, language)
    return say("casework_last", language, code=case.code, act=act, name=name, at=at)
