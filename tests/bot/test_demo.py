"""`make run-demo`: phones on a page, with the program and doubles behind it."""

import contextlib
import datetime as dt
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from knowledge.calendar import load_calendar
from tests.bot.web.conftest import ARGUMENTS, CHROMIUM, ROOT, Watcher
from tests.doubles.base import Fault
from tests.doubles.demo.clock import MovableClock, find_morning
from tests.doubles.demo.people import CITIZEN, CLERK, OFFICER, READER, Person
from tests.doubles.demo.phones import BLOCKED, BUSY, HANOI, OFFLINE, Handset
from tests.doubles.demo.switches import Switches
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_text import ApiError

PATIENCE = 30_000  # milliseconds
SATURDAY = dt.datetime(2026, 11, 21, 9, 0, tzinfo=HANOI)


def hold_phone(double: TelegramDouble) -> Handset:
    return Handset(READER, double.phone(READER.user), Switches(), lambda: SATURDAY, "MOI-1")


def test_the_next_morning_is_a_working_days() -> None:
    calendar = load_calendar()
    monday = dt.datetime(2026, 11, 23, 7, 30, tzinfo=HANOI)
    assert find_morning(SATURDAY, calendar) == monday
    assert find_morning(monday - dt.timedelta(minutes=1), calendar) == monday
    wednesday = monday + dt.timedelta(days=2)  # the 24th is a public holiday since 2026
    assert find_morning(monday, calendar) == wednesday


def test_it_begins_in_office_hours() -> None:
    clock = MovableClock(SATURDAY - dt.datetime.now(dt.UTC))
    clock.start()
    assert f"{clock.now().astimezone(HANOI):%d/%m %H:%M}" == "23/11 07:30"
    clock = MovableClock(SATURDAY - dt.timedelta(days=1) - dt.datetime.now(dt.UTC))
    clock.start()
    assert f"{clock.now().astimezone(HANOI):%d/%m %H:%M}" == "20/11 09:00"


def test_the_clock_moves_on_only() -> None:
    clock = MovableClock()
    before = clock.now()
    clock.move_to("week")
    assert clock.now() - before >= dt.timedelta(days=7)
    clock.move_to("morning")
    assert (clock.now().astimezone(HANOI).hour, clock.now().astimezone(HANOI).minute) == (7, 30)


async def test_a_phone_shows_what_passed_in_its_order() -> None:
    double = TelegramDouble()
    handset = hold_phone(double)
    await handset.says("xin chào")
    chat = double.store.open_chat(READER.user)
    keyboard = {"inline_keyboard": [[{"text": "Gửi phản ánh", "callback_data": "1"}]]}
    assert handset.phone.heard() == []
    await double._methods["sendMessage"](
        {"chat_id": READER.user, "text": "Chào Ông/Bà.", "reply_markup": keyboard}
    )
    assert [line["buttons"] for line in handset.describe()["lines"]] == [[], ["Gửi phản ánh"]]
    await handset.presses("Gửi phản ánh")
    next(iter(chat.posted.values())).message.pop("reply_markup")
    await handset.says("MOI-1")
    told = handset.describe()
    assert [(line["by"], line["text"], line["buttons"]) for line in told["lines"]] == [
        ("own", "xin chào", []),
        ("bot", "Chào Ông/Bà.", []),
        ("note", "Đã bấm “Gửi phản ánh”", []),
        ("own", "MOI-1", []),
    ]
    assert told["lines"][0]["at"] == "09:00"
    assert told["code"] == ""


async def test_faults_stay_until_they_are_switched_off() -> None:
    double = TelegramDouble()
    handset = hold_phone(double)
    switches = handset.switches
    assert switches.take("sendMessage", by_chance=True) is Fault.NONE
    await handset.switch(BUSY, on=True)
    assert switches.take("sendMessage", by_chance=True) is Fault.BUSY
    assert switches.take("getUpdates") is Fault.NONE
    await handset.switch(OFFLINE, on=True)
    assert {switches.take("getUpdates") for _ in range(3)} == {Fault.BROKEN}
    await handset.switch(BLOCKED, on=True)
    with pytest.raises(ApiError):
        double.store.find_chat({"chat_id": READER.user})
    assert handset.describe()["faults"] == [OFFLINE, BUSY, BLOCKED]
    for kind in (OFFLINE, BUSY, BLOCKED):
        await handset.switch(kind, on=False)
    assert handset.describe()["faults"] == []
    assert double.store.find_chat({"chat_id": READER.user})


