"""What a clerk hears and says about plans in chat; nobody else hears or does any of it."""

import pytest

from handlers.plans.lines import Line
from handlers.plans.skill import LONGEST_PAGE, split_pages
from storage.values import PlanState
from tests.factories.clerk import ELSEWHERE, NEXT, add, link, link_clerk, load
from tests.factories.plans import CULTURE, TEXT
from tests.factories.talk import Chat

LONG = TEXT + "".join(
    f"{n}\tKiểm tra việc niêm yết thủ tục lần {n}\tUBND xã\t\tTháng {n % 12 + 1}/2026\tBiên bản\n"
    for n in range(3, 60)
)


async def state_of(chat: Chat, plan: int) -> PlanState:
    async with chat.app.database.read() as work:
        stored = await work.plans.find(plan)
    assert stored
    return stored.state


async def deliver(chat: Chat) -> list[str]:
    before = len(chat.heard())
    await chat.app.drain()
    return chat.heard()[before:]


async def test_a_clerk_is_told_of_a_draft_with_buttons_that_say_words(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    [told] = await deliver(chat)
    assert told.startswith("Kế hoạch 1 vừa được nạp, chờ Anh/Chị kiểm tra: Kế hoạch số 07/KH-UBND")
    assert "Đọc được 4 việc, 0 việc cần xem lại." in told
    assert chat.buttons == ["xem kế hoạch 1", "xác nhận kế hoạch 1"]


async def test_a_draft_is_listed_read_and_confirmed(chat: Chat) -> None:
    await link_clerk(chat)
    assert "không có kế hoạch nào chờ xác nhận" in await chat.says("kế hoạch")
    await add(chat)
    await deliver(chat)
    listed = await chat.says("Kế hoạch")
    assert "Kế hoạch 1: Kế hoạch số 07/KH-UBND" in listed
    assert chat.buttons == ["xem kế hoạch 1"]
    shown = await chat.says("xem ke hoach 1")
    assert "Hạn thứ Sáu 04/12/2026; giao Phòng Văn hóa - Xã hội – chưa có ai." in shown
    assert chat.buttons[-1] == "xác nhận kế hoạch 1"
    assert "Đã xác nhận kế hoạch 1: 2 hạn chưa đến, 1 hạn đã qua" in await chat.says(
        "xác nhận kế hoạch 1"
    )
    assert await state_of(chat, 1) is PlanState.CONFIRMED


async def test_confirming_twice_is_said_kindly(chat: Chat) -> None:
    await link_clerk(chat)
    await load(chat)
    told = await chat.says("xác nhận kế hoạch 1")
    assert told == "Kế hoạch 1 đã được xác nhận từ trước, Anh/Chị không cần làm gì thêm."
    await load(chat, NEXT)
    assert "đã được bản khác thay thế" in await chat.says("xác nhận kế hoạch 1")


async def test_a_long_report_comes_in_pieces(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat, LONG)
    await deliver(chat)
    pages = [await chat.says("xem kế hoạch 1")]
    while "xem tiếp" in chat.buttons:
        pages.append(await chat.says("xem tiếp"))
    assert len(pages) > 3
    assert all(len(page) <= 1500 for page in pages)
    whole = "\n".join(pages)
    assert all(f"lần {n}\n" in whole for n in range(3, 60))
    assert "xác nhận kế hoạch 1" in chat.buttons
    assert "Đã hết." in await chat.says("xem tiếp")


async def test_a_new_version_is_confirmed_in_chat(chat: Chat) -> None:
    await link_clerk(chat)
    await load(chat)
    await add(chat, NEXT)
    [told] = await deliver(chat)
    assert told.endswith("Khi xác nhận, bản này thay thế kế hoạch 1.")
    assert "Bản này thay thế kế hoạch 1: 1 việc giữ nguyên" in await chat.says("xem kế hoạch 2")
    assert "Kế hoạch 1 được thay thế" in await chat.says("xác nhận kế hoạch 2")


async def test_english_is_answered_in_english(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    await deliver(chat)
    assert "tasks read" in await chat.says("show plan 1")
    assert "Confirmed plan 1" in await chat.says("confirm plan 1")


async def test_who_is_told_and_who_is_not(chat: Chat) -> None:
    clerk = await link_clerk(chat)
    officer = await link(chat.other("binh"))
    await add(chat, ELSEWHERE, is_announced=False)
    elsewhere = await link_clerk(chat.other("cuc"), "xã Đồi Sim")
    heard = len(officer.heard()), len(elsewhere.heard())
    await add(chat)
    assert await deliver(clerk)
    assert (len(officer.heard()), len(elsewhere.heard())) == heard


async def test_nothing_new_tells_nobody(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    assert await deliver(chat)
    await add(chat)
    assert not await deliver(chat)


async def test_a_draft_that_waits_no_longer_is_not_announced(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat)
    await add(chat, NEXT.replace("07/KH", "08/KH"))
    await add(chat, NEXT.replace("07/KH", "09/KH"))
    await chat.app.plans.confirm(1, now=chat.clock.now())
    await chat.app.plans.remove(3)
    [told] = await deliver(chat)
    assert told.startswith("Kế hoạch 2 vừa được nạp")


COMMANDS = ["kế hoạch", "xem kế hoạch 1", "xem tiếp", "xác nhận kế hoạch 1", "confirm plan 1"]


@pytest.mark.parametrize("command", COMMANDS)
async def test_citizens_and_other_officials_get_nothing_of_it(chat: Chat, command: str) -> None:
    await add(chat)
    citizen = await chat.says(command)
    officer = await (await link(chat.other("binh"), CULTURE)).says(command)
    for told in (citizen, officer):
        assert "Phát tờ rơi" not in told
        assert "07/KH-UBND" not in told
    assert await state_of(chat, 1) is PlanState.DRAFT


async def test_another_places_plan_is_as_if_it_were_not_there(chat: Chat) -> None:
    await add(chat)
    await add(chat, ELSEWHERE)
    clerk = await link_clerk(chat, "xã Đồi Sim")
    for command in COMMANDS:
        told = await clerk.says(command)
        there_is_none = await clerk.says(command.replace("1", "999"))
        assert told.replace("999", "1") == there_is_none.replace("999", "1")
        assert "Bến Lụa" not in told
    assert await state_of(chat, 1) is PlanState.DRAFT


async def test_an_officer_invited_as_clerk_becomes_one_and_stays_one(chat: Chat) -> None:
    await link(chat)
    await add(chat)
    assert "chờ xác nhận" not in await chat.says("kế hoạch")
    await link_clerk(chat)
    assert "chờ xác nhận" in await chat.says("kế hoạch")
    await link(chat, "Phòng Kinh tế")
    assert "chờ xác nhận" in await chat.says("kế hoạch")


def test_no_page_ends_with_a_heading() -> None:
    lines = [Line("Đầu", 0)]
    for part in range(30):
        lines += [Line(f"Phần {part}:", 1), *(Line("việc " * (7 + part), 2) for _ in range(3))]
    for page in split_pages(lines):
        assert len(page) <= LONGEST_PAGE
        assert not page.endswith(":")


async def test_more_is_of_what_was_shown_last(chat: Chat) -> None:
    await link_clerk(chat)
    await add(chat, LONG)
    await deliver(chat)
    await chat.says("xem kế hoạch 1")
    chat.clock.advance(minutes=1)
    await chat.says("Hôm nay giá vàng bao nhiêu?")
    assert "Trang 2/" not in await chat.says("xem tiếp")
