"""The calendar in a browser: filtered, acted on, followed on a second page, given out, tried."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow
SIZES = pytest.mark.parametrize("size", [OLD_SCREEN, PHONE], ids=["old", "phone"])
WITHIN = 2_000  # milliseconds on a busy machine; the desk looks 2.5 times a second
SHOTS = os.environ.get("MOTCUA_SHOTS", "")


def look(page: Page, name: str, size: tuple[int, int]) -> None:
    """Check a page for who sees little, and keep its picture where that is asked for."""
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"due-{name}-{size[0]}.png", full_page=True)


def give_out(page: Page, content: str, day: str = "04/12/2026") -> str:
    """Give work to Phòng Kinh tế; return its code."""
    page.goto(re.sub(r"/desk.*", "/desk/lich-han?xem=giao-viec", page.url))
    page.wait_for_function("window.socket?.connected ?? window.did_handshake ?? true")
    page.get_by_label("Phòng Kinh tế", exact=True).check()
    page.get_by_label("Nội dung công việc").fill(content)
    page.get_by_label("Hạn hoàn thành").fill(day)
    page.get_by_role("button", name="Xem lại trước khi giao").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(content)
    dialog.get_by_role("button", name="Giao việc").click()
    status = page.locator("#desk-status")
    expect(status).to_contain_text("Đã giao Phòng Kinh tế")
    expect(status).to_be_visible()
    found = re.search(r"Mã việc: (V\d+)", status.inner_text())
    assert found
    return found[1]


@SIZES
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("month", "/desk/lich-han"),
        ("list", "/desk/lich-han?xem=danh-sach&trang-thai=tat-ca"),
        ("undated", "/desk/lich-han?xem=chua-ngay"),
        ("past", "/desk/lich-han?xem=da-qua"),
        ("foreseen", "/desk/lich-han?xem=tin-nhac&ngay=2026-12-14"),
        ("giving", "/desk/lich-han?xem=giao-viec"),
    ],
)
def test_each_part_is_good_on_both_screens(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int], name: str, path: str
) -> None:
    page = open_desk("clerk", path, size)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lịch hạn")
    look(page, name, size)
    assert watcher.complaints == []


@SIZES
def test_done_on_one_page_shows_on_the_other_and_is_taken_back(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    clerk = open_desk("clerk", "/desk/lich-han", size)
    content = f"Báo cáo giá chợ Bến Lụa {size[0]}"
    code = give_out(clerk, content)
    officer = open_desk("officer", "/desk/lich-han?xem=danh-sach", size)
    clerk.goto(officer.url.replace("xem=danh-sach", "xem=danh-sach&tim=gia+cho"))
    row = clerk.get_by_role("row").filter(has_text=content)
    expect(row).to_contain_text("Chưa hoàn thành")
    officer.locator(f"#done-{code[1:]}").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Số văn bản hoặc kết quả").fill("cv số 45")
    look(officer, "done", size)
    dialog.get_by_role("button", name="Ghi").click()
    expect(officer.locator("#desk-status")).to_contain_text(f"Đã ghi việc {code} hoàn thành")
    expect(row).to_have_count(0, timeout=WITHIN)  # the clerk looks at what is open
    officer.goto(officer.url.partition("?")[0] + f"/{code}")
    expect(officer.get_by_text("Công văn số 45").first).to_be_visible()
    look(officer, "item", size)
    officer.get_by_role("button", name="Hoàn tác").click()
    officer.get_by_role("dialog").get_by_role("button", name="Hoàn tác").click()
    expect(row).to_contain_text("Chưa hoàn thành", timeout=WITHIN)
    assert watcher.complaints == []


def test_more_time_is_asked_for_and_granted(open_desk: OpenPage, watcher: Watcher) -> None:
    clerk = open_desk("clerk", "/desk/lich-han")
    code = give_out(clerk, "Tổng hợp danh sách hộ kinh doanh")
    path = f"/desk/lich-han/{code}"
    leader, officer = open_desk("leader", path), open_desk("officer", path)
    officer.get_by_role("button", name="Xin gia hạn").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Gia hạn đến ngày").fill("01/12/2026")
    dialog.get_by_role("button", name="Gửi đề nghị").click()
    expect(dialog.get_by_role("alert")).to_contain_text("không sau hạn")
    dialog.get_by_label("Gia hạn đến ngày").fill("11/12/2026")
    dialog.get_by_label("Lý do").fill("chờ số liệu thuế")
    dialog.get_by_role("button", name="Gửi đề nghị").click()
    waiting = leader.get_by_role("heading", name="Đề nghị gia hạn đang chờ")
    expect(waiting).to_be_visible(timeout=WITHIN)
    look(leader, "request", OLD_SCREEN)
    leader.get_by_role("button", name="Đồng ý gia hạn").click()
    leader.get_by_role("dialog").get_by_role("button", name="Đồng ý gia hạn").click()
    expect(waiting).to_have_count(0)
    expect(officer.locator(".due-top")).to_contain_text("11/12/2026", timeout=WITHIN)
    expect(officer.locator(".due-top")).to_contain_text("Đã gia hạn")
    assert watcher.complaints == []


def test_the_second_of_two_learns_who_was_faster(open_desk: OpenPage, watcher: Watcher) -> None:
    clerk = open_desk("clerk", "/desk/lich-han")
    code = give_out(clerk, "Niêm yết giá dịch vụ tại chợ")
    path = f"/desk/lich-han/{code}"
    officer, head = open_desk("officer", path), open_desk("head", path)
    for page in (officer, head):
        page.locator(f"#done-{code[1:]}").click()
    officer.get_by_role("dialog").get_by_role("button", name="Ghi").click()
    expect(officer.locator("#desk-status")).to_contain_text("hoàn thành")
    head.get_by_role("dialog").get_by_role("button", name="Ghi").click()
    expect(head.get_by_role("dialog").get_by_role("alert")).to_contain_text(
        "đã được Trần Văn An ghi hoàn thành lúc"
    )
    assert watcher.complaints == []


def test_filters_stand_in_the_address_and_answer_at_once(
    open_desk: OpenPage, watcher: Watcher
) -> None:
    page = open_desk("clerk", "/desk/lich-han?xem=danh-sach")
    page.get_by_label("Tình trạng").select_option(label="Mọi việc còn hiệu lực")
    page.wait_for_url("**trang-thai=tat-ca**")
    page.get_by_label("Tìm trong nội dung").fill("khong co viec nay")
    expect(page.get_by_text("Không có việc nào khớp với điều kiện lọc.")).to_be_visible()
    expect(page.locator("#due-count")).to_have_text("0 việc")
    page.wait_for_url("**tim=khong+co+viec+nay**")
    page.get_by_label("Từ ngày").fill("31/02/2026")
    page.keyboard.press("Enter")
    expect(page.locator("#desk-alert")).to_contain_text("Từ ngày")
    assert watcher.complaints == []
