"""What is corrected in a plan after its new version was added goes on in the version."""

import pytest

from handlers.plans.rows import LateRows
from storage.errors import Conflict
from storage.values import StoredTask
from tests.factories.clerk import NEXT, add, link, link_clerk, load
from tests.factories.plans import TEXT
from tests.factories.talk import Chat

LEAFLETS, LISTS = 1, 2  # rows of both versions; only the first has another day in the second
QUESTION = "Ai chủ trì lập danh sách tổ hỗ trợ thôn?"


async def fix(chat: Chat, plan: int, row: int, **changes: str) -> None:
    await chat.app.plans.fix(plan, row, changes, actor="operator", now=chat.clock.now())


async def undo(chat: Chat, plan: int, row: int) -> None:
    await chat.app.plans.undo_fix(plan, row, actor="operator", now=chat.clock.now())


async def confirm(chat: Chat, plan: int) -> None:
    await chat.app.plans.confirm(plan, now=chat.clock.now())


async def rows(chat: Chat, plan: int) -> list[StoredTask]:
    async with chat.app.database.read() as work:
        return [*await work.plans.tasks(plan)]


async def test_the_report_shows_and_confirming_keeps_it(either: Chat) -> None:
    chat = either
    await load(chat)
    await add(chat, NEXT)
    await fix(chat, 1, LISTS, lead="Công an xã", timeframe="Trước ngày 10/12/2026")
    report = await chat.app.plans.report(2, now=chat.clock.now())
    await confirm(chat, 2)
    kept = (await rows(chat, 2))[LISTS - 1]
    assert report.rows[LISTS - 1].task == kept.task
    assert kept.task.lead == ("Công an xã",)
    assert kept.task.deadline.last_day is not None
    assert kept.task.deadline.last_day.isoformat() == "2026-12-09"
    assert kept.as_read
    assert "Công an xã" in await chat.says(QUESTION)
    assert "Lập danh sách" in await (await link(chat, "Công an xã")).says("việc của tôi")


async def test_another_wording_of_the_version_comes_first(chat: Chat) -> None:
    await load(chat)
    await add(chat, NEXT)
    await fix(chat, 1, LEAFLETS, lead="Công an xã", timeframe="Trước ngày 10/12/2026")
    await confirm(chat, 2)
    kept = (await rows(chat, 2))[LEAFLETS - 1].task
    assert (kept.lead, kept.timeframe) == (("Công an xã",), "Trước ngày 20/12/2026")


async def test_what_was_decided_in_the_draft_stays(chat: Chat) -> None:
    await load(chat)
    await fix(chat, 1, LISTS, number="9")
    await add(chat, NEXT)
    await undo(chat, 2, LISTS)
    await fix(chat, 2, LISTS, lead="Phòng Kinh tế")
    await fix(chat, 1, LISTS, lead="Công an xã", deliverable="Sổ")
    await confirm(chat, 2)
    kept = (await rows(chat, 2))[LISTS - 1].task
    assert (kept.number, kept.lead, kept.deliverable) == ("2", ("Phòng Kinh tế",), "Sổ")


async def test_a_late_correction_can_be_taken_back_in_the_draft(chat: Chat) -> None:
    await load(chat)
    await add(chat, NEXT)
    await fix(chat, 1, LISTS, lead="Công an xã")
    await undo(chat, 2, LISTS)
    await confirm(chat, 2)
    assert (await rows(chat, 2))[LISTS - 1].task.lead == ("Văn phòng HĐND và UBND xã",)


async def test_what_is_corrected_while_a_confirmation_is_prepared_is_not_lost(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(chat)
    await add(chat, NEXT)
    prepare = chat.app.plans.prepare

    async def prepare_too_early(plan_id: int) -> LateRows:
        late = await prepare(plan_id)
        await fix(chat, 1, LISTS, lead="Công an xã")
        return late

    monkeypatch.setattr(chat.app.plans, "prepare", prepare_too_early)
    with pytest.raises(Conflict):
        await confirm(chat, 2)
    monkeypatch.undo()
    await confirm(chat, 2)
    assert (await rows(chat, 2))[LISTS - 1].task.lead == ("Công an xã",)


async def test_a_late_correction_is_carried_when_confirmed_in_chat(chat: Chat) -> None:
    await link_clerk(chat)
    await load(chat)
    await add(chat, NEXT)
    await fix(chat, 1, LISTS, lead="Công an xã")
    assert "Đã xác nhận kế hoạch 2" in await chat.says("xác nhận kế hoạch 2")
    assert (await rows(chat, 2))[LISTS - 1].task.lead == ("Công an xã",)


async def test_of_two_drafts_the_second_gets_what_was_corrected_in_the_first(chat: Chat) -> None:
    await add(chat, TEXT)
    await add(chat, NEXT)
    await fix(chat, 1, LISTS, lead="Công an xã")
    await confirm(chat, 1)
    await confirm(chat, 2)
    assert (await rows(chat, 2))[LISTS - 1].task.lead == ("Công an xã",)
