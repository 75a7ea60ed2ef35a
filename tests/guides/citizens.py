"""What citizens see, on a phone."""

from playwright.sync_api import Page

from tests.guides.camera import PHONE, Camera
from tests.guides.steps import open_chat, settle, tell

REPORT = ("đèn đường đầu thôn 5 hỏng cả tuần nay, buổi tối rất tối", "0900 000 123")


def show_answer(camera: Camera) -> Page:
    """Ask about a plan."""
    return settle(open_chat(camera, "Hạn nộp báo cáo tự kiểm tra là ngày nào?"))


def show_review(camera: Camera) -> Page:
    """Write what is wrong and read it before it is sent."""
    return settle(open_chat(camera, *REPORT))


def show_code(camera: Camera) -> Page:
    """Send it and get its code."""
    page = open_chat(camera, *REPORT)
    tell(page, "gửi")
    return settle(page)


def show_lookup(camera: Camera) -> Page:
    """Look a case up by its code."""
    desk = camera.open("clerk", "/desk/phan-anh?xem=tat-ca")
    row = desk.locator("tbody tr").filter(has_text="Đường liên thôn 5")
    code = row.get_by_role("link").first.inner_text()
    page = camera.open("citizen", "/tra-cuu", PHONE)
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button").click()
    page.get_by_role("heading", level=2).wait_for()
    return page
