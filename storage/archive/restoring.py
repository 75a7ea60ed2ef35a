"""Bringing a backup back into an empty place: all of it, or nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from storage.archive.files_place import FilesPlace, bring_files
from storage.archive.filling import Target, open_target
from storage.archive.manifest import Manifest, Summary
from storage.archive.packing import Archive, FilePart, unpack
from storage.archive.settling import Settled, settle
from storage.cipher import Cipher

FRESH = dt.timedelta(hours=1)  # until then, what waited has hardly been delivered since; a backup
# from the future tells of a clock that is or was wrong, and nothing of what was delivered


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and what its operator must know."""

    summary: Summary
    settled: Settled


def restore_backup(
    raw: IO[bytes],
    keys: Sequence[str],
    *,
    url: str,
    folder: Path,
    now: dt.datetime,
    sends: bool,
) -> Restored:
    """Bring a backup into an empty database of either kind and an empty folder of files.

    Replies that wait in a backup older than an hour are parked, unless `sends`: since then they
    were probably delivered. Raise `StorageError`; then the place is as empty as before.
    """
    with (
        unpack(raw, keys) as archive,
        bring_files(folder) as files,  # tidied up after the rows are committed
        open_target(url, archive.manifest.revision) as target,
    ):
        files.prepare()
        _bring(archive, target, files)
        target.look_back().check_key(Cipher(keys))
        parks = not sends and abs(now - archive.manifest.taken_at) > FRESH
        settled = settle(target, parks=parks, now=now)
        target.finish()
        files.show()
    return Restored(Summary(archive.manifest, archive.files, raw.tell()), settled)


def _bring(archive: Archive, target: Target, files: FilesPlace) -> None:
    columns = _list_columns(archive.manifest)
    for part in archive.read():
        if isinstance(part, FilePart):
            files.add(part.name, part.stream)
        else:
            target.insert(part.table, columns[part.table], part.rows)


def _list_columns(manifest: Manifest) -> dict[str, Sequence[str]]:
    return {table.name: list(table.columns) for table in manifest.tables}
