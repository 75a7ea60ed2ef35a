"""Delivery: other addresses, pace, several couriers; what is known afterwards."""

import asyncio
import datetime as dt
import logging
from collections.abc import Sequence

import pytest

from bot.channels.base import TryLater, Unreachable
from bot.worker import put_out
from handlers.messages import Button, Reply, dump_reply
from knowledge.cases.states import CaseKind, Notice
from storage.database import Database
from storage.values import Address, CaseNotice, NewCase
from tests.factories.post import (
    DIGEST,
    HOUR,
    LAN,
    NOTICE,
    REPLY,
    PacedChannel,
    Post,
    ToldChannel,
    link,
    open_post,
)
from tests.factories.talk import FixedClock

# Other addresses


async def test_an_official_is_reached_at_once_at_the_address_linked_last(
    database: Database,
) -> None:
    zalo, telegram = ToldChannel(dead={"a", "c"}), ToldChannel(name="telegram")
    post = open_post(database, zalo, telegram)
    await link(database, Address("telegram", "b"), Address("zalo", "a"), Address("zalo", "c"))
    digest = Reply("việc", (Button("Xong", "xong 1"),), kind=DIGEST)
    await post.put(digest, to=Address("zalo", "a"))
    assert await post.courier.sweep() == 1
    assert [user for user, _, _ in telegram.sent] == ["b"]
    assert telegram.buttons == ["xong 1"]
    assert len(zalo.tries) == 2  # c, linked last, came before b
    assert (await post.row()).tried == ["zalo a", "zalo c"]
    assert await post.states() == {"delivered": 1}


async def test_rows_that_move_keep_their_order(sqlite: Database) -> None:
    zalo, telegram = ToldChannel(dead={"a"}), ToldChannel(name="telegram")
    post = open_post(sqlite, zalo, telegram)
    await link(sqlite, Address("zalo", "a"), Address("telegram", "b"))
    telegram.failures = [TryLater()]
    now = post.clock.now()
    async with sqlite.write() as work:
        replies = [Reply("một"), Reply("hai")]
        born = await put_out(work, replies, Address("zalo", "a"), courier=post.courier, now=now)
    await post.courier.deliver(born)
    for _ in range(2):
        await post.sweep_after(minutes=1)
    assert telegram.texts == ["một", "hai"]


@pytest.mark.parametrize("case", ["citizen", "left", "all dead", "changed hands"])
async def test_who_is_reached_nowhere(sqlite: Database, case: str) -> None:
    channel = ToldChannel(dead={"a", "b"} if case == "all dead" else {"a"})
    post = open_post(sqlite, channel)
    a, b = Address("zalo", "a"), Address("zalo", "b")
    if case != "citizen":
        await link(sqlite, a, b, left=case == "left")
    await post.put(Reply("xin chào"), to=a)
    if case == "changed hands":
        other = await link(sqlite, Address("zalo", "x"))
        async with sqlite.write() as work:
            later = post.clock.now() + dt.timedelta(seconds=1)
            await work.people.add_address(other.id, a, now=later)
    await post.courier.sweep()
    assert not channel.sent
    assert await post.states() == {"unreachable": 1}


async def test_an_address_of_another_process_is_left_to_it(sqlite: Database) -> None:
    zalo = ToldChannel(dead={"a"})
    post = open_post(sqlite, zalo)
    await link(sqlite, Address("zalo", "a"), Address("telegram", "b"))
    await post.put(Reply("xin chào"), to=Address("zalo", "a"))
    await post.courier.sweep()
    telegram = ToldChannel(name="telegram")
    other = open_post(sqlite, telegram, clock=post.clock)
    assert await other.courier.sweep() == 1
    assert telegram.texts == ["xin chào"]


# Pace


async def test_a_paced_channel_gets_its_burst_and_then_its_rate(sqlite: Database) -> None:
    channel, free = PacedChannel(), ToldChannel(name="telegram")
    post = open_post(sqlite, channel, free)
    await post.put(*(Reply(f"{i}", to=Address("zalo", f"u{i}")) for i in range(8)))
    await post.put(Reply("khác", to=Address("telegram", "b")))
    assert await post.courier.sweep() == 4
    assert free.texts == ["khác"]
    assert await post.courier.sweep() == 0
    assert await post.sweep_after(seconds=1) == 1
    assert await post.sweep_after(seconds=2) == 2
    assert len(channel.sent) == 6


