"""Correcting a row before confirmation and after; the audit; taking it back."""

import pytest

from handlers.errors import HandlerError
from handlers.plans import Fix, word_report
from handlers.plans.fixing import read_changes
from handlers.plans.outcomes import word_fix
from knowledge.errors import KnowledgeError
from storage.values import DueState, PlanState
from tests.factories.clerk import add, link, load, tick
from tests.factories.plans import OFFICE
from tests.factories.talk import Chat

LEAFLETS = 1  # the row of the report


async def fix(chat: Chat, plan: int = 1, **changes: str) -> Fix:
    return await fix_row(chat, LEAFLETS, changes, plan=plan)


async def fix_row(chat: Chat, row: int, changes: dict[str, str], *, plan: int = 1) -> Fix:
    now = chat.clock.now()
    return await chat.app.plans.fix(plan, row, changes, actor="operator", now=now)


async def due_days(chat: Chat, plan: int = 1) -> set[tuple[str, str, DueState]]:
    async with chat.app.database.read() as work:
        return {
            (due.task.content[:8], due.last_day.isoformat(), due.state)
            for due in await work.due_days.of_plan(plan)
        }


async def report_text(chat: Chat, plan: int = 1) -> str:
    report = await chat.app.plans.report(plan, now=chat.clock.now())
    return "\n".join(line.text for line in word_report(report, "vi"))


