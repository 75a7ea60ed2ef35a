"""`motcua case list` and `show`: without personal data, unless an officer reads it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from bot.cli.case.acting import Acting, begin
from bot.cli.case.group import As, Code, cases, find_case
from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.cases.access import may_see_contact
from handlers.cases.personal import list_own
from handlers.redacting import redact
from handlers.texts.forms import write_day, write_time
from knowledge.cases.states import OPEN, CaseState
from knowledge.text import fold
from storage.values import Case, CaseEvent
from storage.work import Work

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@cases.command("list")
@command
async def list_cases(
    state: Annotated[CaseState | None, typer.Option(help="Only those in this state.")] = None,
    unit: Annotated[str | None, typer.Option(help="Only those of this office.")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    place: Annotated[str | None, typer.Option(help="Only those of this place.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the cases, without what they say.

    Example: motcua case list --overdue --unit "Phòng Kinh tế"
    """
    async with open_app(needs_embedder=False) as app:
        here = (await pick_place(app, place)).id if place else None
        day = today(app)
        async with app.database.read() as work:
            found = await work.cases.list_all(here)
    wanted = fold(unit) if unit else ""
    shown = [
        case
        for case in found
        if state in (None, case.state)
        and (not wanted or fold(case.office or "") == wanted)
        and (not overdue or is_overdue(case, day))
    ]
    _print(shown, day, as_json=as_json)


def is_overdue(case: Case, day: dt.date) -> bool:
    """Tell whether a case is open after its last day, and its term runs."""
    runs = case.state in OPEN - {CaseState.NEEDS_INFO}
    return bool(runs and case.due_on and case.due_on < day)


def _print(found: Sequence[Case], day: dt.date, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"cases": [_facts(each, day) for each in found]}, ensure_ascii=False))
        return
    if not found:
        tell("cases_list_none")
    for case in found:
        tell("case_cli_line", **_words(case, day))


def _words(case: Case, day: dt.date) -> Mapping[str, str]:
    language = terminal_language()
    late = say_here("case_cli_late") if is_overdue(case, day) else ""
    due = write_day(case.due_on, language) if case.due_on and case.state in OPEN else "–"
    return {
        "code": case.code,
        "state": say_here(f"casework_state_{case.state.value}"),
        "kind": say_here(f"case_kind_{case.kind.value}"),
        "due": due + late,
        "unit": case.office or "–",
        "place": case.locality,
        "received": write_time(case.received_at, language),
    }


def _facts(case: Case, day: dt.date) -> dict[str, Any]:
    return {
        "code": case.code,
        "place": case.locality,
        "kind": case.kind.value,
        "state": case.state.value,
        "unit": case.office,
        "received_at": case.received_at.isoformat(),
        "due_on": case.due_on.isoformat() if case.due_on else None,
        "is_overdue": is_overdue(case, day),
        "answered_at": case.answered_at.isoformat() if case.answered_at else None,
        "published_at": case.published.at.isoformat() if case.published else None,
        "solved": case.solved.value if case.solved else None,
    }


@cases.command("show")
@command
async def show(code: Code, as_: As = None, as_json: AsJson = False) -> None:
    """Print a case with its history; with --as also what was written, which is noted.

    Example: motcua case show PA261123-7K3QXC --as 2
    """
    async with open_app(needs_embedder=False) as app:
        day, acting = today(app), None
        if as_ is None:
            async with app.database.read() as work:
                case = await find_case(work, code)
                names = await _name_officers(work, day)
        else:
            async with app.database.write() as work:
                acting = await begin(app, work, code, as_)
                await app.desk.read(work, acting.case, acting.doer, now=acting.now)
                case, names = acting.case, await _name_officers(work, day)
    private = _list_private(acting) if acting else {}
    if as_json:
        body = {**_facts(case, day), **private, "history": [_event(each) for each in case.events]}
        typer.echo(json.dumps(body, ensure_ascii=False))
        return
    _print_case(case, private, names, day)


async def _name_officers(work: Work, day: dt.date) -> Mapping[int, str]:
    people = await work.people.list_all(on=day, with_left=True)
    return {person.id: person.name for person in people}


def _list_private(acting: Acting) -> dict[str, Any]:
    """List what the officer may read: a hidden name and what tells it only the clerk."""
    case, knows = acting.case, may_see_contact(acting.doer, acting.case)
    contact = case.contact
    return {
        "content": case.content if knows else redact(case.content, list_own(case)),
        "where": case.where if knows else redact(case.where, list_own(case)),
        "sender": {"name": contact.name, "phone": contact.phone, "address": contact.address}
        if knows
        else None,
        "answer": case.answer.text,
        "complained_of": case.complained_of,
    }


def _event(event: CaseEvent) -> dict[str, Any]:
    return {
        "at": event.at.isoformat(),
        "action": event.action.value,
        "state": event.state.value,
        "actor": event.actor.value,
        "person": event.person_id,
    }


def _print_case(
    case: Case, private: Mapping[str, Any], names: Mapping[int, str], day: dt.date
) -> None:
    tell("case_cli_head", **_words(case, day))
    if private:
        _print_private(case, private)
    else:
        tell("case_cli_private_hidden")
    for event in case.events:
        at = write_time(event.at, terminal_language())
        name = names.get(event.person_id or 0)
        act = say_here(f"case_act_{event.action.value}")
        tell("case_cli_event", at=at, act=act, by=f" ({name})" if name else "")


def _print_private(case: Case, private: Mapping[str, Any]) -> None:
    sender = private["sender"]
    known = " – ".join(filter(None, sender.values())) if sender else ""
    hidden = say_here("casework_sender_hidden") if sender is None else ""
    tell("casework_content", text=private["content"])
    if private["where"]:
        tell("casework_where", text=private["where"])
    typer.echo(hidden or say_here("casework_sender", text=known or say_here("contact_none")))
    if private["complained_of"]:
        tell("casework_complained", text=private["complained_of"])
    if private["answer"]:
        tell("casework_answer", text=private["answer"])
    numbers = (case.portal_code, case.incoming_number, case.outgoing_number)
    if any(numbers):
        tell("casework_numbers", text=", ".join(filter(None, numbers)))
