"""What several pictures need done first: a word in chat, an invitation, a page's button."""

from playwright.sync_api import Locator, Page, expect

from bot.web import words as chat_words
from bot.web.desk.words import people as people_words
from tests.guides.camera import PHONE, Camera

PATIENCE = 20_000  # milliseconds, on a machine that others use


def tell(page: Page, text: str) -> None:
    """Say something in chat and wait until it is answered."""
    heard = page.locator(".line.bot").count()
    page.get_by_label(chat_words.INPUT).fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".line.bot")).not_to_have_count(heard, timeout=PATIENCE)
    expect(page.get_by_role("status")).to_have_text("", timeout=PATIENCE)


def open_chat(camera: Camera, *texts: str) -> Page:
    """Open a phone's chat and say some things."""
    page = camera.open("citizen", "/", PHONE)
    expect(page.get_by_role("log")).to_contain_text("xin chào")
    for text in texts:
        tell(page, text)
    return page


def press(page: Page, name: str) -> None:
    """Press a button; the one of a dialog where one is open."""
    dialog = page.locator("dialog[open]")
    within: Page | Locator = dialog.last if dialog.count() else page
    within.get_by_role("button", name=name, exact=True).first.click()


def make_invitation(camera: Camera, name: str, office: str) -> Page:
    """Invite somebody on the page for it, whose dialog then shows the code."""
    page = camera.open("clerk", "/desk/don-vi/loi-moi")
    page.get_by_label(people_words.NAME).fill(name)
    page.get_by_role("combobox", name=people_words.OFFICE, exact=True).fill(office)
    press(page, people_words.MAKE_CODE)
    page.locator("dialog[open] .people-code").wait_for()
    return page


def open_case(camera: Camera, who: str, gist: str) -> Page:
    """Open the case whose content begins so."""
    page = camera.open(who, "/desk/phan-anh?xem=tat-ca")
    row = page.locator("tbody tr").filter(has_text=gist)
    row.get_by_role("link").first.click()
    page.locator(".case-head").wait_for()
    page.wait_for_load_state("networkidle")
    return page


def settle(page: Page, milliseconds: int = 400) -> Page:
    """Let charts be drawn and pages scroll before a picture is taken."""
    page.wait_for_timeout(milliseconds)
    return page
