"""The database is away: what was sent is recorded once, what has come is kept, all go on."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx  # noqa: TID251  the tests' own browser
import pytest

from bot.app import App, build
from bot.channels.web import WebChannel
from bot.delivery import recording, settling
from bot.web import words
from bot.web.site import build_site
from handlers.messages import Message, Reply
from handlers.turn import Effect, only_say
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.errors import Unavailable
from storage.values import Address
from storage.work import Work
from tests.factories.bots import SECRET, ToldBot
from tests.factories.hours import AwayDatabase
from tests.factories.logged import list_troubles
from tests.factories.post import ToldChannel, open_post
from tests.factories.talk import (
    LAN,
    MONDAY,
    FixedClock,
    RecordingChannel,
    build_settings,
)


@pytest.fixture
async def away(sqlite_url: str, keys: list[str]) -> AsyncIterator[AwayDatabase]:
    database = AwayDatabase(sqlite_url, Cipher(keys))
    yield database
    await database.close()


@dataclass
class LastWords(ToldChannel):
    """Send, and then the database is gone."""

    database: AwayDatabase | None = None

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        await ToldChannel.send(self, address, reply, key=key)
        assert self.database
        self.database.is_away = True


async def test_what_was_sent_while_the_database_was_away_is_not_sent_again(
    away: AwayDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "AGAIN", 0.01)
    channel = LastWords(database=away)
    post = open_post(away, channel)
    await post.put(Reply("một"))
    await post.courier.sweep_on()
    async with asyncio.timeout(5):
        while not (channel.sent and away.is_away):  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    for _ in range(3):
        post.clock.advance(minutes=1)  # the lease has ended
        with pytest.raises(Unavailable):
            await post.courier.sweep()
    away.is_away = False
    await asyncio.gather(post.courier.sweep(), post.courier.settle())
    assert await post.sweep_after(minutes=1) == 0
    assert (channel.texts, await post.states()) == (["một"], {"delivered": 1})


async def test_a_claim_records_first_what_was_sent(
    away: AwayDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "AGAIN", 60)  # the sender comes too late
    monkeypatch.setattr(settling, "REST", dt.timedelta(0))
    channel = LastWords(database=away)
    post = open_post(away, channel)
    await post.put(Reply("một"))
    await post.courier.sweep_on()
    async with asyncio.timeout(5):
        while not away.refused:  # noqa: ASYNC110  it is sent, and could not be recorded
            await asyncio.sleep(0.005)
    away.is_away = False
    assert await post.sweep_after(minutes=1) == 0
    post.courier.hurry()
    await post.courier.settle()
    assert (channel.texts, await post.states()) == (["một"], {"delivered": 1})


async def test_a_stop_waits_for_no_database(away: AwayDatabase) -> None:
    channel = LastWords(database=away)
    post = open_post(away, channel)
    await post.put(Reply("một"))
    await post.courier.sweep_on()
    post.courier.hurry()
    async with asyncio.timeout(5):
        await post.courier.settle()
    away.is_away = False
    assert await post.states() == {"claimed": 1}


async def test_who_finds_the_database_back_lets_others_record_first(away: AwayDatabase) -> None:
    channel = ToldChannel()
    mine, other = open_post(away, channel), open_post(away, channel)
    await mine.put(Reply("một"))
    away.is_away = True
    with pytest.raises(Unavailable):
        await mine.courier.sweep()
    away.is_away = False
    assert await mine.courier.sweep() == 0  # it rests
    assert await other.courier.sweep() == 1
    await other.put(Reply("hai"))
    assert await mine.sweep_after(seconds=3) == 1


@dataclass
class Stumbling:
    """Answer, after the database could not take the effect a few times."""

    database: AwayDatabase
    times: int

    async def respond(self, message: Message, **facts: Any) -> Effect:
        if not self.times:
            return only_say(Reply(message.text))
        self.times -= 1

        async def fail(work: Work) -> list[Reply]:
            raise Unavailable("disk_full")

        return fail


async def test_a_message_is_not_given_up_because_the_database_was_away(
    away: AwayDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    channel, clock = RecordingChannel(), FixedClock()
    talk: Any = Stumbling(away, times=9)  # more than a defect may
    app = build(build_settings(), away, channels={"web": channel}, clock=clock, conversation=talk)
    await app.intake.receive(Message(LAN, "1", "xin chào", MONDAY))
    for _ in range(10):
        await app.drain()
        clock.advance(seconds=3)
    assert [reply.text for _, reply, _ in channel.sent] == ["xin chào"]
    app.library.close()


@asynccontextmanager
async def visiting(app: App) -> AsyncIterator[httpx.AsyncClient]:
    site = build_site(app, WebChannel())
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)
    async with (
        site.router.lifespan_context(site),
        httpx.AsyncClient(transport=transport, base_url="http://motcua.test") as client,
    ):
        yield client


async def test_pages_and_webhooks_ask_to_come_again(
    away: AwayDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    bot = ToldBot()
    app = build(
        build_settings(), away, channels={bot.name: bot}, hooks=[bot], embedder=WordEmbedder()
    )
    body = b'{"user": "lan", "id": "1", "text": "xin ch\xc3\xa0o"}'
    path, signed = f"/webhook/{bot.path}", {"X-Secret": SECRET}
    async with visiting(app) as visitor:
        away.is_away = True
        for page in ("/", "/ket-qua", "/tra-cuu?code=PA261123-7K3QXC", "/vao/abc"):
            answer = await visitor.get(page)
            assert (page, answer.status_code) == (page, 503)
            assert words.BROKEN_BODY in answer.text
            assert answer.headers["retry-after"] == "60"
        assert (await visitor.post(path, content=body, headers=signed)).status_code == 503
        away.is_away = False
        assert (await visitor.get("/ket-qua")).status_code == 200
        assert (await visitor.post(path, content=body, headers=signed)).status_code == 200
    assert [line.split(":")[0] for line in list_troubles(caplog)] == [
        "The database cannot be reached"
    ]
    app.library.close()
