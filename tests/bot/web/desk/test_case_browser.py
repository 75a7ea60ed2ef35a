"""One case in a browser: from receipt to what everybody may read."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Page, expect

from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from knowledge.calendar import load_calendar
from knowledge.cases.steps import Action
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address, Case
from storage.work import Work
from tests.bot.web.conftest import RunningSite, Watcher
from tests.bot.web.desk.conftest import OLD_SCREEN, PHONE, OpenPage, find_violations
from tests.factories.cases import TODAY, open_case
from tests.factories.desk_world import ECONOMY, PLACE
from tests.factories.talk import MONDAY

pytestmark = pytest.mark.slow
SIZES = pytest.mark.parametrize("size", [OLD_SCREEN, PHONE], ids=["screen", "phone"])
CONTENT = "Tôi là Nguyễn Văn Bình, số 0912 345 678. Đèn đường đầu thôn 4 hỏng, chị Sáu bị ngã"
DESK = CaseDesk(load_calendar())
expect.set_options(timeout=15_000)  # a machine that many tests share
STEPS = (
    ("Lê Thị Bình", Action.ACCEPT, Facts()),
    ("Lê Thị Bình", Action.ASSIGN, Facts()),
    ("Trần Văn An", Action.START, Facts()),
    ("Trần Văn An", Action.DRAFT, Facts(text="Đã thay bóng đèn.")),
)


def use(site: RunningSite, deed: Callable[[Work], Awaitable[Case]]) -> Case:
    """Do something in the site's database, as chat would."""

    async def run() -> Case:
        database = Database(site.database, Cipher([site.key]))
        try:
            async with database.write() as work:
                return await deed(work)
        finally:
            await database.close()

    with ThreadPoolExecutor(1) as beside:  # Playwright's own loop runs in this thread
        return beside.submit(lambda: asyncio.run(run())).result()


def send_in(site: RunningSite, number: int, *, steps: int = 0) -> Case:
    """Send a case in and let the world's people take the first steps with it."""

    async def deed(work: Work) -> Case:
        place = await work.localities.ensure(PLACE)
        case = await open_case(
            work, place.id, number=number, sender=Address("web", f"sender-{number}"),
            content=CONTENT, where="đầu thôn 4",
        )  # fmt: skip
        for name, action, facts in STEPS[:steps]:
            case = await move(work, case, name, action, facts)
        return case

    return use(site, deed)


async def move(work: Work, case: Case, name: str, action: Action, facts: Facts) -> Case:
    people = await work.people.list_all(on=TODAY)
    person = next(each for each in people if each.name == name)
    if action is Action.ASSIGN:
        office = await work.offices.ensure(case.locality_id, ECONOMY)
        facts = Facts(office_id=office.id, office=ECONOMY)
    found = await work.cases.get(case.id)
    assert found
    return await DESK.move(
        work, found, action, DESK.find_doer(found, None, person), facts, now=MONDAY
    )


def open_case_page(open_desk: OpenPage, who: str, case: Case, size: tuple[int, int]) -> Page:
    page = open_desk(who, f"/desk/phan-anh/{case.code}", size=size)
    expect(page.get_by_role("heading", name=f"Phản ánh {case.code}")).to_be_visible()
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def confirm(page: Page, name: str) -> None:
    """Press the button of the dialog on top."""
    page.locator("dialog[open]").last.get_by_role("button", name=name, exact=True).click()


def look(page: Page, name: str, size: tuple[int, int], *, is_full: bool = True) -> None:
    page.screenshot(path=f"/tmp/case-{name}-{size[0]}.png", full_page=is_full)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_from_receipt_to_the_public_page(
    open_desk: OpenPage, desk_site: RunningSite, watcher: Watcher, size: tuple[int, int]
) -> None:
    case = send_in(desk_site, 100 + size[0])
    clerk = open_case_page(open_desk, "clerk", case, size)
    expect(clerk.get_by_role("heading", name="Đơn vị phù hợp")).to_be_visible()
    look(clerk, "received", size)
    clerk.keyboard.press("t")
    look(clerk, "accept", size, is_full=False)
    confirm(clerk, "Xem trước")
    expect(clerk.get_by_text("đã được UBND xã Bến Lụa tiếp nhận")).to_be_visible()
    look(clerk, "foreseen", size, is_full=False)
    confirm(clerk, "Tiếp nhận")
    expect(clerk.locator(".case-head")).to_contain_text("Đã tiếp nhận, chờ phân công")
    press(clerk, "Giao đơn vị")
    offices = clerk.get_by_label("Đơn vị xử lý")
    offices.select_option(offices.locator("option", has_text=ECONOMY).get_attribute("value"))
    confirm(clerk, "Giao đơn vị")
    expect(clerk.locator(".case-head")).to_contain_text("Đã phân công")
    write_template(clerk, size)
    officer = open_case_page(open_desk, "officer", case, size)
    officer.get_by_label("Mẫu trả lời").select_option(label="Đã sửa")
    press(officer, "Thay toàn bộ")
    text = officer.get_by_label("Nội dung trả lời người gửi")
    expect(text).to_have_value(f"Trả lời {case.code}: {ECONOMY} đã sửa xong.")
    text.press("End")
    text.type(" Cảm ơn bà Nguyễn Thị Lành.")
    look(officer, "editor", size)
    text.press("Control+Enter")
    expect(officer.locator(".case-head")).to_contain_text("Chờ duyệt dự thảo")
    leader = open_case_page(open_desk, "leader", case, size)
    leader.keyboard.press("d")
    expect(leader.locator("dialog[open]")).to_contain_text("bà Nguyễn Thị Lành")
    leader.get_by_label("Số văn bản").fill("46/UBND")
    leader.get_by_label("Ngày văn bản").fill("23/11/2026")
    leader.get_by_label("Người ký").fill("Chủ tịch Nguyễn Thị Hạnh")
    look(leader, "approve", size, is_full=False)
    confirm(leader, "Duyệt dự thảo")
    expect(clerk.locator(".case-head")).to_contain_text("Đã duyệt")  # live, on another's page
    press(clerk, "Gửi trả lời")
    confirm(clerk, "Xem trước")
    expect(clerk.locator("dialog[open]").last).to_contain_text("46/UBND")
    confirm(clerk, "Gửi trả lời")
    expect(clerk.locator(".case-head")).to_contain_text("Đã trả lời")
    publish(clerk, size)
    clerk.goto(f"{desk_site.url}/ket-qua/{case.code}")
    expect(clerk.locator("article")).to_contain_text("Đèn đường đầu thôn 4 hỏng nặng")
    assert "Bình" not in clerk.locator("article").inner_text()
    assert "Lành" not in clerk.locator("article").inner_text()
    assert watcher.complaints == []


