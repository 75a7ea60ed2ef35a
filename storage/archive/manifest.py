"""What an archive says of itself: at its start what is to come, at its end what came."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from storage.archive.kinds import Kind


@dataclass(frozen=True, slots=True)
class TableNote:
    """A table, its kept columns in the order of their values, and how many rows are to come."""

    name: str
    columns: Mapping[str, Kind]
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was taken when, from what; everything stored before `taken_at` is in the archive."""

    program: str
    revision: str
    dialect: str
    taken_at: dt.datetime
    tables: tuple[TableNote, ...]

    def count(self, name: str) -> int:
        """Count the rows of a table; 0 for one that there was not yet."""
        return next((table.rows for table in self.tables if table.name == name), 0)


@dataclass(frozen=True, slots=True)
class FileCount:
    """Stored files: in the archive, gone when they were to be read, of another size than noted."""

    kept: int = 0
    missing: int = 0
    odd: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of an archive; `size` in bytes."""

    manifest: Manifest
    files: FileCount
    size: int

    @property
    def rows(self) -> int:
        """Count the rows of all tables."""
        return sum(table.rows for table in self.manifest.tables)

    @property
    def cases(self) -> int:
        """Count the cases."""
        return self.manifest.count("cases")


MANIFEST = TypeAdapter(Manifest)
FILE_COUNT = TypeAdapter(FileCount)
