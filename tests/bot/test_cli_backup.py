"""`motcua backup`, `restore` and `copy` as an operator runs them."""

import asyncio
import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from storage.cipher import Cipher, name_key, new_key
from storage.database import Database
from storage.values import Address, OutboxKind
from tests.factories.command import motcua

NOW = dt.datetime.now(dt.UTC)
KEY = new_key()
PHONE = "0912 345 678"


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'data' / 'motcua.sqlite'}"


@pytest.fixture
def folder(tmp_path: Path, sqlite_template: Path) -> Path:
    """Give an installation with a place and a reply that waits."""
    here = tmp_path / "here"
    (here / "data").mkdir(parents=True)
    shutil.copyfile(sqlite_template, here / "data" / "motcua.sqlite")
    asyncio.run(fill(sqlite_url(here)))
    return here


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "there").mkdir()
    return tmp_path / "there"


async def fill(url: str) -> None:
    database = Database(url, Cipher([KEY]))
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        await work.outbox.add(Address("web", "lan"), PHONE, kind=OutboxKind.REPLY, now=NOW)
        await work.meta.save("key_check", database.cipher.encrypt("motcua").decode())
    await database.close()


def run(folder: Path, *arguments: str, **more: str) -> tuple[int, str, str]:
    return motcua(folder, *arguments, **({"MOTCUA_KEYS": KEY} | more))


def test_there_and_back(folder: Path, empty: Path) -> None:
    file = str(empty / "m.backup")
    code, out, _ = run(folder, "backup", file)
    assert code == 0
    assert out.startswith(f"Backed up into {file} (0.1 MB): 0 cases, ")
    assert "holds no keys" in out
    body = Path(file).read_bytes()
    assert not [each for each in (KEY, PHONE, "Bến Lụa") if each.encode() in body]
    code, out, _ = run(empty, "backup", "--check", file)
    assert code == 0
    assert f"{file}: read to its end" in out
    code, out, _ = run(empty, "restore", file)
    assert code == 0
    assert "1 replies wait and go out when the program runs" in out
    assert "Next: run `motcua check`" in out
    assert "Waiting: 1 (1 replies)" in run(empty, "outbox")[1]
    code, _, err = run(empty, "restore", file)
    assert (code, len(err.splitlines())) == (1, 1)
    assert "has data already" in err


def test_the_time_of_a_backup_is_noted(folder: Path) -> None:
    run(folder, "backup", "m.backup")
    database = Database(sqlite_url(folder), Cipher([KEY]))

    async def find() -> str | None:
        async with database.read() as work:
            noted = await work.meta.find("backup_taken_at")
        await database.close()
        return noted

    noted = asyncio.run(find())
    assert noted
    assert dt.datetime.fromisoformat(noted) - NOW < dt.timedelta(minutes=2)


def test_in_a_folder_so_many_are_kept(folder: Path) -> None:
    backups = folder / "backups"
    backups.mkdir()
    for day in range(1, 4):
        (backups / f"motcua-202511{day:02}-0930.backup").write_bytes(b"old")
    code, out, _ = run(folder, "backup", "backups", "--keep", "2")
    assert code == 0
    assert "Removed 2 older backups." in out
    first, second = sorted(os.listdir(backups))
    assert first == "motcua-20251103-0930.backup"
    assert run(folder, "backup", "--check", f"backups/{second}")[0] == 0


def test_a_backup_is_not_written_over(folder: Path) -> None:
    (folder / "m.backup").write_bytes(b"precious")
    code, _, err = run(folder, "backup", "m.backup")
    assert (code, err) == (
        1,
        "m.backup is there already: backups are not overwritten, choose another name.\n",
    )
    assert (folder / "m.backup").read_bytes() == b"precious"


def test_what_cannot_be_used_is_one_sentence(folder: Path) -> None:
    run(folder, "backup", "m.backup")
    body = (folder / "m.backup").read_bytes()
    (folder / "cut.backup").write_bytes(body[:-20])
    (folder / "bad.backup").write_bytes(body[:500] + bytes([body[500] ^ 1]) + body[501:])
    (folder / "other.backup").write_bytes(b"PK\3\4" * 100)
    expected = {
        "cut.backup": "The backup was cut off and cannot be used: take another.\n",
        "bad.backup": "The backup is damaged or was changed, and cannot be used: take another.\n",
        "other.backup": "This file is no backup of motcua.\n",
        "none.backup": "There is no file none.backup.\n",
    }
    for name, sentence in expected.items():
        assert run(folder, "backup", "--check", name)[::2] == (1, sentence)
    code, _, err = run(folder, "backup", "--check", "m.backup", MOTCUA_KEYS=new_key())
    assert code == 1
    assert err.startswith(f"The backup needs the key {name_key(KEY)}, which is not in MOTCUA_KEYS")


@pytest.mark.parametrize("command", [("backup", "--check"), ("restore",)])
def test_a_backup_needs_keys(command: tuple[str, ...], folder: Path, empty: Path) -> None:
    file = str(folder / "m.backup")
    run(folder, "backup", file)
    code, _, err = run(empty, *command, file, MOTCUA_KEYS="")
    assert (code, err) == (
        1, "MOTCUA_KEYS is not set: set the key that the backup was made with.\n"
    )  # fmt: skip
    assert not os.listdir(empty)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("backup", "m.backup"), "There is no data here"),
        (("backup", "m.backup", "--keep", "2"), "--keep goes with a folder"),
        (("copy", "--to", "sqlite:///x.sqlite"), "There is no data here"),
        (("restore", "m.backup"), "There is no file m.backup"),
    ],
)
def test_where_there_is_nothing(arguments: tuple[str, ...], sentence: str, empty: Path) -> None:
    code, _, err = run(empty, *arguments)
    assert (code, len(err.splitlines())) == (1, 1)
    assert sentence in err
    assert not [name for name in os.listdir(empty) if name != "data"]


def test_the_terminal_may_be_vietnamese(folder: Path) -> None:
    out = run(folder, "backup", "m.backup", LANG="vi_VN.UTF-8")[1]
    assert out.startswith("Đã sao lưu vào m.backup (0,1 MB): 0 phản ánh, ")


def test_a_copy_elsewhere(folder: Path, empty: Path) -> None:
    (empty / "data").mkdir()
    code, out, _ = run(folder, "copy", "--to", sqlite_url(empty))
    assert code == 0
    begins, done, todo = out.splitlines()
    assert begins == f"Copying from {sqlite_url(folder)} to {sqlite_url(empty)}…"
    assert done.startswith("Copied and compared table by table: ")
    assert f"MOTCUA_DATABASE_URL={sqlite_url(empty)}" in todo
    assert "Waiting: 1 (1 replies)" in run(empty, "outbox")[1]
    assert "has data already" in run(folder, "copy", "--to", sqlite_url(empty))[2]


def test_no_password_is_shown(folder: Path) -> None:
    secret = "postgresql://nobody:mat-khau-dai@127.0.0.1:1/none"
    code, out, err = run(folder, "copy", MOTCUA_COPY_TO=secret)
    assert code == 2
    assert "nobody:***@127.0.0.1" in out
    assert "mat-khau-dai" not in out + err


def test_a_pipe_is_no_backup(folder: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"motcua backup 1\n")
    os.close(writing)
    try:
        code, _, err = run(folder, "backup", "--check", f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert (code, err) == (1, f"/dev/fd/{reading} cannot be read: Illegal seek.\n")
