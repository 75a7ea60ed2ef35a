"""Officers at the desk: what they hold, roles, days off, leaving; by clerks of their own place."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from handlers.desk.due.unassigned import give_to_office, read_unassigned
from handlers.desk.overtaken import Overtaken
from handlers.desk.people import person_changes as changes
from handlers.desk.people.officers import PersonView, Who, link_key, list_people, read_person
from handlers.desk.people.undoing import undo_change
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from storage.database import Database
from storage.values import Address, Role
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall

NOW, CALENDAR = MONDAY, load_calendar()
DAY = dt.timedelta(days=1)
OFFICE = "Văn phòng HĐND và UBND xã"


@dataclass
class Desk:
    """A clerk at the desk of a place in an open transaction, and an officer of it."""

    work: Work
    hall: TownHall
    clerk: Visitor
    officer: int

    async def office(self, name: str) -> int:
        return (await self.work.offices.ensure(self.hall.place.id, name)).id

    async def view(self) -> PersonView:
        return await read_person(self.work, self.clerk, self.officer, now=NOW)


@pytest.fixture
async def desk(sqlite: Database) -> AsyncIterator[Desk]:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        clerk = await sit_down(work, await hall.seat("Lê Thị Bình", OFFICE, Role.CLERK))
        officer = await hall.seat("Trần Văn An", ECONOMY)
        yield Desk(work, hall, clerk, officer.id)


async def test_the_list_by_given_name_with_channels_but_no_addresses(desk: Desk) -> None:
    await desk.hall.seat("Đỗ Văn Ánh", ECONOMY, has_chat=False)
    found = await list_people(desk.work, desk.clerk, now=NOW)
    assert [each.name for each in found.lines] == ["Trần Văn An", "Đỗ Văn Ánh", "Lê Thị Bình"]
    assert [link.kind for link in found.lines[0].links] == ["web"]
    assert all("An" not in link.key for link in found.lines[0].links)
    unlinked = await list_people(desk.work, desk.clerk, who=Who.UNLINKED, text="kinh te", now=NOW)
    assert [each.name for each in unlinked.lines] == ["Đỗ Văn Ánh"]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.LEADER])
async def test_only_clerks_change(desk: Desk, role: Role) -> None:
    visitor = await sit_down(desk.work, await desk.hall.seat("Phạm Văn Cường", ECONOMY, role))
    office = await desk.office(ECONOMY)
    days: dict[str, Any] = {"from_day": TODAY, "to_day": TODAY}
    for deed in (
        changes.give_office(desk.work, visitor, desk.officer, office, from_day=None, now=NOW),
        changes.take_office(desk.work, visitor, desk.officer, office, on=None, now=NOW),
        changes.move_person(desk.work, visitor, desk.officer, office, office, on=None, now=NOW),
        changes.set_role(desk.work, visitor, desk.officer, "clerk", seen="officer", now=NOW),
        changes.set_away(
            desk.work, visitor, desk.officer, **days, substitute_id=None, seen="[]", now=NOW
        ),
        changes.come_back(desk.work, visitor, desk.officer, on=None, now=NOW),
        changes.let_leave(desk.work, visitor, desk.officer, successor_id=None, now=NOW),
        changes.forget_link(desk.work, visitor, desk.officer, "x", now=NOW),
        give_to_office(desk.work, visitor, 1, office, now=NOW, calendar=CALENDAR),
    ):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await deed


async def test_nobody_of_another_place_is_seen_or_changed(desk: Desk) -> None:
    other = await found_hall(desk.work, "xã Đồi Sim")
    stranger = (await other.seat("Vũ Mai", ECONOMY)).id
    there = (await desk.work.offices.ensure(other.place.id, ECONOMY)).id
    theirs = await other.add_work(None)
    days: dict[str, Any] = {"from_day": TODAY, "to_day": TODAY, "seen": "[]"}
    clerk = desk.clerk
    here = await desk.office(ECONOMY)
    for deed in (
        read_person(desk.work, clerk, stranger, now=NOW),
        changes.give_office(desk.work, clerk, stranger, here, from_day=None, now=NOW),
        changes.give_office(desk.work, clerk, desk.officer, there, from_day=None, now=NOW),
        changes.take_office(desk.work, clerk, stranger, there, on=None, now=NOW),
        changes.move_person(desk.work, clerk, desk.officer, here, there, on=None, now=NOW),
        changes.set_role(desk.work, clerk, stranger, "clerk", seen="officer", now=NOW),
        changes.set_away(desk.work, clerk, stranger, **days, substitute_id=None, now=NOW),
        changes.set_away(desk.work, clerk, desk.officer, **days, substitute_id=stranger, now=NOW),
        changes.let_leave(desk.work, clerk, stranger, successor_id=None, now=NOW),
        changes.let_leave(desk.work, clerk, desk.officer, successor_id=stranger, now=NOW),
        changes.forget_link(desk.work, clerk, stranger, link_key(Address("web", "Mai")), now=NOW),
        give_to_office(desk.work, clerk, theirs.id, here, now=NOW, calendar=CALENDAR),
    ):
        with pytest.raises(HandlerError, match="desk_gone"):
            await deed
    assert "Vũ Mai" not in str(await list_people(desk.work, clerk, now=NOW))


async def test_holding_moving_and_giving_up_from_a_day(desk: Desk) -> None:
    culture, economy = await desk.office("Phòng Văn hóa"), await desk.office(ECONOMY)
    await changes.give_office(desk.work, desk.clerk, desk.officer, culture, from_day=None, now=NOW)
    assert (await desk.view()).line.offices == (ECONOMY, "Phòng Văn hóa")
    unheld = await changes.move_person(
        desk.work, desk.clerk, desk.officer, economy, await desk.office(OFFICE), on=None, now=NOW
    )
    assert unheld == (ECONOMY,)
    unheld = await changes.take_office(
        desk.work, desk.clerk, desk.officer, culture, on=TODAY + DAY, now=NOW
    )
    view = await desk.view()
    assert view.line.offices == ("Phòng Văn hóa", OFFICE)
    assert unheld == ("Phòng Văn hóa",)
    past = {each.office: (each.from_day, each.to_day) for each in view.holdings}
    assert past[ECONOMY] == (TODAY - DAY, TODAY - DAY)
    assert past["Phòng Văn hóa"] == (TODAY, TODAY)
    with pytest.raises(HandlerError, match="office_not_held"):
        await changes.take_office(desk.work, desk.clerk, desk.officer, economy, on=None, now=NOW)
    with pytest.raises(HandlerError, match="day_unlikely"):
        await changes.give_office(
            desk.work, desk.clerk, desk.officer, economy, from_day=dt.date(1026, 1, 1), now=NOW
        )


async def test_who_begins_hears_of_what_is_open(desk: Desk) -> None:
    due = await desk.hall.add_work("Phòng Văn hóa", due_on=TODAY + 2 * DAY)
    culture = await desk.office("Phòng Văn hóa")
    await changes.give_office(desk.work, desk.clerk, desk.officer, culture, from_day=None, now=NOW)
    assert await desk.work.nudges.pauses([due.id])


async def test_roles_and_the_last_clerk(desk: Desk) -> None:
    clerk = desk.clerk.person_id or 0
    with pytest.raises(HandlerError, match="desk_last_clerk"):
        await changes.set_role(desk.work, desk.clerk, clerk, "officer", seen="clerk", now=NOW)
    with pytest.raises(HandlerError, match="desk_last_clerk"):
        await changes.let_leave(desk.work, desk.clerk, clerk, successor_id=None, now=NOW)
    for wrong in ("operator", "chairman"):
        with pytest.raises(HandlerError, match="operator_not_invited"):
            await changes.set_role(
                desk.work, desk.clerk, desk.officer, wrong, seen="officer", now=NOW
            )
    await changes.set_role(desk.work, desk.clerk, desk.officer, "clerk", seen="officer", now=NOW)
    with pytest.raises(Overtaken) as caught:
        await changes.set_role(desk.work, desk.clerk, desk.officer, "head", seen="officer", now=NOW)
    assert (caught.value.theirs, caught.value.mine) == (
        "công chức đầu mối",
        "người đứng đầu đơn vị",
    )
    [change] = (await desk.view()).changes
    await undo_change(desk.work, desk.clerk, change.id, now=NOW)
    assert (await desk.view()).line.role == Role.OFFICER
    with pytest.raises(HandlerError, match="desk_undone_already"):
        await undo_change(desk.work, desk.clerk, change.id, now=NOW)


async def test_days_off_with_a_substitute_and_back(desk: Desk) -> None:
    other = await desk.hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD)
    away: dict[str, Any] = {
        "from_day": TODAY,
        "to_day": TODAY + 4 * DAY,
        "substitute_id": other.id,
        "now": NOW,
    }
    await changes.set_away(desk.work, desk.clerk, desk.officer, **away, seen="[]")
    view = await desk.view()
    assert view.line.is_away
    assert [each.substitute for each in view.absences] == ["Phạm Văn Cường"]
    assert view.changes[0].new == "từ 23/11/2026 đến hết 27/11/2026 (Phạm Văn Cường thay)"
    later = away | {"to_day": TODAY + DAY}
    with pytest.raises(Overtaken):
        await changes.set_away(desk.work, desk.clerk, desk.officer, **later, seen="[]")
    await changes.come_back(desk.work, desk.clerk, desk.officer, on=None, now=NOW)
    assert not (await desk.view()).line.is_away
    with pytest.raises(HandlerError, match="desk_not_away"):
        await changes.come_back(desk.work, desk.clerk, desk.officer, on=None, now=NOW)
    [back, set_] = (await desk.view()).changes
    await undo_change(desk.work, desk.clerk, back.id, now=NOW)
    assert (await desk.view()).line.is_away
    await undo_change(desk.work, desk.clerk, set_.id, now=NOW)
    assert (await desk.view()).absences == ()


async def test_leaving_with_a_successor(desk: Desk) -> None:
    heir = await desk.hall.seat("Phạm Văn Cường", OFFICE)
    gone = await changes.let_leave(
        desk.work, desk.clerk, desk.officer, successor_id=heir.id, now=NOW
    )
    assert gone.unheld == ()
    view = await desk.view()
    assert view.line.left_on == TODAY
    assert view.changes[0].new == "Phạm Văn Cường"
    with pytest.raises(HandlerError, match="desk_person_left"):
        await changes.set_role(desk.work, desk.clerk, desk.officer, "head", seen="", now=NOW)
    left = await list_people(desk.work, desk.clerk, who=Who.LEFT, now=NOW)
    assert [each.name for each in left.lines] == ["Trần Văn An"]


async def test_a_conversation_is_forgotten_by_its_key(desk: Desk) -> None:
    [link] = (await desk.view()).line.links
    await changes.forget_link(desk.work, desk.clerk, desk.officer, link.key, now=NOW)
    view = await desk.view()
    assert view.line.links == ()
    with pytest.raises(HandlerError, match="desk_gone"):
        await changes.forget_link(desk.work, desk.clerk, desk.officer, link.key, now=NOW)


async def test_work_of_nobody_is_given_to_an_office_that_is_held(desk: Desk) -> None:
    await desk.hall.add_work(None, "Báo cáo giá chợ", TODAY - DAY)
    await desk.hall.add_work("Phòng Văn hóa", "Niêm yết giá")
    found = await read_unassigned(desk.work, desk.clerk, now=NOW)
    assert [(each.content, each.office, each.is_overdue) for each in found.lines] == [
        ("Báo cáo giá chợ", "", True),
        ("Niêm yết giá", "Phòng Văn hóa", False),
    ]
    assert {name for _, name in found.offices} == {OFFICE, ECONOMY}
    economy = await desk.office(ECONOMY)
    for line in found.lines:
        said = await give_to_office(
            desk.work, desk.clerk, line.due_id, economy, now=NOW, calendar=CALENDAR
        )
        assert ECONOMY in said
    assert (await read_unassigned(desk.work, desk.clerk, now=NOW)).lines == ()
    [event] = await desk.work.due_events.of(found.lines[0].due_id)
    assert (event.action, event.person) == ("given", "Lê Thị Bình")
