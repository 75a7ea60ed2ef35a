"""Who held what, how much work offices have, open invitations, names taken away; on both."""

import datetime as dt

from storage.database import Database
from storage.values import Absence, DueState, OfficeLoad
from tests.storage.officers import NOW, TODAY, add_officer, add_task
from tests.storage.test_offices import make

DAY = dt.timedelta(days=1)


async def test_who_has_held_what_the_last_first(database: Database) -> None:
    async with database.write() as work:
        one, two = await make(work, "Phòng Kinh tế", "Văn phòng")
        person = await add_officer(work, one, user="an")
        await work.people.move(person, one.id, two.id, on=TODAY + DAY)
        held = await work.holdings.of_person(person)
        assert [(each.office, each.from_day, each.to_day) for each in held] == [
            ("Văn phòng", TODAY + DAY, None),
            ("Phòng Kinh tế", TODAY, TODAY),
        ]
        [holding] = await work.holdings.of_office(one.id)
        assert (holding.person_id, holding.person) == (person, "Trần An")


async def test_open_and_late_work_of_a_place(database: Database) -> None:
    async with database.write() as work:
        one, two = await make(work, "Phòng Kinh tế", "Văn phòng")
        [other] = await make(work, "Phòng Kinh tế", place="xã Đồi Sim")
        await add_task(work, one, DueState.OPEN, DueState.DISPUTED, DueState.DONE)
        for plan in await work.plans.list_all():
            await work.plans.confirm(plan.id, now=NOW)
        loads = await work.office_loads.of_place(one.locality_id, on=TODAY + 2 * DAY)
        assert loads.get(one.id) == OfficeLoad(open=2, overdue=1)
        assert two.id not in loads
        assert await work.office_loads.of_place(other.locality_id, on=TODAY) == {}


async def test_open_invitations_of_a_place_are_listed_and_withdrawn(database: Database) -> None:
    async with database.write() as work:
        [office] = await make(work, "Phòng Kinh tế")
        place = office.locality_id
        for secret, days in (("late", 7), ("soon", 1), ("over", -1), ("used", 3)):
            await work.invitations.add(
                secret, locality_id=place, office_id=office.id, name=secret, role="officer",
                expires_at=NOW + days * DAY,
            )  # fmt: skip
        await work.invitations.take("used", now=NOW)
        found = await work.invitations.list_open(place, now=NOW)
        assert [(each.name, each.office) for each in found] == [
            ("soon", "Phòng Kinh tế"),
            ("late", "Phòng Kinh tế"),
        ]
        id_ = found[0].id
        assert await work.invitations.withdraw(id_, locality_id=place + 1, now=NOW) is None
        gone = await work.invitations.withdraw(id_, locality_id=place, now=NOW)
        assert gone == found[0]
        assert await work.invitations.withdraw(id_, locality_id=place, now=NOW) is None
        assert await work.invitations.find("soon", now=NOW) is None
        assert await work.invitations.list_open(place + 1, now=NOW) == []


async def test_another_name_is_taken_away(database: Database) -> None:
    async with database.write() as work:
        [office] = await make(work, "Phòng Kinh tế")
        await work.offices.add_alias(office.id, "P. KT")
        assert await work.offices.remove_alias(office.id, "p kt")
        assert not await work.offices.remove_alias(office.id, "p kt")
        assert await work.offices.find(office.locality_id, "P. KT") is None


async def test_absences_are_put_back_as_they_were(database: Database) -> None:
    async with database.write() as work:
        [office] = await make(work, "Phòng Kinh tế")
        person = await add_officer(work, office, user="an")
        days = {"from_day": TODAY, "to_day": TODAY + DAY}
        await work.absences.set(person, **days, substitute_id=None)
        before = await work.absences.ahead(person, on=TODAY)
        await work.absences.set(person, from_day=TODAY, to_day=TODAY + 3 * DAY, substitute_id=None)
        await work.absences.restore(person, before, on=TODAY)
        [again] = await work.absences.ahead(person, on=TODAY)
        assert again == Absence(again.id, person, TODAY, TODAY + DAY, None)
