"""Which key each process writes under, and how a key is named."""

import datetime as dt

import pytest

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import CannotOpen
from tests.factories.talk import MONDAY

NEWEST = new_key()


async def test_processes_are_known_by_their_newest_key(database: Database) -> None:
    lease, later = dt.timedelta(minutes=1), MONDAY + dt.timedelta(seconds=50)

    async def note(process: str, key: str, now: dt.datetime) -> None:
        async with database.write() as work:
            await work.key_holders.note(process, key, now=now, lease=lease)

    async def list_keys(now: dt.datetime) -> list[str]:
        async with database.read() as work:
            return sorted(await work.key_holders.list_keys(now=now))

    await note("a", "11", MONDAY)
    await note("b", "22", MONDAY)
    await note("a", "11", later)
    assert await list_keys(later) == ["11", "22"]
    assert await list_keys(MONDAY + lease) == ["11"]  # b was killed
    async with database.write() as work:
        assert await work.leases.take("x", "h", now=MONDAY, lease=lease)
        await work.key_holders.leave("a")
    assert await list_keys(later) == ["22"]
    await note("c", "33", MONDAY + lease)
    async with database.write() as work:
        assert not await work.leases.take("x", "other", now=MONDAY, lease=lease)
    assert await list_keys(MONDAY) == ["33"]


def test_a_key_is_named_without_being_told(keys: list[str]) -> None:
    cipher = Cipher([NEWEST, *keys])
    assert len(set(cipher.key_ids)) == 2
    for name, key in zip(cipher.key_ids, [NEWEST, *keys], strict=True):
        assert len(name) == 8
        assert name not in key
    assert cipher.find_key(Cipher(keys).encrypt("x")) == 1
    assert cipher.find_key(b"x") is None
    with pytest.raises(CannotOpen):
        cipher.reseal(b"x")
