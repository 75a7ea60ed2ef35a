"""Questions and answers in Chromium: answer once, chat finds it; a citizen; trying a question."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.web import words as chat_words
from bot.web.desk.words import answers as words
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow
SIZES = [OLD_SCREEN, PHONE]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: MOTCUA_SCREENSHOTS, or a folder of the test."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def look(page: Page, name: str, pictures: Path) -> None:
    """Take a picture, and see that the page is accessible and fits."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.screenshot(path=pictures / f"answers-{name}-{width}.png", full_page=True)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def ask_chat(browser: Browser, site: RunningSite, text: str) -> str:
    """Ask as a new citizen; give the answer."""
    page = browser.new_page()
    page.goto(site.url)
    page.get_by_label(chat_words.INPUT).fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".line.bot")).to_have_count(2)
    answer = page.locator(".line.bot .line-text").last.inner_text()
    page.close()
    return answer


def write(page: Page, text: str) -> None:
    """Fill the open form, look at the preview and save."""
    page.locator("dialog[open] textarea").fill(text)
    page.get_by_role("button", name=words.PREVIEW).click()
    expect(page.locator(".answering-text")).to_contain_text(text)
    page.get_by_role("button", name=words.SAVE).click()
    expect(page.locator("#desk-status")).to_contain_text("Đã lưu")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_a_question_is_answered_once_and_chat_finds_it(
    open_desk: OpenPage,
    browser: Browser,
    desk_site: RunningSite,
    watcher: Watcher,
    pictures: Path,
    size: tuple[int, int],
) -> None:
    question, told = {
        OLD_SCREEN: ("Làm lại thẻ bảo hiểm y tế cho con ở đâu?", "Nộp tại Bộ phận Một cửa."),
        PHONE: ("Thứ bảy có nhận hồ sơ đất đai không?", "Có, từ 07:30 đến 11:30."),
    }[size]
    page = open_desk("clerk", "/desk/hoi-dap", size)
    look(page, "waiting", pictures)
    page.get_by_role("button", name=words.ANSWER_ONE.format(question=question)).click()
    page.locator("dialog[open] textarea").fill(told)
    page.get_by_role("button", name=words.PREVIEW).click()
    expect(page.locator(".answering-text")).to_contain_text(told)
    expect(page.locator("dialog[open] textarea")).to_have_value(told)  # it stays
    look(page, "preview", pictures)
    page.get_by_role("button", name=words.SAVE).click()
    expect(page.locator("#desk-status")).to_contain_text("Đã lưu")
    expect(page.get_by_text(question)).to_have_count(0)
    assert told in ask_chat(browser, desk_site, question.lower())
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_is_changed_by_two_and_undone(
    open_desk: OpenPage, watcher: Watcher, pictures: Path, size: tuple[int, int]
) -> None:
    question = f"Chợ phiên số {size[0]} họp ngày nào?"
    path = "/desk/hoi-dap/cau-tra-loi"
    page, other = open_desk("clerk", path, size), open_desk("operator", path, size)
    page.locator("#answer-add").click()
    page.get_by_label(words.WORDING, exact=False).fill(question)
    write(page, "Ngày 5 hằng tháng.")
    expect(other.get_by_text("Ngày 5 hằng tháng.").first).to_be_visible()  # by itself
    change = words.CHANGE_ONE.format(question=question)
    page.get_by_role("button", name=change).click()
    other.get_by_role("button", name=change).click()
    write(other, "Ngày 6 hằng tháng.")
    page.locator("dialog[open] textarea").fill("Ngày 7 hằng tháng.")
    page.get_by_role("button", name=words.PREVIEW).click()
    page.get_by_role("button", name=words.SAVE).click()
    expect(page.locator("dialog[open] .desk-difference ins").last).to_contain_text("7")
    look(page, "overtaken", pictures)
    page.get_by_role("button", name="Lưu bản của tôi").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    row = page.locator(".desk-table").first
    expect(row).to_contain_text("Ngày 7 hằng tháng.")
    page.locator("#answer-trail button").first.click()
    expect(row).to_contain_text("Ngày 6 hằng tháng.")
    look(page, "book", pictures)
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_a_citizen_who_waits_is_answered(
    open_desk: OpenPage,
    browser: Browser,
    desk_site: RunningSite,
    watcher: Watcher,
    pictures: Path,
    size: tuple[int, int],
) -> None:
    question = f"Nhà tôi ở thôn {size[0]} tốc mái sau bão thì hỏi tiền hỗ trợ ở đâu?"
    citizen = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    watcher.watch(citizen)
    citizen.goto(desk_site.url)
    page = open_desk("clerk", "/desk/hoi-dap/nguoi-dan", size)
    for number, text in enumerate(("gặp cán bộ", question), 2):
        citizen.get_by_label(chat_words.INPUT).fill(text)
        citizen.keyboard.press("Enter")
        expect(citizen.locator(".line.bot")).to_have_count(number)
    expect(page.get_by_role("link", name=question)).to_be_visible()  # by itself
    look(page, "people", pictures)
    page.get_by_role("link", name=question).click()
    page.get_by_role("button", name=words.TAKE).click()
    expect(page.get_by_text(words.MINE)).to_be_visible()
    page.get_by_label(words.REPLY, exact=False).fill("Ông/Bà đến Phòng Kinh tế, tầng 2.")
    page.get_by_role("button", name=words.PREVIEW).click()
    page.get_by_role("button", name=words.SEND).click()
    expect(page.locator(".talk-line.own")).to_contain_text("tầng 2")
    expect(citizen.locator(".line.bot .line-text").last).to_contain_text("tầng 2")
    citizen.get_by_label(chat_words.INPUT).fill("cảm ơn, cần mang theo gì?")
    citizen.keyboard.press("Enter")
    expect(page.locator(".talk-line").last).to_contain_text("cần mang theo gì?")
    look(page, "talk", pictures)
    page.locator("#talk-close").click()
    page.get_by_role("dialog").get_by_role("button", name=words.CLOSE).click()
    expect(page.get_by_text(words.CLOSE_DONE).first).to_be_visible()
    assert watcher.complaints == []
    citizen.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_question_is_tried(
    open_desk: OpenPage, watcher: Watcher, pictures: Path, size: tuple[int, int]
) -> None:
    page = open_desk("leader", "/desk/hoi-dap/hoi-thu", size)
    page.get_by_label(words.TRY_QUESTION, exact=False).fill("han bao cao ra soat thu tuc khi nao")
    page.get_by_label(words.ASKED_BY).select_option(label=words.AS_OFFICIAL)
    page.get_by_label(words.TRY_QUESTION, exact=False).press("Enter")
    expect(page.locator(".trying-reply")).to_be_visible()
    expect(page.get_by_role("table").first).to_contain_text(words.CHOSEN)
    look(page, "tried", pictures)
    link = page.get_by_role("table").first.get_by_role("link").first
    assert (link.get_attribute("href") or "").startswith("/desk/ke-hoach/")
    assert watcher.complaints == []
