"""A restoring that kills itself with SIGKILL.

python -m tests.bot.restore_process POINT ARCHIVE URL FOLDER KEY

POINT is the method of `FilesPlace` or `Target` in whose place the process dies, with “after ” before
it where it is to be done first.
"""

import datetime as dt
import os
import signal
import sys
from pathlib import Path
from typing import Any

from storage.archive.files_place import FilesPlace
from storage.archive.filling import Target
from storage.archive.restoring import restore_backup


def lay_trap(point: str) -> None:
    """Let a method kill the process, at its first call or after it."""
    name = point.removeprefix("after ")
    owner: Any = FilesPlace if hasattr(FilesPlace, name) else Target
    inner = getattr(owner, name)

    def dying(*args: Any) -> None:
        if name != point:
            inner(*args)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)


def main(point: str, archive: str, url: str, folder: str, key: str) -> None:
    lay_trap(point)
    with open(archive, "rb") as raw:
        now = dt.datetime.now(dt.UTC)
        restore_backup(raw, [key], url=url, folder=Path(folder), now=now, sends=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
