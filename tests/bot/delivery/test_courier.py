"""Delivery: order, patience, what is of no use any more."""

import asyncio
import datetime as dt
from dataclasses import dataclass

import pytest
import sqlalchemy as sa  # noqa: TID251 - to break a table
from sqlalchemy.exc import OperationalError  # noqa: TID251

from bot.channels.base import TryLater
from bot.delivery.courier import Courier
from bot.delivery.delays import wait_longer
from bot.worker import put_out
from handlers.messages import Reply
from storage.database import Database
from storage.values import Address
from tests.factories.post import (
    DIGEST,
    HOUR,
    LAN,
    LEASE,
    MINH,
    NOTICE,
    REPLY,
    Post,
    ToldChannel,
    open_post,
)
from tests.factories.talk import FixedClock

# Order


async def test_replies_come_before_notices_before_digests_and_the_oldest_first(
    sqlite: Database,
) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    kinds = [DIGEST, NOTICE, REPLY, NOTICE, REPLY]
    for number, kind in enumerate(kinds):
        await post.put(Reply(f"{kind} {number}", kind=kind), to=Address("zalo", f"u{number}"))
    for _ in kinds:
        assert await post.courier.sweep(limit=1) == 1
    assert channel.texts == ["reply 2", "reply 4", "notice 1", "notice 3", "digest 0"]


async def test_many_rows_for_one_address_do_not_hold_up_another(sqlite: Database) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    await post.put(*(Reply(f"Lan {i}") for i in range(5)))
    await post.put(Reply("Minh 0"), to=MINH)
    assert await post.courier.sweep(limit=2) == 2
    assert channel.texts == ["Lan 0", "Minh 0"]


async def test_what_is_for_later_neither_goes_out_nor_holds_up_what_follows(
    sqlite: Database,
) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    later = Reply("sáng mai", kind=NOTICE, not_before=post.clock.now() + HOUR)
    now = Reply("bây giờ", kind=NOTICE)
    async with sqlite.write() as work:
        born = await put_out(work, [later, now], LAN, courier=post.courier, now=post.clock.now())
    assert len(born) == 1
    await post.courier.deliver(born)
    assert await post.courier.sweep() == 0
    await post.put(Reply("lát nữa", kind=NOTICE))
    await post.sweep_after(minutes=59)
    assert channel.texts == ["bây giờ", "lát nữa"]
    await post.sweep_after(minutes=1)
    assert channel.texts[2:] == ["sáng mai"]


async def test_when_two_are_ready_the_earlier_made_goes_first(sqlite: Database) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    await post.put(Reply("một", not_before=post.clock.now() + HOUR), Reply("hai"))
    await post.sweep_after(hours=1)
    await post.courier.sweep()
    assert channel.texts == ["một", "hai"]


async def test_what_is_withdrawn_before_its_moment_never_goes_out(sqlite: Database) -> None:
    channel = ToldChannel(failures=[TryLater()])
    post = open_post(sqlite, channel)
    later = post.clock.now() + HOUR
    await post.put(Reply("hoãn", subject="x 1"), to=MINH)
    await post.put(Reply("sau", subject="x 1", not_before=later), Reply("khác", subject="x 2"))
    await post.courier.sweep()
    async with sqlite.write() as work:
        await work.outbox.withdraw("x 1")
    await post.sweep_after(hours=2)
    assert channel.texts == ["khác"]


# Patience


async def test_a_channel_that_is_away_for_hours_parks_nothing(sqlite: Database) -> None:
    channel = ToldChannel(failures=[TryLater() for _ in range(12)])
    post = open_post(sqlite, channel)
    await post.put(Reply("kết quả", kind=NOTICE), Reply("tiếp theo", kind=NOTICE))
    gaps = []
    while await post.courier.sweep() and not channel.sent:
        ready_at = (await post.row()).lease_until
        assert ready_at
        gaps.append(ready_at - post.clock.now())
        post.clock.moment = ready_at
    assert len(gaps) == 12
    assert gaps[0] < dt.timedelta(seconds=3)
    assert dt.timedelta(minutes=7) < gaps[-1] < dt.timedelta(minutes=13)
    assert len(set(channel.tries)) == 1  # the same key each time
    assert (await post.states())["delivered"] == 1


async def test_the_channel_says_after_how_long(sqlite: Database) -> None:
    channel = ToldChannel(failures=[TryLater(dt.timedelta(minutes=5))])
    post = open_post(sqlite, channel)
    await post.put(Reply("xin chào"))
    await post.courier.sweep()
    assert await post.sweep_after(minutes=4, seconds=59) == 0
    assert await post.sweep_after(seconds=1) == 1
    assert channel.texts == ["xin chào"]


@pytest.mark.parametrize("whole", [True, False])
async def test_a_service_that_asks_for_years_is_tried_the_same_day(
    sqlite: Database, whole: bool
) -> None:
    channel = ToldChannel(failures=[TryLater(dt.timedelta.max, whole_channel=whole)])
    post = open_post(sqlite, channel)
    await post.put(Reply("xin chào"))
    await post.courier.sweep()
    assert await post.sweep_after(hours=11) == 0
    assert await post.sweep_after(hours=1) == 1


