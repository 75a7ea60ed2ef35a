"""Feedback (PAKN): cases and their append-only history."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.errors import Conflict
from storage.models import CaseEventRow, CaseRow, LocalityRow
from storage.statements import count_changed
from storage.values import Address, Case, CaseEvent, CaseState, NewCase


class Cases:
    """Open, find and advance cases; every change is an event."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def open(self, case: NewCase) -> int:
        """Store a new case with its first event."""
        row = CaseRow(
            code=case.code,
            locality_id=case.locality_id,
            kind=case.kind,
            state=CaseState.RECEIVED.value,
            sender_channel=case.sender.channel,
            sender_user=case.sender.user,
            content_sealed=self._cipher.encrypt(case.content),
            contact_sealed=self._cipher.encrypt(case.contact) if case.contact else None,
            received_at=case.received_at,
            accept_by=case.accept_by,
        )
        self._session.add(row)
        await self._session.flush()
        self._append(row.id, "received", CaseState.RECEIVED, actor="citizen", now=case.received_at)
        await self._session.flush()
        return row.id

    def _append(
        self, case_id: int, event: str, state: CaseState, *, actor: str, now: dt.datetime
    ) -> None:
        self._session.add(
            CaseEventRow(case_id=case_id, at=now, event=event, state=state.value, actor=actor)
        )

    async def advance(
        self, case: Case, state: CaseState, *, event: str, actor: str, now: dt.datetime
    ) -> None:
        """Move a case on; raise `Conflict` if somebody has changed it since it was read."""
        statement = (
            update(CaseRow)
            .where(CaseRow.id == case.id, CaseRow.version == case.version)
            .values(state=state.value, version=CaseRow.version + 1)
        )
        if await count_changed(self._session, statement) != 1:
            raise Conflict("case_changed", case=case.code)
        self._append(case.id, event, state, actor=actor, now=now)
        await self._session.flush()

    async def find(self, code: str) -> Case | None:
        """Find a case by its code."""
        found = await self._list(self._select().where(CaseRow.code == code))
        return found[0] if found else None

    async def of_sender(self, sender: Address, *, limit: int = 5) -> Sequence[Case]:
        """List a sender's latest cases, newest first."""
        return await self._list(
            self._select()
            .where(CaseRow.sender_channel == sender.channel, CaseRow.sender_user == sender.user)
            .order_by(CaseRow.id.desc())
            .limit(limit)
        )

    async def list_all(self) -> Sequence[Case]:
        """List all cases, oldest first."""
        return await self._list(self._select().order_by(CaseRow.id))

    def _select(self) -> Select[CaseRow, str]:
        return select(CaseRow, LocalityRow.name).join(
            LocalityRow, LocalityRow.id == CaseRow.locality_id
        )

    async def _list(self, statement: Select[CaseRow, str]) -> Sequence[Case]:
        rows = (await self._session.execute(statement)).all()
        events = await self._events([row.id for row, _ in rows])
        return [self._case(row, locality, events.get(row.id, ())) for row, locality in rows]

    async def _events(self, case_ids: Sequence[int]) -> dict[int, tuple[CaseEvent, ...]]:
        found: dict[int, tuple[CaseEvent, ...]] = {}
        rows = await self._session.scalars(
            select(CaseEventRow).where(CaseEventRow.case_id.in_(case_ids)).order_by(CaseEventRow.id)
        )
        for row in rows:
            event = CaseEvent(row.at, row.event, CaseState(row.state), row.actor)
            found[row.case_id] = (*found.get(row.case_id, ()), event)
        return found

    def _case(self, row: CaseRow, locality: str, events: tuple[CaseEvent, ...]) -> Case:
        return Case(
            id=row.id,
            code=row.code,
            locality_id=row.locality_id,
            locality=locality,
            kind=row.kind,
            state=CaseState(row.state),
            sender=Address(row.sender_channel, row.sender_user),
            content=self._cipher.decrypt(row.content_sealed),
            contact=self._cipher.decrypt(row.contact_sealed) if row.contact_sealed else None,
            received_at=row.received_at,
            accept_by=row.accept_by,
            version=row.version,
            events=events,
        )
