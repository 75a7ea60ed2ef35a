"""Everything a database holds at one moment, table by table, while others go on writing."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from storage.archive.engines import Use, is_missing, open_connection
from storage.archive.kinds import encode, select_value
from storage.archive.schema import KeptTable, list_kept, reflect
from storage.cipher import Cipher
from storage.errors import BadPlace
from storage.meta import KEY_CHECK
from storage.migrate import read_revision

AT_ONCE = 500  # rows
Rows = list[list[Any]]  # the values of a table's kept columns, as JSON holds them


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a transaction sees."""

    connection: Connection
    revision: str
    tables: Mapping[str, KeptTable]

    def count(self, kept: KeptTable) -> int:
        """Count a table's rows."""
        return self.connection.scalar(select(func.count()).select_from(kept.table)) or 0

    def read(self, kept: KeptTable) -> Iterator[Rows]:
        """Yield a table's rows, some hundred at once."""
        chosen = [select_value(kept.table.c[name], kind) for name, kind in kept.columns.items()]
        kinds = list(kept.columns.values())
        streamed = {"yield_per": AT_ONCE}
        found = self.connection.execute(select(*chosen), execution_options=streamed)
        for part in found.partitions():
            yield [[encode(k, v) for k, v in zip(kinds, row, strict=True)] for row in part]

    def check_key(self, cipher: Cipher) -> None:
        """Raise `CannotOpen` where no key opens what the rows are sealed with."""
        meta = self.tables["meta"].table
        sealed = self.connection.scalar(select(meta.c.value).where(meta.c.key == KEY_CHECK))
        if sealed is not None:
            cipher.decrypt(sealed.encode("ascii"))


class Digest:
    """How many rows there are and what they say, in whatever order they come."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, rows: Rows) -> None:
        """Add rows."""
        for row in rows:
            written = json.dumps(row, sort_keys=True, separators=(",", ":")).encode()
            self._sum += int.from_bytes(hashlib.sha256(written).digest(), "big")
        self.rows += len(rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Digest):
            return NotImplemented
        return (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it changes


@contextmanager
def open_snapshot(url: str, use: Use = Use.SNAPSHOT) -> Iterator[Snapshot]:
    """Open what a database holds now; raise `CannotOpen` or `BadPlace`."""
    if is_missing(url):
        raise BadPlace("place_has_nothing")
    with open_connection(url, use) as connection:
        revision = read_revision(connection)
        if revision is None:
            raise BadPlace("place_has_nothing")
        yield Snapshot(connection, revision, list_kept(reflect(connection, revision)))
