"""A notice about a case is told when the page shows it, not before its moment has come."""

import datetime as dt

from bot.web.thread import GREETING, note_seen, read_thread
from handlers.cases.changes import Facts
from knowledge.cases.steps import Action
from storage.database import Database
from tests.factories.cases import found_with_case
from tests.factories.duties import act
from tests.factories.talk import LAN, MONDAY, build_chat


async def test_a_notice_of_the_night_is_shown_and_told_in_the_morning(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    chat = build_chat(sqlite)
    night = MONDAY + dt.timedelta(hours=12)
    await act(sqlite, town, case, ("thu", Action.ACCEPT, Facts()), now=night)
    for hours, lines, untold in ((0, 1, 1), (11, 2, 0)):
        chat.clock.moment = night + dt.timedelta(hours=hours)
        thread = await read_thread(chat.app, LAN)
        await note_seen(chat.app, LAN)
        async with sqlite.read() as work:
            left = await work.case_notices.list_untold(LAN)
        assert (len(thread), len(left)) == (lines, untold)
    assert [line.is_own or line.key == GREETING for line in thread] == [True, False]
    assert thread[1].at == dt.datetime(2026, 11, 24, 0, 30, tzinfo=dt.UTC)
