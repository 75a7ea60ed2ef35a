"""Offices that plans name: by their names, other names, groups, and what has followed them."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.assignees import looks_like_group
from knowledge.text import clean, fold
from storage.errors import Conflict
from storage.models import HoldingRow, OfficeAliasRow, OfficeMemberRow, OfficeRow
from storage.office_moves import move_holdings, move_open_cases, move_open_due_days
from storage.statements import count_changed
from storage.values import Office

DAY = dt.timedelta(days=1)


class Offices:
    """Find and keep the offices of a place by name, spacing and marks aside."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ensure(
        self,
        locality_id: int,
        name: str,
        *,
        on: dt.date | None = None,
        is_group: bool = False,
    ) -> Office:
        """Find an office by a name, or add it; a name of several offices makes a group."""
        is_group = is_group or looks_like_group(name)
        found = await self.find(locality_id, name, on=on)
        if found:
            return await self._mark_group(found) if is_group and not found.is_group else found
        row = OfficeRow(
            locality_id=locality_id,
            key=office_key(name),
            name=name,
            is_group=is_group,
        )
        self._session.add(row)
        await self._session.flush()
        return Office(row.id, row.locality_id, row.name, is_group=row.is_group)

    async def _mark_group(self, office: Office) -> Office:
        """Say that an office is a group: those of before groups were told apart."""
        row = await self._session.get_one(OfficeRow, office.id)
        row.is_group = True
        await self._session.flush()
        return replace(office, is_group=True)

    async def find(
        self, locality_id: int, name: str, *, on: dt.date | None = None
    ) -> Office | None:
        """Find an office by one of its names; with a day, the one that has followed it by then."""
        row = await self._named(locality_id, name)
        if row and on:
            row = await self._in_force(row, on)
        return (await self._offices([row]))[0] if row else None

    async def get(self, office_id: int, *, on: dt.date | None = None) -> Office | None:
        """Give an office by number; with a day, the one that has followed it by then."""
        row = await self._session.get(OfficeRow, office_id, populate_existing=True)
        if row and on:
            row = await self._in_force(row, on)
        return (await self._offices([row]))[0] if row else None

    async def list_all(self, locality_id: int, *, on: dt.date | None = None) -> Sequence[Office]:
        """List a place's offices; with a day, those that have not ended by then."""
        statement = select(OfficeRow).where(OfficeRow.locality_id == locality_id)
        if on:
            statement = statement.where(or_(OfficeRow.valid_to.is_(None), OfficeRow.valid_to >= on))
        rows = await self._session.scalars(statement.order_by(OfficeRow.name))
        return await self._offices(list(rows))

    async def add_alias(self, office_id: int, name: str) -> None:
        """Give an office another name; raise `Conflict("office_name_taken")` if another has it."""
        office = await self._session.get_one(OfficeRow, office_id)
        known = await self._named(office.locality_id, name)
        if known and known.id != office_id:
            raise Conflict("office_name_taken", name=known.name)
        if known is None:
            self._session.add(_alias(office, clean(name)))
            await self._session.flush()

    async def remove_alias(self, office_id: int, name: str) -> bool:
        """Take another name away from an office; tell whether it had it."""
        statement = delete(OfficeAliasRow).where(
            OfficeAliasRow.office_id == office_id, OfficeAliasRow.key == office_key(name)
        )
        return await count_changed(self._session, statement) > 0

    async def rename(self, office_id: int, name: str) -> None:
        """Give an office a new name; the old one stays as another.

        Raise `Conflict("office_name_taken")` if another office has it.
        """
        office, name = await self._session.get_one(OfficeRow, office_id), clean(name)
        known = await self._named(office.locality_id, name)
        if known and known.id != office_id:
            raise Conflict("office_name_taken", name=known.name)
        key = office_key(name)
        await self._session.execute(
            delete(OfficeAliasRow).where(
                OfficeAliasRow.office_id == office_id, OfficeAliasRow.key == key
            )
        )
        if office.key != key:
            self._session.add(_alias(office, office.name))
        office.key, office.name = key, name
        await self._session.flush()

    async def set_members(self, group_id: int, office_ids: Sequence[int]) -> None:
        """Say which offices a group stands for; raise `Conflict` for one that cannot be."""
        group = await self._session.get_one(OfficeRow, group_id)
        for office_id in office_ids:
            member = await self._session.get_one(OfficeRow, office_id)
            if member.locality_id != group.locality_id:
                raise Conflict("office_elsewhere", name=member.name)
            if member.is_group or member.id == group_id:
                raise Conflict("office_is_group", name=member.name)
        group.is_group = True
        await self._session.execute(
            delete(OfficeMemberRow).where(OfficeMemberRow.group_id == group_id)
        )
        unique = dict.fromkeys(office_ids)
        self._session.add_all(OfficeMemberRow(group_id=group_id, office_id=id_) for id_ in unique)
        await self._session.flush()

    async def end(
        self, office_id: int, *, last_day: dt.date, successor_id: int | None = None
    ) -> Sequence[int]:
        """End an office after a day, its holders' time too.

        A successor gets its holders (their ids are returned), open due days and open cases. Raise
        `Conflict` for a successor of another place, or one that the office itself has followed.
        """
        office = await self._session.get_one(OfficeRow, office_id)
        successor = await self._session.get(OfficeRow, successor_id or 0)
        if successor:
            await self._check_successor(office, successor)
            await move_open_due_days(self._session, office_id, successor.id)
            await move_open_cases(self._session, office_id, successor.id)
        office.valid_to, office.successor_id = last_day, successor.id if successor else None
        await self._session.flush()
        return await self._end_holdings(office_id, successor, on=last_day + DAY)

    async def _check_successor(self, office: OfficeRow, successor: OfficeRow) -> None:
        if successor.locality_id != office.locality_id:
            raise Conflict("office_elsewhere", name=successor.name)
        following: OfficeRow | None = successor
        while following:
            if following.id == office.id:
                raise Conflict("office_circle", name=successor.name)
            following = await self._session.get(OfficeRow, following.successor_id or 0)

    async def _end_holdings(
        self, office_id: int, successor: OfficeRow | None, *, on: dt.date
    ) -> Sequence[int]:
        if successor:
            return await move_holdings(self._session, office_id, successor.id, on=on)
        open_ = or_(HoldingRow.to_day.is_(None), HoldingRow.to_day >= on)
        await self._session.execute(
            update(HoldingRow)
            .where(HoldingRow.office_id == office_id, open_)
            .values(to_day=on - DAY)
        )
        return ()

    async def _named(self, locality_id: int, name: str) -> OfficeRow | None:
        key = office_key(name)
        by_name = select(OfficeRow).where(
            OfficeRow.locality_id == locality_id, OfficeRow.key == key
        )
        by_alias = (
            select(OfficeRow)
            .join(OfficeAliasRow, OfficeAliasRow.office_id == OfficeRow.id)
            .where(OfficeAliasRow.locality_id == locality_id, OfficeAliasRow.key == key)
        )
        return await self._session.scalar(by_name) or await self._session.scalar(by_alias)

    async def _in_force(self, row: OfficeRow, on: dt.date) -> OfficeRow:
        """Follow what has ended by a day; an office of another place is never reached."""
        seen = {row.id}
        while row.valid_to and row.valid_to < on and row.successor_id:
            following = await self._session.get_one(OfficeRow, row.successor_id)
            if following.id in seen or following.locality_id != row.locality_id:
                break
            seen.add(following.id)
            row = following
        return row

    async def _offices(self, rows: Sequence[OfficeRow]) -> list[Office]:
        ids = [row.id for row in rows]
        aliases: dict[int, list[str]] = defaultdict(list)
        members: dict[int, list[int]] = defaultdict(list)
        named = select(OfficeAliasRow).where(OfficeAliasRow.office_id.in_(ids))
        for alias in await self._session.scalars(named.order_by(OfficeAliasRow.id)):
            aliases[alias.office_id].append(alias.name)
        grouped = select(OfficeMemberRow).where(OfficeMemberRow.group_id.in_(ids))
        for member in await self._session.scalars(grouped.order_by(OfficeMemberRow.office_id)):
            members[member.group_id].append(member.office_id)
        return [
            Office(
                id=row.id,
                locality_id=row.locality_id,
                name=row.name,
                aliases=tuple(aliases[row.id]),
                is_group=row.is_group,
                member_ids=tuple(members[row.id]),
                valid_from=row.valid_from,
                valid_to=row.valid_to,
                successor_id=row.successor_id,
            )
            for row in rows
        ]


def office_key(name: str) -> str:
    """Fold a name so that spelling of dashes, "và"/"&" and marks does not matter."""
    joined = re.sub(r"\s*(?:&|-|–|—)\s*|\s+va\s+", " ", fold(name))
    return re.sub(r"[^\w]+", " ", joined).strip()


def _alias(office: OfficeRow, name: str) -> OfficeAliasRow:
    return OfficeAliasRow(
        office_id=office.id, locality_id=office.locality_id, key=office_key(name), name=name
    )
