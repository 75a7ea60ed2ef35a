"""A clerk brings a plan, compares it with its source, corrects, accepts and confirms it."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations
from tests.factories.plans import TEXT

pytestmark = pytest.mark.slow
SIZES = [OLD_SCREEN, PHONE]
SHOTS = os.environ.get("MOTCUA_SHOTS")  # a folder for pictures that somebody is to look at
# A table whose third row has lost its cell to the row above: a doubt that a clerk must settle.
DOUBTFUL = """<html><body>
<p>ỦY BAN NHÂN DÂN</p><p>XÃ BẾN LỤA</p><p>Số: {number}/KH-UBND</p>
<p>Bến Lụa, ngày 12 tháng 11 năm 2026</p><p>KẾ HOẠCH</p>
<p>Chuẩn bị phục vụ người dân dịp cuối năm 2026</p>
<p>Ủy ban nhân dân xã Bến Lụa ban hành kế hoạch như sau:</p>
<table border="1">
<tr><td>TT</td><td>Nội dung công việc</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td>
<td>Thời gian thực hiện</td><td>Dự kiến sản phẩm</td></tr>
<tr><td>1</td><td>Sửa bảng niêm yết tại quầy</td><td>Phòng Kinh tế</td><td>Công an xã</td>
<td>Trước ngày 05/12/2026</td><td>Bảng niêm yết</td></tr>
<tr><td>2</td><td>Lập danh sách người trực</td><td>Phòng Kinh tế</td><td></td>
<td></td><td>Danh sách</td></tr>
<tr><td>3</td><td>Kiểm tra đường dây nóng</td><td>Phòng Văn hóa - Xã hội</td><td>Công an xã</td>
<td>Chậm nhất ngày 18/12/2026</td><td>Biên bản</td></tr>
</table></body></html>"""


def drop(page: Page, name: str, text: str, media_type: str = "text/html") -> None:
    """Choose a file in the place for files, as dropping it does."""
    file = {"name": name, "mimeType": media_type, "buffer": text.encode()}
    page.locator(".desk-drop input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def shoot(page: Page, name: str, size: tuple[int, int]) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"h3-{name}-{size[0]}.png")


def check(page: Page, name: str) -> None:
    """Go on to what was read from a file."""
    reading = page.locator(".plan-reading").filter(has_text=name)
    reading.get_by_role("link", name="Kiểm tra").click()


@pytest.mark.parametrize("size", SIZES)
def test_from_a_file_to_a_due_day(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    number = 40 + SIZES.index(size)
    page = open_desk("clerk", "/desk/ke-hoach", size=size)
    assert find_violations(page) == []
    drop(page, f"cuoi-nam-{number}.html", DOUBTFUL.format(number=number))
    shoot(page, "reading", size)
    done = page.locator(".plan-reading").filter(has_text=f"cuoi-nam-{number}.html")
    done.get_by_role("link", name="Kiểm tra").wait_for()
    assert find_violations(page) == []
    shoot(page, "list", size)
    done.get_by_role("link", name="Kiểm tra").click()

    expect(page.get_by_role("heading", name="Việc cần xem lại")).to_be_visible()
    first = page.locator(".plan-row").first
    expect(first).to_contain_text("Lập danh sách người trực")
    assert find_violations(page) == []
    shoot(page, "plan", size)

    page.locator("#cell-2-timeframe").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_label("Thời gian thực hiện").fill("Trước ngày 12/12/2026")
    assert find_violations(page) == []
    shoot(page, "cell", size)
    page.keyboard.press("Enter")
    expect(page.locator("#cell-2-timeframe")).to_have_text("Trước ngày 12/12/2026")
    expect(page.locator("#viec-2")).to_contain_text("Hạn thứ Sáu 11/12/2026")

    left = page.locator(".plan-accept")
    while left.count():
        before = left.count()
        left.first.click()
        expect(left).to_have_count(before - 1)
    expect(page.get_by_role("heading", name="Việc cần xem lại")).to_have_count(0)
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("Lập 3 hạn")
    shoot(page, "confirm", size)
    dialog.get_by_role("button", name="Xác nhận kế hoạch").click()
    expect(page.locator("dialog[open]")).to_contain_text("Đã xác nhận kế hoạch")
    shoot(page, "confirmed", size)
    page.locator("dialog[open]").get_by_role("button", name="Đóng").click()
    expect(page.locator(".plan-report .desk-badge").first).to_have_text("Đang áp dụng")
    expect(page.locator("#viec-2")).to_contain_text("Hạn thứ Sáu 11/12/2026")
    assert find_violations(page) == []
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_a_row_and_its_source_light_up_together(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("leader", "/desk/ke-hoach", size=size)
    page.get_by_role("link", name="Kế hoạch số 12/KH-UBND").first.click()
    expect(page.locator("#viec-4")).to_be_visible()
    assert find_violations(page) == []
    if size == OLD_SCREEN:
        page.locator("#viec-5").hover()
        line = page.locator(".paper .lit").first
        expect(line).to_be_in_viewport()
        page.locator('.paper [data-rows~="6"]').first.hover()
        expect(page.locator("#viec-6")).to_have_class(re.compile("lit"))
        page.locator('.paper-mark[data-to-row="20"]').focus()
        page.keyboard.press("Enter")
        expect(page.locator("#viec-20")).to_be_in_viewport()
        expect(page.locator("#viec-20")).to_be_focused()
    else:
        page.get_by_role("button", name="Xem việc 5 trong văn bản").click()
        expect(page.locator(".paper .lit").first).to_be_in_viewport()
        shoot(page, "sheet", size)
        page.keyboard.press("Escape")
        expect(page.locator("#plan-source")).not_to_be_visible()
    shoot(page, "source", size)
    page.get_by_role("button", name=re.compile("^Chưa có ngày")).click()
    expect(page.locator("#show-undated")).to_have_attribute("aria-pressed", "true")
    assert find_violations(page) == []
    assert watcher.complaints == []


def test_a_row_on_another_page_is_found_from_its_source(
    open_desk: OpenPage, watcher: Watcher
) -> None:
    page = open_desk("clerk", "/desk/ke-hoach")
    page.get_by_role("link", name="Kế hoạch số 12/KH-UBND").first.click()
    page.locator('.paper-mark[data-to-row="28"]').click()
    expect(page.locator("#viec-28")).to_be_focused()
    assert watcher.complaints == []


def test_two_editors_and_the_difference(open_desk: OpenPage, watcher: Watcher) -> None:
    clerk = open_desk("clerk", "/desk/ke-hoach")
    drop(clerk, "hai-nguoi.txt", TEXT, "text/plain")
    check(clerk, "hai-nguoi")
    clerk.locator("#cell-1-deliverable").click()
    operator = open_desk("operator", "/" + clerk.url.split("/", 3)[3])
    operator.locator("#cell-1-deliverable").click()
    operator.locator("dialog[open] textarea").fill("Tờ rơi phát tới từng hộ")
    operator.locator("dialog[open] textarea").press("Control+Enter")
    expect(operator.locator("#cell-1-deliverable")).to_have_text("Tờ rơi phát tới từng hộ")
    # what was changed there shows here at once, behind the open dialog
    expect(clerk.locator("#cell-1-deliverable")).to_have_text("Tờ rơi phát tới từng hộ")
    clerk.locator("dialog[open] textarea").fill("500 tờ rơi")
    clerk.locator("dialog[open]").get_by_role("button", name="Lưu").click()
    told = clerk.locator("dialog[open]").filter(has_text="Nội dung vừa được người khác sửa")
    expect(told).to_contain_text("500")
    shoot(clerk, "overtaken", OLD_SCREEN)
    assert find_violations(clerk) == []
    told.get_by_role("button", name="Lưu bản của tôi").click()
    expect(clerk.locator("#cell-1-deliverable")).to_have_text("500 tờ rơi")
    clerk.get_by_role("link", name="Các bản và thay đổi").click()
    expect(clerk.get_by_role("heading", name="Thay đổi so với bản trước")).to_be_visible()
    assert find_violations(clerk) == []
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_a_new_version_says_what_it_changes(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int], desk_site: RunningSite
) -> None:
    number = 60 + SIZES.index(size)
    page = open_desk("clerk", "/desk/ke-hoach", size=size)
    text = TEXT.replace("07/KH-UBND", f"{number}/KH-UBND")
    drop(page, f"ban-{number}.txt", text, "text/plain")
    check(page, f"ban-{number}")
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    page.locator("dialog[open]").get_by_role("button", name="Xác nhận kế hoạch").click()
    page.locator("dialog[open]").get_by_role("button", name="Đóng").click()
    page.goto(f"{desk_site.url}/desk/ke-hoach")
    drop(page, f"moi-{number}.txt", text.replace("05/12/2026", "20/12/2026"), "text/plain")
    check(page, f"moi-{number}")
    page.get_by_role("link", name="Các bản và thay đổi").click()
    expect(page.locator(".plan-row ins").first).to_have_text("20/12/2026")
    shoot(page, "versions", size)
    assert find_violations(page) == []
    assert watcher.complaints == []


def test_what_is_refused_and_what_names_another_place(
    open_desk: OpenPage, watcher: Watcher
) -> None:
    page = open_desk("clerk", "/desk/ke-hoach")
    drop(page, "tro-choi.exe", "MZ", "application/octet-stream")
    expect(page.locator(".desk-drop-state")).to_contain_text("chưa đọc được loại tệp này")
    secret = TEXT.replace("KẾ HOẠCH\n", "MẬT\nKẾ HOẠCH\n")
    drop(page, "mat.txt", secret, "text/plain")
    failed = page.locator(".plan-reading").filter(has_text="mat.txt")
    expect(failed).to_contain_text("dấu chỉ độ mật")
    other = TEXT.replace("BẾN LỤA", "ĐỒI SIM").replace("Bến Lụa", "Đồi Sim")
    drop(page, "doi-sim.txt", other, "text/plain")
    asking = page.locator(".plan-reading").filter(has_text="doi-sim.txt")
    expect(asking).to_contain_text("văn bản ghi là của xã Đồi Sim")
    shoot(page, "refused", OLD_SCREEN)
    assert find_violations(page) == []
    asking.get_by_role("button", name="Không nạp").click()
    expect(asking).to_have_count(0)
    page.reload()
    expect(page.locator(".plan-reading").filter(has_text="mat.txt")).to_be_visible()
    complaints = [each for each in watcher.complaints if "422" not in each]
    assert complaints == []


def test_a_page_that_is_closed_loses_no_file(
    open_desk: OpenPage, watcher: Watcher, desk_site: RunningSite
) -> None:
    page = open_desk("clerk", "/desk/ke-hoach")
    files = [
        {
            "name": f"nhieu-{number}.txt",
            "mimeType": "text/plain",
            "buffer": TEXT.replace("07/KH-UBND", f"{number}/KH-UBND").encode(),
        }
        for number in (71, 72, 73)
    ]
    page.locator(".desk-drop input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.locator(".plan-reading").filter(has_text="nhieu-73").wait_for()
    page.goto("about:blank")
    again = open_desk("clerk", "/desk/ke-hoach")
    expect(again.locator('.plan-reading[data-stage="done"]', has_text="nhieu")).to_have_count(
        3, timeout=15_000
    )
    for number in (71, 72, 73):
        name = f"Kế hoạch số {number}/KH-UBND ngày 12/01/2026 của UBND xã Bến Lụa"
        expect(again.get_by_role("link", name=name, exact=True)).to_have_count(1)
    assert watcher.complaints == []
