"""An office sets its ladder and takes it back; a commune goes by its province; in Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.bot.web.conftest import Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations

pytestmark = pytest.mark.slow
SIZES = [OLD_SCREEN, PHONE]
PARTS = (
    "", "dia-phuong", "nhac-viec", "quy-tac", "thoi-han", "duyet", "loi-chao", "cong-khai", "mau",
    "kenh",
)  # fmt: skip
PROVINCE = "tỉnh Lam Hà"
USUAL = "Thông thường: nhắc trước (ngày làm việc)"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def check(page: Page) -> None:
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def expect_steps(page: Page, steps: str) -> None:
    exactly = re.compile(f"^{steps}$")
    expect(page.locator("td").filter(has_text=exactly).first).to_be_visible()


def set_ladder(page: Page, steps: str) -> None:
    page.locator("#edit").click()
    page.get_by_label(USUAL).fill(steps)
    press(page, "Lưu")
    expect(page.locator("#desk-status")).to_contain_text("Đã lưu lịch nhắc việc")


@pytest.mark.parametrize("size", SIZES)
def test_the_ladder_is_set_seen_by_another_and_taken_back(
    open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]
) -> None:
    page = open_desk("clerk", "/desk/cai-dat/nhac-viec", size)
    leader = open_desk("leader", "/desk/cai-dat/nhac-viec", size)
    expect(page.get_by_text("Theo mặc định của hệ thống")).to_be_visible()
    page.locator("#edit").click()
    page.get_by_label(USUAL).fill("3, 5")
    press(page, "Lưu")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("Thông thường")
    check(page)
    page.get_by_label(USUAL).fill("6, 2, 0")
    press(page, "Lưu")
    expect(page.get_by_text("Đặt riêng cho xã Bến Lụa")).to_be_visible()
    last = page.get_by_role("table", name="Lịch sử thay đổi")
    expect(last).to_contain_text("Lê Thị Bình")
    expect(last).to_contain_text(re.compile(r"23/11/2026"))
    expect_steps(leader, "6, 2, 0")
    expect(leader.get_by_role("button", name=re.compile("^Hoàn tác"))).to_have_count(0)
    check(page)
    last.get_by_role("button", name=re.compile("^Hoàn tác")).first.click()
    expect(page.get_by_text("Theo mặc định của hệ thống")).to_be_visible()
    expect_steps(page, "7, 3, 1, 0")
    assert watcher.complaints == []


def test_who_approves_is_set_and_the_profile_is_corrected(
    open_desk: OpenPage, watcher: Watcher
) -> None:
    page = open_desk("clerk", "/desk/cai-dat/duyet")
    page.locator("#edit").click()
    page.get_by_role("combobox", name="Người duyệt trả lời").select_option("head")
    press(page, "Lưu")
    expect(page.get_by_text("Đặt riêng cho xã Bến Lụa")).to_be_visible()
    press(page, "Theo mặc định")
    expect(page.get_by_text("Theo mặc định của hệ thống")).to_be_visible()
    page.get_by_role("link", name="Hồ sơ cơ quan").click()
    page.locator("#edit-office").click()
    page.get_by_label("Fax").fill("0298 3000 119")
    press(page, "Lưu")
    expect(page.get_by_role("definition").filter(has_text="0298 3000 119")).to_be_visible()
    page.get_by_role("link", name="Lịch sử thay đổi").click()
    trail = page.get_by_role("table", name="Lịch sử thay đổi")
    expect(trail).to_contain_text("0298 3000 119")
    expect(trail).to_contain_text("Người duyệt trả lời")
    check(page)
    trail.get_by_role("button", name=re.compile("^Hoàn tác: Fax")).first.click()
    expect(page.locator("#desk-status")).to_contain_text("Đã hoàn tác")
    assert watcher.complaints == []


def test_a_commune_goes_by_its_province(open_desk: OpenPage, watcher: Watcher) -> None:
    operator = open_desk("operator", "/desk/cai-dat/dia-phuong")
    press(operator, "Đổi cấp trên")
    operator.get_by_role("combobox", name="Cấp trên").fill(PROVINCE)
    press(operator, "Lưu")
    expect(operator.get_by_role("definition").filter(has_text=PROVINCE)).to_be_visible()
    clerk = open_desk("clerk", "/desk/cai-dat/nhac-viec", PHONE)
    for number in range(1, 6):
        operator.goto(re.sub(r"/desk/.*", f"/desk/cai-dat/nhac-viec?noi={number}", operator.url))
        if PROVINCE in operator.locator(".desk-office").inner_text():
            break
    set_ladder(operator, "8, 4")
    expect(clerk.get_by_text(f"Theo {PROVINCE}")).to_be_visible()
    expect_steps(clerk, "8, 4")
    set_ladder(clerk, "2")
    expect_steps(clerk, "2")
    press(clerk, f"Theo {PROVINCE}")
    expect_steps(clerk, "8, 4")
    check(clerk)
    assert watcher.complaints == []


@pytest.mark.parametrize("size", SIZES)
def test_every_part_is_sound(open_desk: OpenPage, watcher: Watcher, size: tuple[int, int]) -> None:
    page = open_desk("clerk", "/desk/cai-dat", size)
    for name in (*PARTS, "nhat-ky"):
        page.goto(re.sub(r"/desk/.*", f"/desk/cai-dat/{name}".rstrip("/"), page.url))
        expect(page.get_by_role("heading", name="Cài đặt")).to_be_visible()
        check(page)
    assert watcher.complaints == []
