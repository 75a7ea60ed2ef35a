"""Officers: which offices they hold, where they are reached, and how they are invited."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher, digest_secret
from storage.models import AddressRow, HoldingRow, InvitationRow, OfficeRow, PersonRow
from storage.values import Address, Holder, Invitation, Person, Role


class People:
    """Keep officers; an address belongs to one officer at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def invite(
        self,
        secret: str,
        *,
        locality_id: int,
        office_id: int | None,
        name: str,
        role: str,
        expires_at: dt.datetime,
    ) -> None:
        """Remember an invitation by its secret's digest."""
        self._session.add(
            InvitationRow(
                digest=digest_secret(secret),
                locality_id=locality_id,
                office_id=office_id,
                name_sealed=self._cipher.encrypt(name),
                role=role,
                expires_at=expires_at,
            )
        )
        await self._session.flush()

    async def take_invitation(self, secret: str, *, now: dt.datetime) -> Invitation | None:
        """Use an invitation up; give it, or None if it is unknown, used or expired."""
        row = await self._session.scalar(
            update(InvitationRow)
            .where(
                InvitationRow.digest == digest_secret(secret),
                InvitationRow.used_at.is_(None),
                InvitationRow.expires_at > now,
            )
            .values(used_at=now)
            .returning(InvitationRow)
        )
        if row is None:
            return None
        office = await self._session.get(OfficeRow, row.office_id) if row.office_id else None
        return Invitation(
            id=row.id,
            locality_id=row.locality_id,
            office_id=row.office_id,
            office=office.name if office else None,
            name=self._cipher.decrypt(row.name_sealed),
            role=row.role,
            expires_at=row.expires_at,
            used_at=row.used_at,
        )

    async def join(
        self, invitation: Invitation, address: Address, *, now: dt.datetime, today: dt.date
    ) -> Person:
        """Give the invited office to the officer at `address`, new or known there already."""
        known = await self.find(address, on=today)
        if known and known.locality_id == invitation.locality_id:
            person_id = known.id
            await self._promote(known, invitation)
        else:
            person_id = await self._add(invitation, address, now=now)
        if invitation.office_id and (not known or invitation.office not in known.offices):
            self._session.add(
                HoldingRow(person_id=person_id, office_id=invitation.office_id, from_day=today)
            )
        await self._session.flush()
        found = await self.find(address, on=today)
        assert found is not None
        return found

    async def _promote(self, known: Person, invitation: Invitation) -> None:
        """Give a known officer the invitation's role; one that is held is never taken away."""
        if known.role == Role.OFFICER != invitation.role:
            await self._session.execute(
                update(PersonRow).where(PersonRow.id == known.id).values(role=invitation.role)
            )

    async def _add(self, invitation: Invitation, address: Address, *, now: dt.datetime) -> int:
        person = PersonRow(
            locality_id=invitation.locality_id,
            name_sealed=self._cipher.encrypt(invitation.name),
            role=invitation.role,
            created_at=now,
        )
        self._session.add(person)
        await self._session.flush()
        await self._session.merge(
            AddressRow(
                channel=address.channel, user=address.user, person_id=person.id, linked_at=now
            )
        )
        return person.id

    async def find(self, address: Address, *, on: dt.date) -> Person | None:
        """Find the officer behind an address, with the offices held on a day."""
        row = await self._session.scalar(
            select(PersonRow)
            .join(AddressRow, AddressRow.person_id == PersonRow.id)
            .where(AddressRow.channel == address.channel, AddressRow.user == address.user)
        )
        return (await self._people([row], on))[0] if row else None

    async def list_all(self, *, on: dt.date) -> Sequence[Person]:
        """List all officers, with the offices held on a day."""
        rows = await self._session.scalars(select(PersonRow).order_by(PersonRow.id))
        return await self._people(list(rows), on)

    async def holders(self, *, on: dt.date) -> dict[int, list[Holder]]:
        """Give the holders of every office on a day, by office id."""
        people = {person.id: person for person in await self.list_all(on=on)}
        rows = await self._session.execute(
            select(HoldingRow.office_id, HoldingRow.person_id, HoldingRow.from_day).where(
                *_held(on)
            )
        )
        holders: dict[int, list[Holder]] = defaultdict(list)
        for office_id, person_id, since in rows:
            holders[office_id].append(Holder(people[person_id], since))
        return dict(holders)

    async def _people(self, rows: Sequence[PersonRow], on: dt.date) -> list[Person]:
        ids = [row.id for row in rows]
        offices = await self._offices(ids, on)
        addresses = await self._addresses(ids)
        return [
            Person(
                id=row.id,
                locality_id=row.locality_id,
                name=self._cipher.decrypt(row.name_sealed),
                role=row.role,
                offices=tuple(offices[row.id]),
                addresses=tuple(addresses[row.id]),
            )
            for row in rows
        ]

    async def _offices(self, person_ids: Sequence[int], on: dt.date) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        rows = await self._session.execute(
            select(HoldingRow.person_id, OfficeRow.name)
            .join(OfficeRow, OfficeRow.id == HoldingRow.office_id)
            .where(HoldingRow.person_id.in_(person_ids), *_held(on))
        )
        for person_id, name in rows:
            found[person_id].append(name)
        return found

    async def _addresses(self, person_ids: Sequence[int]) -> dict[int, list[Address]]:
        found: dict[int, list[Address]] = defaultdict(list)
        rows = await self._session.scalars(
            select(AddressRow)
            .where(AddressRow.person_id.in_(person_ids))
            .order_by(AddressRow.linked_at.desc())
        )
        for row in rows:
            found[row.person_id].append(Address(row.channel, row.user))
        return found


def _held(on: dt.date) -> tuple[ColumnElement[bool], ...]:
    return (
        HoldingRow.from_day <= on,
        or_(HoldingRow.to_day.is_(None), HoldingRow.to_day >= on),
    )
