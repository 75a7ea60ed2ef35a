"""Where a backup is written: whole or not at all, never over another, and so many kept."""

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from storage.disk import sync_folder
from storage.errors import BadPlace
from storage.faults import map_disk

_OURS = re.compile(r"motcua-\d{8}-\d{4}\.backup")
_PART = ".part"
_LEFT_BEHIND = 24 * 3600.0  # seconds after which a part belongs to nobody


@contextmanager
def place_backup(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside `path` that gets this name at the end; raise `BadPlace`.

    What was written is on the disk before it has the name. A part that a crash left is used anew.
    """
    if path.exists():
        raise BadPlace("backup_exists", path=str(path))
    part = path.with_name(path.name + _PART)
    with _judged(path), _open_part(part) as raw:
        try:
            yield raw
            raw.flush()
            os.fsync(raw.fileno())
            if path.exists():
                raise BadPlace("backup_exists", path=str(path))
            part.rename(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def keep_newest(folder: Path, count: int, *, written: str = "") -> int:
    """Remove all but the newest backups that we have named; return how many.

    The one just `written` stays, even if a clock that is wrong has given it the oldest name.
    """
    names = sorted(each.name for each in folder.iterdir() if _OURS.fullmatch(each.name))
    old = [name for name in names[: max(0, len(names) - count)] if name != written]
    for name in old:
        (folder / name).unlink(missing_ok=True)
    for part in folder.glob(f"motcua-*{_PART}"):
        if _OURS.fullmatch(part.stem) and part.stat().st_mtime < time.time() - _LEFT_BEHIND:
            part.unlink(missing_ok=True)
    return len(old)


@contextmanager
def _judged(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        mapped = map_disk(error)
        code = (
            "backup_disk_full"
            if getattr(mapped, "code", "") == "disk_full"
            else "backup_unwritable"
        )
        raise BadPlace(code, path=str(path), reason=os.strerror(error.errno or 0)) from error


@contextmanager
def _open_part(part: Path) -> Iterator[IO[bytes]]:
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "r+b") as raw:
        with suppress(OSError):
            os.fchmod(handle, 0o600)
        if not _is_ours_alone(handle, part):
            raise BadPlace("backup_under_way", path=str(part))
        raw.truncate()
        yield raw


def _is_ours_alone(handle: int, part: Path) -> bool:
    """Lock an open part; False where another writes to it, or has just given it its name."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), part.stat())
    except (BlockingIOError, FileNotFoundError):
        return False
