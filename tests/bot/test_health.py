"""Health: alive, ready and why not; told to nobody who may not know."""

import asyncio
import datetime as dt
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.app import App, build
from bot.health.looking import Look, Looking
from bot.polling import name_turn
from bot.service import Role, Service
from bot.web.health import build_health_site
from handlers.messages import Message, dump_message
from storage.database import Database
from storage.values import Account, Address, NewReply, OutboxKind
from storage.values import Role as Rank
from storage.work import Work
from tests.factories.bots import ToldBot
from tests.factories.talk import (
    LAN,
    MONDAY,
    FixedClock,
    RecordingChannel,
    build_settings,
    place_files,
)
from tests.factories.town_hall import found_hall

SECOND = dt.timedelta(seconds=1)
TOKEN = "a-token-for-the-figures"
LOCAL = ("127.0.0.1", 40000)


@dataclass
class Place:
    """A program, a browser beside it, and its clock."""

    app: App
    clock: FixedClock
    client: httpx.AsyncClient

    async def write(self, deed: Callable[[Work], Any]) -> None:
        async with self.app.database.write() as work:
            await deed(work)

    async def ask(self) -> dict[str, tuple[bool, Any]]:
        """Give the checks by name; each answer is of a moment of its own."""
        self.clock.advance(seconds=1)
        body = (await self.client.get("/readyz")).json()
        return {each["name"]: (each["ok"], each["figure"]) for each in body["checks"]}

    async def status(self) -> tuple[int, str]:
        self.clock.advance(seconds=1)
        answer = await self.client.get("/readyz")
        return answer.status_code, answer.json()["status"]


def connect(site: FastAPI, client: tuple[str, int] = LOCAL) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(site, client=client)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


@asynccontextmanager
async def open_place(database: Database, **settings: object) -> AsyncIterator[Place]:
    settings = {"files_dir": str(place_files(database)), "disk_min_mb": 0} | settings
    clock, bot = FixedClock(dt.datetime.now(dt.UTC)), ToldBot()
    channels: dict[str, Any] = {"web": RecordingChannel(), bot.name: bot}
    app = build(build_settings(**settings), database, clock=clock, channels=channels)
    await hold_turn(app)
    async with connect(build_health_site(app)) as client:
        yield Place(app, clock, client)
    app.library.close()


async def hold_turn(app: App, lease: dt.timedelta = 60 * SECOND) -> None:
    async with app.database.write() as work:
        for bot in app.bots:
            now = app.clock.now()
            await work.leases.take(name_turn(bot.name), "somebody", now=now, lease=lease)


@pytest.fixture
async def place(sqlite: Database) -> AsyncIterator[Place]:
    async with open_place(sqlite) as opened:
        yield opened


async def test_all_is_well_but_for_the_clock(database: Database, database_url: str) -> None:
    async with open_place(database) as place:
        found = await place.ask()
        assert all(is_ok for is_ok, _ in found.values())
        assert found["poller_telegram"] == (True, 59)
        assert await place.status() == (200, "ok")
        place.clock.advance(minutes=2)
        await hold_turn(place.app)
        found = await place.ask()
        if database_url.startswith("postgresql"):
            is_ok, ahead = found["clock_ahead_seconds"]
            assert not is_ok
            assert -130 < ahead < -110
            assert (await place.status())[0] == 503
        else:
            assert "clock_ahead_seconds" not in found


async def test_a_message_that_waits_too_long(place: Place) -> None:
    now = place.clock.now()
    await place.write(lambda work: work.inbox.add(LAN, "1", "x", now=now - 58 * SECOND))
    assert await place.status() == (200, "ok")
    place.clock.advance(seconds=2)
    assert (await place.ask())["inbox_oldest_seconds"][0] is False
    assert (await place.status())[0] == 503


async def test_a_reply_that_waits_too_long(place: Place) -> None:
    now = place.clock.now()
    late = NewReply(LAN, "x", OutboxKind.REPLY)
    night = NewReply(LAN, "x", OutboxKind.NOTICE, not_before=now + 3600 * SECOND)
    await place.write(lambda work: work.outbox.add_many([night], now=now - 3600 * SECOND))
    assert await place.status() == (200, "ok")
    await place.write(lambda work: work.outbox.add_many([late], now=now - 301 * SECOND))
    assert (await place.ask())["outbox_oldest_seconds"][0] is False


