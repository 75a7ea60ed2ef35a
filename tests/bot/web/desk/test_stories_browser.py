"""What no page shows alone: a plan that ends in somebody being told, a report that is answered.

Other stories stand with the page where they begin: a case up to what everybody may read in
`test_case_browser`, a question that is answered once in `test_answers_browser`, an invitation
up to work that is done in `test_people_browser`.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.web import words as chat_words
from bot.web.desk.words import calendar as due_words
from bot.web.desk.words import case as case_words
from bot.web.desk.words import plans as plan_words
from knowledge.cases.steps import Action
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage
from tests.bot.web.desk.test_plans_browser import DOUBTFUL, check, drop

pytestmark = pytest.mark.slow
SIZES = pytest.mark.parametrize("size", [OLD_SCREEN, PHONE], ids=["old-screen", "phone"])
WITHIN = 3_000  # milliseconds on a busy machine; the desk looks 2.5 times a second


def press(page: Page, name: str) -> None:
    """Press a button; the one of a dialog where one is open."""
    dialog = page.locator("dialog[open]")
    within = dialog.last if dialog.count() else page.locator("body")
    within.get_by_role("button", name=name, exact=True).first.click()


@SIZES
def test_a_plan_is_read_corrected_confirmed_and_told(
    open_desk: OpenPage, desk_site: RunningSite, watcher: Watcher, size: tuple[int, int]
) -> None:
    content = f"Lập danh sách người trực đợt {size[0]}"
    plan = DOUBTFUL.format(number=size[0]).replace("Lập danh sách người trực", content)
    page = open_desk("clerk", "/desk/ke-hoach", size)
    drop(page, f"truc-{size[0]}.html", plan)
    check(page, f"truc-{size[0]}")
    row = page.locator(".plan-row").filter(has_text=content)
    row.locator("button[id^=cell-][id$=-timeframe]").click()
    page.locator("dialog[open]").get_by_role("textbox").fill("Trước ngày 12/12/2026")
    press(page, "Lưu")
    expect(row).to_contain_text("11/12/2026")
    press(page, plan_words.CONFIRM)
    expect(page.locator("dialog[open]")).to_contain_text("hạn")
    press(page, plan_words.CONFIRM)
    expect(page.locator("dialog[open]")).to_contain_text(plan_words.CONFIRMED)
    page.goto(f"{desk_site.url}/desk/lich-han?xem=danh-sach&tim=dot+{size[0]}")
    item = page.get_by_role("row").filter(has_text=content)
    expect(item).to_contain_text("11/12/2026")
    expect(item).to_contain_text("Phòng Kinh tế")
    page.get_by_role("link", name=due_words.FORESEEN_VIEW).click()
    page.get_by_label(due_words.FORESEEN_DAY, exact=True).fill("08/12/2026")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Trần Văn An")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text=content).first).to_be_visible()
    assert watcher.complaints == []


@pytest.fixture
def citizen(browser: Browser, watcher: Watcher) -> Iterator[Page]:
    """A citizen's phone."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="vi-VN")
    context.set_default_timeout(15_000)
    page = context.new_page()
    watcher.watch(page)
    yield page
    context.close()


def tell(phone: Page, text: str, heard: str) -> str:
    """Say something in chat; give what is heard, which says some words."""
    phone.get_by_label(chat_words.INPUT).fill(text)
    phone.keyboard.press("Enter")
    last = phone.locator(".line.bot .line-text").last
    expect(last).to_contain_text(heard, timeout=15_000)
    return last.inner_text()


@SIZES
def test_a_report_reaches_the_open_desk_and_its_acceptance_the_citizen(
    open_desk: OpenPage, desk_site: RunningSite, citizen: Page, watcher: Watcher,
    size: tuple[int, int],
) -> None:  # fmt: skip
    desk = open_desk("clerk", "/desk/phan-anh", size)
    citizen.goto(desk_site.url)
    tell(citizen, f"ngõ {size[0]} thôn 6 mất nắp cống, trẻ con đi học rất nguy hiểm", "Ông/Bà gửi")
    tell(citizen, "0900 000 123", "xem lại trước khi gửi")
    told = tell(citizen, "gửi", "Mã phản ánh")
    found = re.search(r"PA\d{6}-\w{6}", told)
    assert found
    row = desk.get_by_role("row").filter(has_text=found[0])
    expect(row).to_be_visible(timeout=WITHIN)  # by itself
    row.get_by_role("link").first.click()
    press(desk, case_words.LABELS[Action.ACCEPT])
    press(desk, case_words.PREVIEW)
    expect(desk.locator("dialog[open]").last).to_contain_text(found[0])
    press(desk, case_words.LABELS[Action.ACCEPT])
    accepted = citizen.locator(".line.bot .line-text").last
    expect(accepted).to_contain_text("tiếp nhận", timeout=WITHIN)  # by itself
    citizen.goto(f"{desk_site.url}/tra-cuu")
    citizen.get_by_role("textbox").fill(found[0].lower())
    citizen.get_by_role("button").click()
    expect(citizen.locator("main")).to_contain_text("Đã tiếp nhận")
    assert watcher.complaints == []
