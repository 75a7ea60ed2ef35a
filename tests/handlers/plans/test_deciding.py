"""A clerk's decisions on rows: who answers for them, and what gives them days."""

import datetime as dt

import pytest

from handlers.errors import HandlerError
from handlers.plans.deciding import (
    assign_row,
    list_separate,
    list_unruled,
    name_separate,
    pick_rule,
)
from handlers.reporting import RuleRequest, add_rule
from storage.values import DueState, NewReportingRule
from tests.factories.clerk import PLACE, add, link_clerk, load
from tests.factories.due_days import (
    list_days,
    load_rows,
    plan_again,
    put_under,
    write_days,
    write_superiors,
    write_text,
)
from tests.factories.talk import Chat


async def enter_rule(chat: Chat) -> None:
    request = RuleRequest("quarter", 18, "Công văn số 45/UBND-VP")
    now = chat.clock.now()
    await add_rule(chat.app.database, 1, request, now=now, by="test")


async def make_office(chat: Chat, name: str) -> None:
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.offices.ensure(place.id, name)


async def test_a_row_is_given_to_other_offices_and_back(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "dated")
    await make_office(chat, "Công an xã")
    await make_office(chat, "Trạm Y tế")
    told = await chat.says("giao việc 1 kế hoạch 1 cho công an xã và Trạm Y tế")
    assert told == (
        "Đã giao việc 1 kế hoạch 1 cho Công an xã, Trạm Y tế. Hạn: thứ Năm 17/12/2026. "
        "Chưa có ai nhận việc ở Công an xã, Trạm Y tế; xin mời cán bộ liên kết."
    )
    assert await write_days(chat) == ["Công an xã 2026-12-17", "Trạm Y tế 2026-12-17"]
    assert (await plan_again(chat)).cancelled == 0
    report = await chat.says("xem kế hoạch 1")
    assert "giao Công an xã (kế hoạch ghi: Phòng Kinh tế) – chưa có ai" in report
    assert "được giao lại cho đơn vị ghi trong kế hoạch" in await chat.says(
        "giao việc 1 kế hoạch 1 theo kế hoạch"
    )
    assert await write_days(chat) == ["Phòng Kinh tế 2026-12-17"]


async def test_what_was_chosen_in_a_draft_holds_when_it_replaces_a_plan(chat: Chat) -> None:
    await load_rows(chat, "dated")
    await make_office(chat, "Công an xã")
    await add(chat, write_text("dated", "line"))
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        await assign_row(work, place, 2, 1, ["Công an xã"], now=chat.clock.now())
    await chat.app.plans.confirm(2, now=chat.clock.now())
    assert "Công an xã 2026-12-17" in await write_days(chat)
    assert "Phòng Kinh tế 2026-12-17" not in await write_days(chat)


async def test_a_rule_is_picked(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "ruled", "dated")
    assert "Chưa có quy định báo cáo số 1" in await chat.says("việc 1 kế hoạch 1 theo quy định 1")
    await enter_rule(chat)
    assert len(await write_days(chat)) == 1
    told = await chat.says("việc 1 kế hoạch 1 theo quy định 1")
    assert told.startswith("Đã ghi việc 1 kế hoạch 1. Ngày gửi theo quy định 1. Hạn: ")
    assert "18/12/2026" in told
    assert "Phòng Kinh tế Quý IV/2026 2026-12-18" in await write_days(chat)
    assert "không phải báo cáo định kỳ" in await chat.says("việc 2 kế hoạch 1 theo quy định 1")
    assert "không có việc 9" in await chat.says("việc 9 kế hoạch 1 theo quy định 1")


async def test_another_places_rule_cannot_be_picked(chat: Chat) -> None:
    await load_rows(chat, "ruled")
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        other = await work.localities.ensure("xã Đồi Sim")
        now = chat.clock.now()
        rule = await work.reporting_rules.add(
            NewReportingRule(other.id, "quarter", 18, 0, "x", None, None, now, "test")
        )
        with pytest.raises(HandlerError, match="rule_unknown"):
            await pick_rule(work, place, 1, 1, rule.id, now=now)


async def test_a_plan_of_its_own_takes_a_row_over_when_it_is_loaded(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "separate")
    told = await chat.says("việc 1 kế hoạch 1 đã ban hành kế hoạch số 12/KH-UBND ngày 3/4/2026")
    assert told == (
        "Đã ghi việc 1 kế hoạch 1. Thực hiện theo văn bản số 12/KH-UBND ngày 03/4/2026 (chưa nạp)."
    )
    confirmed = await load_rows(chat, "dated", number="12")
    assert [(row.plan_id, row.row) for row in confirmed.taken_over] == [(1, 1)]
    for words in ("xem kế hoạch 1", "việc chưa có ngày"):
        told = await chat.says(words)
        assert "Thực hiện theo văn bản số 12/KH-UBND ngày 03/4/2026 (kế hoạch 2)." in told
        assert "Nếu kế hoạch riêng đã ban hành" not in told
    await add(chat, write_text("dated", "line", number="12"))
    again = await chat.app.plans.confirm(3, now=chat.clock.now())
    assert [(row.plan_id, row.row) for row in again.taken_over] == [(1, 1)]


async def test_a_plan_that_is_loaded_already_takes_over_at_once(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "dated", number="12")
    await load_rows(chat, "separate")
    told = await chat.says("việc 1 kế hoạch 2 theo kế hoạch số 12/KH-UBND")
    assert told.endswith("Thực hiện theo văn bản số 12/KH-UBND (kế hoạch 1).")


async def test_what_waits_for_a_rule_or_a_number_is_listed_for_the_quarter(chat: Chat) -> None:
    await load_rows(chat, "separate", "ruled", "report", "line")
    now = chat.clock.now()
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        assert [row.row for row in await list_separate(work, place.id)] == [1]
        assert [row.row for row in await list_unruled(work, place.id)] == [2, 3]
        await name_separate(work, place, 1, 1, "12/KH-UBND", None, now=now)
        assert not await list_separate(work, place.id)
        assert not await list_unruled(work, place.id, today=dt.date(2027, 1, 4))
    await enter_rule(chat)
    async with chat.app.database.read() as work:
        assert [row.row for row in await list_unruled(work, place.id)] == [2]


async def test_a_place_chooses_for_itself_what_its_superior_asks(chat: Chat) -> None:
    await put_under(chat, PLACE, "tỉnh Lam Hà")
    await load(chat, write_superiors("below", "above"))
    await link_clerk(chat)
    await make_office(chat, "Phòng Kinh tế")
    assert "Đã giao việc 1" in await chat.says("giao việc 1 kế hoạch 1 cho Phòng Kinh tế")
    assert await write_days(chat) == ["Phòng Kinh tế 2026-12-19"]
    above = await list_days(chat.app.database, place="tỉnh Lam Hà")
    assert {due.office for due in above} == {"UBND các xã, phường", "Sở Nội vụ"}
    assert "không giao cho địa phương này" in await chat.says(
        "giao việc 2 kế hoạch 1 cho Phòng Kinh tế"
    )


async def test_another_places_plan_is_as_if_it_were_not_there(chat: Chat) -> None:
    await load(chat, write_superiors("dated"))
    await link_clerk(chat)
    told = await chat.says("giao việc 1 kế hoạch 1 cho Phòng Kinh tế")
    assert told == (await chat.says("giao việc 1 kế hoạch 99 cho Phòng Kinh tế")).replace("99", "1")
    assert {due.state for due in await list_days(chat.app.database, place="tỉnh Lam Hà")} == {
        DueState.OPEN
    }
