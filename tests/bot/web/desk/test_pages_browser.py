"""Every page of the desk in a browser, on an old screen and on a phone: readable, within reach."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.app import build
from bot.web import words as chat_words
from bot.web.desk import build_pages
from storage.cipher import Cipher, new_key
from storage.database import Database
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations
from tests.factories.desk_world import ECONOMY
from tests.factories.talk import build_settings

pytestmark = pytest.mark.slow
SIZES = pytest.mark.parametrize("size", [OLD_SCREEN, PHONE], ids=["old-screen", "phone"])
QUESTION = "Nhà tôi ở cuối thôn 4 thì nộp hồ sơ ở đâu?"
# Where a path's field is found: on which page, by which words of a link.
FOUND_ON = {
    "/desk/ke-hoach/{plan_id}": ("/desk/ke-hoach", "Kế hoạch số 12/KH-UBND"),
    "/desk/ke-hoach/{plan_id}/thay-doi": ("/desk/ke-hoach", "Kế hoạch số 12/KH-UBND"),
    "/desk/lich-han/{item}": ("/desk/lich-han?xem=danh-sach", "Tự kiểm tra"),
    "/desk/phan-anh/{code}": ("/desk/phan-anh?xem=tat-ca", "PA26"),
    "/desk/hoi-dap/nguoi-dan/{number}": ("/desk/hoi-dap/nguoi-dan", QUESTION),
    "/desk/don-vi/{office_id}": ("/desk/don-vi", ECONOMY),
    "/desk/nguoi/{person_id}": ("/desk/nguoi", "Trần Văn An"),
}


def list_paths() -> list[str]:
    """List the paths of the desk's pages."""
    database = Database("sqlite:///:memory:", Cipher([new_key()]))
    return [page.path for page in build_pages(build(build_settings(), database)).registered]


@pytest.fixture(scope="module")
def waiting(browser: Browser, desk_site: RunningSite) -> None:
    """A citizen who waits for an official."""
    page = browser.new_page()
    page.goto(desk_site.url)
    for number, text in enumerate(("gặp cán bộ", QUESTION), 2):
        page.get_by_label(chat_words.INPUT).fill(text)
        page.keyboard.press("Enter")
        expect(page.locator(".line.bot")).to_have_count(number, timeout=15_000)
    page.close()


def write_address(page: Page, path: str) -> str:
    """Write where a page stands, by the link that leads to it from the page that is open."""
    _, name = FOUND_ON[path]
    href = page.get_by_role("link", name=name).first.get_attribute("href") or ""
    return urlsplit(href).path + path.partition("}")[2]


@pytest.mark.usefixtures("waiting")
@SIZES
def test_every_page(
    open_desk: OpenPage, desk_site: RunningSite, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("clerk", "/desk", size)
    wrong: list[object] = []
    for path in list_paths():
        if path in FOUND_ON:
            open_page(page, desk_site, FOUND_ON[path][0])
            open_page(page, desk_site, write_address(page, path))
        else:
            open_page(page, desk_site, path)
        wrong += [(path, each) for each in find_faults(page, size)]
        wrong += [(path, each) for each in watcher.complaints]
        watcher.complaints.clear()
    assert wrong == []
    hosts = {urlsplit(url).netloc for url in watcher.asked if not url.startswith("data:")}
    assert hosts == {urlsplit(desk_site.url).netloc}


def open_page(page: Page, site: RunningSite, path: str) -> None:
    page.goto(f"{site.url}{path}")
    page.wait_for_function("window.socket?.connected ?? window.did_handshake ?? true")


def find_faults(page: Page, size: tuple[int, int]) -> list[object]:
    """List what is wrong with a page: for who sees little, has a small screen or no mouse."""
    faults: list[object] = [*find_violations(page)]
    if page.locator("#desk-content h1").count() != 1:
        faults.append("no main heading")
    if page.evaluate("document.scrollingElement.scrollWidth") > size[0]:
        faults.append("scrolls sideways")
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement?.id") != "desk-content":
        faults.append("the main content is not reached by the keyboard")
    return faults
