"""What officers, heads and leaders see, at the desk and in chat."""

from playwright.sync_api import Page, expect

from bot.web.desk.words import calendar as due_words
from bot.web.desk.words import case as case_words
from tests.guides.camera import Camera
from tests.guides.steps import make_invitation, open_case, open_chat, settle, tell

CULTURE = "Phòng Văn hóa - Xã hội"
DRAFT = (
    "Phòng Kinh tế đã cùng thôn 5 kiểm tra ngày 22/11/2026. Đoạn đường có ổ gà sẽ được vá xong "
    "trước ngày 05/12/2026; trong khi chờ, thôn đã đặt biển báo. Cảm ơn Ông/Bà đã phản ánh."
)


def show_login(camera: Camera) -> Page:
    """The page that shows a code."""
    return camera.open("citizen", "/vao")


def show_own_tasks(camera: Camera) -> Page:
    """What an officer who has just joined has to do, asked in chat."""
    desk = make_invitation(camera, "Vũ Thị Mai", CULTURE)
    code = desk.locator("dialog[open] .people-code").inner_text()
    page = open_chat(camera, code)
    tell(page, "việc của tôi")
    return settle(page)


def show_done(camera: Camera) -> Page:
    """Say that an item is done."""
    page = camera.open("officer", "/desk/lich-han?xem=danh-sach")
    page.locator("[id^=done-]").first.click()
    note = page.locator("dialog[open]").get_by_label(due_words.DONE_NOTE)
    note.fill("Công văn số 45")
    return settle(page)


def show_draft(camera: Camera) -> Page:
    """Write the answer to a case."""
    page = open_case(camera, "officer", "Đường liên thôn 5")
    text = page.get_by_label(case_words.EDITOR_TEXT)
    text.fill(DRAFT)
    page.get_by_role("heading", name=case_words.EDITOR, exact=True).scroll_into_view_if_needed()
    expect(text).to_have_value(DRAFT)
    return settle(page)
