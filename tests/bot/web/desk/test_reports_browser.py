"""“Báo cáo” in a browser: a period is chosen, a figure explained, the workbook kept."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.bot.web.conftest import Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [OLD_SCREEN, PHONE])
def test_a_period_is_read_explained_and_kept(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("leader", "/desk/bao-cao", size=size)
    expect(page.locator("h2").first).to_contain_text("quý IV/2026")
    assert find_violations(page) == []
    page.get_by_label("Kỳ báo cáo").select_option("2026")
    expect(page.locator("h2").first).to_contain_text("năm 2026")
    assert "ky=2026" in page.url
    page.get_by_label("Đơn vị", exact=True).select_option("Phòng Kinh tế")
    expect(page.get_by_text("Đơn vị: Phòng Kinh tế.")).to_be_visible()
    word = page.get_by_role("button", name="Tỷ lệ xử lý đúng hạn").first
    word.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("Đúng hạn chia cho")
    assert find_violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Tải Excel").click()
    assert kept.value.suggested_filename == "bao-cao-2026.xlsx"
    book = load_workbook(io.BytesIO(kept.value.path().read_bytes()))
    assert book.sheetnames[0] == "Tổng hợp"
    assert "Nhiệm vụ" in book.sheetnames
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watcher.complaints == []


def test_a_report_prints_without_the_desk_around_it(open_desk: OpenPage) -> None:
    page = open_desk("clerk", "/desk/bao-cao")
    expect(page.locator("#report-cases")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Báo cáo")).to_be_visible()
    for hidden in (".desk-head", ".desk-menu", ".desk-filters", "#report-xlsx"):
        expect(page.locator(hidden)).to_be_hidden()
