"""Offices by several names, groups, merging and what has followed, on both databases."""

import datetime as dt
import random

import pytest
import sqlalchemy as sa

from storage.database import Database
from storage.errors import Conflict
from storage.models import DueDayRow, HoldingRow, OfficeRow
from storage.values import DueState, Office
from storage.work import Work
from tests.storage.officers import TODAY, add_officer, add_task

YESTERDAY = TODAY - dt.timedelta(days=1)
ECONOMY, FINANCE = "Phòng Kinh tế", "Phòng Tài chính"


async def make(work: Work, *names: str, place: str = "xã Bến Lụa") -> list[Office]:
    locality = await work.localities.ensure(place)
    return [await work.offices.ensure(locality.id, name) for name in names]


async def test_an_office_is_found_by_all_its_names(database: Database) -> None:
    async with database.write() as work:
        [office] = await make(work, "Văn phòng HĐND và UBND")
        [other] = await make(work, "Văn phòng HĐND và UBND", place="xã Đồi Sim")
        await work.offices.add_alias(office.id, "VP UBND")
        await work.offices.add_alias(office.id, "vp  ubnd")  # the same once more
        await work.offices.rename(office.id, "Văn phòng")
    async with database.read() as work:
        for name in ("VP UBND", "văn phòng", "Văn phòng HĐND-UBND"):
            found = await work.offices.find(office.locality_id, name)
            assert found
            assert (found.id, found.name) == (office.id, "Văn phòng")
            assert found.aliases == ("VP UBND", "Văn phòng HĐND và UBND")
        assert await work.offices.find(other.locality_id, "VP UBND") is None


async def test_a_name_belongs_to_one_office(sqlite: Database) -> None:
    async with sqlite.write() as work:
        economy, finance = await make(work, ECONOMY, FINANCE)
        await work.offices.add_alias(economy.id, "KT")
        for change in (work.offices.add_alias, work.offices.rename):
            for name in (ECONOMY, "kt"):
                with pytest.raises(Conflict, match="office_name_taken"):
                    await change(finance.id, name)
        await work.offices.rename(economy.id, "KT")  # one of its own
        found = await work.offices.find(economy.locality_id, ECONOMY)
    assert found
    assert (found.name, found.aliases) == ("KT", (ECONOMY,))


async def test_a_group_stands_for_its_members(database: Database) -> None:
    async with database.write() as work:
        group, economy, finance = await make(work, "Các ban, ngành", ECONOMY, FINANCE)
        [elsewhere] = await make(work, ECONOMY, place="xã Đồi Sim")
        assert group.is_group
        assert not economy.is_group
        await work.offices.set_members(group.id, [economy.id, finance.id, economy.id])
        for wrong, code in ((elsewhere, "office_elsewhere"), (group, "office_is_group")):
            with pytest.raises(Conflict, match=code):
                await work.offices.set_members(group.id, [wrong.id])
        found = await work.offices.get(group.id)
    assert found
    assert found.member_ids == (economy.id, finance.id)


async def test_what_has_ended_leads_to_what_followed(database: Database) -> None:
    async with database.write() as work:
        first, second, third = await make(work, "Ban Một", "Ban Hai", "Ban Ba")
        await work.offices.end(first.id, last_day=YESTERDAY, successor_id=second.id)
        await work.offices.end(second.id, last_day=TODAY, successor_id=third.id)
        for circle in (first, second):
            with pytest.raises(Conflict, match="office_circle"):
                await work.offices.end(second.id, last_day=TODAY, successor_id=circle.id)
    tomorrow = TODAY + dt.timedelta(days=1)
    async with database.read() as work:
        expected = {YESTERDAY: first, TODAY: second, tomorrow: third, None: first}
        for day, office in expected.items():
            found = await work.offices.find(first.locality_id, "ban một", on=day)
            assert found
            assert found.id == office.id
        open_ = await work.offices.list_all(first.locality_id, on=tomorrow)
        assert [office.id for office in open_] == [third.id]


async def test_a_successor_gets_people_and_open_days(database: Database) -> None:
    async with database.write() as work:
        old, new = await make(work, FINANCE, ECONOMY)
        person = await add_officer(work, old, user="an")
        open_, done = await add_task(work, old, DueState.OPEN, DueState.DONE)
        assert await work.offices.end(old.id, last_day=YESTERDAY, successor_id=new.id) == [person]
    async with database.read() as work:
        held = await work.people.holders(on=TODAY)
        assert [holder.person.id for holder in held[new.id]] == [person]
        assert old.id not in held
        days = {day.id: day.office_id for day in await work.due_days.of_plan(1)}
        assert days == {open_: new.id, done: old.id}


