"""An archive's inner form: a tar of JSON and stored files, compressed, then sealed.

manifest.json, tables/NAME/NUMBER.jsonl (some hundred rows each), files/NAME, end.json. Nothing is
whole in memory or unsealed on the disk, on the way in or out.
"""

import gzip
import io
import json
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

from pydantic import ValidationError

from storage.archive.manifest import FILE_COUNT, MANIFEST, FileCount, Manifest
from storage.archive.sealing import SealedWriter, open_sealed
from storage.archive.snapshot import Rows
from storage.errors import BadArchive
from storage.migrate import load_scripts

LEVEL = 1  # measured: see decision 0024
FIRST, LAST = "manifest.json", "end.json"
_TABLES, _FILES = "tables/", "files/"


@dataclass(slots=True)
class Packer:
    """Write an archive's parts, in order."""

    tar: tarfile.TarFile
    _parts: int = 0

    def put_manifest(self, manifest: Manifest) -> None:
        """Say what is to come."""
        self._put(FIRST, MANIFEST.dump_json(manifest))

    def put_rows(self, table: str, rows: Rows) -> None:
        """Add rows of a table."""
        self._parts += 1
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        self._put(f"{_TABLES}{table}/{self._parts:08}.jsonl", "\n".join(lines).encode())

    def put_file(self, name: str, stream: IO[bytes], size: int) -> None:
        """Add a stored file, as it stands on the disk."""
        self._add(f"{_FILES}{name}", stream, size)

    def put_end(self, files: FileCount) -> None:
        """Say what has come."""
        self._put(LAST, FILE_COUNT.dump_json(files))

    def _put(self, name: str, body: bytes) -> None:
        self._add(name, io.BytesIO(body), len(body))

    def _add(self, name: str, stream: IO[bytes], size: int) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        self.tar.addfile(info, stream)
        self.tar.members.clear()  # type: ignore[attr-defined]  # it would remember every part


@contextmanager
def pack(raw: IO[bytes], keys: Sequence[str]) -> Iterator[Packer]:
    """Write an archive; it is whole only where this ends without an error."""
    sealed = SealedWriter(raw, keys)
    with gzip.GzipFile("", "wb", LEVEL, sealed, mtime=0) as zipped:
        tar = tarfile.open(fileobj=zipped, mode="w|")  # noqa: SIM115  closed only where all is well
        yield Packer(tar)
        tar.close()
    sealed.finish()


@dataclass(frozen=True, slots=True)
class TablePart:
    """Some rows of a table."""

    table: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class FilePart:
    """A stored file, to be read before the next part."""

    name: str
    stream: IO[bytes]


@dataclass(slots=True)
class Archive:
    """An open archive; `files` counts what came only once `read` has ended."""

    manifest: Manifest
    _tar: tarfile.TarFile
    _sealed: gzip.GzipFile
    files: FileCount = field(default_factory=FileCount)

    def read(self) -> Iterator[TablePart | FilePart]:
        """Yield every part, to the very end; raise `BadArchive` where it is not what it says."""
        counts = dict.fromkeys((table.name for table in self.manifest.tables), 0)
        kept = 0
        while (member := _next(self._tar)).name != LAST:
            stream = _extract(self._tar, member)
            if member.name.startswith(_TABLES):
                part = _read_rows(member.name, stream)
                if part.table not in counts:
                    raise BadArchive("archive_damaged")
                counts[part.table] += len(part.rows)
                yield part
            else:
                kept += 1
                yield FilePart(member.name.removeprefix(_FILES), stream)
        self.files = FILE_COUNT.validate_json(_extract(self._tar, member).read())
        expected = {table.name: table.rows for table in self.manifest.tables}
        if (counts, kept) != (expected, self.files.kept):
            raise BadArchive("archive_damaged")
        _read_out(self._tar, self._sealed)


@contextmanager
def unpack(raw: IO[bytes], keys: Sequence[str]) -> Iterator[Archive]:
    """Open an archive; raise `BadArchive`, here or while it is read."""
    with (
        _judged(),
        open_sealed(raw, keys) as sealed,
        gzip.GzipFile("", "rb", fileobj=sealed) as zipped,
        tarfile.open(fileobj=zipped, mode="r|") as tar,
    ):
        manifest = MANIFEST.validate_json(_extract(tar, _next(tar)).read())
        if manifest.revision not in {each.revision for each in load_scripts().walk_revisions()}:
            raise BadArchive("archive_newer")
        yield Archive(manifest, tar, zipped)


@contextmanager
def _judged() -> Iterator[None]:
    """Raise as `BadArchive` what could only come from our own seal around something else."""
    try:
        yield
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile, ValidationError) as error:
        raise BadArchive("archive_damaged") from error


def _next(tar: tarfile.TarFile) -> tarfile.TarInfo:
    member = tar.next()
    tar.members.clear()  # type: ignore[attr-defined]  # it would remember every part
    if member is None:
        raise BadArchive("archive_damaged")
    return member


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    stream = tar.extractfile(member)
    if stream is None:
        raise BadArchive("archive_damaged")
    return stream


def _read_rows(name: str, stream: IO[bytes]) -> TablePart:
    table = name.removeprefix(_TABLES).partition("/")[0]
    try:
        return TablePart(table, [json.loads(line) for line in stream.read().split(b"\n")])
    except ValueError as error:
        raise BadArchive("archive_damaged") from error


def _read_out(tar: tarfile.TarFile, sealed: gzip.GzipFile) -> None:
    """Read behind the last part: only then is the last chunk known to be there."""
    if tar.next() is not None:
        raise BadArchive("archive_damaged")
    while sealed.read(1 << 20):
        pass
