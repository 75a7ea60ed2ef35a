"""Stored files under a new key: each replaced in one step, never a moment without it."""

import contextlib
import fcntl
import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from storage.cipher import Cipher
from storage.disk import sync_folder
from storage.errors import Conflict
from storage.faults import map_disk

_NAME = re.compile(r"[0-9a-f]{32}")
_NEW = ".new.part"  # what a killed rotation left, told from what is being stored


class SealedFiles:
    """Look at, and seal anew, the files of a folder."""

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Keep other rotations out; remove what one that was killed left half written.

        The lock is the system's, on the folder, so it goes with its process.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._folder, os.O_RDONLY)
        except OSError as error:
            raise map_disk(error) from error
        try:
            _lock(handle)
            for part in self._folder.glob(f"*{_NEW}"):
                part.unlink(missing_ok=True)
            yield
        finally:
            os.close(handle)

    def list_names(self) -> list[str]:
        """List the names of all files."""
        with contextlib.suppress(FileNotFoundError):
            return sorted(filter(_NAME.fullmatch, os.listdir(self._folder)))
        return []

    def count_keys(self) -> tuple[list[int], int]:
        """Count the files under each key, and those that no key opens."""
        counts, lost = [0] * len(self._cipher.key_ids), 0
        for body in filter(None, map(self._read, self.list_names())):
            number = self._cipher.find_key(body)
            if number is None:
                lost += 1
            else:
                counts[number] += 1
        return counts, lost

    def reseal(self, names: Collection[str]) -> tuple[list[str], int]:
        """Seal files anew; return which were changed and how many no key opens.

        Raise `Unavailable` where the disk takes nothing.
        """
        changed, lost = [], 0
        for name in names:
            body = self._read(name)
            number = self._cipher.find_key(body) if body is not None else 0
            lost += number is None
            if body is not None and number:
                self._replace(name, self._cipher.reseal(body))
                changed.append(name)
        if changed:
            sync_folder(self._folder)
        return changed, lost

    def remove(self, names: Sequence[str]) -> None:
        """Remove files."""
        for name in names:
            (self._folder / name).unlink(missing_ok=True)

    def _read(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise map_disk(error) from error

    def _replace(self, name: str, body: bytes) -> None:
        whole, part = self._folder / name, self._folder / f"{name}{_NEW}"
        try:
            with os.fdopen(
                os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
            ) as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileNotFoundError):  # removed: the caller looks after it
                times = whole.stat()
                os.utime(part, ns=(times.st_atime_ns, times.st_mtime_ns))  # the sweep goes by age
            part.rename(whole)
        except OSError as error:
            raise map_disk(error) from error
        finally:
            part.unlink(missing_ok=True)


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Conflict("rotate_already") from error
