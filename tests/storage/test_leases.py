"""Leases: one holder at a time, prolonged by it, taken over when they have ended."""

import asyncio
import datetime as dt

from storage.database import Database

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)
SECOND = dt.timedelta(seconds=1)


async def take(database: Database, holder: str, *, at: dt.datetime = NOW, name: str = "x") -> bool:
    async with database.write() as work:
        return await work.leases.take(name, holder, now=at, lease=LEASE)


async def release(database: Database, holder: str) -> None:
    async with database.write() as work:
        await work.leases.release("x", holder)


async def test_one_holder_at_a_time(database: Database) -> None:
    assert await take(database, "a")
    assert not await take(database, "b", at=NOW + LEASE - SECOND)
    assert await take(database, "b", name="y")
    assert await take(database, "b", at=NOW + LEASE)
    assert not await take(database, "a", at=NOW + LEASE)


async def test_its_holder_prolongs_it(database: Database) -> None:
    assert await take(database, "a")
    assert await take(database, "a", at=NOW + LEASE - SECOND)
    assert not await take(database, "b", at=NOW + LEASE)
    assert await take(database, "a", at=NOW + 9 * LEASE)  # ended, and nobody else wanted it


async def test_only_its_holder_gives_it_back(database: Database) -> None:
    assert await take(database, "a")
    await release(database, "b")
    assert not await take(database, "b")
    await release(database, "a")
    assert await take(database, "b")


async def test_of_many_at_once_one_gets_it(database: Database) -> None:
    taken = await asyncio.gather(*(take(database, f"h{number}") for number in range(12)))
    assert sum(taken) == 1
    late = NOW + LEASE
    taken = await asyncio.gather(*(take(database, f"i{n}", at=late) for n in range(12)))
    assert sum(taken) == 1