def write_template(clerk: Page, size: tuple[int, int]) -> None:
    if clerk.locator("#case-template option", has_text="Đã sửa").count():
        return
    press(clerk, "Quản lý mẫu")
    confirm(clerk, "Thêm mẫu")
    clerk.get_by_label("Tên mẫu").fill("Đã sửa")
    clerk.get_by_label("Nội dung", exact=True).or_(
        clerk.get_by_label("Nội dung *", exact=True)
    ).fill("Trả lời {ma}: {don_vi} đã sửa xong.")
    look(clerk, "template", size, is_full=False)
    confirm(clerk, "Lưu")
    expect(clerk.locator("#case-template option", has_text="Đã sửa")).to_have_count(1)


def publish(clerk: Page, size: tuple[int, int]) -> None:
    expect(clerk.locator("dialog[open]")).to_have_count(0)
    clerk.keyboard.press("c")
    dialog = clerk.locator("dialog[open]")
    expect(dialog.locator(".case-hidden").first).to_be_visible()
    look(clerk, "publication", size, is_full=False)
    content = dialog.get_by_label("Nội dung phản ánh công khai")
    content.fill("Đèn đường đầu thôn 4 hỏng nặng, gọi 0912 345 678")
    confirm(clerk, "Công khai")
    expect(dialog).to_contain_text("Câu chữ vừa sửa đã được kiểm tra lại")
    expect(dialog.locator(".public-card")).not_to_contain_text("0912")
    dialog.locator(".public-card").scroll_into_view_if_needed()
    look(clerk, "publication-edited", size, is_full=False)
    confirm(clerk, "Công khai")
    expect(dialog).to_have_count(0)
    expect(clerk.get_by_role("link", name="Xem trang công khai")).to_be_visible()


def test_what_is_written_survives_what_others_do(
    open_desk: OpenPage, desk_site: RunningSite, watcher: Watcher
) -> None:
    case = send_in(desk_site, 31, steps=3)
    officer = open_case_page(open_desk, "officer", case, OLD_SCREEN)
    text = officer.get_by_label("Nội dung trả lời người gửi")
    text.fill("Bản tôi đang viết dở")
    use(desk_site, lambda work: move(work, case, "Phạm Văn Cường", Action.DRAFT,
                                     Facts(text="Bản của trưởng phòng")))  # fmt: skip
    expect(officer.locator(".case-head")).to_contain_text("Chờ duyệt dự thảo")
    expect(text).to_have_value("Bản tôi đang viết dở")
    officer.reload()
    expect(text).to_have_value("Bản tôi đang viết dở")
    text.press("Control+Enter")
    dialog = officer.locator("dialog[open]")
    expect(dialog.get_by_role("deletion").filter(has_text="trưởng")).to_be_visible()
    look(officer, "overtaken", OLD_SCREEN, is_full=False)
    confirm(officer, "Lưu bản của tôi")
    expect(officer.locator("#case-answer")).to_contain_text("Bản tôi đang viết dở")
    assert watcher.complaints == []


def test_who_comes_second_reads_who_was_first(open_desk: OpenPage, desk_site: RunningSite) -> None:
    case = send_in(desk_site, 33)
    clerk = open_case_page(open_desk, "clerk", case, OLD_SCREEN)
    press(clerk, "Tiếp nhận")
    use(desk_site, lambda work: move(work, case, "Nguyễn Thị Hạnh", Action.ACCEPT, Facts()))
    confirm(clerk, "Xem trước")
    alert = clerk.locator("dialog[open]").get_by_role("alert")
    expect(alert).to_contain_text(re.compile("vừa được Nguyễn Thị Hạnh tiếp nhận"))
    confirm(clerk, "Hủy")
    expect(clerk.locator("dialog[open]")).to_have_count(0)
    clerk.keyboard.press("?")
    expect(clerk.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    look(clerk, "keys", OLD_SCREEN, is_full=False)
