"""Due days follow plans, rules, groups, choices and superiors; what was done or decided stays."""

import datetime as dt

import pytest

from handlers.plans.bringing import Planned
from handlers.reporting import RuleRequest, add_rule, remove_rule
from storage.values import DueDay, DueKind, DueState
from tests.factories.clerk import PLACE, add, load
from tests.factories.due_days import (
    GROUP,
    MEMBERS,
    at,
    list_days,
    load_rows,
    make_group,
    plan_again,
    put_under,
    write_days,
    write_superiors,
    write_text,
)
from tests.factories.plans import OFFICE
from tests.factories.talk import Chat

PROVINCE = "tỉnh Lam Hà"


async def enter_rule(chat: Chat, period: str, day: int, months_after: int = 0) -> int:
    async with chat.app.database.read() as work:
        place = await work.localities.find(PLACE)
    assert place
    request = RuleRequest(period, day, "Công văn số 45/UBND-VP", months_after)
    now = chat.clock.now()
    return (await add_rule(chat.app.database, place.id, request, now=now, by="test")).rule.id


async def find_day(chat: Chat, office: str) -> DueDay:
    [due] = [d for d in await list_days(chat.app.database) if d.office == office]
    return due


async def test_rules_give_reports_their_days_and_take_them_away(chat: Chat) -> None:
    await load_rows(chat, "report")
    assert await write_days(chat) == []
    quarterly = await enter_rule(chat, "quarter", 18)
    await enter_rule(chat, "year", 10, months_after=1)
    days = await list_days(chat.app.database)
    assert [(d.label, d.last_day, d.state) for d in days] == [
        ("Quý I/2026", dt.date(2026, 3, 18), DueState.PAST),
        ("Quý II/2026", dt.date(2026, 6, 18), DueState.PAST),
        ("Quý III/2026", dt.date(2026, 9, 18), DueState.PAST),
        ("Năm 2026", dt.date(2027, 1, 10), DueState.OPEN),
    ]
    assert {day.kind for day in days} == {DueKind.REPORT}
    assert [day.ends_on.year for day in days] == [2026, 2026, 2026, 2027]
    await remove_rule(chat.app.database, quarterly, now=chat.clock.now())
    assert await write_days(chat) == ["Phòng Kinh tế Năm 2026 2027-01-10"]


async def test_a_line_is_asked_from_now_on_and_what_was_asked_stays(chat: Chat) -> None:
    at(chat, "2026-05-04")
    confirmed = await load_rows(chat, "line")
    assert (confirmed.open_days, confirmed.lines) == (0, 3)
    days = await list_days(chat.app.database)
    assert [(d.label, d.last_day.isoformat(), d.kind) for d in days] == [
        ("Quý II/2026", "2026-06-14", DueKind.LINE),
        ("Quý III/2026", "2026-09-14", DueKind.LINE),
        ("Quý IV/2026", "2026-12-14", DueKind.LINE),
    ]
    at(chat, "2026-07-06")
    assert await plan_again(chat) == Planned()
    assert len(await write_days(chat)) == 3


async def test_a_group_is_its_members_and_alone_nobody(chat: Chat) -> None:
    assert (await load_rows(chat, "group", "both")).unassigned == 3
    assert sorted(await write_days(chat)) == [
        f"{GROUP} 2026-12-11",
        f"{GROUP} 2026-12-15",
        "Phòng Kinh tế 2026-12-15",
    ]
    group = await make_group(chat, *MEMBERS)
    assert await plan_again(chat) == Planned(added=3, cancelled=2)
    days = [d for d in await list_days(chat.app.database) if d.state is DueState.OPEN]
    assert sorted((d.office or "", d.last_day.day, d.group_id) for d in days) == [
        ("Công an xã", 11, group.id),
        ("Công an xã", 15, group.id),
        ("Phòng Kinh tế", 11, group.id),
        ("Phòng Kinh tế", 15, group.id),
    ]


async def test_what_a_member_has_done_stays_and_a_new_member_gets_its_own(chat: Chat) -> None:
    await make_group(chat, *MEMBERS)
    await load_rows(chat, "group")
    done = await find_day(chat, "Công an xã")
    async with chat.app.database.write() as work:
        await work.due_days.finish(done.id, person_id=None, note="", now=chat.clock.now())
    await make_group(chat, "Phòng Kinh tế", "Trạm Y tế")
    assert await plan_again(chat) == Planned(added=1)
    states = {d.office: d.state for d in await list_days(chat.app.database)}
    assert states == {
        "Công an xã": DueState.DONE,
        "Phòng Kinh tế": DueState.OPEN,
        "Trạm Y tế": DueState.OPEN,
    }


async def test_what_was_done_for_the_group_is_not_asked_of_members(chat: Chat) -> None:
    await load_rows(chat, "group")
    done = await find_day(chat, GROUP)
    async with chat.app.database.write() as work:
        await work.due_days.finish(done.id, person_id=None, note="", now=chat.clock.now())
    await make_group(chat, *MEMBERS)
    assert await plan_again(chat) == Planned()


