"""A clock that is wrong: what is due waits, replies do not, and nothing is sent twice or lost."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.clock_watch import ASKED_AGAIN, BUILT_ON, LONGEST_DOUBT, ClockWatch, list_sources
from bot.troubles import Troubles
from handlers.messages import Message, dump_message
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.nudges import Town, at, found_town
from tests.factories.talk import LAN, Chat, FixedClock, build_chat, build_settings

SERVICE = "https://api.telegram.org"
MONDAY, TUESDAY, KNOWN = "2026-11-30", "2026-12-01", dt.date(2026, 11, 26)
ANSWERED = "Trợ lý tự động"


class World:
    """A town whose machine has a clock that a test sets, and a true time that passes."""

    def __init__(self, town: Town, start: dt.datetime, *, is_online: bool) -> None:
        self.true, self.off, self.is_online = start, dt.timedelta(), is_online
        self.started, self.town, self.chat = start, town, town.chat
        clock, troubles = self.chat.clock, Troubles(self.monotonic)
        clock.moment = start
        self.watch = ClockWatch(
            self.chat.app.database, clock, troubles, sources=[SERVICE],
            trusts_server=False, monotonic=self.monotonic, fetch=self.fetch,
        )  # fmt: skip
        app = self.chat.app
        duties = replace(app.duties, troubles=troubles, clock_watch=self.watch)
        self.chat.app = replace(app, troubles=troubles, duties=duties)

    def monotonic(self) -> float:
        return (self.true - self.started).total_seconds() + 1000

    async def fetch(self, url: str) -> dt.datetime | None:
        assert url == SERVICE
        return self.true if self.is_online else None

    async def wait(self, **time: float) -> dict[str, list[str]]:
        """Let time pass, tick, and give what officials were told."""
        return await self.go_to(self.true + dt.timedelta(**time))

    async def go_to(self, moment: dt.datetime) -> dict[str, list[str]]:
        self.true = moment
        self.chat.clock.moment = self.true + self.off
        before = len(self.chat.channel.sent)
        await self.chat.app.tick()
        await self.chat.app.drain()
        told: dict[str, list[str]] = {}
        for address, reply, _ in self.chat.channel.sent[before:]:
            told.setdefault(address.user, []).append(reply.text)
        return told

    async def set_clock(self, **off: float) -> dict[str, list[str]]:
        """Set the machine's clock wrong by so much, and tick."""
        self.off = dt.timedelta(**off)
        return await self.wait(seconds=30)


Build = Callable[..., Awaitable[World]]


@pytest.fixture
async def build_world(sqlite: Database) -> Build:
    """Give a maker of a town where Minh is to be told on Monday 30/11 and on Tuesday 1/12."""

    async def build(*, is_online: bool) -> World:
        town = await found_town(build_chat(sqlite))
        await town.seat("minh", "Văn phòng")
        await town.add(
            "Văn phòng", dt.date(2026, 12, 3), known=KNOWN
        )  # three working days after Monday
        await town.add("Văn phòng", dt.date(2026, 12, 4), known=KNOWN)
        return World(town, at(MONDAY, "07:00"), is_online=is_online)

    return build


async def asks(chat: Chat) -> str:
    """Let a citizen ask for something while the clock is as it is."""
    return await chat.says("xin chào")


async def test_a_right_clock_tells_each_morning(build_world: Build) -> None:
    world = await build_world(is_online=False)
    assert not await world.wait(seconds=30)
    assert list(await world.go_to(at(MONDAY, "07:31"))) == ["minh"]
    assert not await world.wait(hours=1)
    assert list(await world.go_to(at(TUESDAY, "07:31"))) == ["minh"]


async def test_a_clock_that_jumps_ahead_sends_nothing_twice_and_loses_nothing(
    build_world: Build, caplog: pytest.LogCaptureFixture
) -> None:
    world = await build_world(is_online=False)
    first = await world.go_to(at(MONDAY, "07:31"))
    early = await world.set_clock(hours=24)
    assert ANSWERED in await asks(world.chat)
    assert not await world.set_clock(hours=0)
    told = [await world.go_to(at(TUESDAY, time)) for time in ("07:29", "07:31", "09:00")]
    assert [list(each) for each in (first, early)] == [["minh"], ["minh"]]
    assert not any(told)  # both were told, the second a day early: nothing told a better time
    assert sum("1440 minutes" in each.message for each in caplog.records) == 2


async def test_a_clock_ahead_is_found_out_by_a_service_and_nothing_goes_out_at_night(
    build_world: Build, caplog: pytest.LogCaptureFixture
) -> None:
    world = await build_world(is_online=True)
    assert not await world.go_to(at(MONDAY, "02:00"))
    assert not await world.set_clock(hours=6)  # it says eight in the morning
    assert not await world.wait(hours=1)
    assert ANSWERED in await asks(world.chat)
    assert not await world.set_clock(hours=0)
    assert list(await world.go_to(at(MONDAY, "07:31"))) == ["minh"]
    assert list(await world.go_to(at(TUESDAY, "07:31"))) == ["minh"]
    assert any("360 minutes off" in each.message for each in caplog.records)


