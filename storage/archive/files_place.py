"""The folder of stored files while a backup is brought back into it.

Files come into a folder below and move up at the end, before the rows that name them count. A
folder below that is still there, while the database is empty, tells of a restoring that was killed:
what it brought is removed. Both are on one disk, and the folder may be a mount of its own.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from storage.errors import BadArchive, BadPlace
from storage.faults import map_disk

BELOW = ".restoring"
_NAME = re.compile(r"[0-9a-f]{32}")


class FilesPlace:
    """Take files in, and let them be seen at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._below = folder / BELOW
        self._is_ours = False

    def prepare(self) -> None:
        """Make the folders, once the database is known to be empty; raise `BadPlace`."""
        if self._below.exists():
            shutil.rmtree(self._below)
            for path in self._list():
                path.unlink()
        elif self._list():
            raise BadPlace("files_not_empty", path=str(self._folder))
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._below.mkdir(mode=0o700)
        self._is_ours = True

    def add(self, name: str, stream: IO[bytes]) -> None:
        """Write a file as the archive holds it; raise `BadArchive` for a name that is not ours."""
        if not _NAME.fullmatch(name):
            raise BadArchive("archive_damaged")
        handle = os.open(self._below / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(stream, file)

    def show(self) -> None:
        """Move all files up, once they are on the disk: one sync, as ten thousand take minutes."""
        os.sync()
        self._is_ours = False  # the rows may count from now on: whoever comes next looks at them
        for path in self._below.iterdir():
            path.rename(self._folder / path.name)
        os.sync()

    def tidy(self) -> None:
        """Forget that anything was brought back."""
        self._below.rmdir()

    def clear(self) -> None:
        """Remove what was brought, and nobody has seen."""
        if self._is_ours:
            shutil.rmtree(self._below, ignore_errors=True)

    def _list(self) -> list[Path]:
        if not self._folder.exists():
            return []
        return [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]


def forget_restoring(folder: Path) -> None:
    """Remove what a kill after the last step has left; else it told of a place half filled."""
    with suppress(OSError):  # nothing there, or files in it: then it does
        (folder / BELOW).rmdir()


@contextmanager
def bring_files(folder: Path) -> Iterator[FilesPlace]:
    """Bring files into a folder; what fails before they are shown leaves it as it was."""
    place = FilesPlace(folder)
    try:
        yield place
        place.tidy()
    except OSError as error:
        raise map_disk(error) from error
    finally:
        place.clear()
