"""Delivery beside everything else: bounded for each channel, in order, nothing lost by a stop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.channels.base import TryLater
from bot.delivery.courier import IN_FLIGHT, TIDY_EVERY
from bot.worker import put_out
from handlers.messages import Reply
from storage.database import Database
from storage.values import Address, Outgoing
from storage.work import Work
from tests.factories.post import LEASE, Post, ToldChannel, open_post


@dataclass
class GatedChannel(ToldChannel):
    """Hang until let go; what waits is counted."""

    waiting: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        self.waiting += 1
        await self.gate.wait()
        self.waiting -= 1
        await ToldChannel.send(self, address, reply, key=key)


def write_all(channel: str, count: int) -> list[Reply]:
    return [Reply(f"{i}", to=Address(channel, f"u{i}")) for i in range(count)]


async def claim(post: Post, *replies: Reply) -> Sequence[Outgoing]:
    await post.put(*replies)
    async with post.database.write() as work:
        return await work.outbox.claim(
            now=post.clock.now(), lease=LEASE, limit=9, channels=["zalo"]
        )


async def wait_for(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110  what is waited for has no event
            await asyncio.sleep(0.005)


async def test_a_channel_that_hangs_holds_up_no_other_and_takes_so_many(
    sqlite: Database,
) -> None:
    hanging, well = GatedChannel("telegram"), ToldChannel()
    post = open_post(sqlite, hanging, well)
    await post.put(*write_all("telegram", IN_FLIGHT + 30), *write_all("zalo", 30))
    while await post.courier.sweep_on():  # noqa: ASYNC110  claims one batch after another
        await asyncio.sleep(0)
    assert (hanging.waiting, post.courier.can_take("telegram")) == (IN_FLIGHT, False)
    await wait_for(lambda: len(well.sent) == 30)
    assert post.courier.can_take("zalo")
    hanging.gate.set()
    await post.courier.settle()
    while await post.courier.sweep_on():
        await post.courier.settle()
    assert len(hanging.sent) == IN_FLIGHT + 30
    assert await post.states() == {"delivered": IN_FLIGHT + 60}


async def test_what_finds_no_room_waits_in_the_database_and_nobody_for_it(
    sqlite: Database,
) -> None:
    hanging = GatedChannel("telegram")
    post = open_post(sqlite, hanging)
    await post.put(*write_all("telegram", IN_FLIGHT))
    while await post.courier.sweep_on():  # noqa: ASYNC110  claims one batch after another
        await asyncio.sleep(0)
    now = post.clock.now()
    async with sqlite.write() as work:
        later = Reply("lát nữa", to=Address("telegram", "minh"))
        assert not await put_out(work, [later], None, courier=post.courier, now=now)
    hanging.gate.set()
    await post.courier.settle()
    assert await post.courier.sweep() == 1
    assert hanging.texts[-1] == "lát nữa"


async def test_the_order_of_a_lane_is_kept_beside(database: Database) -> None:
    channel = GatedChannel(failures=[None, TryLater()])
    channel.gate.set()
    post = open_post(database, channel)
    await post.put(*(Reply(f"{i}") for i in range(6)))
    for _ in range(9):
        await post.courier.sweep_on()
        await post.courier.sweep_on()  # while the first is on its way
        await post.courier.settle()
        post.clock.advance(minutes=1)
    assert channel.texts == [f"{i}" for i in range(6)]


async def test_what_waits_behind_an_arrival_is_told_of_it(sqlite: Database) -> None:
    channel = GatedChannel()
    post = open_post(sqlite, channel)
    await post.put(Reply("một"), Reply("hai"))
    assert await post.courier.sweep_on() == 1
    post.courier.stirred.clear()
    assert await post.courier.sweep_on() == 0
    channel.gate.set()
    await asyncio.wait_for(post.courier.stirred.wait(), 2)
    assert await post.courier.sweep() == 1
    assert channel.texts == ["một", "hai"]


async def test_a_wait_that_is_given_up_stops_no_delivery(sqlite: Database) -> None:
    channel = GatedChannel()
    post = open_post(sqlite, channel)
    await post.put(Reply("một"))
    await post.courier.sweep_on()
    settling = asyncio.create_task(post.courier.settle())
    await wait_for(lambda: channel.waiting == 1)
    settling.cancel()
    await asyncio.wait({settling})
    channel.gate.set()
    await post.courier.settle()
    assert await post.states() == {"delivered": 1}


async def test_what_cannot_be_recorded_beside_is_logged_and_sent_again(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    claimed = await claim(post, Reply("bí mật"))
    with monkeypatch.context() as patch:
        patch.setattr(Database, "write", lambda _self: 1 / 0)
        await post.courier.dispatch(claimed)
        await post.courier.settle()
    assert "delivering failed: ZeroDivisionError" in caplog.text
    assert "bí mật" not in caplog.text
    assert await post.sweep_after(seconds=31) == 1
    assert channel.texts == ["bí mật"] * 2


async def test_who_is_stopped_while_recording_leaves_nobody_waiting(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = open_post(sqlite, ToldChannel())
    claimed = await claim(post, *write_all("zalo", 3))
    commits, write = 0, Database.write

    @asynccontextmanager
    async def write_slowly(database: Database) -> AsyncIterator[Work]:
        nonlocal commits
        async with write(database) as work:
            yield work
            commits += 1
            await asyncio.sleep(0.05)

    monkeypatch.setattr(Database, "write", write_slowly)
    senders = [asyncio.create_task(post.courier.deliver([row])) for row in claimed]
    await wait_for(lambda: commits == 2)  # the second records for the third, too
    senders[1].cancel()
    _, waiting = await asyncio.wait(senders, timeout=5)
    assert not waiting
    assert await post.states() == {"delivered": 3}


async def test_an_idle_look_locks_nothing_and_what_is_stale_ends_within_seconds(
    sqlite: Database,
) -> None:
    post = open_post(sqlite, ToldChannel())
    assert await post.courier.sweep_on() == 0  # the first look tidies
    async with sqlite.write() as writer:  # no other can write meanwhile
        async with asyncio.timeout(2):
            assert await post.courier.sweep_on() == 0
        assert not await writer.outbox.count("new")
    until = post.clock.now() + TIDY_EVERY / 2
    await post.put(Reply("muộn", to=Address("zalo", "lan"), useful_until=until))
    post.clock.advance(seconds=TIDY_EVERY.total_seconds())
    assert await post.courier.sweep_on() == 0
    async with sqlite.read() as work:
        assert await work.outbox.count("stale") == 1
