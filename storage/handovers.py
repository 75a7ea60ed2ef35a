"""Conversations that an official was asked into."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import HandoverLineRow, HandoverRow
from storage.statements import count_changed
from storage.values import Address, Handover, HandoverLine, HandoverState

_OPEN = HandoverRow.state != HandoverState.CLOSED.value


class Handovers:
    """Keep handovers; an address has one open at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def open(
        self,
        citizen: Address,
        question: str,
        *,
        locality_id: int,
        language: str,
        now: dt.datetime,
    ) -> Handover:
        """Open a handover; the transaction ends in `Conflict` if the address has one open."""
        row = HandoverRow(
            locality_id=locality_id,
            channel=citizen.channel,
            user=citizen.user,
            language=language,
            state=HandoverState.WAITING.value,
            question_sealed=self._cipher.encrypt(question),
            opened_at=now,
            changed_at=now,
            waiting_since=now,
        )
        self._session.add(row)
        await self._session.flush()
        return self._handover(row)

    async def find(self, handover_id: int) -> Handover | None:
        """Find a handover by its number."""
        row = await self._session.get(HandoverRow, handover_id)
        return self._handover(row) if row else None

    async def hold(self, handover_id: int) -> Handover | None:
        """Find a handover that nobody else changes until this transaction ends."""
        statement = select(HandoverRow).where(HandoverRow.id == handover_id)
        return await self._hold(statement)

    async def hold_of(self, citizen: Address) -> Handover | None:
        """Find an address's open handover, held until this transaction ends."""
        statement = select(HandoverRow).where(
            _OPEN, HandoverRow.channel == citizen.channel, HandoverRow.user == citizen.user
        )
        return await self._hold(statement)

    async def _hold(self, statement: Select[HandoverRow]) -> Handover | None:
        fresh = statement.with_for_update().execution_options(populate_existing=True)
        row = await self._session.scalar(fresh)
        return self._handover(row) if row else None

    async def list_open(self, locality_id: int | None = None) -> Sequence[Handover]:
        """List open handovers (of a place), oldest first."""
        statement = select(HandoverRow).where(_OPEN).order_by(HandoverRow.id)
        if locality_id is not None:
            statement = statement.where(HandoverRow.locality_id == locality_id)
        return [self._handover(row) for row in await self._session.scalars(statement)]

    async def take(self, handover_id: int, *, person_id: int, now: dt.datetime) -> None:
        """Give a handover to an official; who has it before is for the caller to see."""
        await self._change(
            handover_id, state=HandoverState.TAKEN.value, person_id=person_id, changed_at=now
        )

    async def release(self, handover_id: int, *, now: dt.datetime) -> None:
        """Take a handover from the official who has it and give it to nobody."""
        await self._change(
            handover_id, state=HandoverState.WAITING.value, person_id=None, changed_at=now
        )

    async def add_message(
        self, handover: Handover, text: str, *, needs_answer: bool, now: dt.datetime
    ) -> None:
        """Keep what the citizen says; `needs_answer` is False for mere thanks."""
        await self._add_line(handover.id, text, is_citizen=True, now=now)
        since = handover.waiting_since or (now if needs_answer else None)
        await self._change(handover.id, changed_at=now, waiting_since=since)

    async def add_answer(self, handover_id: int, text: str, *, now: dt.datetime) -> None:
        """Keep what an official answers; nothing waits from then on."""
        await self._add_line(handover_id, text, is_citizen=False, now=now)
        sealed = self._cipher.encrypt(text)
        await self._change(handover_id, answer_sealed=sealed, changed_at=now, waiting_since=None)

    async def close(self, handover_id: int, *, now: dt.datetime) -> bool:
        """Close a handover; tell whether it was open."""
        statement = (
            update(HandoverRow)
            .where(_OPEN, HandoverRow.id == handover_id)
            .values(state=HandoverState.CLOSED.value, changed_at=now, waiting_since=None)
        )
        return await count_changed(self._session, statement) == 1

    async def lines(self, handover_id: int) -> Sequence[HandoverLine]:
        """Give what was said after the opening question, oldest first."""
        rows = await self._session.scalars(
            select(HandoverLineRow)
            .where(HandoverLineRow.handover_id == handover_id)
            .order_by(HandoverLineRow.id)
        )
        return [
            HandoverLine(row.at, row.is_citizen, self._cipher.decrypt(row.text_sealed))
            for row in rows
        ]

    async def count_messages(self, handover_id: int, *, since: dt.datetime) -> int:
        """Count what the citizen has said since a moment."""
        statement = (
            select(func.count())
            .select_from(HandoverLineRow)
            .where(
                HandoverLineRow.handover_id == handover_id,
                HandoverLineRow.is_citizen,
                HandoverLineRow.at > since,
            )
        )
        return await self._session.scalar(statement) or 0

    async def count_opened(self, citizen: Address, *, since: dt.datetime) -> int:
        """Count the handovers that an address has opened since a moment, ended or not."""
        statement = (
            select(func.count())
            .select_from(HandoverRow)
            .where(
                HandoverRow.channel == citizen.channel,
                HandoverRow.user == citizen.user,
                HandoverRow.opened_at > since,
            )
        )
        return await self._session.scalar(statement) or 0

    async def _add_line(
        self, handover_id: int, text: str, *, is_citizen: bool, now: dt.datetime
    ) -> None:
        sealed = self._cipher.encrypt(text)
        row = HandoverLineRow(
            handover_id=handover_id, at=now, is_citizen=is_citizen, text_sealed=sealed
        )
        self._session.add(row)
        await self._session.flush()

    async def _change(self, handover_id: int, **values: object) -> None:
        await self._session.execute(
            update(HandoverRow).where(HandoverRow.id == handover_id).values(**values)
        )

    def _handover(self, row: HandoverRow) -> Handover:
        return Handover(
            id=row.id,
            locality_id=row.locality_id,
            citizen=Address(row.channel, row.user),
            language=row.language,
            state=HandoverState(row.state),
            question=self._cipher.decrypt(row.question_sealed),
            answer=self._cipher.decrypt(row.answer_sealed) if row.answer_sealed else None,
            person_id=row.person_id,
            opened_at=row.opened_at,
            changed_at=row.changed_at,
            waiting_since=row.waiting_since,
        )
