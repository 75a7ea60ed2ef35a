"""Bytes of photos and documents: encrypted, under random names, in one folder of their own.

The folder is never below what the web serves. A backup of an installation is its database, this
folder and the key: copy the database first, so that every file it names is there; a file that no
row names is removed in time. Several processes, or a PostgreSQL elsewhere, need the same folder.
"""

import contextlib
import datetime as dt
import logging
import os
import re
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from storage.cipher import Cipher
from storage.disk import sync_folder
from storage.errors import Unavailable
from storage.faults import FILES, Watching, map_disk

log = logging.getLogger(__name__)
_NAME = re.compile(r"[0-9a-f]{32}")
_PART = ".part"


class FileStore:
    """Keep encrypted bytes in a folder that only this user may enter."""

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher
        self.watching: Watching | None = None

    def add(self, data: bytes) -> str:
        """Encrypt bytes and put them on the disk for good; return their random name.

        Raise `Unavailable` where the disk takes nothing.
        """
        try:
            name = self._add(data)
        except OSError as error:
            fault = map_disk(error)
            if self.watching and isinstance(fault, Unavailable):
                self.watching.failed(fault, FILES)
            raise fault from error
        if self.watching:
            self.watching.worked(FILES)
        return name

    def _add(self, data: bytes) -> str:
        name = secrets.token_hex(16)
        part = self._prepare() / (name + _PART)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self._cipher.seal(data))
                file.flush()
                os.fsync(file.fileno())
            part.rename(self._folder / name)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(self._folder)
        return name

    def read(self, name: str) -> bytes | None:
        """Decrypt what stands under a name; None when it is gone."""
        if not _NAME.fullmatch(name):
            return None
        try:
            return self._cipher.open((self._folder / name).read_bytes())
        except FileNotFoundError:
            return None

    def remove(self, names: Iterable[str]) -> None:
        """Remove what stands under the names; what fails is left to the sweep."""
        for name in filter(_NAME.fullmatch, names):
            try:
                (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                log.warning("a stored file could not be removed: %s", type(error).__name__)

    def list_old(self, before: dt.datetime) -> list[str]:
        """List names written before a moment; half-written files of that age are removed."""
        with contextlib.suppress(FileNotFoundError):
            old = [path for path in self._folder.iterdir() if _is_older(path, before)]
            for part in old:
                if part.suffix == _PART:
                    part.unlink(missing_ok=True)
            return [path.name for path in old if _NAME.fullmatch(path.name)]
        return []

    def open_scratch(self) -> IO[bytes]:
        """Open a file without a name: what is on its way in leaves nothing after a crash."""
        return tempfile.TemporaryFile(dir=self._prepare())

    def _prepare(self) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._folder


def _is_older(path: Path, before: dt.datetime) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mtime < before.timestamp()
    return False