@dataclass
class RunningDemo:
    """The demonstration in a process of its own."""

    url: str
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    folder = tmp_path_factory.mktemp("demo")
    page, web = find_ports()
    command = [sys.executable, "-m", "tests.doubles.demo", "--page", str(page), "--web", str(web)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    environment.pop("PYTEST_CURRENT_TEST", None)  # NiceGUI behaves otherwise under it
    environment["MOTCUA_DATABASE_URL"] = "postgresql://an.office.of.its.own/never-touched"
    process = subprocess.Popen(command, cwd=folder, env=environment, text=True)
    running = RunningDemo(f"http://127.0.0.1:{page}", process)
    deadline = time.monotonic() + 90
    while not is_up(f"http://127.0.0.1:{web}/healthz"):
        assert process.poll() is None, "the demonstration did not start"
        assert time.monotonic() < deadline
        time.sleep(0.1)
    yield running
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert list(folder.iterdir()) == []  # nothing is left behind


def find_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def is_up(url: str) -> bool:
    with contextlib.suppress(OSError):
        return bool(urllib.request.urlopen(url, timeout=5).status == 200)
    return False


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: MOTCUA_SCREENSHOTS, or a folder of the test."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(not shutil.which(CHROMIUM), reason=f"{CHROMIUM} is not installed")
def test_people_talk_on_their_phones(demo: RunningDemo, pictures: Path) -> None:
    watcher = Watcher()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="vi-VN")
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        watcher.watch(page)
        page.goto(demo.url)
        officials_join(page)
        code = report_on_zalo(page)
        click_hint(page, READER, "Hạn nộp báo cáo tự kiểm tra", "Nguồn: ")
        click_hint(page, OFFICER, "việc của tôi", "việc chưa hoàn thành")
        answer_on_telegram(page, code)
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=pictures / "demo.png")
        wait_out_a_fault(page)
        wake_next_morning(page)
        let_a_human_answer(page)
        use_a_small_screen(page, pictures)
        browser.close()
    assert watcher.complaints == []
    asked = {url.split("/")[2] for url in watcher.asked if url.startswith("http")}
    assert asked == {demo.url.split("/")[2]}


def find_phone(page: Page, person: Person) -> Locator:
    return page.get_by_role("region", name=person.title)


def heard(page: Page, person: Person) -> Locator:
    return find_phone(page, person).locator(".line.bot")


def say(page: Page, person: Person, text: str, answer: str) -> None:
    phone = find_phone(page, person)
    before = heard(page, person).count()
    phone.get_by_role("textbox", name="Tin nhắn gửi").fill(text)
    phone.get_by_role("button", name="Gửi", exact=True).click()
    expect(heard(page, person).nth(before)).to_contain_text(answer)


def click_hint(page: Page, person: Person, hint: str, answer: str) -> None:
    before = heard(page, person).count()
    find_phone(page, person).get_by_role("button", name=hint).click()
    expect(heard(page, person).nth(before)).to_contain_text(answer)


def officials_join(page: Page) -> None:
    for person, office in ((OFFICER, "Phòng Kinh tế"), (CLERK, "Văn phòng HĐND và UBND xã")):
        click_hint(page, person, "Gửi mã liên kết", office)
        expect(find_phone(page, person).get_by_text("Gửi mã liên kết")).to_have_count(0)