async def test_nobody_polls(place: Place) -> None:
    place.clock.advance(seconds=70)
    assert (await place.ask())["poller_telegram"][0] is False
    assert await place.status() == (503, "unavailable")
    await hold_turn(place.app)
    assert await place.status() == (200, "ok")


async def test_nobody_has_to_poll_where_webhooks_are_set(sqlite: Database) -> None:
    hooks = {"receive_by": "webhook", "public_url": "https://motcua.test"}
    async with open_place(sqlite, **hooks) as place:
        assert "poller_telegram" not in await place.ask()


async def test_a_token_that_cannot_be_renewed(place: Place) -> None:
    now = place.clock.now()

    async def keep(work: Work) -> None:
        await work.accounts.save(Account("zalo_oa", "1"), now=now)
        await work.token_pairs.save(
            "zalo_oa", "access", "refresh", expires_at=now + 3600 * SECOND, now=now
        )

    await place.write(keep)
    assert (await place.ask())["token_zalo_oa"] == (True, 1)
    await place.write(lambda work: work.token_pairs.note_failure("zalo_oa", "-14", now=now))
    assert (await place.ask())["token_zalo_oa"][0] is False


async def test_what_was_given_up_is_told_but_keeps_nobody_away(place: Place) -> None:
    message = Message(LAN, "1", "x", MONDAY)
    now = place.clock.now()
    await place.write(lambda work: work.inbox.add(LAN, "1", dump_message(message), now=now))
    for _ in range(5):
        async with place.app.database.write() as work:
            [claimed] = await work.inbox.claim(now=now, lease=SECOND)
            await work.inbox.fail(claimed, now=now, error="X", delay=dt.timedelta())
    assert (await place.ask())["parked"] == (False, 1)
    assert await place.status() == (200, "degraded")


async def test_an_embedder_that_fails_is_told(place: Place) -> None:
    place.app.metrics.time_embedding(0.1, is_done=False)
    assert (await place.ask())["embedder"][0] is False
    assert await place.status() == (200, "degraded")


async def test_too_little_room_on_the_disk(sqlite: Database) -> None:
    async with open_place(sqlite, disk_min_mb=10**9) as place:
        is_ok, free = (await place.ask())["disk_free_mb"]
        assert not is_ok
        assert 0 < free < 10**9


async def test_without_a_database(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(place.app.database), "read", lambda _self: 1 / 0)
    assert await place.ask() == {"database": (False, None), **await _rest(place)}
    assert await place.status() == (503, "unavailable")
    assert (await place.client.get("/healthz")).json() == {"status": "ok"}  # still alive
    assert b"motcua_database_up 0.0" in (await place.client.get("/metrics")).content


async def _rest(place: Place) -> dict[str, tuple[bool, Any]]:
    found = await place.ask()
    return {name: found[name] for name in ("disk_free_mb", "embedder")}


