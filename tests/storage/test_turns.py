"""Writers of one process take turns: SQLite would let them sleep, and in no order."""

import asyncio

from storage.database import Database
from storage.values import Address
from tests.factories.talk import MONDAY


async def test_writers_finish_in_the_order_they_came(sqlite: Database) -> None:
    done: list[int] = []

    async def write(number: int) -> None:
        async with sqlite.write() as work:
            address = Address("web", f"u{number}")
            await work.inbox.add(address, str(number), "x", now=MONDAY)
            await asyncio.sleep(0)
        done.append(number)

    async with asyncio.timeout(10):
        await asyncio.gather(*(write(number) for number in range(60)))
    assert done == list(range(60))


async def test_a_writer_that_fails_or_is_cut_off_gives_its_turn_back(database: Database) -> None:
    async def hang() -> None:
        async with database.write():
            await asyncio.Event().wait()

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0.05)
    hanging.cancel()
    await asyncio.wait({hanging})
    async with asyncio.timeout(5), database.write() as work:
        assert await work.inbox.add(Address("web", "lan"), "1", "x", now=MONDAY)
