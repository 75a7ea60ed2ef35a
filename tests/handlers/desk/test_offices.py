"""Offices at the desk: listed, changed by clerks of their own place, taken back."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from handlers.desk.overtaken import Overtaken
from handlers.desk.people import office_changes as changes
from handlers.desk.people.offices import Which, list_offices, read_office
from handlers.desk.people.similar import keep_apart, list_similar, merge_offices
from handlers.desk.people.undoing import undo_change
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from storage.database import Database
from storage.values import OfficeLoad, Role
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

NOW = MONDAY
OFFICE = "Văn phòng HĐND và UBND xã"


@dataclass
class Desk:
    """A clerk at the desk of a place in an open transaction."""

    work: Work
    hall: TownHall
    clerk: Visitor

    async def office(self, name: str) -> int:
        return (await self.work.offices.ensure(self.hall.place.id, name)).id

    async def seat(self, name: str, role: Role, office: str = OFFICE) -> Visitor:
        return await sit_down(self.work, await self.hall.seat(name, office, role))

    async def undo_last(self, subject: str) -> None:
        [last, *_] = await self.work.changes.of(subject, locality_id=self.hall.place.id)
        await undo_change(self.work, self.clerk, last.id, now=NOW)


@pytest.fixture
async def desk(sqlite: Database) -> AsyncIterator[Desk]:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        clerk = await sit_down(work, await hall.seat("Lê Thị Bình", OFFICE, Role.CLERK))
        yield Desk(work, hall, clerk)


async def test_the_list_tells_holders_work_and_who_is_in_charge(desk: Desk) -> None:
    await desk.hall.seat("Trần Văn An", ECONOMY)
    leader = await desk.seat("Nguyễn Thị Hạnh", Role.LEADER, "Lãnh đạo UBND xã")
    await desk.hall.add_work(ECONOMY)
    await desk.hall.add_work(ECONOMY, due_on=TODAY - dt.timedelta(days=1))
    await desk.office("Phòng Văn hóa - Xã hội")
    economy, ids = await desk.office(ECONOMY), [leader.person_id or 0]
    await changes.set_overseers(desk.work, desk.clerk, economy, ids, seen=[], now=NOW)
    found = await list_offices(desk.work, leader, text="phong kinh", now=NOW)
    [line] = found.lines
    assert (line.name, line.load) == (ECONOMY, OfficeLoad(2, 1, 0))
    assert [(each.name, each.since) for each in line.holders] == [
        ("Trần Văn An", TODAY - dt.timedelta(days=1))
    ]
    assert line.overseers == ("Nguyễn Thị Hạnh",)
    assert line.is_reached
    unheld = await list_offices(desk.work, leader, which=Which.UNHELD, now=NOW)
    assert [each.name for each in unheld.lines] == ["Phòng Văn hóa - Xã hội"]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.LEADER])
async def test_only_clerks_and_the_operator_change(desk: Desk, role: Role) -> None:
    visitor = await desk.seat("Phạm Văn Cường", role, ECONOMY)
    economy = await desk.office(ECONOMY)
    for deed in (
        changes.make_office(desk.work, visitor, "Đội A", is_group=False, now=NOW),
        changes.rename_office(desk.work, visitor, economy, "Khác", seen=ECONOMY, now=NOW),
        changes.add_alias(desk.work, visitor, economy, "KT", now=NOW),
        changes.remove_alias(desk.work, visitor, economy, "KT", now=NOW),
        changes.set_members(desk.work, visitor, economy, [], seen=[], now=NOW),
        changes.set_overseers(desk.work, visitor, economy, [], seen=[], now=NOW),
        changes.end_office(desk.work, visitor, economy, first_day=None, successor_id=None, now=NOW),
        merge_offices(desk.work, visitor, economy, economy, now=NOW),
        keep_apart(desk.work, visitor, economy, economy, now=NOW),
        undo_change(desk.work, visitor, 1, now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await deed
    if role is not Role.LEADER:
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await list_offices(desk.work, visitor, now=NOW)
    operator = await sit_down(desk.work, None)
    await changes.add_alias(desk.work, operator, economy, "KT", now=NOW)


async def test_another_places_office_is_not_there(desk: Desk) -> None:
    other = await found_hall(desk.work, "xã Đồi Sim")
    there = (await desk.work.offices.ensure(other.place.id, ECONOMY)).id
    here, clerk = await desk.office(ECONOMY), desk.clerk
    group = await desk.office("Các ban, ngành")
    for deed in (
        read_office(desk.work, clerk, there, now=NOW),
        changes.rename_office(desk.work, clerk, there, "Khác", seen=ECONOMY, now=NOW),
        changes.add_alias(desk.work, clerk, there, "KT", now=NOW),
        changes.set_members(desk.work, clerk, group, [there], seen=[], now=NOW),
        changes.end_office(desk.work, clerk, here, first_day=None, successor_id=there, now=NOW),
        merge_offices(desk.work, clerk, there, here, now=NOW),
        merge_offices(desk.work, clerk, here, there, now=NOW),
        keep_apart(desk.work, clerk, here, there, now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_gone"):
            await deed
    listed = await list_offices(desk.work, clerk, now=NOW)
    assert there not in {each.id for each in listed.lines}


async def test_a_new_name_and_taking_it_back(desk: Desk) -> None:
    id_ = await desk.office("Phòng KT")
    rename = changes.rename_office
    await rename(desk.work, desk.clerk, id_, "Phòng Kinh Tê", seen="Phòng KT", now=NOW)
    await desk.undo_last(f"office {id_}")
    view = await read_office(desk.work, desk.clerk, id_, now=NOW)
    assert (view.line.name, view.line.aliases) == ("Phòng KT", ())
    assert [(each.old, each.new, each.is_undone) for each in view.changes] == [
        ("Phòng Kinh Tê", "Phòng KT", False),
        ("Phòng KT", "Phòng Kinh Tê", True),
    ]
    assert view.changes[0].who == "Lê Thị Bình"


async def test_the_second_of_two_learns_of_the_first(desk: Desk) -> None:
    id_, rename = await desk.office("Phòng KT"), changes.rename_office
    await rename(desk.work, desk.clerk, id_, "Phòng Kinh tế", seen="Phòng KT", now=NOW)
    other = await desk.seat("Vũ Mai", Role.CLERK)
    with pytest.raises(Overtaken) as caught:
        await rename(desk.work, other, id_, "Phòng Kinh tế - Hạ tầng", seen="Phòng KT", now=NOW)
    assert caught.value.facts["name"] == "Lê Thị Bình"
    assert (caught.value.theirs, caught.value.mine) == ("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng")
    await rename(
        desk.work, other, id_, "Phòng Kinh tế - Hạ tầng", seen="Phòng KT", now=NOW, overwrite=True
    )
    [change, *_] = await desk.work.changes.of(f"office {id_}", locality_id=desk.hall.place.id)
    assert change.person == "Vũ Mai"
    first = (await desk.work.changes.of(f"office {id_}", locality_id=desk.hall.place.id))[-1]
    with pytest.raises(HandlerError, match="desk_undo_late"):
        await undo_change(desk.work, desk.clerk, first.id, now=NOW)


async def test_other_names_and_names_that_are_taken(desk: Desk) -> None:
    one, other = await desk.office(ECONOMY), await desk.office("Phòng Văn hóa")
    await changes.add_alias(desk.work, desk.clerk, one, "P. KT", now=NOW)
    for deed in (
        changes.add_alias(desk.work, desk.clerk, other, "p kt", now=NOW),
        changes.rename_office(desk.work, desk.clerk, other, ECONOMY, seen="Phòng Văn hóa", now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_office_name_taken"):
            await deed
    with pytest.raises(HandlerError, match="desk_office_exists"):
        await changes.make_office(desk.work, desk.clerk, "P KT", is_group=False, now=NOW)
    for nameless in ("", " - ", "x" * 301):
        with pytest.raises(HandlerError, match="desk_office_nameless"):
            await changes.make_office(desk.work, desk.clerk, nameless, is_group=False, now=NOW)
    await desk.undo_last(f"office {one}")
    assert (await read_office(desk.work, desk.clerk, one, now=NOW)).line.aliases == ()
    await desk.undo_last(f"office {one}")
    assert (await read_office(desk.work, desk.clerk, one, now=NOW)).line.aliases == ("P. KT",)


async def test_a_groups_members_are_set_and_taken_back(desk: Desk) -> None:
    group = await changes.make_office(desk.work, desk.clerk, "Khối văn hóa", is_group=True, now=NOW)
    one, two = await desk.office(ECONOMY), await desk.office("Phòng Văn hóa")
    await changes.set_members(desk.work, desk.clerk, group, [one, two], seen=[], now=NOW)
    with pytest.raises(Overtaken):
        await changes.set_members(desk.work, desk.clerk, group, [one], seen=[], now=NOW)
    with pytest.raises(HandlerError, match="desk_no_group"):
        await changes.set_members(desk.work, desk.clerk, one, [two], seen=[], now=NOW)
    view = await read_office(desk.work, desk.clerk, two, now=NOW)
    assert view.groups == ((group, "Khối văn hóa"),)
    await desk.undo_last(f"office {group}")
    assert (await read_office(desk.work, desk.clerk, group, now=NOW)).member_ids == ()


async def test_only_leaders_are_in_charge(desk: Desk) -> None:
    officer = await desk.hall.seat("Trần Văn An", ECONOMY)
    economy = await desk.office(ECONOMY)
    with pytest.raises(HandlerError, match="overseer_not_leader"):
        await changes.set_overseers(desk.work, desk.clerk, economy, [officer.id], seen=[], now=NOW)


async def test_an_office_ends_and_its_successor_takes_all(desk: Desk) -> None:
    await desk.hall.seat("Trần Văn An", "Phòng Tài chính")
    await desk.hall.add_work("Phòng Tài chính")
    ended, heir = await desk.office("Phòng Tài chính"), await desk.office(ECONOMY)
    with pytest.raises(HandlerError, match="end_in_future"):
        await changes.end_office(
            desk.work, desk.clerk, ended, first_day=TODAY + dt.timedelta(days=1),
            successor_id=heir, now=NOW,
        )  # fmt: skip
    await changes.end_office(
        desk.work, desk.clerk, ended, first_day=None, successor_id=heir, now=NOW
    )
    view = await read_office(desk.work, desk.clerk, heir, now=NOW)
    assert [each.name for each in view.line.holders] == ["Trần Văn An"]
    assert view.line.load.open == 1
    gone = await read_office(desk.work, desk.clerk, ended, now=NOW)
    assert (gone.line.successor, gone.changes[0].new) == (ECONOMY, f"{ECONOMY} – 22/11/2026")
    with pytest.raises(HandlerError, match="office_has_ended"):
        await changes.end_office(
            desk.work, desk.clerk, ended, first_day=None, successor_id=heir, now=NOW
        )


async def test_similar_names_are_merged_or_kept_apart(desk: Desk) -> None:
    one, two = (
        await desk.office("Phòng Văn hóa - Xã hội"),
        await desk.office("Phòng Văn hóa Xã hội xã"),
    )
    [pair] = await list_similar(desk.work, desk.clerk, now=NOW)
    assert {pair.one.id, pair.other.id} == {one, two}
    assert pair.share > 50
    await keep_apart(desk.work, desk.clerk, one, two, now=NOW)
    assert await list_similar(desk.work, desk.clerk, now=NOW) == ()
    await merge_offices(desk.work, desk.clerk, two, one, now=NOW)
    view = await read_office(desk.work, desk.clerk, one, now=NOW)
    assert view.line.aliases == ("Phòng Văn hóa Xã hội xã",)
    assert view.changes[0].act == "office_merged"
    with pytest.raises(HandlerError, match="desk_gone"):
        await merge_offices(desk.work, desk.clerk, two, one, now=NOW)
