"""Token pairs: sealed, the one before kept, failures told once."""

import datetime as dt
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database
from storage.models import TokenPairRow
from storage.values import Account, TokenPair

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
OA = "zalo_oa:78808645"


async def save(database: Database, access: str, refresh: str, *, at: dt.datetime = NOW) -> None:
    async with database.write() as work:
        await work.accounts.save(Account(OA, "388613280878808645"), now=at)
        await work.token_pairs.save(OA, access, refresh, expires_at=at + HOUR, now=at)


async def find(database: Database) -> TokenPair | None:
    async with database.read() as work:
        return await work.token_pairs.find(OA)


async def note(database: Database, failure: str, *, at: dt.datetime = NOW) -> bool:
    async with database.write() as work:
        return await work.token_pairs.note_failure(OA, failure, now=at)


async def test_a_pair_is_kept_with_its_end(database: Database) -> None:
    assert await find(database) is None
    await save(database, "access-1", "refresh-1")
    assert await find(database) == TokenPair("access-1", "refresh-1", NOW + HOUR, NOW)


async def test_the_pair_before_is_kept_beside_the_new_one(database: Database) -> None:
    await save(database, "access-1", "refresh-1")
    await save(database, "access-2", "refresh-2", at=NOW + HOUR)
    found = await find(database)
    assert found == TokenPair("access-2", "refresh-2", NOW + 2 * HOUR, NOW + HOUR)
    async with database.read() as work:
        row = await work._session.get(TokenPairRow, OA)
    assert row
    assert row.previous_sealed
    assert database.cipher.decrypt(row.previous_sealed) == "access-1 refresh-1"


async def test_a_failure_is_told_the_first_time_and_ends_with_a_new_pair(
    database: Database,
) -> None:
    await save(database, "access-1", "refresh-1")
    assert await note(database, "-14014" + "x" * 100)
    assert not await note(database, "-14014", at=NOW + HOUR)
    found = await find(database)
    assert found
    assert (found.failed_at, found.failure) == (NOW, ("-14014" + "x" * 100)[:40])
    await save(database, "access-2", "refresh-2")
    found = await find(database)
    assert found
    assert (found.failed_at, found.failure) == (None, "")
    assert await note(database, "-14014")


async def test_a_pair_goes_with_its_account(database: Database) -> None:
    assert not await note(database, "-14014")  # nobody has logged in
    await save(database, "access-1", "refresh-1")
    async with database.write() as work:
        await work._session.execute(sa.text("DELETE FROM accounts"))
    assert await find(database) is None


async def test_another_process_reads_what_was_committed(database: Database) -> None:
    await save(database, "access-1", "refresh-1")
    async with database.read() as work:
        assert await work.token_pairs.find(OA)
        await work._session.commit()
        await save(database, "access-2", "refresh-2")
        found = await work.token_pairs.find(OA)
    assert found
    assert found.access == "access-2"


async def test_no_token_stands_in_the_file(sqlite: Database, sqlite_url: str) -> None:
    for number in (1, 2):
        await save(sqlite, f"access-{number}-secret", f"refresh-{number}-secret")
    await note(sqlite, "-14014")
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    written = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert b"-14014" in written  # what is not sealed would be found
    assert b"secret" not in written
