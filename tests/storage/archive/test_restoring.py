"""Backups brought back: everything, settled, into an empty place; or nothing."""

import datetime as dt
import io
import os
from pathlib import Path

import pytest

from storage.archive.files_place import BELOW
from storage.archive.restoring import Restored, restore_backup
from storage.archive.taking import check_backup, sealed_size, take_backup
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import BadArchive, BadPlace, CannotOpen
from storage.file_store import FileStore
from storage.migrate import current_revision, head_revision, open_engine
from storage.values import Address, NewFile, OutboxKind
from tests.storage.archive.conftest import KINDS, MakeUrl, note_key
from tests.storage.archive.every_table import ROWS, fill_every_table, read_every_table

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
LAN = Address("web", "lan")
LEASE = dt.timedelta(seconds=30)
GONE = ("leases", "web_sessions", "login_links", "login_requests")


def take(url: str, folder: Path, keys: list[str]) -> io.BytesIO:
    with open(folder.with_suffix(".backup"), "w+b") as raw:
        take_backup(url, folder, raw, keys, program="1.2", now=NOW)
        raw.seek(0)
        return io.BytesIO(raw.read())


def restore(
    raw: io.BytesIO, url: str, folder: Path, keys: list[str], *, hours: int = 0, sends: bool = False
) -> Restored:
    now = NOW + dt.timedelta(hours=hours)
    return restore_backup(raw, keys, url=url, folder=folder, now=now, sends=sends)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


async def write_some(url: str, folder: Path, keys: list[str]) -> FileStore:
    """Store a photo, a message being worked on, and replies: delivered, claimed, waiting."""
    database = Database(url, Cipher(keys))
    store = FileStore(folder, database.cipher)
    async with database.write() as work:
        name = store.add(b"a photo" * 1000)
        await work.files.add(LAN, NewFile(name, "image/jpeg", 7000, "ảnh"), now=NOW)
        await work.inbox.add(LAN, "m1", "một tin nhắn nào đó", now=NOW)
        await work.inbox.claim(now=NOW, lease=LEASE, limit=1)
        put = work.outbox.add
        sent = await put(LAN, "câu trả lời đã gửi", kind=OutboxKind.REPLY, now=NOW, lease=LEASE)
        await work.outbox.delivered(sent, now=NOW)
        await put(LAN, "câu trả lời đang gửi", kind=OutboxKind.REPLY, now=NOW, lease=LEASE)
        await put(LAN, "câu trả lời đang chờ", kind=OutboxKind.NOTICE, now=NOW)
        await work.leases.take("poll telegram:1", "x", now=NOW, lease=LEASE)
    await database.close()
    note_key(url, keys)
    return store


async def list_outbox(url: str, keys: list[str]) -> tuple[dict[str, int], list[str]]:
    """Give how many replies are in which state, and what can be sent now."""
    database = Database(url, Cipher(keys))
    async with database.write() as work:
        states = {s: await work.outbox.count(s) for s in ("new", "claimed", "delivered", "parked")}
        ready = await work.outbox.claim(now=NOW, lease=LEASE, limit=9, channels=["web"])
    await database.close()
    return states, sorted(each.payload for each in ready)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
async def test_what_was_there_is_there_again(
    kind: str, make_url: MakeUrl, folder: Path, tmp_path: Path, keys: list[str]
) -> None:
    here, there, place = make_url(kind), make_url(kind), tmp_path / "new"
    store = await write_some(here, folder, keys)
    raw = take(here, folder, keys)
    summary = check_backup(raw, keys)
    assert (summary.files.kept, summary.files.odd, summary.files.missing) == (1, 0, 0)
    assert (summary.manifest.program, summary.manifest.taken_at) == ("1.2", NOW)
    settled = restore(raw, there, place, keys).settled
    assert (settled.waiting, settled.parked) == (2, 0)
    states, ready = await list_outbox(there, keys)
    assert states == {"new": 2, "claimed": 0, "delivered": 1, "parked": 0}
    assert ready == ["câu trả lời đang chờ", "câu trả lời đang gửi"]
    [name] = os.listdir(place)
    assert FileStore(place, Cipher(keys)).read(name) == store.read(name) == b"a photo" * 1000
    assert (place / name).stat().st_mode & 0o777 == 0o600
    database = Database(there, Cipher(keys))
    async with database.write() as work:
        [message] = await work.inbox.claim(now=NOW, lease=LEASE, limit=9)
        assert await work.leases.take("poll telegram:1", "y", now=NOW, lease=LEASE)
    assert message.attempts == 1
    await database.close()


