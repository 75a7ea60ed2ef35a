"""The promise of a day: counted from a conversation, told in a sentence where an office wants it."""

import datetime as dt

import pytest

from handlers.service.promise import EVERY, Served, add_up, find_week, list_days
from handlers.service.wording import say_served, say_week
from storage.database import Database
from storage.own_settings import PUBLICITY
from storage.values import Account, Locality
from storage.values.service import ServiceDay
from storage.work import Work
from tests.factories.talk import MONDAY, Chat, build_chat

TODAY = dt.date(2026, 11, 23)
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    return build_chat(sqlite)


async def list_kept(chat: Chat) -> list[ServiceDay]:
    async with chat.app.database.read() as work:
        return list(await work.service_days.list_from(dt.date.min))


async def test_a_tick_counts_what_was_answered(chat: Chat) -> None:
    await chat.says("xin chào")
    await chat.says("cảm ơn")
    await chat.app.tick()
    assert await list_kept(chat) == [ServiceDay(TODAY, "web", 2, 2, 5, 0, 0)]


async def test_days_are_counted_once_in_a_while_by_one_process(chat: Chat) -> None:
    await chat.says("xin chào")
    await chat.app.tick()
    await chat.says("xin chào")
    await chat.app.tick()
    [kept] = await list_kept(chat)
    assert kept.replies == 1
    chat.clock.moment += EVERY
    await chat.app.tick()
    [kept] = await list_kept(chat)
    assert kept.replies == 2


async def test_a_reply_that_had_to_wait_is_late(chat: Chat) -> None:
    chat.channel.failures = 1
    await chat.says("xin chào")
    chat.clock.advance(seconds=59)
    await chat.app.drain()
    await chat.app.tick()
    assert await list_kept(chat) == [ServiceDay(TODAY, "web", 1, 0, 5, 60_000, 0)]


async def test_a_day_is_looked_at_again_for_a_week(chat: Chat) -> None:
    await chat.says("xin chào")
    chat.clock.advance(days=6)
    await chat.app.tick()
    assert [each.day for each in await list_kept(chat)] == [TODAY]


async def test_the_week_is_counted_once_an_hour(chat: Chat) -> None:
    chat.clock.advance(days=3)
    await chat.app.tick()
    late = ServiceDay(TODAY, "web", 1, 1, 5, 0, 0)
    chat.clock.advance(days=-3)
    await chat.says("xin chào")
    chat.clock.advance(days=3, minutes=6)
    await chat.app.tick()
    assert await list_kept(chat) == []
    chat.clock.advance(hours=1)
    await chat.app.tick()
    assert await list_kept(chat) == [late]


async def test_a_channel_counts_for_its_place_and_a_common_one_for_all(sqlite: Database) -> None:
    async with sqlite.write() as work:
        one, other = [await work.localities.ensure(name) for name in ("xã A", "xã B")]
        await work.accounts.save(Account("telegram:1", "1", locality_id=one.id), now=MONDAY)
        days = [ServiceDay(TODAY, each, 1, 1, 5, 1, 0) for each in ("telegram:1", "web")]
        await work.service_days.save(days, now=MONDAY)

        async def find(place: Locality, name: str | None = None) -> list[str]:
            found = await list_days(work, place, TODAY, place_name=name)
            return [each.channel for each in found]

        assert await find(one) == ["telegram:1", "web"]
        assert await find(other) == ["web"]
        assert await find(other, "xã A") == []  # this chat belongs to another place
        assert await find(one, "xã A") == ["telegram:1", "web"]


@pytest.mark.parametrize(
    ("served", "percent", "is_kept"),
    [
        (Served(), 0, True),
        (Served(100, 95, 5, 9), 95, True),
        (Served(1000, 949, 5, 9), 94, False),
        (Served(1000, 999, 5, 9), 99, True),  # never rounded up
        (Served(100, 100, 5, 1, lost=1), 100, False),
        (Served(lost=1), 0, False),
    ],
)
def test_a_promise_is_kept_or_not(served: Served, percent: int, is_kept: bool) -> None:
    assert (served.percent, served.is_kept) == (percent, is_kept)


def test_days_are_added_up() -> None:
    days = [ServiceDay(TODAY, "web", 3, 2, 5, 700, 0), ServiceDay(TODAY, "x", 1, 1, 8, 90, 2)]
    assert add_up(days) == Served(4, 3, 8, 0.7, 2)


def test_the_sentence() -> None:
    told = say_served(Served(200, 197, 5, 9))
    assert (
        told
        == "Tuần qua, 98% câu trả lời của trợ lý tự động được gửi trong 5 giây, không mất tin nào."
    )
    assert "2 tin không trả lời được" in say_served(Served(200, 197, 5, 9, lost=2))
    assert say_served(Served()) == ""


async def seed(work: Work, *days: dt.date) -> Locality:
    place = await work.localities.ensure("xã Bến Lụa")
    kept = [ServiceDay(each, "web", 10, 9, 5, 9000, 0) for each in days]
    await work.service_days.save(kept, now=MONDAY)
    return place


async def test_the_week_ends_yesterday(sqlite: Database) -> None:
    async with sqlite.write() as work:
        first = TODAY - dt.timedelta(days=7)
        place = await seed(work, TODAY, YESTERDAY, first, first - dt.timedelta(days=1))
        assert (await find_week(work, place, place_name=None, now=MONDAY)).replies == 20


async def test_it_is_told_only_where_the_office_shows_it(sqlite: Database) -> None:
    async with sqlite.write() as work:
        place = await seed(work, YESTERDAY)
        assert await say_week(work, place, "vi", place_name=None, now=MONDAY) == ""
        await work.localities.save_options(place.id, {PUBLICITY: True})
        told = await say_week(work, place, "vi", place_name=None, now=MONDAY)
        assert (
            told
            == "Tuần qua, 90% câu trả lời của trợ lý tự động được gửi trong 5 giây, không mất tin nào."
        )
        assert "90% of replies" in await say_week(work, place, "en", place_name=None, now=MONDAY)
        assert await say_week(work, None, "vi", place_name=None, now=MONDAY) == ""
