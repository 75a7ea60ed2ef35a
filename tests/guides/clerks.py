"""What the clerk sees at the desk."""

from playwright.sync_api import Page, expect

from bot.web.desk.words import answers as answer_words
from bot.web.desk.words import case as case_words
from bot.web.desk.words import plans as plan_words
from knowledge.cases.steps import Action
from tests.bot.web.desk.test_plans_browser import DOUBTFUL
from tests.guides.camera import Camera
from tests.guides.steps import make_invitation, open_case, press, settle


def show_today(camera: Camera) -> Page:
    """What waits."""
    return settle(camera.open("clerk", "/desk"))


def show_plan(camera: Camera) -> Page:
    """A plan beside what was read from its file, doubts first."""
    page = camera.open("clerk", "/desk/ke-hoach")
    name = "ke-hoach-cuoi-nam.html"
    file = {"name": name, "mimeType": "text/html", "buffer": DOUBTFUL.format(number=41).encode()}
    page.locator(".desk-drop input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    reading = page.locator(".plan-reading").filter(has_text=name)
    reading.get_by_role("link", name=plan_words.CHECK_NOW).click()
    page.get_by_role("heading", name=plan_words.ROWS_DOUBTFUL).wait_for()
    page.locator("#viec-2").scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, 0)")
    place = page.locator("#viec-2").bounding_box()
    assert place
    page.mouse.move(place["x"] + 30, place["y"] + 30)  # its row of the source lights up
    return settle(page)


def show_calendar(camera: Camera) -> Page:
    """A month's due days."""
    return camera.open("clerk", "/desk/lich-han?thang=2026-12")


def show_inbox(camera: Camera) -> Page:
    """What citizens have sent."""
    return camera.open("clerk", "/desk/phan-anh?xem=dang-mo")


def show_publication(camera: Camera) -> Page:
    """What of a case everybody would read, with what is left out."""
    page = open_case(camera, "clerk", "Cây bàng cạnh nhà văn hóa")
    press(page, case_words.LABELS[Action.PUBLISH])
    page.locator("dialog[open] .case-hidden, dialog[open] .public-card").first.wait_for()
    return settle(page)


def show_question(camera: Camera) -> Page:
    """An answer to what many have asked, before it is saved."""
    page = camera.open("clerk", "/desk/hoi-dap")
    question = "Thứ bảy có nhận hồ sơ đất đai không?"
    press(page, answer_words.ANSWER_ONE.format(question=question))
    told = "Có. Bộ phận Một cửa nhận hồ sơ đất đai sáng thứ Bảy, từ 07:30 đến 11:30."
    page.locator("dialog[open] textarea").fill(told)
    press(page, answer_words.PREVIEW)
    expect(page.locator(".answering-text")).to_contain_text(told)
    return settle(page)


def show_invitation(camera: Camera) -> Page:
    """A code to join with, as text and as a picture for a phone's camera."""
    return settle(make_invitation(camera, "Đỗ Văn Hòa", "Trung tâm Phục vụ hành chính công xã"))


def show_report(camera: Camera) -> Page:
    """The quarter's figures."""
    return settle(camera.open("clerk", "/desk/bao-cao"))


def show_settings(camera: Camera) -> Page:
    """What the office says of itself."""
    return camera.open("clerk", "/desk/cai-dat")
