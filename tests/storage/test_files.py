"""Files: rows on both databases, bytes on the disk."""

import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import CannotOpen
from storage.file_store import FileStore
from storage.values import Address, Dialogue, NewFile

LAN, MINH = Address("web", "lan"), Address("web", "minh")
NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path, keys: list[str]) -> FileStore:
    return FileStore(tmp_path / "data" / "files", Cipher(keys))


def paper(name: str) -> NewFile:
    return NewFile(name, "image/jpeg", 5, f"ảnh {name}.jpg")


async def add(
    database: Database, name: str, *, owner: Address = LAN, now: dt.datetime = NOW
) -> int:
    async with database.write() as work:
        return await work.files.add(owner, paper(name), now=now)


async def test_rows(database: Database) -> None:
    first, second = await add(database, "a"), await add(database, "b", owner=MINH)
    async with database.read() as work:
        found = await work.files.find_named("a")
        assert found
        assert (found.id, found.owner, found.label, found.size) == (first, LAN, "ảnh a.jpg", 5)
        assert [file.id for file in await work.files.list_by_id([first, second, 99])] == [
            first,
            second,
        ]
        assert [file.id for file in await work.files.of_owner(MINH)] == [second]
        assert await work.files.find_named("c") is None
        assert await work.files.find_unknown(["a", "c", "b"]) == ["c"]
        assert await work.files.count_since(LAN, NOW - DAY) == 1
        assert await work.files.count_since(LAN, NOW) == 0


async def test_loose_files_go_unless_their_sender_is_still_writing(database: Database) -> None:
    old, recent = NOW - 2 * DAY, NOW - DAY / 2
    for name, owner, at in (("a", LAN, old), ("b", MINH, old), ("c", LAN, recent)):
        await add(database, name, owner=owner, now=at)
    await add(database, "d", owner=MINH, now=NOW - 9 * DAY)
    async with database.write() as work:
        await work.dialogues.save(MINH, Dialogue("feedback", 1, "{}", recent))
        assert await work.files.remove_loose(NOW - DAY, at_last=NOW - 7 * DAY) == 2
        assert sorted(work.removed_files) == ["a", "d"]


async def remove_and_fail(database: Database, file_id: int) -> None:
    async with database.write() as work:
        assert await work.files.remove([file_id]) == 1
        raise ZeroDivisionError


async def test_bytes_go_after_the_commit_and_only_then(sqlite: Database, store: FileStore) -> None:
    sqlite.files = store
    name = store.add(b"photo")
    file_id = await add(sqlite, name)
    with pytest.raises(ZeroDivisionError):
        await remove_and_fail(sqlite, file_id)
    assert store.read(name) == b"photo"
    async with sqlite.write() as work:
        assert await work.files.remove([file_id, 99]) == 1
        assert store.read(name) == b"photo"
    assert store.read(name) is None


def test_bytes_are_sealed_and_private(store: FileStore, tmp_path: Path) -> None:
    name = store.add(b"a photo of a street" * 100)
    folder = tmp_path / "data" / "files"
    path = folder / name
    assert len(name) == 32
    assert b"street" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert store.read(name) == b"a photo of a street" * 100
    assert [each.name for each in folder.iterdir()] == [name]


@pytest.mark.parametrize(
    "name", ["", "..", "../motcua.sqlite", "a" * 31, "A" * 32, "a" * 32 + "\n"]
)
def test_other_names_open_nothing(store: FileStore, tmp_path: Path, name: str) -> None:
    store.add(b"photo")
    (tmp_path / "data" / "motcua.sqlite").write_bytes(b"x")
    assert store.read(name) is None
    store.remove([name])
    assert (tmp_path / "data" / "motcua.sqlite").exists()


def test_another_key_opens_nothing(store: FileStore, tmp_path: Path) -> None:
    name = store.add(b"photo")
    other = FileStore(tmp_path / "data" / "files", Cipher([new_key()]))
    with pytest.raises(CannotOpen, match="key_wrong"):
        other.read(name)


def test_old_names_are_listed_and_halves_removed(store: FileStore, tmp_path: Path) -> None:
    assert store.list_old(NOW) == []
    old, fresh = store.add(b"old"), store.add(b"fresh")
    folder = tmp_path / "data" / "files"
    half = folder / f"{'0' * 32}.part"
    half.write_bytes(b"half")
    past = (NOW - DAY).timestamp()
    for path in (folder / old, half):
        os.utime(path, (past, past))
    os.utime(folder / fresh, (NOW.timestamp(), NOW.timestamp()))
    assert store.list_old(NOW - DAY / 2) == [old]
    assert not half.exists()


def test_what_is_on_its_way_in_has_no_name(store: FileStore, tmp_path: Path) -> None:
    with store.open_scratch() as scratch:
        scratch.write(b"photo")
        assert list((tmp_path / "data" / "files").iterdir()) == []
