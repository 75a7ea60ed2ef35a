"""Taking a backup while the program runs: the rows of one moment, then the files they name."""

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO

from sqlalchemy import select

from storage.archive.manifest import FileCount, Manifest, Summary, TableNote
from storage.archive.packing import Packer, pack, unpack
from storage.archive.snapshot import Snapshot, open_snapshot
from storage.cipher import Cipher
from storage.errors import BadPlace


def take_backup(
    url: str,
    folder: Path,
    raw: IO[bytes],
    keys: Sequence[str],
    *,
    program: str,
    now: dt.datetime,
) -> Summary:
    """Write a backup of a database and the folder of its files; raise `StorageError`.

    `now` is noted as the moment before which everything stored is in it.
    """
    with open_snapshot(url) as snapshot, pack(raw, keys) as packer:
        snapshot.check_key(Cipher(keys))
        manifest = _describe(snapshot, program, now)
        _check_room(raw, sizes := _list_files(snapshot))
        packer.put_manifest(manifest)
        for kept in snapshot.tables.values():
            for rows in snapshot.read(kept):
                packer.put_rows(kept.name, rows)
        files = _pack_files(packer, folder, sizes)
        packer.put_end(files)
    return Summary(manifest, files, raw.tell())


def check_backup(raw: IO[bytes], keys: Sequence[str]) -> Summary:
    """Read a backup to its end; raise `BadArchive` or `CannotOpen`."""
    with unpack(raw, keys) as archive:
        for _ in archive.read():
            pass
    return Summary(archive.manifest, archive.files, raw.seek(0, os.SEEK_END))


def _describe(snapshot: Snapshot, program: str, now: dt.datetime) -> Manifest:
    tables = tuple(
        TableNote(kept.name, kept.columns, snapshot.count(kept))
        for kept in snapshot.tables.values()
    )
    dialect = snapshot.connection.dialect.name
    return Manifest(program, snapshot.revision, dialect, now, tables)


def _list_files(snapshot: Snapshot) -> Mapping[str, int]:
    """Give the names of stored files, with how long each is where it stands sealed."""
    kept = snapshot.tables.get("files")
    if kept is None:
        return {}
    table = kept.table
    found = snapshot.connection.execute(select(table.c.name, table.c.size).order_by(table.c.id))
    return {name: sealed_size(size) for name, size in found}


def sealed_size(size: int) -> int:
    """Tell how long bytes are once sealed: Fernet's frame of 57, whole blocks of 16, base 64."""
    return -(-(57 + 16 * (size // 16 + 1)) // 3) * 4


def _check_room(raw: IO[bytes], sizes: Mapping[str, int]) -> None:
    """Refuse a disk that cannot hold the files, which no compression makes smaller than this."""
    needed = sum(sizes.values()) * 3 // 4
    disk = os.fstatvfs(raw.fileno())
    free = disk.f_bavail * disk.f_frsize
    if free < needed:
        raise BadPlace("backup_no_room", needed=(needed >> 20) + 1, free=free >> 20)


def _pack_files(packer: Packer, folder: Path, sizes: Mapping[str, int]) -> FileCount:
    kept = missing = odd = 0
    for name, size in sizes.items():
        stream = _open_file(folder / name)
        if stream is None:
            missing += 1
            continue
        with closing(stream):
            found = os.fstat(stream.fileno()).st_size
            packer.put_file(name, stream, found)
        kept, odd = kept + 1, odd + (found != size)
    return FileCount(kept, missing, odd)


def _open_file(path: Path) -> IO[bytes] | None:
    """Open a stored file; None where it has gone since its row was read."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        return None
