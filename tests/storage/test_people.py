"""Officers who join, move, are away and leave; invitations and tries; on both databases."""

import asyncio
import datetime as dt

from storage.absences import find_stand_ins
from storage.cipher import Cipher
from storage.database import Database
from storage.models import TriesRow
from storage.values import Absence, Address, Person, Role
from storage.work import Work
from tests.storage.officers import NOW, TODAY, add_officer
from tests.storage.test_offices import make

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
PHONE = Address("telegram", "77")


async def get(work: Work, person_id: int, on: dt.date = TODAY) -> Person:
    found = await work.people.get(person_id, on=on)
    assert found
    return found


async def holders(work: Work, office_id: int, on: dt.date = TODAY) -> list[tuple[int, dt.date]]:
    held = await work.people.holders(on=on)
    return [(holder.person.id, holder.since) for holder in held.get(office_id, [])]


async def test_several_addresses_and_a_role_that_only_rises(database: Database) -> None:
    async with database.write() as work:
        one, two = await make(work, "Phòng Kinh tế", "Văn phòng")
        person = await add_officer(work, one, user="an", role=Role.CLERK)
        assert await add_officer(work, two, user="an") == person
        await work.people.add_address(person, PHONE, now=NOW + HOUR)
        found = await get(work, person)
    assert found.addresses == (PHONE, Address("web", "an"))
    assert found.offices == ("Phòng Kinh tế", "Văn phòng")
    assert (found.role, found.office_ids) == (Role.CLERK, (one.id, two.id))


async def test_moving_from_a_day_to_a_day(database: Database) -> None:
    async with database.write() as work:
        one, two = await make(work, "Phòng Kinh tế", "Văn phòng")
        person = await add_officer(work, one, user="an")
        await work.people.move(person, one.id, two.id, on=TODAY + DAY)
        await work.people.hold(person, two.id, from_day=TODAY + 2 * DAY)  # held already
        assert (await get(work, person)).office_ids == (one.id,)
        assert (await get(work, person, TODAY + 3 * DAY)).office_ids == (two.id,)
        assert await holders(work, one.id, TODAY + DAY) == []
        assert await holders(work, two.id, TODAY + DAY) == [(person, TODAY + DAY)]


async def test_one_who_has_left_is_no_official(database: Database) -> None:
    async with database.write() as work:
        [office] = await make(work, "Phòng Kinh tế")
        person = await add_officer(work, office, user="an")
        await work.people.leave(person, now=NOW, today=TODAY)
        address = Address("web", "an")
        assert await work.people.find(address, on=TODAY) is None
        assert await work.people.list_all(on=TODAY) == []
        assert await work.people.holders(on=TODAY) == {}
        [left] = await work.people.list_all(on=TODAY, with_left=True)
        assert (left.id, left.left_at, left.offices) == (person, NOW, ())
        assert await work.people.find_left(address, on=TODAY) == left
        again = await add_officer(work, office, user="an")
        assert again != person
        assert await work.people.find_left(address, on=TODAY) is None


async def test_a_substitute_answers_from_the_first_day_away(database: Database) -> None:
    async with database.write() as work:
        one, two = await make(work, "Phòng Kinh tế", "Văn phòng")
        absent, acting, third = [
            await add_officer(work, office, user=user)
            for office, user in ((one, "an"), (two, "binh"), (two, "chi"))
        ]
        first, last = TODAY + DAY, TODAY + 3 * DAY
        await work.absences.set(absent, from_day=first, to_day=last, substitute_id=acting)
        assert await holders(work, one.id) == [(absent, TODAY)]
        assert await holders(work, one.id, last) == [(acting, first)]
        assert await holders(work, one.id, last + DAY) == [(absent, TODAY)]
        stands_in = await get(work, acting, first)
        assert (stands_in.office_ids, stands_in.stands_in) == ((two.id,), (one.id,))
        assert (await get(work, absent, first)).is_away
        # The substitute is away, too, and names another.
        await work.absences.set(acting, from_day=last, to_day=last, substitute_id=third)
        assert await holders(work, one.id, last) == [(third, first)]
        assert [who for who, _ in await holders(work, two.id, last)] == [third]
        await work.absences.replace_substitute(third, None, on=TODAY)
        assert [who for who, _ in await holders(work, two.id, last)] == [acting, third]
        assert await work.absences.end(absent, on=first + DAY)
        assert [each.to_day for each in await work.absences.ahead(absent, on=TODAY)] == [first]
        assert not await work.absences.end(absent, on=last)


def test_substitutes_in_a_circle_stand_in_for_nobody() -> None:
    def away(*pairs: tuple[int, int | None]) -> dict[int, Absence]:
        return {who: Absence(who, who, TODAY, TODAY, other) for who, other in pairs}

    assert find_stand_ins(away((1, 2), (2, 1))) == {}
    assert find_stand_ins(away((1, 1))) == {}
    assert find_stand_ins(away((1, 2), (2, None))) == {}
    assert find_stand_ins(away((1, 2), (2, 3), (4, 2))) == {1: 3, 2: 3, 4: 3}


async def test_an_invitation_is_used_by_one_of_many(database: Database) -> None:
    secret = "2345678ABCDEFG"
    async with database.write() as work:
        [office] = await make(work, "Phòng Kinh tế")
        person = await add_officer(work, office, user="an")
        await work.invitations.add(
            secret,
            locality_id=office.locality_id,
            office_id=None,
            name="An",
            role="officer",
            expires_at=NOW + HOUR,
            person_id=person,
        )

    async def take() -> int:
        async with database.write() as work:
            found = await work.invitations.take(secret, now=NOW)
            return found.person_id or 0 if found else 0

    async with database.read() as work:
        assert await work.invitations.find(secret, now=NOW + HOUR) is None
        assert await work.invitations.find("2345678ABCDEFF", now=NOW) is None
    assert sorted(await asyncio.gather(take(), take(), take())) == [0, 0, person]


async def test_tries_are_counted_by_the_hour(database: Database) -> None:
    async def count() -> int:
        async with database.write() as work:
            return await work.tries.count("code web lan", now=NOW)

    assert sorted(await asyncio.gather(*[count() for _ in range(5)])) == [1, 2, 3, 4, 5]
    async with database.write() as work:
        assert await work.tries.is_spent("code web lan", 5, now=NOW + HOUR / 2)
        assert not await work.tries.is_spent("code web lan", 6, now=NOW)
        assert not await work.tries.is_spent("code web minh", 1, now=NOW)
        assert await work.tries.allow("code web lan", 6, now=NOW)
        assert not await work.tries.allow("code web lan", 6, now=NOW)
        assert await work.tries.count("code web lan", now=NOW + HOUR) == 1
        row = await work._session.get(TriesRow, (Cipher.digest(work._cipher, "code web lan"), NOW))
        assert row
        assert row.count == 7
        await work.tries.count("another", now=NOW + 2 * DAY)
        await work._session.flush()
        work._session.expire_all()
        assert not await work.tries.is_spent("code web lan", 1, now=NOW)
