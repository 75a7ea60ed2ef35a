"""Webhooks: what is forged, broken, too large or too slow stores nothing; 200 means stored."""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from bot.app import App, build
from bot.channels.web import WebChannel
from bot.web import hooks as hooks_module
from bot.web.hooks import LARGEST, build_hooks
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.factories.bots import SECRET, ToldBot
from tests.factories.talk import FixedClock, build_settings

PATH = "/webhook/telegram/12345678"
SIGNED = {"X-Secret": SECRET}


def write(text: str = "xin chào", *, user: str = "lan", number: str = "1") -> bytes:
    return json.dumps({"user": user, "id": number, "text": text}).encode()


async def count_stored(database: Database) -> int:
    async with database.read() as work:
        return await work.inbox.count("new")


def build_app(database: Database, bot: ToldBot | None = None) -> App:
    bot = bot or ToldBot()
    return build(
        build_settings(),
        database,
        channels={bot.name: bot},
        hooks=[bot],
        clock=FixedClock(),
        embedder=WordEmbedder(),
    )


@asynccontextmanager
async def asking(app: App) -> AsyncIterator[httpx.AsyncClient]:
    site = FastAPI()
    site.include_router(build_hooks(app))
    transport = httpx.ASGITransport(site)
    async with httpx.AsyncClient(transport=transport, base_url="http://motcua.test") as client:
        yield client


@pytest.fixture
async def service(sqlite: Database) -> AsyncIterator[httpx.AsyncClient]:
    """A service that brings events to a program with one bot."""
    async with asking(build_app(sqlite)) as client:
        yield client


# What is stored


async def test_an_event_is_stored_before_it_is_answered_and_once(
    service: httpx.AsyncClient, sqlite: Database
) -> None:
    for _ in range(3):  # a replay, or the service was not sure
        assert (await service.post(PATH, headers=SIGNED, content=write())).status_code == 200
    assert await count_stored(sqlite) == 1


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, write(), 401),
        ({"X-Secret": ""}, write(), 401),
        ({"X-Secret": SECRET[:-1]}, write(), 401),
        ({"X-Secret": SECRET + "x"}, write(), 401),
        ({"X-Secret": SECRET.upper()}, write(), 401),
        (SIGNED, write("forged"), 401),
        (SIGNED, b"", 400),
        (SIGNED, b"{", 400),
        (SIGNED, b"\xff\xfe", 400),
        (SIGNED, b"{}", 400),  # our reader meets a defect
        (SIGNED, b"[" * 100_000, 400),
        (SIGNED | {"Content-Length": "9" * 30}, write(), 413),
        (SIGNED | {"Content-Length": "-1"}, write(), 413),
        (SIGNED | {"Content-Length": "two"}, write(), 413),
        (SIGNED, b"x" * (LARGEST + 1), 413),
    ],
)
async def test_what_is_refused_stores_nothing(
    service: httpx.AsyncClient,
    sqlite: Database,
    headers: Mapping[str, str],
    body: bytes,
    status: int,
) -> None:
    answer = await service.post(PATH, headers=headers, content=body)
    assert (answer.status_code, answer.content) == (status, b"")
    assert await count_stored(sqlite) == 0


async def test_nothing_is_read_of_a_body_that_nobody_has_signed(
    service: httpx.AsyncClient,
) -> None:
    read = []

    async def body() -> AsyncIterator[bytes]:
        read.append(1)
        yield b"x"

    assert (await service.post(PATH, content=body())).status_code == 401
    assert not read


@pytest.mark.parametrize("path", ["/webhook/", "/webhook/telegram/87654321", "/webhook/x/../y"])
async def test_an_unknown_webhook_is_not_found(service: httpx.AsyncClient, path: str) -> None:
    assert (await service.post(path, headers=SIGNED, content=write())).status_code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_on_the_whole_site_only_post_is_taken(sqlite: Database, method: str) -> None:
    site = build_site(build_app(sqlite), WebChannel())
    transport = httpx.ASGITransport(site)
    async with httpx.AsyncClient(transport=transport, base_url="http://motcua.test") as client:
        assert (await client.request(method, PATH, headers=SIGNED)).status_code == 405
        assert (await client.post(PATH, headers=SIGNED, content=write())).status_code == 200


# What the operator reads


