"""Services that hang or fail, and what other processes do: said once, and nothing twice."""

import asyncio
import datetime as dt
import shutil
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, build
from bot.channels.base import TryLater
from bot.channels.building import build_shelf
from bot.channels.silence import CERTIFICATE
from bot.channels.telegram.bot import TelegramBot
from bot.channels.web import WebChannel
from bot.channels.wire import Wire
from bot.polling import Polling
from bot.web import listening
from bot.web.listening import Listening
from handlers.messages import Reply
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from storage.work import Work
from tests.doubles.telegram import TelegramDouble
from tests.factories.certificates import DAY, Authority, serving
from tests.factories.logged import list_troubles
from tests.factories.post import ToldChannel, open_post
from tests.factories.talk import (
    LAN,
    FixedClock,
    build_settings,
)
from tests.factories.telegram import open_program

CONFLICT = "telegram:23456789: another program asks for messages with the same token (409)"


@dataclass
class Hanging(ToldChannel):
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        await self.gate.wait()
        await ToldChannel.send(self, address, reply, key=key)


async def test_duties_do_not_wait_for_a_service_that_hangs(sqlite: Database) -> None:
    channel = Hanging(name="web")
    app = build(build_settings(), sqlite, channels={"web": channel}, embedder=WordEmbedder())

    async def tell(work: Work, *, what: str) -> list[Reply]:
        return [Reply(f"{what} {number}", to=LAN) for number in range(2)]

    async with asyncio.timeout(5):
        for what in ("trước", "sau"):
            now = app.clock.now()
            await app.duties.try_duty(what, partial(tell, what=what), now=now)
        await app.duties.do()
    assert channel.sent == []
    channel.gate.set()
    await app.drain()
    await app.drain()
    assert channel.texts == ["trước 0", "trước 1", "sau 0", "sau 1"]
    app.library.close()


# Services


async def test_two_pollers_of_one_token_are_one_sentence_until_one_stops(
    sqlite: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.errors.CONFLICT_PAUSE", dt.timedelta(0))
    monkeypatch.setattr("bot.polling.PAUSE", 0.01)
    async with TelegramDouble() as double, open_program(double, sqlite) as app:
        for _ in range(4):
            double.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
        stop = asyncio.Event()
        [bot] = app.bots
        task = asyncio.create_task(Polling(app, stop).run(bot))
        await double.phone("7").says("xin chào")
        async with asyncio.timeout(5):
            while not await count_new(sqlite):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        stop.set()
        await task
    told = [line for line in list_troubles(caplog) if "409" in line]
    begun, over = told
    assert begun.startswith(CONFLICT)
    assert over.startswith("Works again after 0 s")
    app.library.close()


async def count_new(database: Database) -> int:
    async with database.read() as work:
        return await work.inbox.count("new")


async def test_an_expired_certificate_is_told_as_such(sqlite: Database, tmp_path: Path) -> None:
    settings, clock = build_settings(files_dir=str(tmp_path)), FixedClock()
    shelf = build_shelf(settings, sqlite, clock)
    async with serving(Authority(tmp_path).issue(until=-DAY)) as url:
        wire = Wire(url, patience=5)
        with pytest.raises(TryLater) as by_wire:
            await wire.call("GET", "/")
        await wire.close()
        changed = settings.model_copy(update={"telegram_url": url})
        bot = TelegramBot("1:AAHfR7x2vQkLm3NcPz9sTdWyBg5JuEo1XiK", changed, sqlite.cipher, shelf, clock, locality_id=None)  # fmt: skip
        with pytest.raises(TryLater) as by_library:
            await bot.ask()
        await bot.close()
    assert {by_wire.value.code, by_library.value.code} == {CERTIFICATE}
    assert not by_library.value.may_have_arrived


async def test_after_a_restore_what_is_brought_again_has_no_second_effect(
    sqlite_url: str, keys: list[str], tmp_path: Path
) -> None:
    """The backup is older than the last delivery: of two updates it knows the first."""
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    async with TelegramDouble() as double:
        phone = double.phone("7")
        first = Database(sqlite_url, Cipher(keys))
        async with open_program(double, first) as app:
            await phone.says("xin chào")
            await poll_once(app)
            await app.drain()
            async with first.write() as work:
                await work._session.connection()
            await first.close()
            shutil.copyfile(path, tmp_path / "backup.sqlite")
            await phone.says("cảm ơn")
            await poll_once(app)
            await app.drain()
            app.library.close()
            await first.close()
        before = len(phone.heard())
        assert before == 2
        restored = Database(f"sqlite:///{tmp_path / 'backup.sqlite'}", Cipher(keys))
        async with open_program(double, restored) as app:
            await poll_once(app)
            await app.drain()
            async with restored.read() as work:
                assert await work.inbox.count("done") == 2
            app.library.close()
        await restored.close()
        assert len(phone.heard()) == before + 1  # of what the backup does not know


async def poll_once(app: App) -> None:
    bot: Any = app.bots[0] if app.bots else None
    await bot.poll(app.receiver.receive)


# A reply made by another process


async def test_a_page_hears_of_another_process_s_reply(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "BETWEEN_LOOKS", 0.02)
    web = WebChannel()
    listen, page, other = Listening(database, web), web.open_page("lan"), web.open_page("minh")
    listen.begin()
    post = open_post(database, ToldChannel(name="web"))
    await post.put(Reply("một"), to=LAN)
    await asyncio.wait_for(page.wait(), 10)
    page.clear()
    await post.put(Reply("hai"), to=LAN)
    await asyncio.wait_for(page.wait(), 10)
    assert not other.is_set()
    for user, event in (("lan", page), ("minh", other)):
        web.close_page(user, event)
    assert listen._task
    await asyncio.wait_for(listen._task, 10)  # nobody looks where no page is open
