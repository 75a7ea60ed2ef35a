"""The trail: sealed, in its place, undone once, on both databases."""

from storage.database import Database
from tests.factories.talk import MONDAY as NOW
from tests.factories.town_hall import found_hall


async def test_changes_are_listed_by_subject_and_place(database: Database) -> None:
    async with database.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "phường Hòa Bình")
        person = await hall.seat("Lê Thị Bình", "Văn phòng")
        here, there = hall.place.id, other.place.id
        who = person.id
        first = await work.changes.add(
            "set", "profile", locality_id=here, person_id=who, now=NOW,
            old={"office.phone": "0298 3000 112"}, new={"office.phone": None},
        )  # fmt: skip
        second = await work.changes.add("set", "profile", locality_id=here, person_id=None, now=NOW)
        await work.changes.add("set", "profile", locality_id=there, person_id=None, now=NOW)
        await work.changes.add("login", "login", locality_id=None, person_id=None, now=NOW)
        third = await work.changes.add("add", "rule 3", locality_id=here, person_id=who, now=NOW)
    async with database.read() as work:
        of = work.changes.of
        assert [each.id for each in await of("profile", locality_id=here)] == [second, first]
        assert [each.id for each in await of("profile", locality_id=here, limit=1)] == [second]
        assert len(await of("profile", locality_id=there)) == 1
        assert len(await of("login", locality_id=None)) == 1
        assert [each.id for each in await work.changes.of_place(here)] == [third, second, first]
        assert [each.id for each in await work.changes.of_place(here, before=second)] == [first]
        found = await work.changes.find(first)
        assert found
        assert (found.person, found.action, found.at) == ("Lê Thị Bình", "set", NOW)
        assert found.old == {"office.phone": "0298 3000 112"}
        assert found.new == {"office.phone": None}
        assert found.undone_at is None
        assert await work.changes.find(999) is None


async def test_a_change_is_undone_once(database: Database) -> None:
    async with database.write() as work:
        place = (await found_hall(work)).place.id
        number = await work.changes.add("set", "p", locality_id=place, person_id=None, now=NOW)
        assert await work.changes.undo(number, now=NOW)
        assert not await work.changes.undo(number, now=NOW)
        assert not await work.changes.undo(999, now=NOW)
        found = await work.changes.find(number)
        assert found
        assert found.undone_at == NOW
