"""Cases without what they say: enough to tell who has to do what, for thousands at a time.

Only what decides on that is opened: the text of a case about conduct and who is complained of
(`handlers.cases.access`). Of the history there is what was asked about more time.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action, Actor
from storage.cipher import Cipher
from storage.models import CaseEventRow, CaseRow, OfficeRow
from storage.own_settings import find_approver, load_own_settings
from storage.statements import split_ids
from storage.values import Address, Case, CaseEvent, Contact

_ABOUT_TIME = (Action.ASK_EXTENSION, Action.EXTEND, Action.DECLINE_EXTENSION, Action.ANSWER)
_CONTENT = case((CaseRow.kind == CaseKind.CONDUCT.value, CaseRow.content_sealed), else_=None)
_COLUMNS = (
    CaseRow.id,
    CaseRow.code,
    CaseRow.kind,
    CaseRow.state,
    CaseRow.sender_channel,
    CaseRow.sender_user,
    _CONTENT.label("content"),
    CaseRow.complained_office_id,
    CaseRow.complained_sealed,
    CaseRow.office_id,
    OfficeRow.name.label("office"),
    CaseRow.send_ons,
    CaseRow.received_at,
    CaseRow.due_on,
    CaseRow.version,
)


class BareCases:
    """Read cases of which next to nothing is opened; their words and contacts are empty."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def list_unfinished(
        self,
        locality_id: int,
        states: Collection[CaseState],
        *,
        office_ids: Collection[int] | None = None,
    ) -> Sequence[Case]:
        """List a place's cases (of some offices) in some states, what is due first first.

        What has been published is left out: nothing is left to do about it.
        """
        which: list[ColumnElement[bool]] = [
            CaseRow.locality_id == locality_id,
            CaseRow.state.in_([state.value for state in states]),
            or_(CaseRow.state != CaseState.ANSWERED.value, CaseRow.published_at.is_(None)),
        ]
        if office_ids is not None:
            which.append(CaseRow.office_id.in_(office_ids))
        return await self._list(locality_id, *which)

    async def list_by_id(self, locality_id: int, case_ids: Collection[int]) -> Sequence[Case]:
        """List some cases of a place, what is due first first."""
        found: list[Case] = []
        for ids in split_ids(case_ids):
            which = (CaseRow.locality_id == locality_id, CaseRow.id.in_(ids))
            found += await self._list(locality_id, *which)
        return found

    async def read_contents(self, locality_id: int, codes: Collection[str]) -> Mapping[str, str]:
        """Give what some cases of a place say, by code, for what is read from the words alone."""
        wanted = set(codes)
        rows = await self._session.execute(
            select(CaseRow.code, CaseRow.content_sealed).where(CaseRow.locality_id == locality_id)
        )
        return {code: self._cipher.decrypt(sealed) for code, sealed in rows if code in wanted}

    async def _list(self, locality_id: int, *which: ColumnElement[bool]) -> Sequence[Case]:
        rows = await self._session.execute(
            select(*_COLUMNS)
            .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
            .where(*which)
            .order_by(CaseRow.due_on.nulls_last(), CaseRow.id)
        )
        events = await self._requests(*which)
        approver = find_approver(locality_id, await load_own_settings(self._session))
        return [self._read(row, locality_id, events.get(row.id, ()), approver) for row in rows]

    async def _requests(self, *which: ColumnElement[bool]) -> Mapping[int, tuple[CaseEvent, ...]]:
        """Read what was asked about more time, of the cases where anything was."""
        asked = (
            select(CaseEventRow.case_id)
            .join(CaseRow, CaseRow.id == CaseEventRow.case_id)
            .where(*which, CaseEventRow.action == Action.ASK_EXTENSION.value)
        )
        rows = await self._session.execute(
            select(
                CaseEventRow.case_id,
                CaseEventRow.at,
                CaseEventRow.action,
                CaseEventRow.state,
                CaseEventRow.actor,
                CaseEventRow.facts,
            )
            .where(
                CaseEventRow.case_id.in_(asked),
                CaseEventRow.action.in_([action.value for action in _ABOUT_TIME]),
            )
            .order_by(CaseEventRow.id)
        )
        found: dict[int, list[CaseEvent]] = defaultdict(list)
        for case_id, at, action, state, actor, facts in rows:
            event = CaseEvent(at, Action(action), CaseState(state), Actor(actor), facts=facts)
            found[case_id].append(event)
        return {case_id: tuple(each) for case_id, each in found.items()}

    def _read(
        self, row: Any, locality_id: int, events: tuple[CaseEvent, ...], approver: str
    ) -> Case:
        open_ = self._cipher.decrypt
        return Case(
            id=row.id,
            code=row.code,
            locality_id=locality_id,
            locality="",
            kind=CaseKind(row.kind),
            state=CaseState(row.state),
            sender=Address(row.sender_channel, row.sender_user),
            language="",
            content=open_(row.content) if row.content else "",
            where="",
            contact=Contact(),
            received_at=row.received_at,
            due_on=row.due_on,
            version=row.version,
            complained_office_id=row.complained_office_id,
            complained_of=open_(row.complained_sealed) if row.complained_sealed else "",
            office_id=row.office_id,
            office=row.office,
            send_ons=row.send_ons,
            events=events,
            approver=approver,
        )
