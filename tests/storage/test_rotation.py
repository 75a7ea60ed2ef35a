"""Everything sealed goes under the newest key, and nothing that others write is overwritten."""

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import Conflict, Unavailable
from storage.file_store import FileStore
from storage.meta import KEY_CHECK
from storage.models import CaseRow, PersonRow
from storage.rotation import rotating
from storage.rotation.files import SealedFiles
from storage.rotation.rotating import Rotation, survey
from storage.rotation.rows import Change, Key, SealedRow, look_at, reseal_row
from storage.rotation.tables import SealedTable, list_sealed_tables
from storage.values import Address, Dialogue, NewFile
from tests.factories.cases import CONTACT
from tests.factories.talk import MONDAY
from tests.storage.sealed import add_cases, fill_tables, read_sealed, read_unsealed

NEWEST = new_key()
# Of what does not hang on the database's own ways, one database says as much as two.
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
async def rotated(
    database: Database, database_url: str, keys: list[str], folder: Path
) -> AsyncIterator[Database]:
    """Give the same database, opened with a newer key before the old one."""
    database.files = FileStore(folder, database.cipher)
    opened = Database(database_url, Cipher([NEWEST, *keys]))
    opened.files = FileStore(folder, opened.cipher)
    yield opened
    await opened.close()


def files_of(database: Database, folder: Path) -> SealedFiles:
    return SealedFiles(folder, database.cipher)


async def store_file(database: Database, data: bytes) -> str:
    assert database.files
    name = database.files.add(data)
    async with database.write() as work:
        await work.files.add(
            Address("web", "lan"), NewFile(name, "image/png", len(data), "ảnh.png"), now=MONDAY
        )
    return name


def find_table(name: str) -> SealedTable:
    return next(of for of in list_sealed_tables() if of.name == name)


# Rows


async def test_every_table_opens_with_the_newest_key_alone(
    database: Database, rotated: Database, folder: Path
) -> None:
    await fill_tables(database)
    async with database.read() as work:
        before, plain = await read_sealed(work), await read_unsealed(work)
    texts = {where: database.cipher.decrypt(sealed) for where, sealed in before.items()}
    done = await Rotation(rotated, files_of(rotated, folder)).run()
    alone = Cipher([NEWEST])
    async with rotated.read() as work:
        after = await read_sealed(work)
        assert await read_unsealed(work) == plain
    assert {where: alone.decrypt(sealed) for where, sealed in after.items()} == texts
    assert done.rows == len(list_sealed_tables())
    assert (done.left, done.lost.total()) == (0, 0)


@on_sqlite
@pytest.mark.parametrize("is_damaged", [False, True])
async def test_a_row_needs_every_key_that_a_part_of_it_stands_under(
    database: Database, database_url: str, keys: list[str], folder: Path, is_damaged: bool
) -> None:
    await add_cases(database, range(1))
    middle = new_key()
    parts: dict[str, bytes] = {"answer_sealed": Cipher([middle]).encrypt("đã sửa")}
    if is_damaged:
        parts["where_sealed"] = b"?"
    async with database.write() as work:
        await work._session.execute(update(CaseRow).values(parts))
    opened = Database(database_url, Cipher([NEWEST, middle, *keys]))
    found = await survey(opened, files_of(opened, folder))
    await opened.close()
    assert found.rows[1] == 1
    assert found.unneeded == []
    found.old_digests = 0
    assert found.unneeded == []


@on_sqlite
async def test_a_second_run_changes_nothing(
    database: Database, rotated: Database, folder: Path
) -> None:
    await fill_tables(database)
    await store_file(database, b"abc")
    await Rotation(rotated, files_of(rotated, folder)).run()
    async with rotated.read() as work:
        before = await read_sealed(work)
    again = await Rotation(rotated, files_of(rotated, folder)).run()
    async with rotated.read() as work:
        assert await read_sealed(work) == before
    assert (again.rows, again.files) == (0, 0)
    assert again.looked > len(list_sealed_tables())


async def test_a_phone_is_found_with_the_newest_key_alone(
    database: Database, database_url: str, rotated: Database, folder: Path
) -> None:
    place_id = await add_cases(database, range(3))
    await Rotation(rotated, files_of(rotated, folder)).run()
    alone = Database(database_url, Cipher([NEWEST]))
    async with alone.read() as work:
        found = await work.cases.find_by_phone(CONTACT.phone, place_id)
    await alone.close()
    assert len(found) == 3


