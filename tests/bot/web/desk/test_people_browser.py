"""An officer is invited, joins in chat and has something to do; at both sizes, in Chromium."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow
SIZES = [OLD_SCREEN, PHONE]
CULTURE = "Phòng Văn hóa - Xã hội"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).fill(text)


def check(page: Page) -> None:
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def invite(page: Page, name: str, office: str) -> str:
    """Invite somebody; give the code that is shown."""
    fill(page, "Họ tên", name)
    page.get_by_role("combobox", name="Đơn vị", exact=True).fill(office)
    press(page, "Tạo mã")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text(f"Mã liên kết của {name}")
    return dialog.locator(".people-code").inner_text()


@pytest.fixture
def citizen(browser: Browser, watcher: Watcher) -> Iterator[Page]:
    """A phone that nobody knows."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    context.set_default_timeout(15_000)
    page = context.new_page()
    watcher.watch(page)
    yield page
    context.close()


def say(phone: Page, text: str, heard: str) -> None:
    """Say something in chat, and wait for what is heard last."""
    phone.get_by_label("Nội dung tin nhắn").fill(text)
    phone.keyboard.press("Enter")
    expect(phone.locator(".line.bot .line-text").last).to_contain_text(heard)


def log_in(phone: Page, computer: Page, url: str) -> None:
    """Let a computer in by its code, told in chat."""
    computer.goto(f"{url}/vao")
    say(phone, computer.locator(".login-code").inner_text(), "Có yêu cầu đăng nhập")
    phone.get_by_role("button", name="Đúng là tôi").click()
    computer.wait_for_url(re.compile(r"/desk$"))


WAYS = [
    (OLD_SCREEN, "Vũ Thị Mai", CULTURE),
    (PHONE, "Đỗ Văn Hòa", "Trung tâm Phục vụ hành chính công xã"),
]


