"""A new version takes the old one's place in one step; unchanged tasks keep all that hangs on them."""

import asyncio

import pytest

from handlers.errors import HandlerError
from handlers.plans import ImportReport, word_report
from knowledge.matching import Change
from storage.errors import Conflict, StorageError
from storage.values import DueDay, DueState, PlanState, StoredTask
from tests.factories.clerk import ELSEWHERE, NEXT, add, link, load, tick
from tests.factories.plans import OFFICE, TEXT
from tests.factories.talk import Chat

RENUMBERED = NEXT.replace("Số: 07/KH-UBND", "Số: 19/KH-UBND")


def said(report: ImportReport) -> str:
    return "\n".join(line.text for line in word_report(report, "vi"))


async def states(chat: Chat) -> list[PlanState]:
    async with chat.app.database.read() as work:
        return [plan.state for plan in await work.plans.list_all()]


async def tasks(chat: Chat, plan: int) -> list[StoredTask]:
    async with chat.app.database.read() as work:
        return [*await work.plans.tasks(plan)]


async def held(chat: Chat, plan: int) -> dict[tuple[str, str], DueDay]:
    async with chat.app.database.read() as work:
        return {
            (due.task.content[:8], due.last_day.isoformat()): due
            for due in await work.due_days.of_plan(plan)
        }


async def confirm(chat: Chat, plan: int = 2) -> None:
    await chat.app.plans.confirm(plan, now=chat.clock.now())


async def test_the_draft_says_what_it_changes(chat: Chat) -> None:
    await load(chat)
    report = await add(chat, NEXT)
    text = said(report)
    counts = "1 việc giữ nguyên, 1 việc đổi hạn, 1 việc sửa nội dung, 1 việc mới, 1 việc bị bỏ."
    assert f"kế hoạch 1: {counts}" in text
    assert "việc 1 đổi hạn từ “Trước ngày 05/12/2026” thành “Trước ngày 20/12/2026”" in text
    assert "việc 4 là việc mới: Niêm yết giá dịch vụ" in text
    assert "bỏ việc: Trực đường dây nóng" in text
    assert await states(chat) == [PlanState.CONFIRMED, PlanState.DRAFT]


