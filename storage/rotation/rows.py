"""Sealed rows: read in pages, and replaced where nobody has changed them meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Update,
    bindparam,
    func,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.rotation.tables import KeyedDigest, SealedTable

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A row's primary key, and what its columns hold that a new key changes."""

    key: Key
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What to put in place of a row as it was read."""

    row: SealedRow
    values: Mapping[str, Any]


class SealedRows:
    """Give and replace what is sealed, whatever table it is in."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, of: SealedTable) -> int:
        """Count a table's rows."""
        return await self._session.scalar(select(func.count()).select_from(of.table)) or 0

    async def list_page(self, of: SealedTable, after: Key | None, limit: int) -> list[SealedRow]:
        """List the next rows by primary key."""
        columns = [of.table.c[name] for name in of.kept]
        statement = select(*of.key, *columns).order_by(*of.key).limit(limit)
        if after is not None:
            last = (literal(value, part.type) for value, part in zip(after, of.key, strict=True))
            statement = statement.where(tuple_(*of.key) > tuple_(*last))
        width = len(of.key)
        return [
            SealedRow(tuple(found[:width]), dict(zip(of.kept, found[width:], strict=True)))
            for found in await self._session.execute(statement)
        ]

    async def replace(self, of: SealedTable, changes: Sequence[Change]) -> int:
        """Replace the rows that are still as they were read; return how many.

        On PostgreSQL rows that others hold are passed over, so that we wait for nobody's lock
        while we hold some: no deadlock can come of us.
        """
        free = await self._lock(of, [change.row.key for change in changes])
        parameters = [_bind(of, change) for change in changes if change.row.key in free]
        if not parameters:
            return 0
        done = await self._session.execute(_build_replace(of), parameters)
        return cast("CursorResult[Any]", done).rowcount

    async def _lock(self, of: SealedTable, keys: Sequence[Key]) -> set[Key]:
        statement = (
            select(*of.key)
            .where(_is_among(of, keys))
            .order_by(*of.key)
            .with_for_update(skip_locked=True, key_share=True)
        )
        return {tuple(found) for found in await self._session.execute(statement)}


def _is_among(of: SealedTable, keys: Sequence[Key]) -> ColumnElement[bool]:
    if len(of.key) == 1:
        return of.key[0].in_([key[0] for key in keys])
    return tuple_(*of.key).in_(keys)


@cache
def _build_replace(of: SealedTable) -> Update:
    is_it = [part == bindparam(f"key_{part.name}") for part in of.key]
    as_read = [
        of.table.c[name].is_not_distinct_from(bindparam(f"old_{name}", type_=of.table.c[name].type))
        for name in of.kept
    ]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in of.kept}
    return update(of.table).where(*is_it, *as_read).values(values)


def _bind(of: SealedTable, change: Change) -> dict[str, Any]:
    keyed = zip(of.key, change.row.key, strict=True)
    return {
        **{f"key_{part.name}": value for part, value in keyed},
        **{f"old_{name}": value for name, value in change.row.values.items()},
        **{f"new_{name}": value for name, value in change.values.items()},
    }


@dataclass(frozen=True, slots=True)
class Look:
    """Which older keys a row needs, by number; `is_lost` where no key opens a part of it."""

    older: frozenset[int] = frozenset()
    is_lost: bool = False
    is_digest_old: bool = False

    @property
    def is_new(self) -> bool:
        """Tell whether nothing that can be read needs another key than the newest."""
        return not self.older and not self.is_digest_old


def look_at(of: SealedTable, row: SealedRow, cipher: Cipher) -> Look:
    """Tell under which keys a row stands."""
    bodies = (row.values[name] for name in of.sealed)
    keys = [cipher.find_key(body) for body in bodies if body is not None]
    anew = _digest_anew(of, row, cipher)
    return Look(
        older=frozenset(number for number in keys if number),
        is_lost=None in keys,
        is_digest_old=any(row.values[name] != digest for name, digest in anew.items()),
    )


def reseal_row(of: SealedTable, row: SealedRow, cipher: Cipher) -> Change:
    """Seal a row anew under the newest key; what no key opens stays as it is."""
    bodies = {name: _reseal(row.values[name], cipher) for name in of.sealed}
    return Change(row, {**row.values, **bodies, **_digest_anew(of, row, cipher)})


def _reseal(body: bytes | None, cipher: Cipher) -> bytes | None:
    if body is None or cipher.find_key(body) in (0, None):
        return body
    return cipher.reseal(body)


def _digest_anew(of: SealedTable, row: SealedRow, cipher: Cipher) -> dict[str, str]:
    """Make a row's digests under the newest key, where their texts can be read."""
    texts = {digest.column: _read_text(digest, row, cipher) for digest in of.digests}
    return {column: cipher.digest(text) for column, text in texts.items() if text}


def _read_text(digest: KeyedDigest, row: SealedRow, cipher: Cipher) -> str:
    sealed = row.values[digest.source]
    if sealed is None or cipher.find_key(sealed) is None:
        return ""
    return digest.read(cipher.decrypt(sealed))
