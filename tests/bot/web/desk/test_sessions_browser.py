"""Logging in as an officer meets it: invited, linked, a code typed in chat, the desk; and out."""

import asyncio
import os
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.web import words as chat_words
from bot.web.desk.words import login as words
from bot.web.desk.words import sessions as session_words
from handlers.login.links import make_link
from handlers.people import NewInvitation, invite
from handlers.texts import say
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Role
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations
from tests.factories.desk_world import OFFICE, PLACE
from tests.factories.talk import MONDAY

pytestmark = pytest.mark.slow
T = TypeVar("T")
SIZES = pytest.mark.parametrize("size", [OLD_SCREEN, PHONE], ids=["old-screen", "phone"])


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: MOTCUA_SCREENSHOTS, or a folder of the test."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(deed: Coroutine[Any, Any, T]) -> T:
    """Run something beside the browser's own loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, deed).result()


async def invite_officer(site: RunningSite, name: str) -> str:
    database = Database(site.database, Cipher([site.key]))
    try:
        return await invite(database, NewInvitation(PLACE, OFFICE, name, Role.CLERK), now=MONDAY)
    finally:
        await database.close()


async def open_link(site: RunningSite) -> str:
    database = Database(site.database, Cipher([site.key]))
    try:
        async with database.write() as work:
            return f"{site.url}/vao/{await make_link(work, None, now=MONDAY)}"
    finally:
        await database.close()


def open_page(browser: Browser, watcher: Watcher, size: tuple[int, int]) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    page = context.new_page()
    watcher.watch(page)
    return page


def link_chat(page: Page, site: RunningSite, name: str) -> None:
    """Link the chat of a browser to an office by an invitation."""
    page.goto(site.url)
    tell(page, run(invite_officer(site, name)))
    expect(page.locator(".line.bot").last).to_contain_text("Từ nay Anh/Chị nhận nhắc việc")


def tell(page: Page, text: str) -> None:
    page.get_by_label(chat_words.INPUT).fill(text)
    page.keyboard.press("Enter")


def read_code(page: Page) -> str:
    return page.locator(".login-code").inner_text()


@SIZES
def test_an_invited_officer_logs_in_and_out(
    browser: Browser,
    desk_site: RunningSite,
    watcher: Watcher,
    pictures: Path,
    size: tuple[int, int],
) -> None:
    chat = open_page(browser, watcher, PHONE)
    link_chat(chat, desk_site, f"Võ Thị Mai {size[0]}")
    desk = open_page(browser, watcher, size)
    desk.goto(f"{desk_site.url}/desk")
    expect(desk.get_by_role("heading", level=1)).to_have_text(words.TITLE)
    assert not find_violations_by_hand(desk)
    desk.screenshot(path=pictures / f"login-{size[0]}.png", full_page=True)
    desk.get_by_role("button", name=words.CONFIRMED).click()
    expect(desk.get_by_role("alert")).to_have_text(words.NOT_YET)
    tell(chat, read_code(desk).lower())
    expect(chat.locator(".line.bot").last).to_contain_text("Anh/Chị có đang đăng nhập không?")
    expect(desk.get_by_role("status")).to_have_text(words.TYPED)
    chat.screenshot(path=pictures / f"login-chat-{size[0]}.png")
    chat.get_by_role("button", name=say("button_login_agree")).click()
    desk.wait_for_url(f"{desk_site.url}/desk")
    expect(desk.locator(".desk-who")).to_contain_text(f"Võ Thị Mai {size[0]}")
    desk.get_by_role("button", name="Đăng xuất").first.click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(words.TITLE)
    desk.goto(f"{desk_site.url}/desk")
    desk.wait_for_url(f"{desk_site.url}/vao")
    assert watcher.complaints == []


def test_refusing_is_seen_on_the_page(
    browser: Browser, desk_site: RunningSite, watcher: Watcher, pictures: Path
) -> None:
    chat = open_page(browser, watcher, PHONE)
    link_chat(chat, desk_site, "Đỗ Văn Hùng")
    desk = open_page(browser, watcher, PHONE)
    desk.goto(f"{desk_site.url}/vao")
    tell(chat, read_code(desk))
    chat.get_by_role("button", name=say("button_login_refuse")).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(words.REFUSED)
    desk.screenshot(path=pictures / "login-refused-390.png", full_page=True)
    assert not find_violations_by_hand(desk)
    desk.get_by_role("button", name=words.NEW_CODE).click()
    expect(desk.locator(".login-code")).to_have_text(re.compile("VAO-"))
    assert watcher.complaints == []


def test_without_script_the_button_does_it(
    browser: Browser, desk_site: RunningSite, watcher: Watcher
) -> None:
    chat = open_page(browser, watcher, PHONE)
    link_chat(chat, desk_site, "Hồ Thị Lan")
    context = browser.new_context(java_script_enabled=False)
    desk = context.new_page()
    desk.goto(f"{desk_site.url}/vao")
    tell(chat, read_code(desk))
    chat.get_by_role("button", name=say("button_login_agree")).click()
    expect(chat.locator(".line.bot").last).to_contain_text("Đã xác nhận")
    desk.get_by_role("button", name=words.CONFIRMED).click()
    desk.wait_for_url(f"{desk_site.url}/desk")
    context.close()


@SIZES
def test_the_operators_link(
    browser: Browser,
    desk_site: RunningSite,
    watcher: Watcher,
    pictures: Path,
    size: tuple[int, int],
) -> None:
    page = open_page(browser, watcher, size)
    link = run(open_link(desk_site))
    page.goto(link)
    assert not find_violations_by_hand(page)
    page.screenshot(path=pictures / f"login-link-{size[0]}.png")
    page.get_by_role("button", name=words.LINK_BUTTON).click()
    page.wait_for_url(f"{desk_site.url}/desk")
    other = open_page(browser, Watcher(), size)
    other.goto(link)
    other.get_by_role("button", name=words.LINK_BUTTON).click()
    expect(other.get_by_role("heading", level=1)).to_have_text(words.LINK_VOID)
    assert watcher.complaints == []


@SIZES
def test_a_clerk_ends_a_session_and_its_page_is_led_out(
    browser: Browser,
    open_desk: OpenPage,
    desk_site: RunningSite,
    watcher: Watcher,
    pictures: Path,
    size: tuple[int, int],
) -> None:
    lost = open_page(browser, watcher, size)
    lost.goto(run(open_link(desk_site)))
    lost.get_by_role("button", name=words.LINK_BUTTON).click()
    lost.wait_for_url(f"{desk_site.url}/desk")
    lost.wait_for_timeout(500)
    page = open_desk("operator", "/desk/phien", size)
    expect(page.get_by_text(session_words.HERE)).to_be_visible()
    expect(page.get_by_role("heading", name=session_words.OTHERS)).to_be_visible()
    assert find_violations(page) == []
    page.screenshot(path=pictures / f"sessions-{size[0]}.png", full_page=True)
    own = page.locator(".desk-section").first
    own.get_by_role("button", name=re.compile("^Đăng xuất phiên")).first.click()
    dialog = page.get_by_role("dialog")
    assert find_violations(page) == []
    page.screenshot(path=pictures / f"sessions-ask-{size[0]}.png")
    dialog.get_by_role("button", name=session_words.END).click()
    expect(page.get_by_role("status")).to_contain_text("Đã đăng xuất phiên")
    lost.wait_for_url(f"{desk_site.url}/vao")
    assert watcher.complaints == []


def find_violations_by_hand(page: Page) -> list[str]:
    """Check a page whose content policy runs no script but its own: axe comes by the debugger."""
    import axe_playwright_python

    source = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
    session = page.context.new_cdp_session(page)
    session.send("Page.setBypassCSP", {"enabled": True})
    session.send("Runtime.evaluate", {"expression": source})
    session.detach()
    return [each.rule for each in find_violations(page)]
