"""Days of service: counted from the queues while these are kept, remembered afterwards."""

import datetime as dt

from storage.database import Database
from storage.values import Address, NewReply, OutboxKind
from storage.values.service import ServiceDay

NOON = dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)
SINCE = dt.datetime(2026, 11, 22, 17, 0, tzinfo=dt.UTC)
UNTIL = SINCE + dt.timedelta(days=1)
LEASE = dt.timedelta(hours=1)
LAN = Address("web", "lan")
LONG_AFTER = NOON + dt.timedelta(minutes=30)


async def reply(
    database: Database,
    took: float | None,
    *,
    asked_at: dt.datetime | None = NOON,
    address: Address = LAN,
    end: str = "delivered",
) -> None:
    """Store a reply, and let it end after some seconds."""
    made_at = asked_at or NOON
    async with database.write() as work:
        new = NewReply(address, "x", OutboxKind.REPLY, LEASE, asked_at=asked_at)
        [row] = await work.outbox.add_many([new], now=made_at)
        if took is not None:
            at = made_at + dt.timedelta(seconds=took)
            await getattr(work.outbox, end)(row, now=at)


async def count(database: Database, *, now: dt.datetime = LONG_AFTER) -> list[ServiceDay]:
    async with database.read() as work:
        return list(await work.service_days.count(DAY, SINCE, UNTIL, seconds=5, now=now))


def day(
    replies: int, in_time: int, slowest_ms: int, lost: int = 0, *, of: str = "web"
) -> ServiceDay:
    return ServiceDay(DAY, of, replies, in_time, 5, slowest_ms, lost)


async def test_replies_are_counted_by_how_long_they_took(database: Database) -> None:
    for took in (0.25, 5, 5.001, 61.5):
        await reply(database, took)
    await reply(database, 3, asked_at=None)  # a notice answers nothing
    await reply(database, 1, address=Address("telegram:123", "minh"))
    assert await count(database) == [day(1, 1, 1000, of="telegram:123"), day(4, 2, 61_500)]


async def test_a_day_begins_and_ends_at_midnight_in_viet_nam(database: Database) -> None:
    second = dt.timedelta(seconds=1)
    for asked_at in (SINCE - second, SINCE, UNTIL - second, UNTIL):
        await reply(database, 1, asked_at=asked_at)
    assert await count(database, now=UNTIL + LEASE) == [day(2, 2, 1000)]


async def test_what_is_on_its_way_counts_once_it_is_late(database: Database) -> None:
    await reply(database, None)
    assert await count(database, now=NOON + dt.timedelta(seconds=4)) == []
    assert await count(database, now=NOON + dt.timedelta(seconds=5)) == [day(1, 0, 0)]


async def test_who_cannot_be_reached_is_not_kept_waiting(database: Database) -> None:
    await reply(database, 1, end="unreachable")
    assert await count(database) == []


async def park_message(database: Database) -> None:
    async with database.write() as work:
        await work.inbox.add(LAN, "m1", "x", now=NOON)
    at = NOON
    for _ in range(5):
        async with database.write() as work:
            [claimed] = await work.inbox.claim(now=at, lease=LEASE)
            await work.inbox.fail(claimed, now=at, error="X", delay=dt.timedelta())


async def test_what_is_given_up_is_lost(database: Database) -> None:
    await park_message(database)
    await reply(database, None)
    async with database.write() as work:
        await work.outbox.tidy(now=NOON + dt.timedelta(hours=25))  # of no use any more
    assert await count(database) == [day(1, 0, 0, lost=2)]


async def keep(database: Database, *days: ServiceDay) -> None:
    async with database.write() as work:
        await work.service_days.save(days, now=LONG_AFTER)


async def kept(database: Database, first: dt.date = DAY) -> list[ServiceDay]:
    async with database.read() as work:
        return list(await work.service_days.list_from(first))


async def test_a_day_grows_and_outlives_its_messages(database: Database) -> None:
    await keep(database, day(2, 2, 900))
    await keep(database, day(3, 2, 7000, lost=1))
    await keep(database, day(3, 3, 7000))  # what was given up has been sent again
    assert await kept(database) == [day(3, 3, 7000)]
    await keep(database, day(1, 1, 100))  # the others are purged
    assert await kept(database) == [day(3, 3, 7000)]


async def test_the_latest_day_comes_first(database: Database) -> None:
    before = ServiceDay(DAY - dt.timedelta(days=1), "web", 1, 1, 5, 10, 0)
    await keep(database, before, day(1, 1, 10), day(1, 1, 10, of="telegram:1"))
    found = await kept(database, before.day)
    assert [(each.day, each.channel) for each in found] == [
        (DAY, "telegram:1"), (DAY, "web"), (before.day, "web")
    ]  # fmt: skip
    assert len(await kept(database)) == 2
