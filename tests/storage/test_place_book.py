"""Places are read once, and again as soon as anybody has changed one."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

import pytest

from storage.cipher import Cipher
from storage.database import Database
from storage.models import LocalityRow
from storage.values import Locality
from storage.work import Work


@pytest.fixture
async def other(database_url: str, keys: list[str]) -> AsyncIterator[Database]:
    """Another process's view of the same database."""
    opened = Database(database_url, Cipher(keys))
    yield opened
    await opened.close()


async def read(database: Database) -> tuple[Locality, ...]:
    async with database.read() as work:
        return tuple(await work.localities.list_all())


async def found(database: Database, name: str = "xã Bến Lụa") -> Locality:
    async with database.write() as work:
        return await work.localities.ensure(name)


async def test_they_are_read_once(database: Database) -> None:
    await found(database)
    first = await read(database)
    assert [place.name for place in first] == ["xã Bến Lụa"]
    assert (await read(database))[0] is first[0]


CHANGES: dict[str, Callable[[Work, int], Awaitable[object]]] = {
    "index": lambda work, n: work.localities.bump_index(n),
    "profile": lambda work, n: work.localities.save_profile(n, {"office.phone": "1"}),
    "lines": lambda work, n: work.localities.change_profile(n, {"office.phone": "1"}),
    "parent": lambda work, n: work.localities.set_parent(n, None),
    "successor": lambda work, n: work.localities.set_successor(n, None, valid_to=None),
    "ladder": lambda work, n: work.localities.save_ladder(n, {"usual": [3]}),
    "options": lambda work, n: work.localities.save_options(n, {"approver": "head"}),
    "another place": lambda work, n: work.localities.ensure("xã Gò Sậy"),
}


async def test_whatever_another_process_changes_is_seen(
    database: Database, other: Database
) -> None:
    place = await found(database)
    for name, change in CHANGES.items():
        before = await read(other)
        assert (await read(other))[0] is before[0]
        async with database.write() as work:
            await change(work, place.id)
        assert (await read(other))[0] is not before[0], name


async def test_own_settings_follow_too(database: Database, other: Database) -> None:
    place = await found(database)
    async with other.read() as work:
        assert (await work.localities.list_own_settings())[place.id].options == {}
    async with database.write() as work:
        await work.localities.save_options(place.id, {"approver": "head"})
    async with other.read() as work:
        settings = await work.localities.list_own_settings()
    assert settings[place.id].options == {"approver": "head"}


async def test_a_change_shows_in_its_own_transaction_and_not_elsewhere_before_its_end(
    database: Database, other: Database
) -> None:
    place = await found(database)
    await read(database)
    async with database.write() as work:
        await work.localities.save_profile(place.id, {"office.phone": "1"})
        [inside] = await work.localities.list_all()
        assert inside.profile == {"office.phone": "1"}
        [outside] = await read(other)
        assert outside.profile == {}
    assert (await read(other))[0].profile == {"office.phone": "1"}


async def test_what_was_rolled_back_is_not_kept(database: Database) -> None:
    place = await found(database)

    class Rolled(Exception):
        pass

    with suppress(Rolled):
        async with database.write() as work:
            await work.localities.save_profile(place.id, {"office.phone": "1"})
            await work.localities.list_all()
            raise Rolled
    assert (await read(database))[0].profile == {}


async def test_changes_at_once_are_all_seen(database: Database, other: Database) -> None:
    place = await found(database)

    async def change(by: Database) -> None:
        for _ in range(10):
            async with by.write() as work:
                await work.localities.bump_index(place.id)
            await read(by)

    await asyncio.gather(change(database), change(other))
    assert [each.index_revision for each in (*await read(database), *await read(other))] == [20] * 2


async def test_a_row_that_waits_to_be_written_shows_in_its_own_transaction(
    database: Database,
) -> None:
    place = await found(database)
    await read(database)
    async with database.write() as work:
        row = await work._session.get_one(LocalityRow, place.id)
        row.profile = {"office.phone": "1"}
        [inside] = await work.localities.list_all()
        assert inside.profile == {"office.phone": "1"}