async def test_replies_born_claimed_keep_the_pace_too(sqlite: Database) -> None:
    channel = PacedChannel(burst=2)
    post = open_post(sqlite, channel)
    async with sqlite.write() as work:
        replies = [Reply(f"{i}") for i in range(4)]
        born = await put_out(work, replies, LAN, courier=post.courier, now=post.clock.now())
    await post.courier.deliver(born)
    assert await post.states() == {"delivered": 2, "new": 2}
    for _ in range(2):
        await post.sweep_after(seconds=1)
    assert channel.texts == ["0", "1", "2", "3"]


async def test_a_limit_of_the_whole_channel_stops_all_of_it(sqlite: Database) -> None:
    minute = dt.timedelta(minutes=1)
    channel = ToldChannel(failures=[TryLater(minute, whole_channel=True)])
    post = open_post(sqlite, channel)
    await post.put(*(Reply(f"{i}", to=Address("zalo", f"u{i}")) for i in range(30)))
    await post.courier.sweep()
    assert len(channel.tries) <= 4  # those that were being sent side by side
    sent = len(channel.sent)
    assert await post.sweep_after(seconds=59) == 0
    await post.sweep_after(seconds=1)
    await post.courier.sweep()
    assert len(channel.sent) == 30
    assert sent < 4


# Several at once


async def test_several_couriers_send_every_row_once(database: Database) -> None:
    channel, clock = ToldChannel(), FixedClock()
    posts = [open_post(database, channel, clock=clock) for _ in range(3)]
    async with database.write() as work:
        for i in range(60):
            address, payload = Address("zalo", f"u{i % 12}"), dump_reply(Reply(f"{i:02}"))
            kind = (REPLY, NOTICE)[i % 2]
            await work.outbox.add(address, payload, kind=kind, now=clock.now())

    async def deliver(post: Post) -> None:
        while await post.courier.sweep(limit=7):
            pass

    for _ in range(2):
        await asyncio.gather(*(deliver(post) for post in posts))
    assert sorted(channel.texts) == [f"{i:02}" for i in range(60)]
    for user in {user for user, _, _ in channel.sent}:
        texts = [text for to, text, _ in channel.sent if to == user]
        assert texts == sorted(texts)


# What is known afterwards


async def keep_notice(database: Database, clock: FixedClock) -> str:
    """Keep a notice to the sender of a case; give the subject it goes out under."""
    async with database.write() as work:
        place = await work.localities.ensure("xã Thử Nghiệm")
        case_id = await work.cases.open(
            NewCase(
                code="PA261123-7K3QXC",
                locality_id=place.id,
                sender=LAN,
                kind=CaseKind.SCENE,
                content="Đèn đường đầu thôn hỏng.",
                received_at=clock.now(),
                accept_by=clock.now().date(),
            )
        )
        return await work.case_notices.add(case_id, Notice.ANSWERED, "Đã sửa.", now=clock.now())


async def read_notice(database: Database) -> CaseNotice:
    async with database.read() as work:
        [notice] = await work.case_notices.of_case(1)
    return notice


FAILURES: Sequence[tuple[str, list[Exception | None], bool, str]] = [
    ("sent", [], False, "told"),
    ("shown later", [], True, "open"),
    ("no such address", [Unreachable()], False, "failed"),
    ("a defect", [RuntimeError()] * 5, False, "failed"),
    ("always later", [TryLater() for _ in range(999)], False, "failed"),
    ("later once", [TryLater()], False, "told"),
]


@pytest.mark.parametrize(("name", "failures", "shows_later", "known"), FAILURES)
async def test_a_sender_is_told_or_is_known_not_to_be(
    sqlite: Database, name: str, failures: list[Exception | None], shows_later: bool, known: str
) -> None:
    del name
    channel = ToldChannel(failures=list(failures), shows_later=shows_later)
    post = open_post(sqlite, channel)
    subject = await keep_notice(sqlite, post.clock)
    until = post.clock.now() + 2 * HOUR
    await post.put(Reply("Đã sửa.", kind=NOTICE, subject=subject, useful_until=until))
    for _ in range(15):
        await post.sweep_after(minutes=15)
    notice = await read_notice(sqlite)
    assert (notice.told_at is not None, notice.failed_at is not None) == {
        "told": (True, False), "failed": (False, True), "open": (False, False),
    }[known]  # fmt: skip


async def test_the_operator_hears_of_long_waits_once(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    post = open_post(sqlite)
    later = post.clock.now() + 3 * HOUR
    await post.put(Reply("một"), Reply("hai"), Reply("sau", not_before=later))
    caplog.set_level(logging.WARNING)
    for minutes in (30, 31, 1):
        post.clock.advance(minutes=minutes)
        async with sqlite.read() as work:
            await post.courier.look_for_waiting(work)
    assert [record.getMessage() for record in caplog.records] == [
        "replies that have waited for over an hour: zalo 2"
    ]
