"""What citizens see, in Chromium: accessible at every size, quick, and from this host alone."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.web import words
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, desk_site, find_violations

__all__ = ["desk_site"]
pytestmark = pytest.mark.slow
SIZES = [OLD_SCREEN, PHONE]
OLD_PHONE = (320, 568)
PLAIN = ("/tra-cuu", "/ket-qua", "/quyen-rieng-tu", "/vao", "/moi/MOI-2345678-9ABCDEF")
USABLE_WITHIN = 2.0  # seconds
TWICE_AS_LARGE = """() => {
  const all = [...document.querySelectorAll("body, body *")];
  const sizes = all.map((each) => parseFloat(getComputedStyle(each).fontSize));
  all.forEach((each, at) => { each.style.fontSize = 2 * sizes[at] + "px"; });
}"""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: MOTCUA_SCREENSHOTS, or a folder of the test."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(params=SIZES, ids=["screen", "phone"])
def sized(browser: Browser, watcher: Watcher, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new citizen's browser of one size."""
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
    watcher.watch(page)
    yield page
    page.close()


def measure_width(page: Page) -> int:
    return page.viewport_size["width"] if page.viewport_size else 0


def check(page: Page, watcher: Watcher, site: RunningSite) -> None:
    """Check what is shown now; every request so far was to this host."""
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= measure_width(page)
    hosts = {urlsplit(url).netloc for url in watcher.asked if not url.startswith("data:")}
    assert hosts == {urlsplit(site.url).netloc}
    assert watcher.complaints == []


def test_the_chat_with_suggested_questions_and_an_answer(
    sized: Page, desk_site: RunningSite, watcher: Watcher, pictures: Path
) -> None:
    sized.goto(desk_site.url)
    choices = sized.get_by_role("group", name=words.CHOICES).get_by_role("button")
    expect(choices).not_to_have_count(1)  # beside the way to send feedback
    assert choices.count() <= 5
    width = measure_width(sized)
    sized.screenshot(path=pictures / f"chat-suggested-{width}.png")
    check(sized, watcher, desk_site)
    choices.first.click()
    expect(sized.locator(".line.bot")).to_have_count(2)
    expect(sized.locator(".line.own strong")).to_have_text(words.PERSON)
    sized.screenshot(path=pictures / f"chat-answered-{width}.png")
    check(sized, watcher, desk_site)


@pytest.mark.parametrize("path", PLAIN)
def test_the_plain_pages(
    sized: Page, desk_site: RunningSite, watcher: Watcher, pictures: Path, path: str
) -> None:
    answer = sized.goto(desk_site.url + path)
    watcher.complaints.clear()  # the browser's own word on a refusal's status
    assert answer
    name = path.strip("/").split("/")[0]
    sized.screenshot(path=pictures / f"plain-{name}-{measure_width(sized)}.png", full_page=True)
    check(sized, watcher, desk_site)


@pytest.mark.parametrize("path", PLAIN[:3])
def test_the_public_pages_with_large_text_and_without_script(
    browser: Browser, desk_site: RunningSite, watcher: Watcher, pictures: Path, path: str
) -> None:
    width, height = OLD_PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False
    )
    page = context.new_page()
    watcher.watch(page)
    page.goto(desk_site.url + path)
    page.evaluate(TWICE_AS_LARGE)
    name = path.strip("/")
    page.screenshot(path=pictures / f"large-{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("path", PLAIN[:3])
def test_the_public_pages_by_keyboard_alone(sized: Page, desk_site: RunningSite, path: str) -> None:
    sized.goto(desk_site.url + path)
    targets = sized.locator("a:visible, button:visible, input:visible, select:visible").count()
    seen: list[str] = []
    for _ in range(targets + 1):
        sized.keyboard.press("Tab")
        seen.append(sized.evaluate("document.activeElement.outerHTML.slice(0, 150)"))
    assert "public-skip" in seen[0]
    assert len({each for each in seen if not each.startswith("<body")}) >= targets
    sized.goto(desk_site.url + path)
    sized.keyboard.press("Tab")
    sized.keyboard.press("Enter")
    assert sized.evaluate("document.activeElement.id") == "noi-dung"


def test_the_chat_is_usable_soon(
    browser: Browser, desk_site: RunningSite, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = []
    for _ in range(3):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        started = time.perf_counter()
        page.goto(desk_site.url, wait_until="commit")
        page.get_by_label(words.INPUT).fill("xin chào")
        page.keyboard.press("Enter")
        expect(page.get_by_label(words.INPUT)).to_have_value("")  # the server has stored it
        taken.append(time.perf_counter() - started)
        context.close()
    with capsys.disabled():
        print(f"\nchat usable after {', '.join(f'{each:.2f}' for each in taken)} s")
    assert min(taken) <= USABLE_WITHIN