@pytest.mark.parametrize("table", ["cases", "dialogues"])
async def test_pages_follow_each_other_by_any_primary_key(
    table: str, database: Database, rotated: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotating, "BATCH", 3)
    await add_cases(database, range(8))
    async with database.write() as work:
        for user in range(3):
            for kind in ("a", "b", "c"):
                dialogue = Dialogue(kind, 1, "{}", MONDAY)
                await work.dialogues.save(Address("web", f"{user}"), dialogue)
    await Rotation(rotated, files_of(rotated, folder)).run()
    of = find_table(table)
    pages = [page async for page in rotating.read_pages(rotated, of)]
    assert [len(page) for page in pages] == {"cases": [3, 3, 2], "dialogues": [3, 3, 3]}[table]
    assert all(look_at(of, row, rotated.cipher).is_new for page in pages for row in page)


@pytest.mark.parametrize("contact", [None, b"another"])
async def test_what_others_change_meanwhile_stays(
    contact: bytes | None, database: Database, rotated: Database
) -> None:
    await add_cases(database, range(2))
    of = find_table("cases")
    async with rotated.read() as work:
        rows = await work.sealed_rows.list_page(of, None, 10)
    changes = [reseal_row(of, row, rotated.cipher) for row in rows]
    theirs = update(CaseRow).where(CaseRow.id == rows[0].key[0])
    async with database.write() as work:
        await work._session.execute(theirs.values(contact_sealed=contact, phone_digest=None))
    async with rotated.write() as work:
        assert await work.sealed_rows.replace(of, changes) == 1
    async with rotated.read() as work:
        first, second = await work.sealed_rows.list_page(of, None, 10)
    assert first.values["contact_sealed"] == contact
    assert first.values["phone_digest"] is None
    assert rotated.cipher.find_key(first.values["content_sealed"]) == 1
    assert rotated.cipher.find_key(second.values["content_sealed"]) == 0


