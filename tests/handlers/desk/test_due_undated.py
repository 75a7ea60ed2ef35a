"""Rows without a day or without anybody at the desk, and a look at what would be told."""

import datetime as dt
from typing import Any

import pytest

from handlers.desk.due.foreseen import read_foreseen
from handlers.desk.due.unassigned import give_to_office, read_unassigned
from handlers.desk.due.undated import read_undated
from handlers.desk.overtaken import Overtaken
from handlers.desk.plans.choices import list_rules
from handlers.desk.plans.decisions import name_own_plan, use_rule
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.reporting.rules import RuleRequest, add_rule
from knowledge.calendar import load_calendar
from storage.values import Role
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.due_days import load_rows
from tests.factories.talk import MONDAY, Chat
from tests.factories.town_hall import TODAY, found_hall

CALENDAR = load_calendar()


async def seat(work: Work, role: Role = Role.CLERK, place: str = "xã Bến Lụa") -> Visitor:
    hall = await found_hall(work, place)
    return await sit_down(work, await hall.seat(f"Lê Thị {role.value}", "Văn phòng", role))


async def test_a_row_is_left_to_a_plan_once_and_the_second_sees_the_first(chat: Chat) -> None:
    await load_rows(chat, "separate", "line", "ruled")
    async with chat.app.database.write() as work:
        clerk, leader = await seat(work), await seat(work, Role.LEADER)
        found = await read_undated(work, clerk, now=MONDAY)
        line = next(each for each in found.waiting if "phong trào" in each.content)
        assert [each.content for each in found.others] == ["Trực đường dây nóng"]
        row = (line.plan_id, line.row)
        first, second = ("12/KH-UBND", dt.date(2026, 4, 3)), ("13/KH-UBND", None)
        decided = await name_own_plan(work, clerk, *row, *first, seen=line.decided, now=MONDAY)
        assert decided.decided
        assert decided.decided.number == "12/KH-UBND"
        with pytest.raises(Overtaken) as error:
            await name_own_plan(work, clerk, *row, *second, seen=line.decided, now=MONDAY)
        assert (error.value.facts["name"], error.value.mine) == ("Lê Thị clerk", "13/KH-UBND")
        assert "12/KH-UBND" in error.value.theirs
        await name_own_plan(work, clerk, *row, *second, seen=None, now=MONDAY)
        subject = f"plan {line.plan_id} row {line.row}"
        changes = await work.changes.of(subject, locality_id=clerk.place.id)
        assert [change.action for change in changes] == ["row_separate"] * 2
        assert "13/KH-UBND" in changes[0].new
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await name_own_plan(work, leader, *row, *first, seen=None, now=MONDAY)


async def test_a_rule_gives_days_and_only_a_rule_of_the_place(chat: Chat) -> None:
    await load_rows(chat, "ruled")
    request = RuleRequest("quý", 20, "Quyết định số 5")
    async with chat.app.database.read() as work:
        place = (await found_hall(work)).place
    added = await add_rule(chat.app.database, place.id, request, now=MONDAY, by="clerk")
    async with chat.app.database.write() as work:
        clerk, stranger = await seat(work), await seat(work, place="xã Đồi Sim")
        found = await read_undated(work, clerk, now=MONDAY)
        assert [each.content for each in found.waiting] == ["Báo cáo công tác tiếp dân"]
        [(rule_id, _)] = await list_rules(work, clerk, now=MONDAY)
        assert rule_id == added.rule.id
        for wrong, code in ((None, "desk_due_rule_wanted"), (999, "rule_unknown")):
            with pytest.raises(HandlerError, match=code):
                await use_rule(work, clerk, 1, 1, wrong, seen=None, now=MONDAY)
        with pytest.raises(HandlerError, match="desk_gone"):
            await use_rule(work, stranger, 1, 1, rule_id, seen=None, now=MONDAY)
        assert (await use_rule(work, clerk, 1, 1, rule_id, seen="", now=MONDAY)).due
        with pytest.raises(Overtaken, match="desk_changed"):
            await use_rule(work, clerk, 1, 1, rule_id, seen="", now=MONDAY)
        assert not (await read_undated(work, clerk, now=MONDAY)).waiting


async def test_nobodys_row_gets_an_office_of_the_place(chat: Chat) -> None:
    await load_rows(chat, "dated")
    async with chat.app.database.write() as work:
        clerk, stranger = await seat(work), await seat(work, place="xã Đồi Sim")
        [listed] = (await read_unassigned(work, clerk, now=MONDAY)).lines
        office = await work.offices.ensure(clerk.place.id, "Văn phòng")
        foreign = await work.offices.ensure(stranger.place.id, "Văn phòng")
        facts: dict[str, Any] = {"now": MONDAY, "calendar": CALENDAR}
        with pytest.raises(HandlerError, match="desk_gone"):
            await give_to_office(work, stranger, listed.due_id, foreign.id, **facts)
        with pytest.raises(HandlerError, match="desk_gone"):
            await give_to_office(work, clerk, listed.due_id, foreign.id, **facts)
        await give_to_office(work, clerk, listed.due_id, office.id, **facts)
        assert (await read_unassigned(work, clerk, now=MONDAY)).count == 0
        with pytest.raises(Overtaken) as error:
            await give_to_office(work, clerk, listed.due_id, office.id, **facts)
        assert error.value.theirs == "Văn phòng"


async def test_what_would_be_told_is_of_the_place_alone(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "xã Đồi Sim")
        officer = await hall.seat("Trần Văn An", "Phòng Kinh tế")
        clerk = await seat(work)
        due_on = TODAY + dt.timedelta(days=2)  # the day between is a day off
        await hall.add_work("Phòng Kinh tế", "Báo cáo giá chợ", due_on)
        await hall.add_work("Công an xã", "Kiểm tra cư trú", due_on)
        await other.seat("Hồ Văn Xá", "Phòng Kinh tế")
        await other.add_work("Phòng Kinh tế", "Việc nơi khác", due_on)
        found = await read_foreseen(work, clerk, TODAY, now=MONDAY, calendar=CALENDAR)
        told = [(person.name, [item.content for item in person.items]) for person in found.people]
        assert told == [("Trần Văn An", ["Báo cáo giá chợ"]), ("", ["Kiểm tra cư trú"])]
        assert found.people[0].items[0].step == "trước hạn 1 ngày làm việc"
        with pytest.raises(HandlerError, match="desk_due_day_far"):
            await read_foreseen(work, clerk, dt.date(1999, 1, 1), now=MONDAY, calendar=CALENDAR)
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read_foreseen(
                work, await sit_down(work, officer), TODAY, now=MONDAY, calendar=CALENDAR
            )