async def test_put_off_and_disputed_days_stay_as_they_are(chat: Chat) -> None:
    await make_group(chat, *MEMBERS)
    await load_rows(chat, "group")
    async with chat.app.database.write() as work:
        for due in await work.due_days.of_plan(1):
            if due.office == "Công an xã":
                await work.due_days.put_off(due.id, dt.date(2026, 12, 25), on=dt.date(2026, 11, 23))
            else:
                await work.due_days.dispute(due.id)
    at(chat, "2026-12-21")
    assert await plan_again(chat) == Planned()
    days = {d.office: (d.state, d.due_on.day) for d in await list_days(chat.app.database)}
    assert days == {"Công an xã": (DueState.OPEN, 25), "Phòng Kinh tế": (DueState.DISPUTED, 11)}


async def test_what_is_late_stays_open_when_another_office_gets_it(chat: Chat) -> None:
    await load_rows(chat, "group")
    at(chat, "2026-12-14")
    await make_group(chat, *MEMBERS)
    await plan_again(chat)
    states = {d.office: d.state for d in await list_days(chat.app.database)}
    assert states == {
        GROUP: DueState.CANCELLED,
        "Phòng Kinh tế": DueState.OPEN,
        "Công an xã": DueState.OPEN,
    }


async def test_a_member_without_an_office_of_its_own_is_followed(chat: Chat) -> None:
    await make_group(chat, *MEMBERS)
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        old = await work.offices.find(place.id, "Công an xã")
        new = await work.offices.ensure(place.id, "Đội Công an")
        assert old
        await work.offices.end(old.id, last_day=dt.date(2026, 10, 1), successor_id=new.id)
    await load_rows(chat, "group")
    assert await write_days(chat) == ["Phòng Kinh tế 2026-12-11", "Đội Công an 2026-12-11"]


@pytest.mark.parametrize("office", [OFFICE, None])
async def test_a_superiors_row_is_work_of_the_office_that_serves_the_committee(
    chat: Chat, office: str | None
) -> None:
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.offices.ensure(place.id, office or "Phòng Kinh tế")
    await put_under(chat, PLACE, PROVINCE)
    confirmed = await load(chat, write_superiors("below", "above"))
    assert confirmed.below_days == 1
    assert await write_days(chat) == [f"{office or 'Văn phòng HĐND và UBND'} 2026-12-19"]
    [due] = await list_days(chat.app.database)
    assert due.is_superiors
    assert len(await write_days(chat, place=PROVINCE)) == 2


async def test_a_superiors_correction_and_next_version_are_followed_below(chat: Chat) -> None:
    await put_under(chat, PLACE, PROVINCE)
    await load(chat, write_superiors("below"))
    changes = {"timeframe": "Trước ngày 24/12/2026"}
    now = chat.clock.now()
    await chat.app.plans.fix(1, 1, changes, actor="operator", now=now)
    assert await write_days(chat) == ["Văn phòng HĐND và UBND 2026-12-23"]
    report = await add(chat, write_superiors("above"), replaces_id=1)
    await chat.app.plans.confirm(report.plan_id, now=now)
    assert await write_days(chat) == []


async def test_what_lies_above_a_place_decides(chat: Chat) -> None:
    await load(chat, write_superiors("below"))
    assert await write_days(chat) == []
    await put_under(chat, PLACE, PROVINCE)
    assert await plan_again(chat) == Planned(added=1)
    await put_under(chat, PLACE, None)
    assert await plan_again(chat) == Planned(cancelled=1)
    await put_under(chat, PLACE, PROVINCE)
    assert await plan_again(chat) == Planned(renewed=1)
    assert await write_days(chat) == ["Văn phòng HĐND và UBND 2026-12-19"]


async def test_a_plan_replaced_on_its_due_day_keeps_what_was_done(either: Chat) -> None:
    chat = either
    await load_rows(chat, "dated", "group")
    at(chat, "2026-12-17")
    async with chat.app.database.write() as work:
        [due] = [d for d in await work.due_days.of_plan(1) if d.last_day.day == 17]
        await work.due_days.finish(due.id, person_id=None, note="số 5", now=chat.clock.now())
    await add(chat, write_text("line", "dated"))
    confirmed = await chat.app.plans.confirm(2, now=chat.clock.now())
    assert confirmed.cancelled_days == 1
    async with chat.app.database.read() as work:
        same = await work.due_days.find(due.id)
    assert same
    assert (same.plan_id, same.state, same.done_note) == (2, DueState.DONE, "số 5")


async def test_who_stays_of_a_group_when_one_gives_it_away_is_still_counted_to_it(
    chat: Chat,
) -> None:
    group = await make_group(chat, *MEMBERS)
    await load_rows(chat, "group")
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        kept = await work.offices.find(place.id, "Công an xã")
        other = await work.offices.ensure(place.id, "Trạm Y tế")
        [task] = await work.plans.tasks(1)
        assert kept
        await work.treatments.choose_offices(task.id, [kept.id, other.id])
    assert await plan_again(chat) == Planned(added=1, cancelled=1)
    found = {d.office: d.group_id for d in await list_days(chat.app.database)}
    assert found["Công an xã"] == group.id
    assert found["Trạm Y tế"] is None
