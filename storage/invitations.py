"""Invitations that link an address to an office, known by their digests."""

import datetime as dt

from sqlalchemy import delete, select, update
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
                InvitationRow.digest == digest_secret(secret),
                InvitationRow.used_at.is_(None),
                InvitationRow.expires_at > now,
            )
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

    async def purge(self, before: dt.datetime) -> int:
        """Delete invitations that ended before a moment, used or not; return how many."""
        statement = delete(InvitationRow).where(InvitationRow.expires_at < before)
        return await count_changed(self._session, statement)

    async def take(self, secret: str, *, now: dt.datetime) -> Invitation | None:
        """Use an invitation up; give it, or None if it is unknown, used or expired."""
        found = await self.find(secret, now=now)
        return found if found and await self.use(found.id, now=now) else None