@pytest.mark.parametrize("failure", [TryLater(may_have_arrived=True), TimeoutError()])
async def test_what_may_have_arrived_is_tried_five_times_with_one_key(
    sqlite: Database, failure: Exception
) -> None:
    channel = ToldChannel(failures=[failure] * 9)
    post = open_post(sqlite, channel)
    await post.put(Reply("xin chào"))
    for _ in range(9):
        await post.sweep_after(minutes=30)
    assert len(channel.tries) == 5
    assert len(set(channel.tries)) == 1
    assert await post.states() == {"parked": 1}


async def test_a_send_that_hangs_is_cut_before_the_lease_ends(sqlite: Database) -> None:
    @dataclass
    class Hanging(ToldChannel):
        async def send(self, address: Address, reply: Reply, *, key: str) -> None:
            await asyncio.sleep(60)

    clock = FixedClock()
    lease = dt.timedelta(milliseconds=50)
    courier = Courier(sqlite, {"zalo": Hanging()}, clock=clock, lease=lease)
    post = Post(sqlite, clock, courier)
    await post.put(Reply("xin chào"))
    await post.courier.sweep()
    assert (await post.row()).error == "no_answer"


async def test_what_cannot_begin_in_time_for_its_lease_is_given_back(sqlite: Database) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    await post.put(*(Reply(f"{i}", to=Address("zalo", f"u{i}")) for i in range(3)))
    async with sqlite.write() as work:
        claimed = await work.outbox.claim(
            now=post.clock.now(), lease=LEASE, limit=9, channels=["zalo"]
        )
    await post.courier.deliver(claimed[:1])
    post.clock.advance(seconds=16)  # a slow first one: half the lease is over
    await post.courier.deliver(claimed[1:])
    assert channel.texts == ["0"]
    assert await post.states() == {"delivered": 1, "new": 2}
    assert await post.courier.sweep() == 2


async def test_after_a_kill_the_row_is_delivered_when_its_lease_has_ended(
    database: Database,
) -> None:
    channel = ToldChannel()
    post = open_post(database, channel)
    await post.put(Reply("xin chào"))
    async with database.write() as work:  # another process, killed while sending
        await work.outbox.claim(now=post.clock.now(), lease=LEASE, limit=9, channels=["zalo"])
    assert await post.sweep_after(seconds=29) == 0
    assert await post.sweep_after(seconds=1) == 1
    assert channel.texts == ["xin chào"]


# Usefulness


@pytest.mark.parametrize(
    ("reply", "sent_after", "stale_after"),
    [
        (Reply("trả lời"), 23, 24),
        (Reply("thông báo", kind=NOTICE), 24 * 7 - 1, 24 * 7),
        (Reply("việc hôm nay", kind=DIGEST), 14, 15),  # 09:00 in Viet Nam: fifteen hours left
    ],
)
async def test_of_no_use_any_more(
    sqlite: Database, reply: Reply, sent_after: int, stale_after: int
) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    await post.put(reply)
    await post.put(Reply(reply.text, kind=reply.kind, subject="x"), to=MINH)
    post.clock.advance(hours=sent_after)
    assert await post.courier.sweep(user="lan") == 1
    assert await post.sweep_after(hours=stale_after - sent_after) == 0
    assert await post.states() == {"delivered": 1, "stale": 1}
    assert [user for user, _, _ in channel.sent] == ["lan"]


async def test_a_reply_sets_its_own_end_and_a_stale_one_frees_the_next(sqlite: Database) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    soon = post.clock.now() + dt.timedelta(minutes=5)
    await post.put(Reply("cũ", useful_until=soon), Reply("mới"))
    await post.sweep_after(minutes=5)
    assert channel.texts == ["mới"]


@pytest.mark.parametrize(("waited", "least", "most"), [(0, 1, 3), (60, 44, 76), (9999, 449, 751)])
async def test_waits_grow_up_to_a_limit(
    sqlite: Database, waited: int, least: int, most: int
) -> None:
    clock = FixedClock()
    async with sqlite.write() as work:
        row = await work.outbox.add(LAN, "{}", kind=REPLY, now=clock.now())
    delay = wait_longer(row, now=clock.now() + dt.timedelta(seconds=waited))
    assert least < delay.total_seconds() < most


# Recording several at once


async def test_a_claim_that_is_lost_spoils_nobody_elses(sqlite: Database) -> None:
    channel = ToldChannel()
    post = open_post(sqlite, channel)
    await post.put(*(Reply(f"{i}", to=Address("zalo", f"u{i}")) for i in range(4)))
    now = post.clock.now()
    async with sqlite.write() as work:
        claimed = await work.outbox.claim(now=now, lease=LEASE, limit=9, channels=["zalo"])
        await work.outbox.give_back(claimed[1])  # as if another had taken it over
    await post.courier.deliver(claimed)
    assert len(channel.sent) == 4
    assert await post.states() == {"delivered": 3, "new": 1}


async def test_what_cannot_be_recorded_is_raised_to_every_sender(sqlite: Database) -> None:
    post = open_post(sqlite, ToldChannel())
    await post.put(*(Reply(f"{i}", to=Address("zalo", f"u{i}")) for i in range(3)))
    async with sqlite.write() as work:
        claimed = await work.outbox.claim(
            now=post.clock.now(), lease=LEASE, limit=9, channels=["zalo"]
        )
        await work._session.execute(sa.text("ALTER TABLE outbox RENAME TO gone"))
    results = await asyncio.gather(
        *(post.courier.deliver([row]) for row in claimed), return_exceptions=True
    )
    assert [type(result) for result in results] == [OperationalError] * 3