async def test_merging_leaves_one_office_with_both_names(database: Database) -> None:
    async with database.write() as work:
        short, long, group = await make(work, "VP HĐND-UBND", "Văn phòng HĐND và UBND", "Các ban")
        await work.offices.add_alias(short.id, "VP xã")
        await work.offices.set_members(group.id, [short.id, long.id])
        both = await add_officer(work, short, user="an")
        await work.people.hold(both, long.id, from_day=TODAY)
        alone = await add_officer(work, short, user="binh")
        [done] = await add_task(work, short, DueState.DONE)
        await add_task(work, long, DueState.OPEN)  # the same task on the same day
        await work.office_merges.merge(short.id, long.id)
    async with database.read() as work:
        found = await work.offices.find(long.locality_id, "vp hđnd & ubnd")
        assert found
        assert (found.id, found.aliases) == (long.id, ("VP xã", "VP HĐND-UBND"))
        assert await work.offices.get(short.id) is None
        merged = await work.offices.get(group.id)
        assert merged
        assert merged.member_ids == (long.id,)
        held = await work.people.holders(on=TODAY)
        assert sorted(holder.person.id for holder in held[long.id]) == [both, alone]
        assert await work._session.scalar(sa.select(sa.func.count(HoldingRow.id))) == 2
        rows = await work._session.execute(sa.select(DueDayRow.id, DueDayRow.office_id))
        assert [tuple(row) for row in rows] == [(done, long.id)]


async def test_what_cannot_be_merged(sqlite: Database) -> None:
    async with sqlite.write() as work:
        economy, group = await make(work, ECONOMY, "Các ban, ngành")
        [elsewhere] = await make(work, ECONOMY, place="xã Đồi Sim")
        for other, code in (
            (economy, "office_same"), (group, "office_is_group"), (elsewhere, "office_elsewhere"),
        ):  # fmt: skip
            with pytest.raises(Conflict, match=code):
                await work.office_merges.merge(other.id, economy.id)


async def test_merging_into_what_the_office_followed(sqlite: Database) -> None:
    async with sqlite.write() as work:
        old, new = await make(work, FINANCE, ECONOMY)
        await work.offices.end(old.id, last_day=YESTERDAY, successor_id=new.id)
        await work.office_merges.merge(new.id, old.id)
        found = await work.offices.find(old.locality_id, ECONOMY, on=TODAY)
    assert found
    assert (found.id, found.valid_to, found.successor_id) == (old.id, None, None)


async def test_near_names_are_proposed_until_the_clerk_has_spoken(database: Database) -> None:
    async with database.write() as work:
        short, long, _, alike = await make(
            work, "VP HĐND-UBND", "Văn phòng HĐND và UBND", ECONOMY, "Phòng Kinh tế - Hạ tầng"
        )
        await make(work, "Các phòng, ban")
        found = await work.office_merges.propose(short.locality_id, on=TODAY)
        pairs = [{pair.office.id, pair.other.id} for pair in found]
        assert pairs[0] == {short.id, long.id}
        assert found[0].score == 1
        assert len(pairs) == 2
        assert alike.id in pairs[1]
        for pair in pairs:
            await work.office_merges.mark_distinct(*pair)
            await work.office_merges.mark_distinct(*sorted(pair, reverse=True))
        assert await work.office_merges.propose(short.locality_id, on=TODAY) == []


async def test_resolving_ends_and_stays_in_its_place(sqlite: Database) -> None:
    """Whatever stands in the table: circles, successors of other places, ends in any order."""
    pick = random.Random(7)
    async with sqlite.write() as work:
        offices = [
            office
            for place in ("xã Một", "xã Hai")
            for office in await make(work, *(f"Ban {n}" for n in range(6)), place=place)
        ]
        for _ in range(20):
            for office in offices:
                await _end_anyhow(work, office, pick.choice([*offices, None]), pick)
            for office in offices:
                found = await work.offices.find(office.locality_id, office.name, on=TODAY)
                assert found
                assert found.locality_id == office.locality_id


async def _end_anyhow(
    work: Work, office: Office, successor: Office | None, pick: random.Random
) -> None:
    await work._session.execute(
        sa.update(OfficeRow)
        .where(OfficeRow.id == office.id)
        .values(
            successor_id=successor.id if successor else None,
            valid_to=pick.choice([None, YESTERDAY, YESTERDAY, TODAY]),
        )
    )
