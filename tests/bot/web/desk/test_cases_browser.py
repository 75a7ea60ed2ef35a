"""The inbox in a browser: found by words, walked through by keys, followed as it changes."""

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow


def list_rows(page: Page) -> int:
    return page.locator("tbody tr").count()


@pytest.mark.parametrize("size", [OLD_SCREEN, PHONE])
def test_a_clerk_finds_a_case_and_opens_it(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("clerk", "/desk/phan-anh", size=size)
    expect(page.get_by_role("link", name="Chờ tôi xử lý (4)")).to_have_attribute(
        "aria-current", "page"
    )
    assert find_violations(page) == []
    page.get_by_role("link", name="Tất cả", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(7)
    page.keyboard.press("/")
    page.keyboard.type("cong tac truong tieu hoc")
    expect(page.locator("tbody tr")).to_have_count(1)
    assert "xem=tat-ca&tim=cong" in page.url
    assert find_violations(page) == []
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("j")
    code = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/phan-anh/{code}*")
    assert watcher.complaints == []


def test_filters_work_together_and_can_be_taken_back(open_desk: OpenPage, watcher: Watcher) -> None:
    page = open_desk("clerk", "/desk/phan-anh")
    page.get_by_role("link", name="Chưa trả lời").click()
    page.get_by_label("Đơn vị").select_option(label="Phòng Kinh tế")
    expect(page.locator("tbody tr")).to_have_count(4)
    page.get_by_label("Tình trạng").select_option(label="Đang xử lý")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_text("Lọc thêm").click()
    page.get_by_label("Người gửi ẩn tên").check()
    expect(page.get_by_text("Không có phản ánh nào khớp với điều kiện lọc.")).to_be_visible()
    assert find_violations(page) == []
    page.get_by_role("link", name="Bỏ lọc").click()
    expect(page.locator("tbody tr")).to_have_count(4)
    assert watcher.complaints == []


def test_keys_move_through_the_rows(open_desk: OpenPage, watcher: Watcher) -> None:
    page = open_desk("leader", "/desk/phan-anh?xem=tat-ca")
    codes = page.locator("a[data-row]").all_text_contents()
    for keys, at in ((("j",), 0), (("j", "ArrowDown"), 2), (("k",), 1), (("ArrowUp", "k", "k"), 0)):
        for key in keys:
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == codes[at], keys
    assert watcher.complaints == []


def test_the_operator_sees_that_there_are_cases_and_no_more(
    open_desk: OpenPage, watcher: Watcher
) -> None:
    page = open_desk("operator", "/desk/phan-anh?xem=tat-ca")
    expect(page.locator("tbody tr")).to_have_count(7)
    assert page.locator("a[data-row]").count() == 0
    assert "Đèn đường" not in page.content()
    assert find_violations(page) == []
    assert watcher.complaints == []
