"""Officers: which offices they hold from when to when, and where they are reached."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.absences import Absences, find_stand_ins
from storage.cipher import Cipher
from storage.models import AddressRow, HoldingRow, OfficeRow, PersonRow
from storage.statements import count_changed
from storage.values import Address, Holder, Invitation, Person, Role

RANKS = {Role.OFFICER: 0, Role.HEAD: 1, Role.CLERK: 2, Role.LEADER: 2}
DAY = dt.timedelta(days=1)


class People:
    """Keep officers; an address belongs to one officer at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher
        self._absences = Absences(session)

    async def join(
        self, invitation: Invitation, address: Address, *, now: dt.datetime, today: dt.date
    ) -> Person:
        """Give the invited office to the officer at `address`, new or known.

        An invitation of a known officer links the address to that one.
        """
        known = await self.find(address, on=today)
        person_id = invitation.person_id
        if known and known.locality_id == invitation.locality_id and person_id is None:
            person_id = known.id
            await self._promote(known, invitation)
        elif person_id is None:
            person_id = await self._add(invitation, now=now)
        if known is None or known.id != person_id:
            await self.add_address(person_id, address, now=now)
        if invitation.office_id:
            await self.hold(person_id, invitation.office_id, from_day=today)
        found = await self.get(person_id, on=today)
        assert found is not None
        return found

    async def _promote(self, known: Person, invitation: Invitation) -> None:
        """Give a known officer the invitation's role; a higher one held is never taken away."""
        if RANKS.get(Role(known.role), 0) < RANKS.get(Role(invitation.role), 0):
            await self._session.execute(
                update(PersonRow).where(PersonRow.id == known.id).values(role=invitation.role)
            )

    async def _add(self, invitation: Invitation, *, now: dt.datetime) -> int:
        person = PersonRow(
            locality_id=invitation.locality_id,
            name_sealed=self._cipher.encrypt(invitation.name),
            role=invitation.role,
            created_at=now,
        )
        self._session.add(person)
        await self._session.flush()
        return person.id

    async def add_address(self, person_id: int, address: Address, *, now: dt.datetime) -> None:
        """Reach an officer at one address more; another officer loses it."""
        row = AddressRow(
            channel=address.channel, user=address.user, person_id=person_id, linked_at=now
        )
        await self._session.merge(row)
        await self._session.flush()
        await self.set_unreachable(person_id, None)

    async def forget_address(self, address: Address) -> None:
        """Link an address to nobody."""
        await self._session.execute(delete(AddressRow).where(*_is_at(address)))

    async def hold(self, person_id: int, office_id: int, *, from_day: dt.date) -> None:
        """Let an officer hold an office from a day on, unless that is so."""
        held = select(HoldingRow.id).where(
            HoldingRow.person_id == person_id, HoldingRow.office_id == office_id, *_held(from_day)
        )
        if await self._session.scalar(held.limit(1)) is None:
            self._session.add(
                HoldingRow(person_id=person_id, office_id=office_id, from_day=from_day)
            )
            await self._session.flush()

    async def drop(self, person_id: int, office_id: int | None = None, *, on: dt.date) -> None:
        """Let an officer hold an office (all of them) no more from a day on."""
        mine = [HoldingRow.person_id == person_id]
        mine += [HoldingRow.office_id == office_id] if office_id is not None else []
        await self._session.execute(delete(HoldingRow).where(*mine, HoldingRow.from_day >= on))
        await self._session.execute(
            update(HoldingRow)
            .where(*mine, or_(HoldingRow.to_day.is_(None), HoldingRow.to_day >= on))
            .values(to_day=on - DAY)
        )

    async def move(self, person_id: int, from_id: int, to_id: int, *, on: dt.date) -> None:
        """Let an officer hold another office instead of one from a day on."""
        await self.drop(person_id, from_id, on=on)
        await self.hold(person_id, to_id, from_day=on)

    async def set_role(self, person_id: int, role: Role) -> None:
        """Give an officer another role, a lower one too."""
        await self._session.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(role=role.value)
        )

    async def set_unreachable(self, person_id: int, since: dt.datetime | None) -> bool:
        """Say since when an officer cannot be reached anywhere, or that they can; tell if new."""
        was = PersonRow.unreachable_since.is_(None)
        statement = (
            update(PersonRow)
            .where(PersonRow.id == person_id, was if since else ~was)
            .values(unreachable_since=since)
        )
        return await count_changed(self._session, statement) == 1

    async def set_reached(self, address: Address) -> None:
        """Say that what was sent to an officer's address has arrived."""
        owner = select(AddressRow.person_id).where(*_is_at(address))
        await self._session.execute(
            update(PersonRow)
            .where(PersonRow.id.in_(owner), PersonRow.unreachable_since.is_not(None))
            .values(unreachable_since=None)
        )

    async def leave(self, person_id: int, *, now: dt.datetime, today: dt.date) -> None:
        """Say that an officer has left: from now on nobody is an official at the addresses."""
        await self.drop(person_id, on=today)
        await self._session.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(left_at=now)
        )

    async def find(self, address: Address, *, on: dt.date) -> Person | None:
        """Find the officer behind an address, with the offices held on a day."""
        return await self._find(address, PersonRow.left_at.is_(None), on=on)

    async def find_left(self, address: Address, *, on: dt.date) -> Person | None:
        """Find the officer who was behind an address and has left."""
        return await self._find(address, PersonRow.left_at.is_not(None), on=on)

    async def _find(
        self, address: Address, which: ColumnElement[bool], *, on: dt.date
    ) -> Person | None:
        row = await self._session.scalar(
            select(PersonRow)
            .join(AddressRow, AddressRow.person_id == PersonRow.id)
            .where(*_is_at(address), which)
        )
        return (await self._people([row], on))[0] if row else None

    async def get(self, person_id: int, *, on: dt.date) -> Person | None:
        """Give an officer by number, one who has left too."""
        row = await self._session.get(PersonRow, person_id, populate_existing=True)
        return (await self._people([row], on))[0] if row else None

    async def list_all(
        self, *, on: dt.date, with_left: bool = False, locality_id: int | None = None
    ) -> Sequence[Person]:
        """List officers (of a place), with the offices held on a day; left ones only if asked."""
        statement = select(PersonRow).order_by(PersonRow.id)
        if locality_id is not None:
            statement = statement.where(PersonRow.locality_id == locality_id)
        if not with_left:
            statement = statement.where(PersonRow.left_at.is_(None))
        return await self._people(list(await self._session.scalars(statement)), on)

    async def names(self, person_ids: Iterable[int | None]) -> dict[int, str]:
        """Give the names of some officers, those who have left too, by number."""
        rows = await self._session.execute(
            select(PersonRow.id, PersonRow.name_sealed).where(
                PersonRow.id.in_({each for each in person_ids if each is not None})
            )
        )
        return {person_id: self._cipher.decrypt(sealed) for person_id, sealed in rows}

    async def localities(self) -> set[int]:
        """Give the places (ids) of which an officer is linked in chat."""
        rows = await self._session.scalars(
            select(PersonRow.locality_id)
            .join(AddressRow, AddressRow.person_id == PersonRow.id)
            .where(PersonRow.left_at.is_(None))
            .distinct()
        )
        return set(rows)

    async def holders(
        self,
        *,
        on: dt.date,
        locality_id: int | None = None,
        among: Sequence[Person] | None = None,
    ) -> dict[int, list[Holder]]:
        """Give who answers for every office (of a place) on a day, by office id.

        In the place of one who is away stands the substitute, from the first day away; without
        one the holder stays. `among` is what `list_all` has given, where it was asked already.
        """
        everybody = among or await self.list_all(on=on, locality_id=locality_id)
        people = {person.id: person for person in everybody}
        away = await self._absences.on(on)
        stand_ins = find_stand_ins(away)
        rows = await self._session.execute(
            select(HoldingRow.office_id, HoldingRow.person_id, HoldingRow.from_day)
            .where(*_held(on), HoldingRow.person_id.in_([*people, *away]))
            .order_by(HoldingRow.id)
        )
        holders: dict[int, dict[int, Holder]] = defaultdict(dict)
        for office_id, person_id, since in rows:
            acting = stand_ins.get(person_id)
            if acting in people:
                person_id, since = acting, max(since, away[person_id].from_day)
            if person_id in people:
                holders[office_id].setdefault(person_id, Holder(people[person_id], since))
        return {office_id: list(found.values()) for office_id, found in holders.items()}

    async def _people(self, rows: Sequence[PersonRow], on: dt.date) -> list[Person]:
        ids = [row.id for row in rows]
        away = await self._absences.on(on)
        principals: dict[int, list[int]] = defaultdict(list)
        for person_id, acting in find_stand_ins(away).items():
            principals[acting].append(person_id)
        offices = await self._offices([*ids, *away], on)
        addresses = await self._addresses(ids)
        return [
            Person(
                id=row.id,
                locality_id=row.locality_id,
                name=self._cipher.decrypt(row.name_sealed),
                role=row.role,
                offices=tuple(offices[row.id].values()),
                addresses=tuple(addresses[row.id]),
                office_ids=tuple(offices[row.id]),
                stands_in=_stands_in(principals[row.id], offices, but=row.id),
                is_away=row.id in away,
                left_at=row.left_at,
                is_unreachable=row.unreachable_since is not None,
            )
            for row in rows
        ]

    async def _offices(self, person_ids: Sequence[int], on: dt.date) -> dict[int, dict[int, str]]:
        found: dict[int, dict[int, str]] = defaultdict(dict)
        rows = await self._session.execute(
            select(HoldingRow.person_id, OfficeRow.id, OfficeRow.name)
            .join(OfficeRow, OfficeRow.id == HoldingRow.office_id)
            .where(HoldingRow.person_id.in_(person_ids), *_held(on))
            .order_by(HoldingRow.id)
        )
        for person_id, office_id, name in rows:
            found[person_id][office_id] = name
        return found

    async def _addresses(self, person_ids: Sequence[int]) -> dict[int, list[Address]]:
        found: dict[int, list[Address]] = defaultdict(list)
        rows = await self._session.execute(
            select(AddressRow.person_id, AddressRow.channel, AddressRow.user)
            .where(AddressRow.person_id.in_(person_ids))
            .order_by(AddressRow.linked_at.desc())
        )
        for person_id, channel, user in rows:
            found[person_id].append(Address(channel, user))
        return found


def _stands_in(
    principals: Sequence[int], offices: Mapping[int, Mapping[int, str]], *, but: int
) -> tuple[int, ...]:
    ids = (office for principal in principals for office in offices[principal])
    return tuple(office for office in dict.fromkeys(ids) if office not in offices[but])


def _is_at(address: Address) -> tuple[ColumnElement[bool], ...]:
    return AddressRow.channel == address.channel, AddressRow.user == address.user


def _held(on: dt.date) -> tuple[ColumnElement[bool], ...]:
    return (
        HoldingRow.from_day <= on,
        or_(HoldingRow.to_day.is_(None), HoldingRow.to_day >= on),
    )
