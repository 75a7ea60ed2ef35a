"""A new key in `.env`: before the others, in one step, and nothing else changed."""

import os
import stat
from pathlib import Path

import pytest

from bot.keys import is_read_by_others, put_key_first
from bot.settings import Settings
from storage.errors import CannotOpen


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "MOTCUA_KEYS=NEW\n"),
        ("A=1", "A=1\nMOTCUA_KEYS=NEW\n"),
        ("MOTCUA_KEYS=", "MOTCUA_KEYS=NEW\n"),
        ("MOTCUA_KEYS=a", "MOTCUA_KEYS=NEW,a\n"),
        ("MOTCUA_KEYS=a, b ,\nB=2\n", "MOTCUA_KEYS=NEW,a,b\nB=2\n"),
        ("# ghi chú\n\nMOTCUA_KEYS='a'\n\n# hết\n", "# ghi chú\n\nMOTCUA_KEYS=NEW,a\n\n# hết\n"),
        ('export MOTCUA_KEYS="a,b" # x\nB=\'1\n2\'\n', "MOTCUA_KEYS=NEW,a,b\nB='1\n2'\n"),
        ("MOTCUA_KEYS=a\nMOTCUA_KEYS=b\n", "MOTCUA_KEYS=a\nMOTCUA_KEYS=NEW,b\n"),
        ("motcua_keys=a\nB=1\n", "MOTCUA_KEYS=NEW,a\nB=1\n"),
        ("A=1\r\nMOTCUA_KEYS=a\r\nB=2\r\n", "A=1\r\nMOTCUA_KEYS=NEW,a\r\nB=2\r\n"),
        ("# MOTCUA_KEYS=x\nMOTCUA_KEYS_OLD=y\n", "# MOTCUA_KEYS=x\nMOTCUA_KEYS_OLD=y\nMOTCUA_KEYS=NEW\n"),
        ("không phải dòng đúng\nMOTCUA_KEYS=a\n", "không phải dòng đúng\nMOTCUA_KEYS=NEW,a\n"),
    ],
)  # fmt: skip
def test_a_key_is_put_first_and_the_rest_stays(before: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(before.encode())
    key = put_key_first(path)
    assert path.read_bytes().decode().replace(key, "NEW") == after
    assert os.listdir(tmp_path) == [".env"]
    assert Settings(_env_file=path).keys[0] == key


@pytest.mark.parametrize(
    ("mode", "kept"), [(0o644, 0o600), (0o666, 0o600), (0o600, 0o600), (0o640, 0o640)]
)
def test_the_file_is_its_owners_alone(mode: int, kept: int, tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("A=1\n")
    path.chmod(mode)
    assert is_read_by_others(path) == bool(mode & 0o006)
    put_key_first(path)
    assert stat.S_IMODE(path.stat().st_mode) == kept
    assert not is_read_by_others(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_the_file_stays_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("A=1\n")
    os.chown(path, 12345, 54321)
    put_key_first(path)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("A=1\n")
    link = tmp_path / ".env"
    link.symlink_to("real")
    key = put_key_first(link)
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == f"A=1\nMOTCUA_KEYS={key}\n"


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    key = put_key_first(tmp_path / ".env")
    assert (tmp_path / ".env").read_text() == f"MOTCUA_KEYS={key}\n"
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["fsync", "fchmod", "open"])
def test_a_disk_that_takes_nothing_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".env"
    path.write_text("MOTCUA_KEYS=a\n")

    def refuse(*_: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as full:
        full.setattr(os, step, refuse)
        with pytest.raises(CannotOpen, match="env_unwritable"):
            put_key_first(path)
    assert path.read_text() == "MOTCUA_KEYS=a\n"
    assert os.listdir(tmp_path) == [".env"]
