"""Offices of similar names: proposed to the clerk, made one, or said to be two."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.offices import ALIKE, score_names
from storage.errors import Conflict
from storage.models import (
    CaseRow,
    DistinctOfficesRow,
    InvitationRow,
    LocalityRow,
    OfficeAliasRow,
    OfficeMemberRow,
    OfficeRow,
)
from storage.office_moves import join_holdings, move_due_days
from storage.offices import Offices
from storage.statements import insert_once
from storage.values import Office


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Two offices whose names may mean one; `score` is how alike, 0 to 1."""

    office: Office
    other: Office
    score: float


class OfficeMerges:
    """Propose and carry out what the clerk decides; nothing is merged without a word."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def propose(self, locality_id: int, *, on: dt.date) -> Sequence[MergeProposal]:
        """List pairs of a place's offices that may be one, the most alike first."""
        place = await self._session.get_one(LocalityRow, locality_id)
        offices = [
            office
            for office in await Offices(self._session).list_all(locality_id, on=on)
            if not office.is_group
        ]
        distinct = await self._distinct([office.id for office in offices])
        found = [
            MergeProposal(one, other, score)
            for one, other in combinations(offices, 2)
            if frozenset((one.id, other.id)) not in distinct
            and (score := _score(one, other, place.name)) >= ALIKE
        ]
        return sorted(found, key=lambda pair: -pair.score)

    async def _distinct(self, ids: Sequence[int]) -> set[frozenset[int]]:
        rows = await self._session.scalars(
            select(DistinctOfficesRow).where(DistinctOfficesRow.office_id.in_(ids))
        )
        return {frozenset((row.office_id, row.other_id)) for row in rows}

    async def mark_distinct(self, office_id: int, other_id: int) -> None:
        """Say that two offices are two; they are not proposed again."""
        await self._pair(office_id, other_id)
        low, high = sorted((office_id, other_id))
        values = {"office_id": low, "other_id": high}
        await insert_once(self._session, DistinctOfficesRow, values)

    async def merge(self, office_id: int, into_id: int) -> None:
        """Make two offices one: the first one's names, holders, due days and cases pass over.

        Raise `Conflict` for offices of two places, for one office, for a group and an office.
        """
        office, into = await self._pair(office_id, into_id)
        if office.is_group != into.is_group:
            raise Conflict("office_is_group", name=office.name if office.is_group else into.name)
        await join_holdings(self._session, office_id, into_id)
        await move_due_days(self._session, office_id, into_id)
        for column in (CaseRow.office_id, CaseRow.complained_office_id, InvitationRow.office_id):
            await self._session.execute(
                update(column.class_).where(column == office_id).values({column.key: into_id})
            )
        await self._move_groups(office_id, into_id)
        await self._move_names(office, into)

    async def _pair(self, office_id: int, other_id: int) -> tuple[OfficeRow, OfficeRow]:
        office = await self._session.get_one(OfficeRow, office_id)
        other = await self._session.get_one(OfficeRow, other_id)
        if office.id == other.id:
            raise Conflict("office_same", name=office.name)
        if office.locality_id != other.locality_id:
            raise Conflict("office_elsewhere", name=other.name)
        return office, other

    async def _move_groups(self, office_id: int, into_id: int) -> None:
        rows = list(
            await self._session.scalars(
                select(OfficeMemberRow).where(
                    (OfficeMemberRow.office_id == office_id)
                    | (OfficeMemberRow.group_id == office_id)
                )
            )
        )
        for row in rows:
            group, member = [
                into_id if id_ == office_id else id_ for id_ in (row.group_id, row.office_id)
            ]
            values = {"group_id": group, "office_id": member}
            await insert_once(self._session, OfficeMemberRow, values)

    async def _move_names(self, office: OfficeRow, into: OfficeRow) -> None:
        """Let the old name and what followed it lead to the office kept; the row goes."""
        key, name, following = office.key, office.name, office.successor_id
        if into.successor_id == office.id:
            into.successor_id = following if following != into.id else None
            into.valid_to = office.valid_to
        await self._session.flush()
        await self._session.execute(
            update(OfficeRow)
            .where(OfficeRow.successor_id == office.id)
            .values(successor_id=into.id)
        )
        await self._session.execute(
            update(OfficeAliasRow)
            .where(OfficeAliasRow.office_id == office.id)
            .values(office_id=into.id)
        )
        await self._session.execute(delete(OfficeRow).where(OfficeRow.id == office.id))
        self._session.add(
            OfficeAliasRow(office_id=into.id, locality_id=into.locality_id, key=key, name=name)
        )
        await self._session.flush()


def _score(one: Office, other: Office, place: str) -> float:
    return max(
        score_names(name, other_name, place=place)
        for name in (one.name, *one.aliases)
        for other_name in (other.name, *other.aliases)
    )