@pytest.mark.parametrize(("size", "name", "office"), WAYS)
def test_who_is_invited_joins_logs_in_and_gets_something_done(
    browser: Browser, open_desk: OpenPage, desk_site: RunningSite, citizen: Page,
    watcher: Watcher, size: tuple[int, int], name: str, office: str,
) -> None:  # fmt: skip
    page = open_desk("clerk", "/desk/don-vi/loi-moi", size)
    code = invite(page, name, office)
    check(page)
    page.screenshot(path=f"/tmp/h8-made-{size[0]}.png")
    press(page, "Đóng")
    waiting = page.get_by_role("button", name=f"Thu hồi lời mời {name}")
    expect(waiting).to_be_visible()
    check(page)
    citizen.goto(f"{desk_site.url}/moi/{code}")
    citizen.get_by_role("button").click()
    heard = citizen.locator(".line.bot .line-text").last
    expect(heard).to_contain_text(f"Từ nay Anh/Chị nhận nhắc việc của {office}")
    expect(waiting).to_have_count(0)  # by itself
    page.goto(f"{desk_site.url}/desk/don-vi")
    page.get_by_role("link", name=office, exact=True).click()
    expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.locator(".desk-facts")).to_contain_text("Việc chưa hoàn thành6")
    computer = browser.new_context(viewport={"width": size[0], "height": size[1]})
    log_in(citizen, computer.new_page(), desk_site.url)
    say(citizen, "việc của tôi", "1")
    say(citizen, "xong 1", "hoàn thành")
    expect(page.locator(".desk-facts")).to_contain_text("Việc chưa hoàn thành5")  # by itself
    computer.close()
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_a_list_is_checked_then_invited(
    open_desk: OpenPage, watcher: Watcher, tmp_path: Path, size: tuple[int, int]
) -> None:
    book, made = openpyxl.Workbook(), io.BytesIO()
    people = [f"Nguyễn Văn {size[0]}", f"Trần Thị {size[0]}"]
    for row in (("Họ tên", "Đơn vị"), (people[0], "Công an xã"), (people[1], f"Tổ {size[0]}"),
                ("", "Công an xã")):  # fmt: skip
        book.active.append(row)
    book.save(made)
    page = open_desk("clerk", "/desk/don-vi/loi-moi", size)
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(made.getvalue())
    page.locator("input[type=file]").set_input_files(file)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 dòng không dùng được")
    check(page)
    page.screenshot(path=f"/tmp/h8-list-{size[0]}.png")
    dialog.get_by_label("Thêm các đơn vị chưa có").check()
    press(page, "Tạo mã liên kết")
    expect(page.get_by_role("dialog")).to_contain_text("Đã tạo 2 mã liên kết.")
    check(page)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Mở phiếu để in").click()
    expect(opened.value.locator(".slip")).to_have_count(2)
    opened.value.screenshot(path=f"/tmp/h8-sheet-{size[0]}.png")
    press(page, "Đóng")
    for name in people:
        press(page, f"Thu hồi lời mời {name}")
        page.get_by_role("dialog").get_by_role("button", name="Thu hồi", exact=True).click()
        expect(page.get_by_role("button", name=f"Thu hồi lời mời {name}")).to_have_count(0)
    page.locator("input[type=file]").set_input_files(
        {"name": "anh.xlsx", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff no workbook"}
    )
    expect(page.locator("#desk-alert")).to_contain_text("anh.xlsx")
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_two_clerks_at_one_office(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    """The second sees the difference and saves over it; then the change is taken back."""
    first = open_desk("clerk", "/desk/don-vi", size)
    first.get_by_role("link", name="Công an xã", exact=True).click()
    expect(first.get_by_role("heading", name="Công an xã")).to_be_visible()
    second = open_desk("operator", re.sub(r".*?/desk", "/desk", first.url), size)
    press(second, "Đổi tên")
    press(first, "Đổi tên")
    fill(first, "Tên đơn vị", "Công an xã Bến Lụa")
    press(first, "Lưu")
    expect(first.get_by_role("heading", name="Công an xã Bến Lụa")).to_be_visible()
    fill(second, "Tên đơn vị", "Ban Công an xã")
    press(second, "Lưu")
    told = second.get_by_role("dialog", name="Nội dung vừa được người khác sửa")
    expect(told).to_be_visible()
    check(second)
    second.screenshot(path=f"/tmp/h8-overtaken-{size[0]}.png")
    press(second, "Lưu bản của tôi")
    expect(first.get_by_role("heading", name="Ban Công an xã")).to_be_visible()  # by itself
    first.locator("[id^=undo-]").first.click()
    back = first.get_by_role("heading", name="Công an xã Bến Lụa", exact=True)
    expect(back).to_be_visible()
    press(first, "Đổi tên")
    fill(first, "Tên đơn vị", "Công an xã")
    press(first, "Lưu")
    expect(first.get_by_role("heading", name="Công an xã", exact=True)).to_be_visible()
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_accessible(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("clerk", "/desk/don-vi", size)
    for name in ("gan-giong", "chua-co-nguoi", "loi-moi", ""):
        page.goto(re.sub(r"/desk/.*", f"/desk/don-vi/{name}".rstrip("/"), page.url))
        check(page)
        page.screenshot(path=f"/tmp/h8-{name or 'don-vi'}-{size[0]}.png", full_page=True)
    page.get_by_role("link", name="Phòng Kinh tế", exact=True).first.click()
    expect(page.get_by_role("heading", name="Phòng Kinh tế")).to_be_visible()
    check(page)
    page.screenshot(path=f"/tmp/h8-office-{size[0]}.png", full_page=True)
    page.get_by_role("link", name="Trần Văn An").first.click()
    expect(page.get_by_role("heading", name="Trần Văn An")).to_be_visible()
    check(page)
    page.screenshot(path=f"/tmp/h8-person-{size[0]}.png", full_page=True)
    assert watcher.complaints == []