async def test_replies_of_an_old_backup_are_held_back_unless_sent(
    make_url: MakeUrl, folder: Path, tmp_path: Path, keys: list[str]
) -> None:
    here = make_url("sqlite")
    await write_some(here, folder, keys)
    raw = take(here, folder, keys)
    old, sent, early = make_url("sqlite"), make_url("sqlite"), make_url("sqlite")
    assert restore(raw, early, tmp_path / "c", keys, hours=-7).settled.parked == 2  # a wrong clock
    settled = restore(raw, old, tmp_path / "a", keys, hours=2).settled
    assert (settled.waiting, settled.parked) == (2, 2)
    assert await list_outbox(old, keys) == (
        {"new": 0, "claimed": 0, "delivered": 1, "parked": 2},
        [],
    )
    restore(raw, sent, tmp_path / "b", keys, hours=2, sends=True)
    assert len((await list_outbox(sent, keys))[1]) == 2
    database = Database(old, Cipher(keys))
    async with database.write() as work:
        assert await work.outbox.retry_parked(now=NOW) == 2
    await database.close()


def test_a_file_that_has_gone_is_counted_and_a_short_one_told(
    make_url: MakeUrl, folder: Path, keys: list[str]
) -> None:
    url = make_url("sqlite")
    fill_every_table(url, rows=2)
    with open_engine(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE files SET name = '{'a' * 32}' WHERE id = 1")
    folder.mkdir()
    (folder / ("a" * 32)).write_bytes(b"short")
    files = check_backup(take(url, folder, keys), keys).files
    assert (files.kept, files.missing, files.odd) == (1, 1, 1)


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 31, 32, 7000])
def test_the_size_of_what_is_sealed(size: int, keys: list[str]) -> None:
    assert sealed_size(size) == len(Cipher(keys).seal(bytes(size)))


def test_a_place_in_use_is_left_alone(make_url: MakeUrl, folder: Path, keys: list[str]) -> None:
    url = make_url("sqlite")
    fill_every_table(url)
    raw = take(url, folder, keys)
    place = folder.with_name("live")
    (place / BELOW).mkdir(parents=True)  # left by a restoring that was killed at its very end
    (place / ("b" * 32)).write_bytes(b"live")
    with pytest.raises(BadPlace) as raised:
        restore(raw, url, place, keys)
    assert raised.value.code == "place_not_empty"
    assert (place / ("b" * 32)).read_bytes() == b"live"
    (place / BELOW).rmdir()
    with pytest.raises(BadPlace) as raised:
        restore(raw, make_url("sqlite"), place, keys)
    assert raised.value.code == "files_not_empty"
    assert (place / ("b" * 32)).read_bytes() == b"live"


async def test_what_a_killed_restoring_left_is_removed(
    make_url: MakeUrl, folder: Path, tmp_path: Path, keys: list[str]
) -> None:
    here, place = make_url("sqlite"), tmp_path / "new"
    await write_some(here, folder, keys)
    (place / BELOW).mkdir(parents=True)
    (place / BELOW / ("c" * 32)).write_bytes(b"half")
    (place / ("d" * 32)).write_bytes(b"moved")
    restore(take(here, folder, keys), make_url("sqlite"), place, keys)
    assert os.listdir(place) == os.listdir(folder)


async def test_a_damaged_end_brings_nothing_back(
    make_url: MakeUrl, folder: Path, tmp_path: Path, keys: list[str]
) -> None:
    here, there, place = make_url("sqlite"), make_url("sqlite"), tmp_path / "new"
    await write_some(here, folder, keys)
    body = bytearray(take(here, folder, keys).getvalue())
    body[-30] ^= 1
    empty = read_every_table(there)
    with pytest.raises(BadArchive) as raised:
        restore(io.BytesIO(body), there, place, keys)
    assert raised.value.code == "archive_damaged"
    assert read_every_table(there) == empty
    assert not place.exists() or not os.listdir(place)


def test_keys_must_open_what_is_inside(make_url: MakeUrl, folder: Path, keys: list[str]) -> None:
    url = make_url("sqlite")
    fill_every_table(url, rows=1)
    note_key(url, [new_key()])
    with pytest.raises(CannotOpen) as raised:
        take(url, folder, keys)
    assert raised.value.code == "key_wrong"


@pytest.mark.slow
@pytest.mark.parametrize("source", KINDS)
@pytest.mark.parametrize("target", KINDS)
def test_every_row_of_every_table_is_brought_back(
    source: str, target: str, make_full: MakeUrl, make_url: MakeUrl, folder: Path, keys: list[str]
) -> None:
    here, there = make_full(source), make_url(target)
    before = read_every_table(here)
    restored = restore(take(here, folder, keys), there, folder.with_name("new"), keys)
    assert restored.summary.rows == sum(map(len, before.values())) - 1
    assert restored.settled.accounts == ROWS
    after = read_every_table(there)
    assert {name for name in before if before[name] != after[name]} == {*GONE}
    assert not any(after[name] for name in GONE)
    assert current_revision(there) == head_revision()


@pytest.mark.slow
def test_a_bare_postgresql_gets_everything(
    make_full: MakeUrl, make_url: MakeUrl, folder: Path, keys: list[str]
) -> None:
    there = make_url("postgresql")
    with open_engine(there) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    raw = take(make_full("sqlite"), folder, keys)
    assert restore(raw, there, folder.with_name("new"), keys).summary.cases == ROWS