async def test_refusals_are_told_once_in_a_while_without_their_content(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app = build_app(sqlite)
    async with asking(app) as service:
        for _ in range(50):
            await service.post(PATH, headers={"X-Secret": "guessed"}, content=write())
        assert isinstance(app.clock, FixedClock)
        app.clock.advance(minutes=11)
        await service.post(PATH, headers=SIGNED, content='{"text": "bí mật"}')
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [f"the webhook telegram/12345678 refuses requests: {s}" for s in (401, 400)]
    assert not any(word in caplog.text for word in ("guessed", "bí mật", SECRET))


# When the database is away


async def test_without_a_database_the_service_is_asked_to_come_again(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = build_app(sqlite)
    async with asking(app) as service:
        with monkeypatch.context() as patch:
            patch.setattr(type(sqlite), "write", lambda _self: 1 / 0)
            answer = await service.post(PATH, headers=SIGNED, content=write("bí mật"))
            assert answer.status_code == 503
        assert await count_stored(sqlite) == 0
        answer = await service.post(PATH, headers=SIGNED, content=write("bí mật"))
        assert answer.status_code == 200
    assert await count_stored(sqlite) == 1
    assert "bí mật" not in caplog.text


# On the wire


@dataclass
class Line:
    """A connection that a service has opened."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    answer: bytes = field(default=b"", init=False)

    async def send(self, data: bytes) -> bool:
        """Send a piece; tell whether the other side still takes any."""
        try:
            self.writer.write(data)
            await self.writer.drain()
        except ConnectionError:
            return False
        return not self.reader.at_eof()

    async def hear(self) -> bytes:
        """Give the status line."""
        async with asyncio.timeout(10):
            return (await self.reader.readline()).strip()


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[int]:
    """Serve webhooks on a port, as the program does."""
    site = FastAPI()
    site.include_router(build_hooks(app))
    server = uvicorn.Server(uvicorn.Config(site, port=0, log_config=None, lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  uvicorn has no event for it
        await asyncio.sleep(0.005)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await task


@asynccontextmanager
async def calling(port: int, *headers: str) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [f"POST {PATH} HTTP/1.1", "Host: motcua.test", f"X-Secret: {SECRET}", *headers]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    yield Line(reader, writer)
    writer.close()


async def test_twenty_megabytes_are_refused_before_they_are_sent(sqlite: Database) -> None:
    async with (
        serving(build_app(sqlite)) as port,
        calling(port, "Content-Length: 20971520") as line,
    ):
        assert b" 413 " in await line.hear()
    assert await count_stored(sqlite) == 0


async def test_twenty_megabytes_without_their_length_are_cut_off(sqlite: Database) -> None:
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    async with (
        serving(build_app(sqlite)) as port,
        calling(port, "Transfer-Encoding: chunked") as line,
    ):
        sent = 0
        while sent < 320 and await line.send(piece):
            sent += 1
        assert sent < 100  # of 320: what was on the line already
    assert await count_stored(sqlite) == 0


async def test_a_body_that_never_comes_is_not_waited_for(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks_module, "PATIENCE", 0.05)
    async with serving(build_app(sqlite)) as port, calling(port, "Content-Length: 30") as line:
        await line.send(b"{")
        assert b" 408 " in await line.hear()
    assert await count_stored(sqlite) == 0


async def test_who_hangs_up_leaves_nothing(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app = build_app(sqlite)
    async with serving(app) as port:
        async with calling(port, "Content-Length: 30") as line:
            await line.send(b"{")
        async with asyncio.timeout(5):
            while "400" not in caplog.text:  # noqa: ASYNC110  a log has no event
                await asyncio.sleep(0.005)
    assert "Traceback" not in caplog.text
    assert await count_stored(sqlite) == 0


async def test_fifty_at_once_are_answered_within_two_seconds(database: Database) -> None:
    async with (
        serving(build_app(database)) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=10) as service,
    ):
        began = time.monotonic()
        answers = await asyncio.gather(
            *(
                service.post(PATH, headers=SIGNED, content=write(user=f"u{n}", number=str(n)))
                for n in range(50)
            )
        )
        took = time.monotonic() - began
    assert {answer.status_code for answer in answers} == {200}
    assert await count_stored(database) == 50
    assert took < 2