@on_sqlite
async def test_rows_changed_under_its_hands_are_looked_at_again(
    database: Database, rotated: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_cases(database, range(2))
    monkeypatch.setattr(rotating, "PAUSE", 0)
    changed: list[Key] = []

    def change_before(of: SealedTable, row: SealedRow, cipher: Cipher) -> Change:
        change = reseal_row(of, row, cipher)
        if not changed:  # as if read before another's change
            changed.append(row.key)
            values = {**row.values, "where_sealed": b"x"}
            return Change(SealedRow(row.key, values), change.values)
        return change

    monkeypatch.setattr(rotating, "reseal_row", change_before)
    done = await Rotation(rotated, files_of(rotated, folder)).run()
    assert (done.rows, done.left, len(changed)) == (2, 0, 1)


async def test_rows_that_others_hold_are_not_waited_for(postgres_url: str, keys: list[str]) -> None:
    database = Database(postgres_url, Cipher([NEWEST, *keys]))
    old = Database(postgres_url, Cipher(keys))
    await add_cases(old, range(2))
    of = find_table("cases")
    async with database.read() as work:
        rows = await work.sealed_rows.list_page(of, None, 10)
    changes = [reseal_row(of, row, database.cipher) for row in rows]
    held = select(CaseRow.id).where(CaseRow.id == rows[1].key[0]).with_for_update()
    async with old.write() as theirs:
        await theirs._session.execute(held)
        async with database.write() as work:
            assert await work.sealed_rows.replace(of, changes) == 1
    await database.close()
    await old.close()


@on_sqlite
async def test_what_no_key_opens_is_counted_and_left(
    database: Database, rotated: Database, folder: Path
) -> None:
    await fill_tables(database)
    await store_file(database, b"abc")
    (folder / ("0" * 32)).write_bytes(b"nothing of ours")
    foreign = Cipher([new_key()]).encrypt("x")
    async with database.write() as work:
        await work._session.execute(update(PersonRow).values(name_sealed=foreign))
        await work._session.execute(update(CaseRow).values(where_sealed=foreign))
    done = await Rotation(rotated, files_of(rotated, folder)).run()
    assert +done.lost == {"people": 1, "cases": 1, "files": 1}
    found = await survey(rotated, files_of(rotated, folder))
    assert +found.lost == {"people": 1, "cases": 1, "files": 1}
    assert found.unneeded == [1]  # what it opens is under the newest
    async with rotated.read() as work:
        sealed = await read_sealed(work)
    assert sealed["people (7,) name_sealed"] == foreign
    assert rotated.cipher.find_key(sealed["cases (7,) content_sealed"]) == 0


# Counting


async def test_counts_tell_which_key_is_needed(
    database: Database, rotated: Database, folder: Path
) -> None:
    await add_cases(database, range(3))
    await store_file(database, b"abc")
    files = files_of(rotated, folder)
    before = await survey(rotated, files)
    assert (before.rows, before.files, before.old_digests) == ([0, 4], [0, 1], 3)
    assert before.unneeded == []
    await add_cases(rotated, range(3, 5))
    await Rotation(rotated, files).run()
    after = await survey(rotated, files)
    assert (after.rows, after.files, after.old_digests) == ([6, 0], [1, 0], 0)
    assert after.unneeded == [1]


@on_sqlite
async def test_an_old_digest_keeps_its_key(
    database: Database, rotated: Database, folder: Path
) -> None:
    await add_cases(database, range(1))
    async with database.read() as work:
        digest = await work._session.scalar(select(CaseRow.phone_digest))
    await Rotation(rotated, files_of(rotated, folder)).run()
    async with rotated.write() as work:
        await work._session.execute(update(CaseRow).values(phone_digest=digest))
    found = await survey(rotated, files_of(rotated, folder))
    assert (found.rows[1], found.old_digests, found.unneeded) == (0, 1, [])
    assert (await Rotation(rotated, files_of(rotated, folder)).run()).rows == 1


@on_sqlite
async def test_the_check_of_the_key_comes_last(
    database: Database, rotated: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with database.write() as work:
        await work.meta.save(KEY_CHECK, database.cipher.encrypt("motcua").decode())
    await store_file(database, b"abc")

    def fill_disk(_file: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", fill_disk)
    with pytest.raises(Unavailable) as raised:
        await Rotation(rotated, files_of(rotated, folder)).run()
    monkeypatch.undo()
    assert raised.value.code == "disk_full"
    assert await find_check_key(rotated) == 1  # so the old key cannot be left out yet
    await Rotation(rotated, files_of(rotated, folder)).run()
    assert await find_check_key(rotated) == 0


async def find_check_key(database: Database) -> int | None:
    async with database.read() as work:
        check = await work.meta.find(KEY_CHECK)
    return database.cipher.find_key((check or "").encode())


# Files


@on_sqlite
async def test_files_are_replaced_in_place(
    database: Database, rotated: Database, folder: Path
) -> None:
    names = [await store_file(database, b"photo %d" % n) for n in range(3)]
    aged = folder / names[0]
    os.utime(aged, (1_700_000_000, 1_700_000_000))
    (folder / f"{names[1]}.new.part").write_bytes(b"of a rotation that was killed")
    (folder / f"{'a' * 32}.part").write_bytes(b"being stored just now")
    done = await Rotation(rotated, files_of(rotated, folder)).run()
    alone = FileStore(folder, Cipher([NEWEST]))
    assert done.files == 3
    assert [alone.read(name) for name in names] == [b"photo 0", b"photo 1", b"photo 2"]
    assert sorted(os.listdir(folder)) == sorted([*names, f"{'a' * 32}.part"])
    assert aged.stat().st_mtime == 1_700_000_000  # the sweep goes by age
    assert aged.stat().st_mode & 0o777 == 0o600


@on_sqlite
async def test_a_file_removed_meanwhile_does_not_come_back(
    database: Database, rotated: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = await store_file(database, b"abc")
    orphan = FileStore(folder, database.cipher).add(b"its row is not committed yet")
    files = files_of(rotated, folder)
    replace, loop = files._replace, asyncio.get_running_loop()

    async def remove() -> None:
        async with database.write() as work:
            assert await work.files.remove([1])

    def remove_first(which: str, body: bytes) -> None:
        if which == name:  # between our reading it and our putting it in place
            asyncio.run_coroutine_threadsafe(remove(), loop).result(10)
            assert not (folder / name).exists()
        replace(which, body)

    monkeypatch.setattr(files, "_replace", remove_first)
    await Rotation(rotated, files).run()
    assert os.listdir(folder) == [orphan]


@on_sqlite
async def test_one_rotation_at_a_time(rotated: Database, folder: Path) -> None:
    files = files_of(rotated, folder)
    with files.hold(), pytest.raises(Conflict) as raised:
        await Rotation(rotated, files_of(rotated, folder)).run()
    assert raised.value.code == "rotate_already"
    await Rotation(rotated, files).run()


@on_sqlite
async def test_without_files_there_is_nothing_to_do(rotated: Database, folder: Path) -> None:
    found = await survey(rotated, files_of(rotated, folder))
    assert (found.files, found.lost.total()) == ([0, 0], 0)
    assert not folder.exists()
    assert (await Rotation(rotated, files_of(rotated, folder)).run()).files == 0
