"""Invitations that link an address to an office, known by their digests."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher, digest_secret
from storage.models import InvitationRow, OfficeRow
from storage.statements import count_changed
from storage.values import Invitation


class Invitations:
    """Keep invitations; each is used once at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        secret: str,
        *,
        locality_id: int,
        office_id: int | None,
        name: str,
        role: str,
        expires_at: dt.datetime,
        person_id: int | None = None,
    ) -> None:
        """Remember an invitation by its secret's digest."""
        self._session.add(
            InvitationRow(
                digest=digest_secret(secret),
                locality_id=locality_id,
                office_id=office_id,
                person_id=person_id,
                name_sealed=self._cipher.encrypt(name),
                role=role,
                expires_at=expires_at,
            )
        )
        await self._session.flush()

    async def find(self, secret: str, *, now: dt.datetime) -> Invitation | None:
        """Find an invitation that can still be used."""
        row = await self._session.scalar(
            select(InvitationRow).where(
                InvitationRow.digest == digest_secret(secret), *_is_open(now)
            )
        )
        if row is None:
            return None
        office = await self._session.get(OfficeRow, row.office_id) if row.office_id else None
        return self._read(row, office.name if office else None)

    async def list_open(self, locality_id: int, *, now: dt.datetime) -> Sequence[Invitation]:
        """List a place's invitations that can still be used, the first to end first."""
        rows = await self._session.execute(
            select(InvitationRow, OfficeRow.name)
            .outerjoin(OfficeRow, OfficeRow.id == InvitationRow.office_id)
            .where(InvitationRow.locality_id == locality_id, *_is_open(now))
            .order_by(InvitationRow.expires_at, InvitationRow.id)
        )
        return [self._read(row, office) for row, office in rows]

    async def withdraw(
        self, invitation_id: int, *, locality_id: int, now: dt.datetime
    ) -> Invitation | None:
        """Delete an invitation of a place that nobody has used; give it, or None."""
        found = await self.list_open(locality_id, now=now)
        wanted = next((each for each in found if each.id == invitation_id), None)
        statement = delete(InvitationRow).where(
            InvitationRow.id == invitation_id,
            InvitationRow.locality_id == locality_id,
            InvitationRow.used_at.is_(None),
        )
        is_gone = wanted and await count_changed(self._session, statement) == 1
        return wanted if is_gone else None

    def _read(self, row: InvitationRow, office: str | None) -> Invitation:
        return Invitation(
            id=row.id,
            locality_id=row.locality_id,
            office_id=row.office_id,
            office=office,
            name=self._cipher.decrypt(row.name_sealed),
            role=row.role,
            expires_at=row.expires_at,
            used_at=row.used_at,
            person_id=row.person_id,
        )

    async def use(self, invitation_id: int, *, now: dt.datetime) -> bool:
        """Use an invitation up; tell whether it was still free, to one of several at once."""
        statement = (
            update(InvitationRow)
            .where(InvitationRow.id == invitation_id, InvitationRow.used_at.is_(None))
            .values(used_at=now)
        )
        return await count_changed(self._session, statement) == 1

    async def take(self, secret: str, *, now: dt.datetime) -> Invitation | None:
        """Use an invitation up; give it, or None if it is unknown, used or expired."""
        found = await self.find(secret, now=now)
        return found if found and await self.use(found.id, now=now) else None


def _is_open(now: dt.datetime) -> tuple[ColumnElement[bool], ...]:
    return InvitationRow.used_at.is_(None), InvitationRow.expires_at > now
