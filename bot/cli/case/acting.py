"""Steps from the command line: an officer's, with that officer's rights, who is told of them."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import typer

from bot.app import App
from bot.cli.case.group import find_case, hold_case
from bot.cli.frame import open_app, say_here, tell
from bot.errors import terminal_language
from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import NO_FACTS
from handlers.cases.telling import tell as tell_official
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_weekday
from knowledge.cases.steps import Action
from storage.values import Case, Person
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Acting:
    """A case held in this transaction, and the officer in whose name something is done."""

    app: App
    work: Work
    case: Case
    person: Person
    doer: Doer
    now: dt.datetime


Choose = Callable[[Acting], Awaitable[Facts]]


async def find_officer(work: Work, number: int | None, *, now: dt.datetime) -> Person:
    """Find the linked officer of a number; raise `HandlerError` where there is none."""
    if number is None:
        raise HandlerError("case_as_missing")
    person = await work.people.get(number, on=local_day(now))
    if person is None or person.left_at:
        raise HandlerError("case_as_unknown", number=number)
    if not person.addresses:
        raise HandlerError("case_as_unlinked", name=person.name)
    return person


async def begin(
    app: App, work: Work, code: str, number: int | None, *, holds: bool = True
) -> Acting:
    """Say who acts on which case; `holds` keeps others from changing it meanwhile."""
    now = app.clock.now()
    person = await find_officer(work, number, now=now)
    case = await (hold_case if holds else find_case)(work, code)
    return Acting(app, work, case, person, app.desk.find_doer(case, None, person), now)


async def take_step(
    code: str,
    number: int | None,
    action: Action,
    facts: Facts = NO_FACTS,
    *,
    choose: Choose | None = None,
    done: str = "",
) -> None:
    """Take a step and print that it is taken, with what the sender is told of it.

    `choose` finds facts in the transaction; `done` is the end of the sentence's key.
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        acting = await begin(app, work, code, number)
        facts = await choose(acting) if choose else facts
        case, told = await move(acting, action, facts)
    tell(f"casework_done_{done or action.value}", **_name_facts(case, facts))
    if told:
        tell("case_cli_sender_reads", text=told)


async def move(acting: Acting, action: Action, facts: Facts) -> tuple[Case, str]:
    """Take a step, tell the officer of it; give the case as it is now and what its sender reads."""
    work, before = acting.work, await _count_notices(acting)
    case = await acting.app.desk.move(work, acting.case, action, acting.doer, facts, now=acting.now)
    await _tell_officer(acting, case, action)
    notices = await work.case_notices.of_case(case.id)
    return case, notices[-1].text if len(notices) > before else ""


async def _count_notices(acting: Acting) -> int:
    return len(await acting.work.case_notices.of_case(acting.case.id))


async def _tell_officer(acting: Acting, case: Case, action: Action) -> None:
    """Tell the officer what was done in their name, so that nobody acts as another unseen."""
    text = say("case_cli_in_your_name", code=case.code, act=say(f"case_act_{action.value}"))
    await tell_official(
        acting.work, case, acting.person, text, now=acting.now, calendar=acting.app.calendar
    )


def _name_facts(case: Case, facts: Facts) -> dict[str, str]:
    language = terminal_language()
    number = facts.incoming_number or facts.outgoing_number or facts.portal_code
    return {
        "code": case.code,
        "due": write_weekday(case.due_on, language) if case.due_on else "–",
        "office": facts.office or case.office or "–",
        "recipient": facts.recipient,
        "number": number or facts.number or case.answer.number,
        "day": _write(facts.day or case.answer.day, language),
        "other": facts.other_code,
    }


def _write(day: dt.date | None, language: str) -> str:
    return write_day(day, language) if day else "–"


def confirm(key: str) -> bool:
    """Ask in the terminal; no is the answer where nobody can be asked."""
    return typer.confirm(say_here(key))
