"""What people have asked to be done with their own data."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import DataRequestRow
from storage.values import Address, DataRequest, RequestKind


class DataRequests:
    """Keep requests; one that is done stays as the proof that it was."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        owner: Address,
        kind: RequestKind,
        *,
        locality_id: int,
        now: dt.datetime,
        answer_by: dt.date,
        due_on: dt.date,
        note: str = "",
    ) -> int:
        """Record a request with the days to answer and to do it by; return its number."""
        row = DataRequestRow(
            locality_id=locality_id,
            channel=owner.channel,
            user=owner.user,
            kind=kind.value,
            asked_at=now,
            answer_by=answer_by,
            due_on=due_on,
            note_sealed=self._cipher.encrypt(note) if note else None,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def find(self, request_id: int) -> DataRequest | None:
        """Find a request by its number; who else wants to change it waits."""
        row = await self._session.scalar(
            select(DataRequestRow)
            .where(DataRequestRow.id == request_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return self._request(row) if row else None

    async def list_open(self, locality_id: int | None = None) -> Sequence[DataRequest]:
        """List what is not done yet (of a place), oldest first."""
        statement = select(DataRequestRow).where(DataRequestRow.done_at.is_(None))
        if locality_id is not None:
            statement = statement.where(DataRequestRow.locality_id == locality_id)
        rows = await self._session.scalars(statement.order_by(DataRequestRow.id))
        return [self._request(row) for row in rows]

    async def of_owner(self, owner: Address) -> Sequence[DataRequest]:
        """List what an address has asked, oldest first."""
        rows = await self._session.scalars(
            select(DataRequestRow)
            .where(DataRequestRow.channel == owner.channel, DataRequestRow.user == owner.user)
            .order_by(DataRequestRow.id)
        )
        return [self._request(row) for row in rows]

    async def finish(self, request_id: int, *, now: dt.datetime) -> None:
        """Record that a request is done, and so answered."""
        row = DataRequestRow
        open_ones = (row.id == request_id, row.done_at.is_(None))
        unanswered = update(row).where(*open_ones, row.answered_at.is_(None))
        await self._session.execute(unanswered.values(answered_at=now))
        await self._session.execute(update(row).where(*open_ones).values(done_at=now))

    def _request(self, row: DataRequestRow) -> DataRequest:
        return DataRequest(
            id=row.id,
            locality_id=row.locality_id,
            owner=Address(row.channel, row.user),
            kind=RequestKind(row.kind),
            asked_at=row.asked_at,
            answer_by=row.answer_by,
            due_on=row.due_on,
            answered_at=row.answered_at,
            done_at=row.done_at,
            note=self._cipher.decrypt(row.note_sealed) if row.note_sealed else "",
        )
