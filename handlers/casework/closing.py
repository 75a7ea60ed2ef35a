"""Senders whom no channel reaches: whom to call, and that somebody has called."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button
from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.casework.deed import Deed
from handlers.casework.drafts import DONE, save_list
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import write_time
from handlers.turn import Turn
from knowledge.cases.steps import Action
from storage.values import Case, CaseNotice, Person, ToldBy
from storage.work import Work

MOST_LISTED = 8


async def record_call(deed: Deed) -> Sequence[Reply]:
    """Record that a sender was called, by whom and when; the task to call is done."""
    text = deed.fields.get("text", "")
    if not await note_call(deed.work, deed.desk, deed.case, deed.doer, text, now=deed.turn.now):
        return [Reply(deed.say("casework_no_call"))]
    await replace(deed, fields={}).keep(DONE)
    at = write_time(deed.turn.now, deed.language)
    return [Reply(deed.say("casework_done_called", at=at, name=deed.person.name))]


def list_uncalled(notices: Sequence[CaseNotice]) -> list[CaseNotice]:
    """List the notices that no channel could bring, of which nobody has called yet."""
    return [each for each in notices if each.told_at is None and each.failed_at]


async def note_call(
    work: Work, desk: CaseDesk, case: Case, doer: Doer, text: str, *, now: dt.datetime
) -> bool:
    """Note in a case that its sender was called; tell whether there was anything to call for."""
    failed = list_uncalled(await work.case_notices.of_case(case.id))
    if not failed:
        return False
    await desk.move(work, case, Action.TELL, doer, Facts(text=text), now=now)
    for each in failed:
        await work.case_notices.record_call(
            each.id, person_id=doer.person_id, by=ToldBy.PHONE, now=now
        )
    return True


async def find_calls(work: Work, desk: CaseDesk, person: Person) -> dict[str, CaseNotice]:
    """Find the cases whose senders must be called, by code, with the last untold notice."""
    calls: dict[str, CaseNotice] = {}
    for notice in await work.case_notices.list_failed(person.locality_id):
        case = await work.cases.get(notice.case_id)
        if case and desk.find_doer(case, None, person).is_staff:
            calls[notice.code] = notice
    return calls


async def list_calls(
    work: Work, desk: CaseDesk, turn: Turn, person: Person, *, language: str
) -> Sequence[Reply]:
    """List whom to call; names and numbers stand in the case itself."""
    calls = await find_calls(work, desk, person)
    if not calls:
        return [Reply(say("casework_calls_none", language))]
    shown = list(calls)[:MOST_LISTED]
    await save_list(work, turn.message.address, shown, now=turn.now)
    lines = [say("casework_calls", language, count=len(calls))]
    lines += [_say_call(n, calls[code], language) for n, code in enumerate(shown, 1)]
    if len(calls) > len(shown):
        lines.append(say("casework_more", language, count=len(calls) - len(shown)))
    lines.append(say("casework_calls_foot", language))
    buttons = tuple(make_button("show_case", language, code=code) for code in shown)
    return [Reply("\n".join(lines), buttons, numbered=len(buttons))]


def _say_call(number: int, notice: CaseNotice, language: str) -> str:
    return say(
        "casework_call",
        language,
        number=number,
        code=notice.code,
        what=say(f"casework_notice_{notice.notice.value}", language),
        at=write_time(notice.failed_at or notice.made_at, language),
    )
