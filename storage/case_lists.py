"""Cases for lists: their heads by filters, and some of them opened without their histories."""

import asyncio
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action, Actor
from storage.case_rows import phone_key, read_case
from storage.cipher import Cipher
from storage.models import CaseEventRow, CaseNoticeRow, CaseRow, LocalityRow, OfficeRow
from storage.own_settings import find_approver, load_own_settings
from storage.statements import split_ids
from storage.values import (
    Case,
    CaseEvent,
    CaseFilter,
    CaseHead,
    CaseOrder,
    CaseStub,
    OwnSettings,
)

_HEAD = (
    CaseRow.id,
    CaseRow.code,
    CaseRow.kind,
    CaseRow.state,
    OfficeRow.name.label("office"),
    CaseRow.received_at,
    CaseRow.due_on,
    CaseRow.hides_name,
    CaseRow.published_at,
)
_UNREAD = frozenset({"vector_sealed", "embedder", "public_content", "public_answer"})
_OPENED = tuple(c for c in CaseRow.__table__.c if c.name not in _UNREAD)
_ORDERS: Mapping[CaseOrder, tuple[ColumnElement[Any], ...]] = {
    CaseOrder.DUE: (CaseRow.due_on.nulls_last(), CaseRow.id.asc()),
    CaseOrder.NEWEST: (CaseRow.received_at.desc(), CaseRow.id.desc()),
    CaseOrder.OLDEST: (CaseRow.received_at.asc(), CaseRow.id.asc()),
}
_UNTOLD = (CaseNoticeRow.told_at.is_(None), CaseNoticeRow.failed_at.is_not(None))
_Events = Mapping[int, Sequence[CaseEvent]]


class CaseLists:
    """List cases without opening them; open some for who may see them."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def list_stubs(
        self, wanted: CaseFilter, order: CaseOrder = CaseOrder.DUE
    ) -> Sequence[CaseStub]:
        """List those of a place's cases that a filter lets through, in an order."""
        rows = await self._session.execute(
            select(CaseRow.id, CaseRow.version, CaseRow.erased_at.is_not(None), CaseRow.code)
            .where(*self._conditions(wanted))
            .order_by(*_ORDERS[order])
        )
        return [CaseStub(*row) for row in rows]

    async def list_heads(self, case_ids: Sequence[int]) -> Sequence[CaseHead]:
        """Give the heads of a page's cases, in that order."""
        rows = await self._session.execute(
            select(*_HEAD)
            .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
            .where(CaseRow.id.in_(case_ids))
        )
        found = {row.id: _read_head(row) for row in rows}
        return [found[case_id] for case_id in case_ids if case_id in found]

    async def list_to_call(self, locality_id: int) -> frozenset[int]:
        """List the cases (ids) whose senders no channel reaches, so that somebody has to call."""
        statement = (
            select(CaseNoticeRow.case_id)
            .join(CaseRow, CaseRow.id == CaseNoticeRow.case_id)
            .where(CaseRow.locality_id == locality_id, *_UNTOLD)
        )
        return frozenset(await self._session.scalars(statement))

    async def list_erased(self, since: dt.datetime) -> Sequence[int]:
        """List the cases (ids) that were erased since a moment, of all places."""
        erased = await self._session.scalars(select(CaseRow.id).where(CaseRow.erased_at >= since))
        return erased.all()

    async def open_some(
        self, case_ids: Collection[int], actions: Collection[Action]
    ) -> Sequence[Case]:
        """Open cases by their numbers, in a thread: a thousand take some 30 ms of the processor.

        Of their histories only events of `actions` are given, without their words; what was
        published is left out, too, but for its moment's being there.
        """
        found: list[Case] = []
        for some in split_ids(case_ids):
            rows = (
                await self._session.execute(
                    select(*_OPENED, LocalityRow.name.label("place"), OfficeRow.name.label("unit"))
                    .join(LocalityRow, LocalityRow.id == CaseRow.locality_id)
                    .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
                    .where(CaseRow.id.in_(some))
                )
            ).all()
            events = await self._events(some, actions)
            places = await load_own_settings(self._session)
            found += await asyncio.to_thread(_open, rows, self._cipher, events, places)
        return found

    async def _events(self, case_ids: Collection[int], actions: Collection[Action]) -> _Events:
        found: dict[int, list[CaseEvent]] = defaultdict(list)
        rows = await self._session.execute(
            select(
                CaseEventRow.case_id,
                CaseEventRow.at,
                CaseEventRow.action,
                CaseEventRow.state,
                CaseEventRow.actor,
            )
            .where(
                CaseEventRow.case_id.in_(case_ids),
                CaseEventRow.action.in_([action.value for action in actions]),
            )
            .order_by(CaseEventRow.id)
        )
        for case_id, at, action, state, actor in rows:
            found[case_id].append(CaseEvent(at, Action(action), CaseState(state), Actor(actor)))
        return found

    def _conditions(self, wanted: CaseFilter) -> list[ColumnElement[bool]]:
        found = [CaseRow.locality_id == wanted.locality_id, *_about_office(wanted)]
        if wanted.states is not None:
            found.append(CaseRow.state.in_([state.value for state in wanted.states]))
        if wanted.kind:
            found.append(CaseRow.kind == wanted.kind.value)
        if wanted.hides_name:
            found.append(CaseRow.hides_name.is_(True))
        if wanted.is_unpublished:
            found.append(CaseRow.published_at.is_(None))
        if wanted.must_call:
            found.append(exists().where(CaseNoticeRow.case_id == CaseRow.id, *_UNTOLD))
        if wanted.phone is not None:
            digests = self._cipher.digests(phone_key(wanted.phone))
            found.append(CaseRow.phone_digest.in_(digests))
        return [*found, *_about_days(wanted)]


def _about_office(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.office_ids is not None:
        found.append(CaseRow.office_id.in_(wanted.office_ids))
    if wanted.office_id is not None:
        chosen = wanted.office_id or None
        found.append(CaseRow.office_id == chosen)  # None is written as IS NULL
    return found


def _about_days(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    bounds: tuple[tuple[dt.date | None, Any], ...] = (
        (wanted.due_from, CaseRow.due_on.__ge__),
        (wanted.due_until, CaseRow.due_on.__le__),
        (wanted.received_from, CaseRow.received_at.__ge__),
        (wanted.received_before, CaseRow.received_at.__lt__),
    )
    return [compare(day) for day, compare in bounds if day is not None]


def _read_head(row: Row[*tuple[Any, ...]]) -> CaseHead:
    return CaseHead(
        id=row.id,
        code=row.code,
        kind=CaseKind(row.kind),
        state=CaseState(row.state),
        office=row.office,
        received_at=row.received_at,
        due_on=row.due_on,
        hides_name=row.hides_name,
        is_published=row.published_at is not None,
    )


class _Opening:
    """A row of the columns that are opened, as `read_case` takes it."""

    public_content = public_answer = None

    def __init__(self, row: Row[*tuple[Any, ...]]) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name)


def _open(
    rows: Sequence[Row[*tuple[Any, ...]]],
    cipher: Cipher,
    events: _Events,
    places: Mapping[int, OwnSettings],
) -> list[Case]:
    return [
        read_case(
            cast("CaseRow", _Opening(row)),
            cipher,
            locality=row.place,
            office=row.unit,
            events=tuple(events.get(row.id, ())),
            approver=find_approver(row.locality_id, places),
        )
        for row in rows
    ]