async def test_nothing_changes_before_confirmation(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    before = await held(chat, 1)
    await add(chat, NEXT)
    assert await held(chat, 1) == before
    assert "04/12/2026" in await chat.says("việc của tôi")


async def test_ids_days_marks_and_what_was_told_go_on(either: Chat) -> None:
    chat = either
    await load(chat)
    await link(chat, OFFICE)
    assert await tick(chat, "2026-11-23")
    assert "hoàn thành" in await chat.says("xong 1")
    ids = {stored.task.content[:8]: stored.id for stored in await tasks(chat, 1)}
    days = {key: due.id for key, due in (await held(chat, 1)).items()}
    await add(chat, NEXT)
    await confirm(chat)
    after = {stored.task.content[:8]: stored.id for stored in await tasks(chat, 2)}
    assert all(after[key] == ids[key] for key in ("Phát tờ ", "Lập danh", "Kiểm tra"))
    assert after["Niêm yết"] not in ids.values()
    now_held = await held(chat, 2)
    done = now_held["Lập danh", "2026-11-27"]
    assert (done.id, done.state) == (days["Lập danh", "2026-11-27"], DueState.DONE)
    async with chat.app.database.read() as work:
        assert await work.nudges.told([done.id])
    assert not await tick(chat, "2026-11-26")


async def test_days_that_no_longer_hold_are_cancelled_and_new_ones_added(chat: Chat) -> None:
    await load(chat)
    await add(chat, NEXT)
    result = await chat.app.plans.confirm(2, now=chat.clock.now())
    assert (result.replaced, result.cancelled_days) == (1, 1)
    days = {key: due.state for key, due in (await held(chat, 2)).items()}
    assert days == {
        ("Phát tờ ", "2026-12-04"): DueState.CANCELLED,
        ("Phát tờ ", "2026-12-19"): DueState.OPEN,
        ("Lập danh", "2026-11-27"): DueState.OPEN,
        ("Kiểm tra", "2026-06-30"): DueState.PAST,
        ("Niêm yết", "2026-12-17"): DueState.OPEN,
    }
    lines = await held(chat, 1)
    assert lines["Trực đườ", "2026-12-14"].state is DueState.CANCELLED


async def test_days_of_dropped_tasks_are_cancelled(chat: Chat) -> None:
    await load(chat, NEXT)
    await add(chat, TEXT)
    result = await chat.app.plans.confirm(2, now=chat.clock.now())
    assert result.cancelled_days == 2
    [dropped] = (await held(chat, 1)).values()
    assert (dropped.task.content[:8], dropped.state) == ("Niêm yết", DueState.CANCELLED)


async def test_both_plans_stay_whole(either: Chat) -> None:
    chat = either
    await load(chat)
    before = [stored.task for stored in await tasks(chat, 1)]
    drafted = [row.task for row in (await add(chat, NEXT)).rows]
    await confirm(chat)
    assert await states(chat) == [PlanState.SUPERSEDED, PlanState.CONFIRMED]
    assert [stored.task for stored in await tasks(chat, 1)] == before
    assert [stored.task for stored in await tasks(chat, 2)] == drafted
    assert [stored.position for stored in await tasks(chat, 2)] == [0, 1, 2, 3]


async def test_a_replaced_plan_says_so_and_promises_nothing(chat: Chat) -> None:
    await load(chat)
    before = said(await chat.app.plans.report(1, now=chat.clock.now()))
    await load(chat, NEXT)
    after = said(await chat.app.plans.report(1, now=chat.clock.now()))
    assert "cách theo dõi:" in before
    assert "cách theo dõi:" not in after
    assert "đã được bản khác thay thế" in after
    assert "đã được bản khác thay thế" not in before


async def test_answers_come_from_the_new_version_alone(chat: Chat) -> None:
    question = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến trước ngày nào?"
    await load(chat)
    assert "05/12/2026" in await chat.says(question)
    await add(chat, NEXT)
    await confirm(chat)
    answer = await chat.says(question)
    assert "20/12/2026" in answer
    assert "05/12/2026" not in answer


async def test_another_number_replaces_only_what_its_sender_names(chat: Chat) -> None:
    await load(chat)
    assert (await add(chat, RENUMBERED)).replacement is None
    report = await add(chat, RENUMBERED, replaces_id=1)
    assert report.replacement
    assert report.replacement.count(Change.MOVED) == 1
    await confirm(chat)
    assert await states(chat) == [PlanState.SUPERSEDED, PlanState.CONFIRMED]


@pytest.mark.parametrize(
    "text", [ELSEWHERE, TEXT.replace("năm 2026", "năm 2027").replace("/2026", "/2027")]
)
async def test_the_same_number_elsewhere_or_of_another_year_replaces_nothing(
    chat: Chat, text: str
) -> None:
    await load(chat)
    assert (await add(chat, text)).replacement is None
    await confirm(chat)
    assert await states(chat) == [PlanState.CONFIRMED, PlanState.CONFIRMED]


async def test_a_second_heir_replaces_the_first(either: Chat) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    await add(chat, TEXT + "\n")
    await confirm(chat, 2)
    report = await chat.app.plans.report(3, now=chat.clock.now())
    assert report.replacement
    assert report.replacement.plan_id == 2
    await confirm(chat, 3)
    assert await states(chat) == [PlanState.SUPERSEDED, PlanState.SUPERSEDED, PlanState.CONFIRMED]
    with pytest.raises(HandlerError, match="plan_superseded"):
        await confirm(chat, 2)


async def test_going_back_to_a_file_that_was_replaced_makes_a_version_of_it(chat: Chat) -> None:
    await load(chat)
    await add(chat, NEXT)
    await confirm(chat)
    report = await add(chat)
    assert report.replacement
    assert (report.plan_id, report.replacement.plan_id) == (3, 2)
    await confirm(chat, 3)
    days = await held(chat, 3)
    assert days["Phát tờ ", "2026-12-04"].state is DueState.OPEN
    assert days["Phát tờ ", "2026-12-19"].state is DueState.CANCELLED


async def test_two_confirmations_at_once_make_one(either: Chat) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    results = await asyncio.gather(*(confirm(chat, 2) for _ in range(3)), return_exceptions=True)
    assert sum(result is None for result in results) == 1
    assert await states(chat) == [PlanState.SUPERSEDED, PlanState.CONFIRMED]


async def test_two_drafts_of_one_document_confirmed_at_once_leave_one_in_force(
    either: Chat,
) -> None:
    chat = either
    await add(chat, TEXT)
    await add(chat, NEXT)
    await asyncio.gather(confirm(chat, 1), confirm(chat, 2))
    assert (await states(chat)).count(PlanState.CONFIRMED) == 1


async def test_of_a_correction_and_a_confirmation_at_once_nothing_is_lost(either: Chat) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    fix = chat.app.plans.fix(1, 2, {"number": "7"}, actor="operator", now=chat.clock.now())
    fixed, confirmed = await asyncio.gather(fix, confirm(chat, 2), return_exceptions=True)
    failed = [each for each in (fixed, confirmed) if isinstance(each, BaseException)]
    assert len(failed) < 2
    assert all(isinstance(each, Conflict | HandlerError) for each in failed)
    if confirmed is not None:
        await confirm(chat, 2)
    kept = (await tasks(chat, 2))[1].task.number
    assert kept == ("7" if not isinstance(fixed, BaseException) else "2")


async def test_two_heirs_confirmed_at_once_are_never_both_in_force(either: Chat) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    await add(chat, TEXT + "\n")
    results = await asyncio.gather(confirm(chat, 2), confirm(chat, 3), return_exceptions=True)
    assert all(result is None or isinstance(result, StorageError) for result in results)
    assert (await states(chat)).count(PlanState.CONFIRMED) == 1


async def test_a_failure_half_way_leaves_the_old_plan_in_force(
    either: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    before = await held(chat, 1), await tasks(chat, 1), await tasks(chat, 2)

    async def fail(*_: object, **__: object) -> None:
        raise Conflict("conflict")

    monkeypatch.setattr("handlers.plans.confirming.plan_due_days", fail)
    with pytest.raises(Conflict):
        await confirm(chat)
    assert await states(chat) == [PlanState.CONFIRMED, PlanState.DRAFT]
    assert (await held(chat, 1), await tasks(chat, 1), await tasks(chat, 2)) == before
