"""Bots: opened, polled by one process at a time, stopped at once where nothing is lost by that."""

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot import polling as polling_module
from bot.app import App, build
from bot.channels.base import Refused, TryLater
from bot.polling import Polling, grow
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.factories.bots import ToldBot
from tests.factories.talk import MONDAY, build_settings

LEASE = dt.timedelta(milliseconds=90)


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling_module, "PAUSE", 0.005)


def build_app(database: Database, bot: ToldBot, **settings: object) -> App:
    settings = {"lease": LEASE} | settings
    return build(
        build_settings(**settings), database, channels={bot.name: bot}, embedder=WordEmbedder()
    )


@asynccontextmanager
async def serving(app: App, bot: ToldBot) -> AsyncIterator[asyncio.Event]:
    """Let a process serve a bot; the event stops it."""
    stop = asyncio.Event()
    task = asyncio.create_task(Polling(app, stop).run(bot))
    yield stop
    stop.set()
    await asyncio.wait_for(task, 2)


async def wait_for(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110  what is waited for has no event
            await asyncio.sleep(0.005)


async def count_stored(database: Database) -> int:
    async with database.read() as work:
        return await work.inbox.count("new")


async def test_what_came_is_stored_and_asked_for_again(sqlite: Database) -> None:
    bot = ToldBot()
    async with serving(build_app(sqlite, bot), bot):
        for number in ("1", "2", "2"):
            bot.waiting.put_nowait(bot.says("lan", number, "xin chào", at=MONDAY))
        await wait_for(lambda: bot.polled == 4)
    assert await count_stored(sqlite) == 2
    async with sqlite.read() as work:
        account = await work.accounts.find(bot.name)
    assert account
    assert account.title == "Bot Bến Lụa"


async def test_a_stop_cuts_a_poll_that_loses_nothing(sqlite: Database) -> None:
    bot = ToldBot()
    async with serving(build_app(sqlite, bot), bot):
        await wait_for(lambda: bot.polling == 1)
    assert bot.cut == 1


async def test_a_poll_that_would_lose_an_event_is_waited_for(sqlite: Database) -> None:
    bot = ToldBot(may_be_cut=False)
    async with serving(build_app(sqlite, bot), bot) as stop:
        await wait_for(lambda: bot.polling == 1)
        stop.set()
        await asyncio.sleep(0.02)
        assert bot.polling == 1
        bot.waiting.put_nowait(bot.says("lan", "1", "xin chào", at=MONDAY))
    assert (bot.cut, bot.polled, await count_stored(sqlite)) == (0, 1, 1)


async def test_of_two_processes_one_polls_until_it_stops(sqlite: Database) -> None:
    first, second = ToldBot(), ToldBot()
    lease = dt.timedelta(milliseconds=400)  # longer than a busy machine halts
    async with serving(build_app(sqlite, second, lease=lease), second):
        await wait_for(lambda: second.polling == 1)
        async with serving(build_app(sqlite, first, lease=lease), first):
            await asyncio.sleep(2 * lease.total_seconds())  # the turn is prolonged meanwhile
            assert (first.opened, first.polled, second.polling) == (1, 0, 1)
    async with serving(build_app(sqlite, first), first):  # given back: no need to wait for its end
        await wait_for(lambda: first.polling == 1)


async def test_who_was_killed_is_followed_when_its_lease_has_ended(sqlite: Database) -> None:
    bot = ToldBot()
    app = build_app(sqlite, bot)
    async with sqlite.write() as work:
        until = dt.timedelta(milliseconds=150)
        await work.leases.take(f"poll {bot.name}", "killed", now=app.clock.now(), lease=until)
    async with serving(app, bot):
        await wait_for(lambda: bot.opened == 1)
        assert bot.polled == 0
        await wait_for(lambda: bot.polling == 1)


@pytest.mark.parametrize("may_be_cut", [True, False])
async def test_who_has_lost_its_turn_polls_no_more(sqlite: Database, may_be_cut: bool) -> None:
    bot = ToldBot(may_be_cut=may_be_cut)
    async with serving(build_app(sqlite, bot), bot):
        await wait_for(lambda: bot.polling == 1)
        async with sqlite.write() as work:
            name, now = f"poll {bot.name}", dt.datetime.now(dt.UTC)
            late = now + dt.timedelta(hours=1)  # as if this process had slept
            assert await work.leases.take(name, "another", now=late, lease=LEASE)
        if not may_be_cut:
            await asyncio.sleep(2 * LEASE.total_seconds())
            bot.waiting.put_nowait(bot.says("lan", "1", "xin chào", at=MONDAY))
        await wait_for(lambda: bot.polling == 0)
        await asyncio.sleep(2 * LEASE.total_seconds())
        assert bot.polled == 1
    assert bot.cut == may_be_cut


async def test_a_bot_that_is_brought_its_messages_is_opened_again_each_day(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling_module, "DAILY", 0.01)
    bot = ToldBot(failures=[TryLater(), ValueError()])
    app = build_app(sqlite, bot, receive_by="webhook", public_url="https://bot.xa.vn")
    async with serving(app, bot):
        await wait_for(lambda: bot.opened >= 3)
    assert bot.polled == 0


async def test_a_stop_ends_the_wait_for_a_bot_that_cannot_be_opened(sqlite: Database) -> None:
    bot = ToldBot(failures=[Refused("401")])
    async with serving(build_app(sqlite, bot), bot):
        await wait_for(lambda: not bot.failures)
    assert bot.opened == 0


async def test_failures_are_one_line_each_and_never_the_end(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    bot = ToldBot()
    async with serving(build_app(sqlite, bot), bot):
        await wait_for(lambda: bot.polling == 1)
        bot.failures = [TryLater(), ValueError("a text that somebody wrote")]
        bot.waiting.put_nowait(bot.says("lan", "1", "xin chào", at=MONDAY))
        await wait_for(lambda: bot.polled == 4)
    assert await count_stored(sqlite) == 1
    assert "telegram:12345678: the service does not answer for now" in caplog.text
    assert "ValueError" in caplog.text
    assert "somebody wrote" not in caplog.text


async def test_a_refusal_is_told_to_the_operator(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    bot = ToldBot(failures=[Refused("409")])
    async with serving(build_app(sqlite, bot), bot):
        await wait_for(lambda: not bot.failures)
    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.getMessage() for record in told] == [
        "telegram:12345678: the service refuses (409): check this bot's token and settings."
    ]


def test_waits_grow_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling_module, "PAUSE", 2.0)
    assert [grow(failures) for failures in (0, 1, 2, 5, 5000)] == [2, 4, 8, 60, 60]


async def test_what_is_given_once_is_stored_though_the_turn_is_over(sqlite: Database) -> None:
    bot = ToldBot(may_be_cut=False)
    async with serving(build_app(sqlite, bot), bot) as stop:
        await wait_for(lambda: bot.polling == 1)
        bot.unstored = 1  # it came with the poll that is under way
        stop.set()
        bot.waiting.put_nowait(bot.says("lan", "1", "xin chào", at=MONDAY))
        bot.failures += [OSError("disk full")] * 2  # as of a database
        await wait_for(lambda: not bot.failures)
        await wait_for(lambda: bot.polling == 1)
        bot.unstored = 0
        bot.waiting.put_nowait(bot.says("lan", "2", "còn ai không", at=MONDAY))
    assert await count_stored(sqlite) == 2


async def test_a_stop_does_not_wait_for_a_database_without_end(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    bot = ToldBot(may_be_cut=False, unstored=1)
    async with serving(build_app(sqlite, bot), bot) as stop:
        await wait_for(lambda: bot.polling == 1)
        stop.set()
        bot.failures += [OSError("disk full")] * 9
        bot.waiting.put_nowait(bot.says("lan", "1", "xin chào", at=MONDAY))
    assert f"{bot.name}: 1 messages could not be stored" in caplog.text