async def test_a_database_that_hangs_is_given_up(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.health.looking.PATIENCE", 0.0)
    assert (await place.ask())["database"] == (False, None)


async def test_those_who_ask_often_get_the_same_look(place: Place) -> None:
    looking = Looking(place.app)
    age = dt.timedelta(seconds=10)
    first = await looking.look(most_age=age)
    place.clock.advance(seconds=9)
    assert await looking.look(most_age=age) is first
    place.clock.advance(seconds=1)
    second = await looking.look(most_age=age)
    assert second is not first
    place.clock.advance(hours=-5)  # somebody has set the clock right
    assert await looking.look(most_age=age) is not second


async def test_those_who_wait_for_a_slow_look_do_not_look_in_turn(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, looks = Looking(place.app), 0
    look_anew = looking._look_anew

    async def look_slowly(now: dt.datetime) -> Look:
        nonlocal looks
        looks += 1
        await asyncio.sleep(0)
        place.clock.advance(seconds=5)
        return await look_anew(now)

    monkeypatch.setattr(looking, "_look_anew", look_slowly)
    await asyncio.gather(*(looking.look(most_age=SECOND) for _ in range(20)))
    assert looks == 1
    await looking.look(most_age=SECOND)
    assert looks == 2


async def test_a_working_morning_on_which_nobody_was_told_anything(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lan", "Văn phòng", Rank.CLERK)
    async with open_place(sqlite) as place:
        for day, expected in (("2026-11-23", 1), ("2026-11-22", 0)):  # Monday, Sunday
            place.clock.moment = dt.datetime.fromisoformat(f"{day}T01:30:00+00:00")
            look = await Looking(place.app).look(most_age=SECOND)
            assert look.found
            assert look.found.mornings_missing == expected
        place.clock.moment = MONDAY
        await place.app.tick()
        look = await Looking(place.app).look(most_age=SECOND)
        assert look.found
        assert look.found.mornings_missing == 0


# Who is told


STRANGERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("10.0.0.7", {}),
    ("testclient", {}),
    ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}),
    ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}),
    ("127.0.0.1", {"X-Real-IP": "127.0.0.1"}),
    ("127.0.0.1", {"Via": "1.1 caddy"}),
    ("127.0.0.1", {"X-Forwarded-Proto": "https"}),
    ("127.0.0.1", {"Host": "hoidap.xabenlua.vn"}),
    ("127.0.0.1", {"Host": "10.0.0.5:8080"}),
    ("10.0.0.7", {"Host": "127.0.0.1"}),
    ("10.0.0.7", {"Authorization": "Bearer "}),
)
WRONG = (f"Bearer {TOKEN}x", f"bearer {TOKEN}", TOKEN, "Bearer \xe9", "")
PATHS = ("/readyz", "/metrics")


async def test_without_a_token_only_this_machine(place: Place) -> None:
    site = build_health_site(place.app)
    for host in ("127.0.0.1", "::1"):
        async with connect(site, (host, 1)) as browser:
            assert [(await browser.get(path)).status_code for path in PATHS] == [200, 200]
    for name in ("localhost:8080", "[::1]:8080", "127.0.0.1:8080"):
        async with connect(site) as browser:
            assert (await browser.get("/readyz", headers={"Host": name})).status_code == 200
    for host, headers in STRANGERS:
        async with connect(site, (host, 1)) as browser:
            given = [(await browser.get(path, headers=headers)).status_code for path in PATHS]
            assert given == [404, 404], (host, headers)
            assert (await browser.get("/healthz", headers=headers)).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.7"])
async def test_with_a_token_who_bears_it_from_wherever(sqlite: Database, host: str) -> None:
    async with (
        open_place(sqlite, metrics_token=TOKEN) as place,
        connect(build_health_site(place.app), (host, 1)) as browser,
    ):
        for path in PATHS:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            assert (await browser.get(path, headers=headers)).status_code == 200
            for wrong in WRONG:
                bad = {b"Authorization": wrong.encode("latin-1")}
                assert (await browser.get(path, headers=bad)).status_code == 404, wrong


async def test_nothing_private_is_told(place: Place) -> None:
    await place.write(
        lambda work: work.inbox.add(Address("web", "lan-0912"), "secret-id", "lời", now=MONDAY)
    )
    for path in ("/readyz", "/metrics"):
        text = (await place.client.get(path)).text
        assert not [each for each in ("lan-0912", "secret-id", "12345678") if each in text]


# A port of its own


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@asynccontextmanager
async def running(database: Database, role: Role) -> AsyncIterator[str]:
    port = find_port()
    settings = build_settings(files_dir=str(place_files(database)), health_port=port)
    service = Service(build(settings, database), role=role)
    started = asyncio.Event()

    async def start() -> None:
        started.set()

    task = asyncio.create_task(service.run(on_started=start))
    await started.wait()
    yield f"http://127.0.0.1:{port}"
    service.stop()
    await asyncio.wait_for(task, 10)


async def test_a_worker_tells_on_a_port_of_its_own(sqlite: Database) -> None:
    async with running(sqlite, Role.WORKER) as url, httpx.AsyncClient(base_url=url) as client:
        assert (await client.get("/healthz")).json() == {"status": "ok"}
        assert b"motcua_database_up 1.0" in (await client.get("/metrics")).content
        assert {each["name"] for each in (await client.get("/readyz")).json()["checks"]} >= {
            "database", "migrations", "disk_free_mb", "inbox_oldest_seconds"
        }  # fmt: skip
        assert (await client.get("/")).status_code == 404