async def test_a_draft_is_corrected_and_says_so(chat: Chat) -> None:
    await add(chat)
    fixed = await fix(chat, timeframe="Trước ngày 20/12/2026", lead="Phòng Kinh tế; Công an xã")
    assert [(c.field, c.old, c.new) for c in fixed.corrections] == [
        ("lead", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế; Công an xã"),
        ("timeframe", "Trước ngày 05/12/2026", "Trước ngày 20/12/2026"),
    ]
    text = await report_text(chat)
    assert "Đã sửa thời gian (trong tệp: Trước ngày 05/12/2026)." in text
    assert (
        "Hạn thứ Bảy 19/12/2026; giao Phòng Kinh tế – chưa có ai, Công an xã – chưa có ai." in text
    )
    assert not await due_days(chat)


async def test_the_audit_says_who_when_what(chat: Chat) -> None:
    await add(chat)
    now = chat.clock.now()
    await fix(chat, number="7")
    await fix(chat, number="8")
    async with chat.app.database.read() as work:
        audit = await work.revisions.of_plan(1)
    assert [(c.actor, c.at, c.field, c.old, c.new) for c in audit] == [
        ("operator", now, "number", "1", "7"),
        ("operator", now, "number", "7", "8"),
    ]


async def test_after_confirmation_days_that_no_longer_hold_are_cancelled(chat: Chat) -> None:
    await load(chat)
    fixed = await fix(chat, timeframe="Trước ngày 20/12/2026")
    assert fixed.cancelled_days == 1
    days = await due_days(chat)
    assert ("Phát tờ ", "2026-12-04", DueState.CANCELLED) in days
    assert ("Phát tờ ", "2026-12-19", DueState.OPEN) in days
    assert ("Lập danh", "2026-11-27", DueState.OPEN) in days
    await link(chat)
    assert not await tick(chat, "2026-12-03")
    assert await tick(chat, "2026-12-16")


async def test_what_is_done_stays_done(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    await chat.says("việc của tôi")
    assert "hoàn thành" in await chat.says("xong 1")
    await fix(chat, content="Phát tờ rơi tới từng hộ dân")
    assert ("Phát tờ ", "2026-12-04", DueState.DONE) in await due_days(chat)
    assert "Hạn thứ Sáu 04/12/2026: đã hoàn thành." in await report_text(chat)


async def test_what_one_office_has_done_is_not_asked_of_its_successor(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    await chat.says("việc của tôi")
    await chat.says("xong 1")
    await fix(chat, lead="Phòng Kinh tế")
    assert {state for task, _, state in await due_days(chat) if task == "Phát tờ "} == {
        DueState.DONE
    }
    await fix(chat, timeframe="Trước ngày 20/12/2026")
    assert ("Phát tờ ", "2026-12-19", DueState.OPEN) in await due_days(chat)


async def test_a_day_that_holds_again_is_renewed_with_what_was_told(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    assert await tick(chat, "2026-12-01")
    await fix(chat, timeframe="Trước ngày 20/12/2026")
    await chat.app.plans.undo_fix(1, LEAFLETS, actor="operator", now=chat.clock.now())
    days = await due_days(chat)
    assert ("Phát tờ ", "2026-12-04", DueState.OPEN) in days
    assert ("Phát tờ ", "2026-12-19", DueState.CANCELLED) in days
    assert not await tick(chat, "2026-12-01", "09:00")
    assert "Đã sửa" not in await report_text(chat)


async def test_another_office_gets_the_task(chat: Chat) -> None:
    await load(chat)
    await link(chat, OFFICE)
    assert "Phát tờ rơi" not in await chat.says("việc của tôi")
    await fix(chat, lead="UBND xã")
    assert "Phát tờ rơi" in await chat.says("việc của tôi")


async def test_answers_are_given_from_the_corrected_row(chat: Chat) -> None:
    await load(chat)
    question = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến trước ngày nào?"
    assert "05/12/2026" in await chat.says(question)
    await fix(chat, timeframe="Trước ngày 20/12/2026")
    assert "20/12/2026" in await chat.says(question)


async def test_an_officer_is_told_that_a_task_is_no_longer_there(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    await chat.says("việc của tôi")
    await fix(chat, timeframe="Thường xuyên")
    assert "Việc 1 không còn hiệu lực" in await chat.says("xong 1")


@pytest.mark.parametrize(
    ("row", "changes", "code"),
    [
        (0, {"number": "1"}, "row_unknown"),
        (5, {"number": "1"}, "row_unknown"),
        (1, {"mau": "đỏ"}, "field_unknown"),
        (1, {"content": ""}, "content_empty"),
        (1, {"timeframe": "con mèo ngồi trên mái"}, "timeframe_not_understood"),
    ],
)
async def test_what_cannot_be_corrected_changes_nothing(
    chat: Chat, row: int, changes: dict[str, str], code: str
) -> None:
    await add(chat)
    before = await report_text(chat)
    with pytest.raises((HandlerError, KnowledgeError)) as raised:
        await fix_row(chat, row, changes)
    assert str(raised.value) == code
    assert await report_text(chat) == before


async def test_nothing_to_undo_and_nothing_new(chat: Chat) -> None:
    await add(chat)
    assert not (await fix(chat, number="1")).corrections
    with pytest.raises(HandlerError, match="nothing_to_undo"):
        await chat.app.plans.undo_fix(1, 1, actor="operator", now=chat.clock.now())
    with pytest.raises(HandlerError, match="plan_unknown"):
        await fix(chat, plan=7, number="1")


async def test_a_superseded_plan_is_not_corrected(chat: Chat) -> None:
    await load(chat)
    async with chat.app.database.write() as work:
        await work.plans.supersede(1, by=1)
        plan = await work.plans.find(1)
    assert plan
    assert plan.state is PlanState.SUPERSEDED
    with pytest.raises(HandlerError, match="plan_superseded"):
        await fix(chat, number="7")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("thời gian=Trước 20/12/2026", "timeframe"),
        ("Chủ trì=Công an xã", "lead"),
        ("cơ quan phối hợp=Công an xã", "supporting"),
        ("san pham=Tờ rơi", "deliverable"),
        ("timeframe=Trước 20/12/2026", "timeframe"),
        ("màu=đỏ", "mau"),
    ],
)
def test_a_field_is_named_in_either_language(typed: str, field: str) -> None:
    assert list(read_changes([typed])) == [field]


async def test_a_fix_says_the_day_it_leads_to(chat: Chat) -> None:
    await load(chat)
    said = word_fix(await fix(chat, timeframe="Trước ngày 20/12/2026"), "vi")
    assert "Hạn sau khi sửa: thứ Bảy 19/12/2026." in said
    said = word_fix(await fix(chat, timeframe="", lead=""), "vi")
    assert "thành “(để trống)”" in said
    assert "Hạn sau khi sửa" not in said
