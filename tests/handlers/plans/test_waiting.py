"""What waits for a clerk: no day, nobody, over before; listed in chat and said at confirmation."""

from storage.values import Role
from tests.factories.clerk import link, link_clerk
from tests.factories.due_days import GROUP, ROWS, load_rows
from tests.factories.talk import Chat


async def test_rows_without_a_day_say_why_and_what_can_be_done(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "report", "ruled", "separate", "line", "untimed", "dated")
    told = await chat.says("việc chưa có ngày")
    assert told.startswith("5 việc chưa có ngày, trong đó 4 việc chờ Anh/Chị bổ sung")
    assert "việc 1 kế hoạch 1: Báo cáo kết quả cải cách hành chính" in told
    assert "chỉ nêu kỳ báo cáo, không ghi ngày gửi" in told
    assert "“việc 2 kế hoạch 1 theo quy định …”" in told
    assert "“việc 3 kế hoạch 1 đã ban hành kế hoạch số … ngày …”" in told
    assert "việc 4: " in told
    assert "Niêm yết giá" not in told


async def test_days_of_nobody_are_listed_by_office_until_somebody_holds_it(chat: Chat) -> None:
    await link_clerk(chat)
    confirmed = await load_rows(chat, "dated", "group", "line")
    assert confirmed.unassigned == 3
    told = await chat.says("việc chưa có người nhận")
    assert told.startswith("3 việc chưa có người nhận:")
    assert f"{GROUP} – chưa có ai (1):" in told
    assert "- việc 1 kế hoạch 1: Niêm yết giá dịch vụ – hạn 17/12/2026" in told
    await link(chat.other("binh"), "Phòng Kinh tế")
    told = await chat.says("chưa có người nhận")
    assert told.startswith("1 việc chưa có người nhận:")
    assert "Niêm yết" not in told


async def test_when_somebody_holds_all_the_list_says_so(chat: Chat) -> None:
    await link_clerk(chat)
    await link(chat.other("binh"), "Phòng Kinh tế")
    assert (await load_rows(chat, "dated")).unassigned == 0
    assert await chat.says("việc chưa có người nhận") == "Mọi việc còn hạn đều có người nhận."


async def test_what_was_over_is_said_at_confirmation_and_on_asking(chat: Chat) -> None:
    await link_clerk(chat)
    await load_rows(chat, "past", "dated")
    told = await chat.says("việc đã qua trước ngày xác nhận")
    assert told == (
        "Hạn đã qua trước ngày xác nhận, không nhắc (1):\n"
        "- việc 1 kế hoạch 1: Họp triển khai – hạn 09/3/2026, Phòng Kinh tế"
    )


async def test_a_long_list_comes_page_by_page_and_more_is_of_what_was_shown_last(
    chat: Chat,
) -> None:
    await link_clerk(chat)
    many = ["untimed"] * 40
    await load_rows(chat, *many)
    pages = [await chat.says("việc chưa có ngày")]
    while "xem tiếp" in chat.buttons:
        pages.append(await chat.says("xem tiếp"))
    assert len(pages) > 3
    assert all(len(page) <= 1500 for page in pages)
    assert "\n".join(pages).count(ROWS["untimed"].split("\t")[0]) == 40
    assert await chat.says("xem tiếp") == "Đã hết danh sách."
    await chat.says("xem kế hoạch 1")
    assert "Trang 2/" in await chat.says("xem tiếp")
    await chat.says("việc chưa có ngày")
    assert "việc 10 kế hoạch 1" in await chat.says("xem tiếp")


async def test_nobody_else_gets_the_lists(chat: Chat) -> None:
    await load_rows(chat, "dated", "past")
    officer = await link(chat.other("binh"), "Công an xã")
    leader = await link(chat.other("cuc"), "Chủ tịch", role=Role.LEADER)
    for person in (chat, officer, leader):
        for words in ("việc chưa có ngày", "việc chưa có người nhận"):
            assert "kế hoạch 1" not in await person.says(words)