def report_on_zalo(page: Page) -> str:
    """Report something with a photo; give the code."""
    click_hint(page, CITIZEN, "tôi muốn phản ánh", "Xin Ông/Bà cho biết")
    say(page, CITIZEN, "Ổ gà lớn ngập nước trước cổng trường tiểu học thôn Đình", "ghi được")
    phone = find_phone(page, CITIZEN)
    phone.get_by_label("Gửi thứ khác").click()
    phone.get_by_role("button", name="Ảnh mẫu").click()
    expect(phone.get_by_role("img", name="Ảnh")).to_be_visible()
    expect(heard(page, CITIZEN).filter(has_text="Đã nhận 1 ảnh")).to_have_count(1)
    say(page, CITIZEN, "Nguyễn Thị Hoa, 0912345678, thôn Đình", "Kèm theo: 1 ảnh")
    say(page, CITIZEN, "gửi", "Mã phản ánh: PA")
    found = re.search(r"PA\d{6}-\w{6}", heard(page, CITIZEN).last.inner_text())
    assert found
    return found[0]


def answer_on_telegram(page: Page, code: str) -> None:
    """See the case with its photo, and press a button, which goes."""
    phone = find_phone(page, CLERK)
    click_hint(page, CLERK, "việc PAKN", code)
    phone.get_by_role("button", name=f"Xem {code}").last.click()
    expect(heard(page, CLERK).get_by_role("img", name="Ảnh")).to_be_visible()
    key = phone.get_by_role("button", name="Tiếp nhận, giao Phòng Kinh tế")
    key.click()
    expect(key).to_have_count(0)
    expect(heard(page, OFFICER).filter(has_text=code)).not_to_have_count(0)


def wait_out_a_fault(page: Page) -> None:
    """What is said while the service is away is answered when it is back."""
    phone = find_phone(page, READER)
    phone.get_by_text("Thử sự cố").click()
    phone.get_by_label("Dịch vụ mất mạng").check()
    expect(phone.get_by_text("Đang có sự cố")).to_be_visible()
    before = heard(page, READER).count()
    phone.get_by_role("textbox", name="Tin nhắn gửi").fill("thứ Bảy có làm việc không?")
    page.keyboard.press("Enter")
    expect(phone.locator(".line.own").last).to_contain_text("thứ Bảy")
    expect(heard(page, READER)).to_have_count(before)
    phone.get_by_text("Đang có sự cố").click()
    phone.get_by_label("Dịch vụ mất mạng").uncheck()
    expect(heard(page, READER).nth(before)).to_contain_text("07:30")


def wake_next_morning(page: Page) -> None:
    """Officials are told in the morning what lies before them."""
    before = heard(page, CLERK).count()
    today = page.locator("#now").inner_text().partition(",")[0]
    page.get_by_role("button", name="Tới sáng hôm sau").click()
    expect(page.locator("#now")).not_to_contain_text(today)
    expect(heard(page, CLERK)).not_to_have_count(before)


def let_a_human_answer(page: Page) -> None:
    """While a human answers in the account's window, the bot keeps silent."""
    phone = find_phone(page, CITIZEN)
    phone.get_by_text("Thử sự cố").click()
    phone.get_by_role("button", name="Trả lời").click()
    expect(heard(page, CITIZEN).last).to_contain_text("tôi là cán bộ trực")
    before = heard(page, CITIZEN).count()
    phone.get_by_role("textbox", name="Tin nhắn gửi").fill("cảm ơn anh")
    page.keyboard.press("Enter")
    say(page, READER, "cảm ơn", "")  # what came later was answered: the silence is meant
    assert heard(page, CITIZEN).count() == before


def use_a_small_screen(page: Page, pictures: Path) -> None:
    """Use one phone with keys alone."""
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    tab = page.get_by_role("button", name=CLERK.title)
    tab.focus()
    page.keyboard.press("Enter")
    expect(find_phone(page, CLERK)).to_be_visible()
    expect(find_phone(page, OFFICER)).to_be_hidden()
    before = heard(page, CLERK).count()
    find_phone(page, CLERK).get_by_role("textbox").focus()
    page.keyboard.type("việc của tôi")
    page.keyboard.press("Enter")
    expect(heard(page, CLERK)).not_to_have_count(before)
    page.screenshot(path=pictures / "demo-360.png")
