"""The trail of what was changed at the desk: by whom, from what to what."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import ChangeRow, PersonRow
from storage.statements import count_changed
from storage.values import Change

_Selected = Select[ChangeRow, bytes]


class Changes:
    """Keep changes; one is never changed itself, but for being undone."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        action: str,
        subject: str,
        *,
        locality_id: int | None,
        person_id: int | None,
        now: dt.datetime,
        old: Any = None,
        new: Any = None,
    ) -> int:
        """Add a change; `old` and `new` are values that JSON can hold, stored encrypted."""
        row = ChangeRow(
            locality_id=locality_id,
            at=now,
            person_id=person_id,
            action=action,
            subject=subject,
            old_sealed=self._seal(old),
            new_sealed=self._seal(new),
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def find(self, change_id: int) -> Change | None:
        """Find a change by its number."""
        found = await self._list(_select().where(ChangeRow.id == change_id))
        return found[0] if found else None

    async def of(
        self, subject: str, *, locality_id: int | None, limit: int = 20
    ) -> Sequence[Change]:
        """List what was changed of a subject in a place, newest first."""
        wanted = _select().where(ChangeRow.subject == subject)
        return await self._list(_in_place(wanted, locality_id).limit(limit))

    async def of_place(
        self,
        locality_id: int | None,
        *,
        limit: int = 50,
        before: int | None = None,
        kinds: Sequence[str] = (),
    ) -> Sequence[Change]:
        """List what was changed in a place, newest first; `before` is the number to go on from.

        `kinds` are the first words of the subjects wanted ("answer" of "answer 3"); none is all.
        """
        wanted = _in_place(_select(), locality_id).limit(limit)
        if kinds:
            named = (ChangeRow.subject.like(f"{kind} %") for kind in kinds)
            wanted = wanted.where(or_(ChangeRow.subject.in_(kinds), *named))
        if before is not None:
            wanted = wanted.where(ChangeRow.id < before)
        return await self._list(wanted)

    async def undo(self, change_id: int, *, now: dt.datetime) -> bool:
        """Note that a change was taken back; tell whether it was not before."""
        statement = (
            update(ChangeRow)
            .where(ChangeRow.id == change_id, ChangeRow.undone_at.is_(None))
            .values(undone_at=now)
        )
        return await count_changed(self._session, statement) > 0

    async def _list(self, statement: _Selected) -> Sequence[Change]:
        rows = await self._session.execute(
            statement.order_by(ChangeRow.id.desc()).execution_options(populate_existing=True)
        )
        return [self._read(row, name) for row, name in rows]

    def _read(self, row: ChangeRow, name: bytes | None) -> Change:
        return Change(
            id=row.id,
            locality_id=row.locality_id,
            at=row.at,
            person_id=row.person_id,
            person=self._cipher.decrypt(name) if name else None,
            action=row.action,
            subject=row.subject,
            old=self._open(row.old_sealed),
            new=self._open(row.new_sealed),
            undone_at=row.undone_at,
        )

    def _seal(self, value: Any) -> bytes | None:
        if value is None:
            return None
        return self._cipher.encrypt(json.dumps(value, ensure_ascii=False))

    def _open(self, sealed: bytes | None) -> Any:
        return json.loads(self._cipher.decrypt(sealed)) if sealed else None


def _select() -> _Selected:
    return select(ChangeRow, PersonRow.name_sealed).outerjoin(
        PersonRow, PersonRow.id == ChangeRow.person_id
    )


def _in_place(statement: _Selected, locality_id: int | None) -> _Selected:
    if locality_id is None:
        return statement.where(ChangeRow.locality_id.is_(None))
    return statement.where(ChangeRow.locality_id == locality_id)
