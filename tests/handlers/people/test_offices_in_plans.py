"""A plan that names an office by an old or another name gives its work to the office of today."""

import datetime as dt

from storage.values import Office
from storage.work import Work
from tests.factories.clerk import load
from tests.factories.plans import CULTURE, OFFICE
from tests.factories.talk import Chat
from tests.handlers.conftest import PLACE

YESTERDAY = dt.date(2026, 11, 22)


async def make(chat: Chat, name: str) -> Office:
    async with chat.app.database.write() as work:
        return await make_in(work, name)


async def make_in(work: Work, name: str) -> Office:
    place = await work.localities.ensure(PLACE)
    return await work.offices.ensure(place.id, name)


async def due_offices(chat: Chat) -> set[str | None]:
    async with chat.app.database.read() as work:
        return {day.office for day in await work.due_days.until(dt.date(2030, 1, 1))}


async def test_work_goes_to_what_followed_and_by_any_name(chat: Chat) -> None:
    old, new, known = [await make(chat, name) for name in (CULTURE, "Phòng VH", "Văn phòng")]
    async with chat.app.database.write() as work:
        await work.offices.end(old.id, last_day=YESTERDAY, successor_id=new.id)
        await work.offices.add_alias(known.id, OFFICE)
    await load(chat)
    assert await due_offices(chat) == {"Phòng VH", "Văn phòng"}


async def test_work_given_before_passes_over(chat: Chat) -> None:
    await load(chat)
    assert await due_offices(chat) == {CULTURE, OFFICE}
    old, new = await make(chat, CULTURE), await make(chat, "Phòng VH")
    async with chat.app.database.write() as work:
        await work.offices.end(old.id, last_day=YESTERDAY, successor_id=new.id)
        await work.office_merges.merge((await make_in(work, OFFICE)).id, new.id)
    assert await due_offices(chat) == {"Phòng VH"}
