"""“Hôm nay” in a browser: what waits stands there, each a click from its action, up to date."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow


def check_page(page: Page, watcher: Watcher) -> None:
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watcher.complaints == []


@pytest.mark.parametrize("size", [OLD_SCREEN, PHONE])
def test_a_clerk_sees_what_waits_and_goes_to_it(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("clerk", "/desk", size=size)
    new = page.locator("#today-new_cases")
    expect(new.get_by_role("link", name=re.compile("Đèn đường"))).to_be_visible()
    expect(page.get_by_role("heading", name="Tình hình quý")).to_be_visible()
    check_page(page, watcher)
    page.locator("#glance-questions").click()
    expect(page.locator("#today-questions")).to_be_in_viewport()
    chart = page.get_by_role("button", name=re.compile("Việc đến hạn theo tuần"))
    chart.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("tính theo hạn mới")
    check_page(page, watcher)
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.get_by_text("Xem số liệu").first.click()
    expect(page.get_by_role("cell", name="23/11").first).to_be_visible()
    new.get_by_role("link", name=re.compile("Đèn đường")).click()
    expect(page).to_have_url(re.compile("/desk/phan-anh/PA261121-"))


@pytest.mark.parametrize("who", ["leader", "officer", "operator"])
def test_everybody_sees_their_own(open_desk: OpenPage, watcher: Watcher, who: str) -> None:
    page = open_desk(who, "/desk", size=OLD_SCREEN)
    expect(page.locator(".desk-groups, .desk-calm")).to_be_visible()
    check_page(page, watcher)
    has_gist = page.get_by_text("Đèn đường đầu thôn 3").count() > 0
    assert has_gist == (who == "leader")
