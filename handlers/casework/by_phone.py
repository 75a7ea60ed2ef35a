"""The cases that somebody who calls has sent: found by the phone, for those who know the sender."""

from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.cases.access import may_see_contact
from handlers.cases.moves import CaseDesk
from handlers.casework.commands import Command
from handlers.casework.drafts import save_list
from handlers.casework.viewing import gist_of, say_due
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Turn
from storage.values import Case, Person
from storage.work import Work

MOST_LISTED = 8


async def list_of_phone(
    work: Work, desk: CaseDesk, turn: Turn, person: Person, command: Command
) -> Sequence[Reply]:
    """List the cases sent with a phone that this person may handle, newest first."""
    found = [
        case
        for case in await work.cases.find_by_phone(command.rest, person.locality_id)
        if _may_find(desk, case, person)
    ]
    language = command.language
    if not found:
        return [Reply(say("casework_phone_none", language))]
    shown = found[:MOST_LISTED]
    await save_list(work, turn.message.address, [case.code for case in shown], now=turn.now)
    lines = [say("casework_phone", language, count=len(found))]
    lines += [_say_case(n, case, turn, desk, language) for n, case in enumerate(shown, 1)]
    if len(found) > len(shown):
        lines.append(say("casework_more", language, count=len(found) - len(shown)))
    buttons = tuple(make_button("show_case", language, code=case.code) for case in shown)
    return [Reply("\n".join(lines), buttons, numbered=len(buttons))]


def _may_find(desk: CaseDesk, case: Case, person: Person) -> bool:
    doer = desk.find_doer(case, None, person)
    return doer.is_staff and may_see_contact(doer, case)


def _say_case(number: int, case: Case, turn: Turn, desk: CaseDesk, language: str) -> str:
    return say(
        "casework_phone_item",
        language,
        number=number,
        code=case.code,
        state=say(f"casework_state_{case.state.value}", language),
        due=say_due(case, turn.today, desk.calendar, language),
        gist=gist_of(case),
    )
