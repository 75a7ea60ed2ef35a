"""Feedback (PAKN): cases and their append-only history."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action, Actor
from storage.case_rows import changed_columns, event_row, new_row, phone_key, read_case, read_event
from storage.cipher import Cipher
from storage.errors import Conflict
from storage.models import CaseEventRow, CaseRow, LocalityRow, OfficeRow
from storage.noting import Notes
from storage.own_settings import find_approver, load_own_settings
from storage.statements import count_changed
from storage.values import Address, Case, CaseEvent, NewCase

_Selected = Select[CaseRow, str, str]


class Cases:
    """Open, find and change cases; every change is an event."""

    def __init__(self, session: AsyncSession, cipher: Cipher, notes: Notes) -> None:
        self._session = session
        self._cipher = cipher
        self._notes = notes

    async def open(self, case: NewCase) -> int:
        """Store a new case with its first event."""
        row = new_row(case, self._cipher)
        self._session.add(row)
        await self._session.flush()
        is_complete = case.state is CaseState.RECEIVED
        action = Action.SEND if is_complete else Action.SEND_INCOMPLETE
        facts = {"kind": case.kind.value}
        if case.accept_by:
            facts["due"] = case.accept_by.isoformat()
        event = CaseEvent(case.received_at, action, case.state, Actor.CITIZEN, facts=facts)
        await self.record(row.id, event)
        return row.id

    async def save(self, case: Case, event: CaseEvent) -> None:
        """Keep a case as changed, with what happened.

        Raise `Conflict("case_changed")` if somebody has changed it since it was read.
        """
        statement = (
            update(CaseRow)
            .where(CaseRow.id == case.id, CaseRow.version == case.version)
            .values(**changed_columns(case, self._cipher), version=CaseRow.version + 1)
            .execution_options(synchronize_session=False)
        )
        if await count_changed(self._session, statement) != 1:
            raise Conflict("case_changed", case=case.code)
        await self.record(case.id, event)

    async def record(self, case_id: int, event: CaseEvent) -> None:
        """Add a line to the history of a case that is not changed by it."""
        self._session.add(event_row(case_id, event, self._cipher))
        await self._session.flush()
        self._notes.add("case", event.action.value)

    async def find(self, code: str) -> Case | None:
        """Find a case by its code."""
        return await self._one(_select().where(CaseRow.code == code))

    async def hold(self, code: str) -> Case | None:
        """Find a case by its code; who else wants to change it waits."""
        return await self._one(
            _select().where(CaseRow.code == code).with_for_update(of=CaseRow, key_share=True)
        )

    async def get(self, case_id: int) -> Case | None:
        """Find a case by its number."""
        return await self._one(_select().where(CaseRow.id == case_id))

    async def list_merged(self, case_id: int) -> Sequence[Case]:
        """List the cases that were merged into one."""
        return await self._list(_select().where(CaseRow.merged_into_id == case_id))

    async def _one(self, statement: _Selected) -> Case | None:
        found = await self._list(statement, is_even=True)
        return found[0] if found else None

    async def of_sender(self, sender: Address, *, limit: int = 5) -> Sequence[Case]:
        """List a sender's latest cases, newest first."""
        return await self._list(
            _select()
            .where(CaseRow.sender_channel == sender.channel, CaseRow.sender_user == sender.user)
            .order_by(CaseRow.id.desc())
            .limit(limit)
        )

    async def list_all(self, locality_id: int | None = None) -> Sequence[Case]:
        """List all cases (of a place), oldest first."""
        statement = _select().order_by(CaseRow.id)
        if locality_id is not None:
            statement = statement.where(CaseRow.locality_id == locality_id)
        return await self._list(statement)

    async def list_in(
        self,
        states: Collection[CaseState],
        *,
        locality_id: int | None = None,
        office_ids: Collection[int] | None = None,
        limit: int | None = None,
    ) -> Sequence[Case]:
        """List cases in some states (of a place, of some offices), what is due first first."""
        statement = (
            _select()
            .where(CaseRow.state.in_([state.value for state in states]))
            .order_by(CaseRow.due_on.nulls_last(), CaseRow.id)
            .limit(limit)
        )
        if locality_id is not None:
            statement = statement.where(CaseRow.locality_id == locality_id)
        if office_ids is not None:
            statement = statement.where(CaseRow.office_id.in_(office_ids))
        return await self._list(statement)

    async def find_by_phone(self, phone: str, locality_id: int) -> Sequence[Case]:
        """List a place's cases sent with a phone, newest first."""
        digests = self._cipher.digests(phone_key(phone))
        return await self._list(
            _select()
            .where(CaseRow.phone_digest.in_(digests), CaseRow.locality_id == locality_id)
            .order_by(CaseRow.id.desc())
        )

    async def vectors(self, case_ids: Collection[int], embedder: str) -> Mapping[int, bytes]:
        """Give the vectors (float32) that a model made of some cases, by case id."""
        rows = await self._session.execute(
            select(CaseRow.id, CaseRow.vector_sealed).where(
                CaseRow.id.in_(case_ids),
                CaseRow.embedder == embedder,
                CaseRow.vector_sealed.is_not(None),
            )
        )
        return {case_id: self._cipher.open(sealed) for case_id, sealed in rows if sealed}

    async def _list(self, statement: _Selected, *, is_even: bool = False) -> Sequence[Case]:
        """Read cases; `is_even` runs as many statements for none as for one (guessed codes)."""
        statement = statement.execution_options(populate_existing=True)
        rows = (await self._session.execute(statement)).all()
        if not rows and not is_even:
            return []
        events = await self._events([row.id for row, _, _ in rows])
        places = await load_own_settings(self._session)
        return [
            read_case(
                row,
                self._cipher,
                locality=locality,
                office=office,
                events=events.get(row.id, ()),
                approver=find_approver(row.locality_id, places),
            )
            for row, locality, office in rows
        ]

    async def _events(self, case_ids: Sequence[int]) -> dict[int, tuple[CaseEvent, ...]]:
        found: dict[int, tuple[CaseEvent, ...]] = {}
        rows = await self._session.scalars(
            select(CaseEventRow).where(CaseEventRow.case_id.in_(case_ids)).order_by(CaseEventRow.id)
        )
        for row in rows:
            found[row.case_id] = (*found.get(row.case_id, ()), read_event(row, self._cipher))
        return found


def _select() -> _Selected:
    return (
        select(CaseRow, LocalityRow.name, OfficeRow.name)
        .join(LocalityRow, LocalityRow.id == CaseRow.locality_id)
        .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
    )
