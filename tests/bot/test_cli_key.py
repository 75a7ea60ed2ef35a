"""`motcua key`: a new key beside the old ones, everything under it, and what still needs which."""

import asyncio
import datetime as dt
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app import build
from bot.key_holding import tell_key
from bot.opening import open_database
from bot.settings import Settings
from storage.cipher import Cipher, name_key, new_key
from storage.database import Database
from storage.errors import CannotOpen
from storage.file_store import FileStore
from storage.meta import KEY_CHECK
from tests.factories.command import motcua
from tests.factories.talk import build_settings
from tests.storage.sealed import add_cases

CASES = 3


def read_keys(folder: Path) -> list[str]:
    lines = (folder / ".env").read_text("utf-8").splitlines()
    return lines[-1].removeprefix("MOTCUA_KEYS=").split(",")


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder / 'data' / 'motcua.sqlite'}"


async def fill(folder: Path, keys: list[str]) -> None:
    database = Database(url_of(folder), Cipher(keys))
    await add_cases(database, range(CASES))
    async with database.write() as work:
        await work.meta.save(KEY_CHECK, database.cipher.encrypt("motcua").decode())
    await database.close()


@pytest.fixture
def folder(tmp_path: Path, sqlite_template: Path) -> Path:
    """Give an installation with a key, some cases and a file."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "motcua.sqlite").write_bytes(sqlite_template.read_bytes())
    (tmp_path / ".env").write_text(f"MOTCUA_KEYS={new_key()}\n")
    (tmp_path / ".env").chmod(0o600)
    keys = read_keys(tmp_path)
    asyncio.run(fill(tmp_path, keys))
    FileStore(data / "files", Cipher(keys)).add(b"photo")
    return tmp_path


def run_sql(folder: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(folder / "data" / "motcua.sqlite") as connection:
        connection.execute(statement, values)
    connection.close()


# The commands


def test_a_key_is_printed_and_nothing_written(tmp_path: Path) -> None:
    code, said, _ = motcua(tmp_path, "key", "new")
    assert (code, os.listdir(tmp_path)) == (0, [])
    Cipher([said.strip()])


def test_from_a_new_key_to_the_old_one_taken_away(folder: Path) -> None:
    [old] = read_keys(folder)
    code, said, _ = motcua(folder, "key", "new", "--write")
    newest = read_keys(folder)[0]
    assert (code, read_keys(folder)) == (0, [newest, old])
    assert name_key(newest) in said
    assert newest not in said
    code, said, _ = motcua(folder, "key", "check")
    assert code == 0
    assert f"1. {name_key(newest)}: 0 rows and 0 files" in said
    assert f"2. {name_key(old)}: {CASES + 1} rows and 1 files" in said
    assert f"{CASES} digests of phones" in said
    assert "An older key is still needed" in said
    code, said, _ = motcua(folder, "key", "rotate")
    assert code == 0
    assert f"{CASES} rows and 1 files were encrypted anew under the key {name_key(newest)}" in said
    _, said, _ = motcua(folder, "key", "check")
    assert f"2. {name_key(old)}: 0 rows and 0 files" in said
    assert f"No data needs these keys: {name_key(old)}." in said
    assert "digests" not in said
    assert "still needed" not in said
    (folder / ".env").write_text(f"MOTCUA_KEYS={newest}\n")
    code, said, _ = motcua(folder, "key", "check")
    assert (code, "No data needs" in said) == (0, False)
    assert motcua(folder, "case", "list")[0] == 0


def test_one_key_alone_has_nothing_to_rotate(folder: Path) -> None:
    code, said, _ = motcua(folder, "key", "rotate")
    assert code == 0
    assert said.startswith("0 rows and 0 files")


def test_keys_in_the_environment_are_not_written_into_the_file(folder: Path) -> None:
    [old] = read_keys(folder)
    code, _, error = motcua(folder, "key", "new", "--write", MOTCUA_KEYS=old)
    assert (code, read_keys(folder)) == (1, [old])
    assert "set in the environment" in error


def test_a_running_process_must_have_the_key_before(folder: Path) -> None:
    async def run_beside() -> tuple[int, str, str]:
        database = Database(url_of(folder), Cipher(read_keys(folder)))
        app = build(build_settings(files_dir=str(folder / "data" / "files")), database)
        async with tell_key(app):
            motcua_new = await asyncio.to_thread(motcua, folder, "key", "new", "--write")
            assert motcua_new[0] == 0
            refused = await asyncio.to_thread(motcua, folder, "key", "rotate")
            _, said, _ = await asyncio.to_thread(motcua, folder, "key", "check")
            assert "1 processes write under it" in said
        await app.close()
        return refused

    code, said, error = asyncio.run(run_beside())
    assert (code, said) == (1, "")
    assert "1 running processes do not write under the key" in error
    assert motcua(folder, "key", "rotate")[0] == 0  # it has ended, and said so


def test_a_process_under_a_key_that_is_not_here_is_told(folder: Path) -> None:
    until = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)
    run_sql(
        folder,
        "INSERT INTO leases (name, holder, held_until) VALUES ('key of ab', 'cdef', ?)",
        until.replace(tzinfo=None).isoformat(" "),
    )
    motcua(folder, "key", "new", "--write")
    code, said, _ = motcua(folder, "key", "check")
    assert code == 0
    assert "1 running processes write under a key that MOTCUA_KEYS does not hold here" in said


@pytest.mark.parametrize("command", ["rotate", "check"])
def test_what_no_key_opens_is_counted_by_table(command: str, folder: Path) -> None:
    run_sql(folder, "UPDATE cases SET where_sealed = ? WHERE id < 3", b"gAAAA")
    (folder / "data" / "files" / ("0" * 32)).write_bytes(b"x")
    code, said, _ = motcua(folder, "key", command)
    assert code == 1
    assert "No key opens: cases, 2." in said
    assert "No key opens: photos and documents, 1." in said


def test_a_file_that_others_read_is_told(folder: Path) -> None:
    (folder / ".env").chmod(0o644)
    code, said, _ = motcua(folder, "key", "check")
    assert code == 0
    assert "chmod 600 .env" in said


def test_the_newest_key_cannot_be_taken_away(folder: Path) -> None:
    [old] = read_keys(folder)
    motcua(folder, "key", "new", "--write")
    newest = read_keys(folder)[0]
    motcua(folder, "key", "rotate")
    (folder / ".env").write_text(f"MOTCUA_KEYS={old}\n")
    code, _, error = motcua(folder, "key", "check")
    assert code == 2
    assert "does not fit this database" in error
    (folder / ".env").write_text(f"MOTCUA_KEYS={old},{newest}\n")  # in the wrong order, all is read
    assert motcua(folder, "case", "list")[0] == 0


async def test_a_rotation_half_done_needs_both_keys(folder: Path) -> None:
    [old] = read_keys(folder)
    newest = new_key()
    state = f'{{"key": "{name_key(newest)}", "at": "cases", "rows": 1}}'
    run_sql(folder, "INSERT INTO meta (key, value) VALUES ('rotation', ?)", state)

    def settings(*keys: str) -> Settings:
        return Settings(_env_file=None, data_dir=folder / "data", keys=list(keys))

    opened = await open_database(settings(newest, old))
    await opened.database.close()
    for keys, code in (([old], "key_rotated"), ([newest], "key_wrong")):
        with pytest.raises(CannotOpen) as raised:
            await open_database(settings(*keys))
        assert raised.value.code == code


async def test_a_process_notes_its_key_again_and_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.key_holding.BEAT", 0.01)
    app = build(build_settings(), database)

    async def list_keys() -> list[str]:
        async with database.read() as work:
            return list(await work.key_holders.list_keys(now=app.clock.now()))

    async def wait_until(is_so: Callable[[list[str]], bool]) -> None:
        async with asyncio.timeout(10):
            while not is_so(await list_keys()):  # noqa: ASYNC110  nothing tells of it
                await asyncio.sleep(0.005)

    async with tell_key(app):
        assert await list_keys() == [database.cipher.key_ids[0]]
        async with database.write() as work:
            line = await work._session.connection()
            await line.exec_driver_sql("DELETE FROM leases")
        await wait_until(bool)
    assert await list_keys() == []


@pytest.mark.parametrize("command", ["check", "rotate"])
def test_nothing_is_made_where_there_is_no_data(command: str, tmp_path: Path) -> None:
    code, out, err = motcua(tmp_path, "key", command)
    assert (code, out) == (1, "")
    assert "There is no data here" in err
    assert not list(tmp_path.iterdir())