@pytest.mark.parametrize("is_online", [True, False])
async def test_a_clock_behind_waits_for_the_right_time_and_answers_meanwhile(
    build_world: Build, is_online: bool, caplog: pytest.LogCaptureFixture
) -> None:
    world = await build_world(is_online=is_online)
    await world.go_to(at(TUESDAY, "02:00"))
    assert ANSWERED in await asks(world.chat)
    assert not await world.set_clock(hours=-18)  # eight in the morning, of the day before
    assert not await world.wait(hours=3)
    assert ANSWERED in await asks(world.chat)
    assert not await world.wait(hours=2)
    assert list(await world.set_clock(hours=0)) == []
    [told] = (await world.go_to(at(TUESDAY, "07:31")))["minh"]
    assert "1." in told
    assert "2." in told  # Monday's, too: late, and in the same message
    assert not await world.wait(hours=2)
    held = [each.message for each in caplog.records if "wait until it is right" in each.message]
    over = [each.message for each in caplog.records if "after" in each.message]
    assert held
    assert over


async def test_a_dead_battery_holds_what_is_due_until_the_year_is_right(
    build_world: Build, caplog: pytest.LogCaptureFixture
) -> None:
    world = await build_world(is_online=False)
    world.off = dt.datetime(2024, 1, 2, 1, tzinfo=dt.UTC) - world.true
    assert not await world.wait(minutes=1)
    assert not await world.wait(days=2)
    assert any("before the program's release" in each.message for each in caplog.records)
    await world.set_clock(hours=0)
    assert list(await world.go_to(at("2026-12-03", "07:31"))) == ["minh"]


# Messages stored by a clock that was ahead


async def store_from_later(world: World, **later: float) -> None:
    async with world.chat.app.database.write() as work:
        stored_at = world.true + dt.timedelta(**later)
        message = Message(LAN, "later", "xin chào", stored_at)
        await work.inbox.add(LAN, "later", dump_message(message), now=stored_at)


async def test_a_service_says_that_it_was_the_messages_clock(build_world: Build) -> None:
    world = await build_world(is_online=True)
    await store_from_later(world, days=300)
    assert "minh" in await world.go_to(at(MONDAY, "07:31"))


async def test_a_clock_that_is_back_where_it_began_is_believed(build_world: Build) -> None:
    world = await build_world(is_online=False)
    await world.wait(seconds=30)
    await world.set_clock(days=300)
    await store_from_later(world, days=300)
    await world.set_clock(days=0)
    assert "minh" in await world.go_to(at(TUESDAY, "07:31"))


async def test_what_cannot_be_settled_is_let_go_after_a_day(build_world: Build) -> None:
    world = await build_world(is_online=False)
    await store_from_later(world, days=300)
    assert "minh" not in await world.go_to(at(MONDAY, "07:31"))
    later = world.true + dt.timedelta(seconds=LONGEST_DOUBT + 60)
    assert list(await world.go_to(later)) == ["minh"]
    assert not await world.wait(hours=1)


async def test_a_service_is_asked_seldom(build_world: Build) -> None:
    world = await build_world(is_online=True)
    asked = 0

    async def fetch(url: str) -> dt.datetime | None:
        nonlocal asked
        asked += 1
        return await world.fetch(url)

    world.watch._fetch = fetch

    async def look(times: int) -> int:
        before = asked
        for _ in range(times):
            world.true += dt.timedelta(seconds=30)
            world.chat.clock.moment = world.true + world.off
            await world.watch.is_right()
        return asked - before

    assert await look(120) == 1
    world.off = dt.timedelta(hours=5)
    assert await look(1) == 1
    assert await look(20) == 20 * 30 // ASKED_AGAIN


# Where the database is another machine


async def test_a_clock_that_is_not_the_servers_is_not_believed(
    postgres_url: str, keys: list[str]
) -> None:
    database = Database(postgres_url, Cipher(keys))
    clock = FixedClock(dt.datetime.now(dt.UTC))
    watch = ClockWatch(database, clock, Troubles())
    assert await watch.is_right()
    clock.advance(minutes=11)
    assert not await watch.is_right()
    clock.advance(minutes=-22)
    assert not await watch.is_right()
    clock.advance(minutes=11)
    assert await watch.is_right()
    await database.close()


def test_only_services_that_are_in_use_are_asked() -> None:
    assert list_sources(build_settings()) == []
    settings = build_settings(telegram_tokens="1:a", zalo_bot_url="https://z.vn", zalo_app_id="7")
    assert list_sources(settings) == [SERVICE, "https://openapi.zalo.me"]


def test_the_release_day_is_no_later_than_the_release() -> None:
    assert dt.datetime.now(dt.UTC) > BUILT_ON
