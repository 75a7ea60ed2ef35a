"""What we ask of a disk itself: its room, and that a name which was given stays given."""

import os
import shutil
from pathlib import Path


def measure_free(folder: Path) -> int:
    """Give the free bytes where a folder is, or will be made."""
    path = folder.absolute()
    existing = next(each for each in (path, *path.parents) if each.exists())
    return shutil.disk_usage(existing).free


def sync_folder(folder: Path) -> None:
    """Write a folder's names to the disk: a renaming outlasts a crash only then."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
