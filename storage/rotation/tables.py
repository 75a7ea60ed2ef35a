"""Which columns are sealed, and which digests stand under the key: found in the models."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, LargeBinary, Table

from storage.case_rows import read_phone_key
from storage.models import Base, CaseRow

SEALED = "_sealed"


@dataclass(frozen=True, slots=True)
class KeyedDigest:
    """A digest under the key, and how its text is read from a sealed column of its row."""

    column: str
    source: str
    read: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table with sealed columns."""

    table: Table
    sealed: tuple[str, ...]
    digests: tuple[KeyedDigest, ...] = ()

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @property
    def key(self) -> list[Column[Any]]:
        """The columns of the primary key."""
        return list(self.table.primary_key)

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns that a new key changes."""
        return (*self.sealed, *(digest.column for digest in self.digests))


DIGESTS = MappingProxyType(
    {
        CaseRow.__tablename__: (KeyedDigest("phone_digest", "contact_sealed", read_phone_key),),
    }
)


@cache
def list_sealed_tables() -> Sequence[SealedTable]:
    """List the tables with sealed columns, those that others refer to first."""
    found = ((table, _list_sealed(table)) for table in Base.metadata.sorted_tables)
    return [
        SealedTable(table, sealed, DIGESTS.get(table.name, ())) for table, sealed in found if sealed
    ]


def _list_sealed(table: Table) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in table.columns
        if isinstance(column.type, LargeBinary) and column.name.endswith(SEALED)
    )
