"""Where backups are written: whole or not at all, never over another, so many kept."""

import os
import time
from pathlib import Path

import pytest

from storage.archive.placing import keep_newest, place_backup
from storage.errors import BadPlace


def write(path: Path, body: bytes = b"whole") -> None:
    with place_backup(path) as raw:
        raw.write(body)


def test_only_this_user_reads_it_and_nothing_is_left_beside(tmp_path: Path) -> None:
    write(tmp_path / "a.backup")
    assert (tmp_path / "a.backup").read_bytes() == b"whole"
    assert (tmp_path / "a.backup").stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["a.backup"]


def break_off(path: Path) -> None:
    with place_backup(path) as raw:
        raw.write(b"half")
        raise RuntimeError


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        break_off(tmp_path / "a.backup")
    assert not os.listdir(tmp_path)


def test_another_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "a.backup", b"first")
    with pytest.raises(BadPlace) as raised:
        write(tmp_path / "a.backup")
    assert raised.value.code == "backup_exists"
    assert (tmp_path / "a.backup").read_bytes() == b"first"


def test_what_a_crash_left_is_used_anew_and_never_followed(tmp_path: Path) -> None:
    (tmp_path / "a.backup.part").write_bytes(b"much longer than the next")
    write(tmp_path / "a.backup")
    assert (tmp_path / "a.backup").read_bytes() == b"whole"
    (tmp_path / "b.backup.part").symlink_to(tmp_path / "a.backup")
    with pytest.raises(BadPlace):
        write(tmp_path / "b.backup", b"elsewhere")
    assert (tmp_path / "a.backup").read_bytes() == b"whole"


def test_two_at_once(tmp_path: Path) -> None:
    with place_backup(tmp_path / "a.backup") as raw:
        raw.write(b"first")
        with pytest.raises(BadPlace) as raised:
            write(tmp_path / "a.backup")
    assert raised.value.code == "backup_under_way"
    assert (tmp_path / "a.backup").read_bytes() == b"first"


@pytest.mark.parametrize(
    ("path", "code"),
    [("/dev/full/x", "backup_unwritable"), ("/no/such/x.backup", "backup_unwritable")],
)
def test_where_nothing_can_be_written(path: str, code: str) -> None:
    with pytest.raises(BadPlace) as raised:
        write(Path(path))
    assert raised.value.code == code


def fill_disk(path: Path) -> None:
    with place_backup(path), open("/dev/full", "wb") as full:
        full.write(b"x")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPlace) as raised:
        fill_disk(tmp_path / "a.backup")
    assert raised.value.code == "backup_disk_full"
    assert not os.listdir(tmp_path)


def test_only_our_own_old_ones_go(tmp_path: Path) -> None:
    ours = [f"motcua-202611{day:02}-0930.backup" for day in range(1, 6)]
    others = ["motcua-before-upgrade.backup", "thư.txt", "motcua-20261101-0930.backup.gpg"]
    for name in (*ours, *others):
        (tmp_path / name).write_bytes(b"x")
    left, fresh = (tmp_path / f"motcua-2026110{n}-0000.backup.part" for n in (1, 2))
    for part in (left, fresh):
        part.write_bytes(b"x")
    os.utime(left, (time.time() - 2 * 86400,) * 2)
    assert keep_newest(tmp_path, 2) == 3
    assert sorted(os.listdir(tmp_path)) == sorted([*ours[3:], *others, fresh.name])
    assert keep_newest(tmp_path, 2) == 0


def test_what_was_just_written_stays_whatever_the_clock_says(tmp_path: Path) -> None:
    names = [f"motcua-2026110{day}-0930.backup" for day in (1, 2)]
    written = "motcua-20200101-0000.backup"
    for name in (*names, written):
        (tmp_path / name).write_bytes(b"x")
    assert keep_newest(tmp_path, 2, written=written) == 0
    assert keep_newest(tmp_path, 1, written=written) == 1
    assert sorted(os.listdir(tmp_path)) == [written, names[1]]
