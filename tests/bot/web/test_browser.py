"""The chat as a citizen meets it, in Chromium."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from bot.web import words
from bot.web.visits import CHAT_COOKIE
from handlers.texts import say
from storage.cipher import digest_secret
from tests.bot.web.conftest import ROOT, RunningSite, Watcher
from tests.bot.web.serve import ANSWER, FEEDBACK, NOTHING, TOLD
from tests.factories.photos import PLACE, write_jpeg

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=document.title='hacked'> {{ 7*7 }} `${1}`\n</script><b>đậm</b>"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: MOTCUA_SCREENSHOTS, or a folder of the test."""
    folder = Path(os.environ.get("MOTCUA_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def open_chat(page: Page, running: RunningSite) -> None:
    page.goto(running.url)
    expect(page.get_by_role("log")).to_contain_text("xin chào")


def say_and_hear(page: Page, text: str, answer: str) -> None:
    heard = page.locator(".line.bot").count()
    page.get_by_label(words.INPUT).fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".line.bot")).to_have_count(heard + 1)
    expect(page.locator(".line.bot .line-text").last).to_have_text(answer)
    expect(page.get_by_label(words.INPUT)).to_have_value("")


def test_a_conversation(page: Page, running: RunningSite, watcher: Watcher, pictures: Path) -> None:
    open_chat(page, running)
    page.screenshot(path=pictures / "chat-first-390.png")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trợ lý tự động UBND xã Bến Lụa")
    expect(page.get_by_text(re.compile("Không gửi ảnh giấy tờ tùy thân"))).to_be_visible()
    say_and_hear(page, "hạn rà soát thủ tục là khi nào ạ", ANSWER)
    assert page.locator(".line.bot .line-text").last.inner_text() == ANSWER  # its lines are kept
    page.screenshot(path=pictures / "chat-answer-390.png")
    page.get_by_role("button", name="Gửi phản ánh").click()
    expect(page.locator(".line.own .line-text").last).to_have_text("phản ánh")
    expect(page.locator(".line.bot .line-text").last).to_have_text(FEEDBACK)
    expect(page.locator(".chat-choice")).to_have_text(["Huỷ"])
    page.reload()
    expect(page.locator(".line .line-text")).to_have_count(5)
    expect(page.locator(".line .line-text").nth(2)).to_have_text(ANSWER)
    expect(page.locator(".chat-choice")).to_have_text(["Huỷ"])
    page.set_viewport_size({"width": 1366, "height": 768})
    page.screenshot(path=pictures / "chat-1366.png")
    assert {urlsplit(url).netloc for url in watcher.asked if not url.startswith("data:")} == {
        urlsplit(running.url).netloc
    }
    assert watcher.complaints == []
    assert list(running.folder.iterdir()) == []  # NiceGUI keeps nothing on disk


def test_two_tabs_show_one_thread(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    say_and_hear(page, "xin chào", NOTHING)
    second = page.context.new_page()
    second.goto(running.url)
    expect(second.locator(".line.own .line-text")).to_have_text(["xin chào"])
    say_and_hear(second, "hạn nộp báo cáo", ANSWER)
    expect(page.locator(".line .line-text").last).to_have_text(ANSWER)
    expect(page.locator(".line.own .line-text")).to_have_text(["xin chào", "hạn nộp báo cáo"])


def test_messages_stand_in_the_order_of_the_thread(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    for text in ("chờ", "hạn nộp", "chờ"):
        page.get_by_label(words.INPUT).fill(text)
        page.keyboard.press("Enter")
        expect(page.get_by_label(words.INPUT)).to_have_value("")
    expect(page.locator(".line.bot")).to_have_count(4)
    expect(page.get_by_role("status")).to_have_text("")
    shown = page.locator(".line .line-text").all_inner_texts()
    page.reload()
    expect(page.locator(".line")).to_have_count(7)
    assert page.locator(".line .line-text").all_inner_texts() == shown


def read_user(page: Page) -> str:
    secrets = {cookie.get("name"): cookie.get("value", "") for cookie in page.context.cookies()}
    return digest_secret(secrets[CHAT_COOKIE])


def test_a_notice_appears_by_itself(page: Page, running: RunningSite, browser: Browser) -> None:
    open_chat(page, running)
    official = browser.new_page()
    open_chat(official, running)
    official.get_by_label(words.INPUT).fill(f"nhắn {read_user(page)}")
    official.keyboard.press("Enter")
    expect(page.locator(".line.bot .line-text").last).to_have_text(TOLD)
    expect(official.locator(".line.bot")).to_have_count(1)
    official.close()


def test_a_reply_of_another_process_appears(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    command = [sys.executable, "-m", "tests.bot.web.tell", running.database, running.key]
    subprocess.run([*command, read_user(page), TOLD], cwd=ROOT, check=True)
    expect(page.locator(".line.bot .line-text").last).to_have_text(TOLD, timeout=15_000)


def test_photos_are_chosen_sent_and_seen_again(
    page: Page, running: RunningSite, watcher: Watcher, pictures: Path, tmp_path: Path
) -> None:
    street, film = tmp_path / "bãi rác.jpg", tmp_path / "phim.mp4"
    street.write_bytes(write_jpeg())
    with film.open("wb") as long:
        long.truncate(21 * 1024 * 1024)
    open_chat(page, running)
    page.get_by_label(words.ATTACH).set_input_files([street, film])
    expect(page.locator("#chat-chosen-names")).to_have_text(
        words.CHOSEN.format(count=1, names="bãi rác.jpg")
    )
    expect(page.locator("#chat-file-note")).to_contain_text("Video “phim.mp4” quá 20 MB")
    page.get_by_label(words.INPUT).fill("rác trước chợ")
    page.screenshot(path=pictures / "chat-files-390.png")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own .line-text").last).to_have_text("rác trước chợ")
    expect(page.locator(".line.bot")).to_have_count(2)
    expect(page.get_by_label(words.INPUT)).to_have_value("")
    expect(page.locator("#chat-chosen")).to_be_hidden()
    expect(page.locator("#chat-file-note")).to_have_text("")
    link = page.get_by_role("link", name="Ảnh: bãi rác.jpg")
    page.screenshot(path=pictures / "chat-files-sent-390.png")
    seen = page.request.get(running.url + str(link.get_attribute("href")))
    assert (seen.status, seen.headers["content-type"]) == (200, "image/jpeg")
    assert PLACE.encode() not in seen.body()
    assert watcher.complaints == []


def test_files_wait_when_the_network_is_gone(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    photo = FilePayload(name="a.jpg", mimeType="image/jpeg", buffer=write_jpeg())
    page.get_by_label(words.ATTACH).set_input_files([photo])
    page.route("**/chat/files", lambda route: route.abort())
    page.get_by_role("button", name=words.SEND, exact=True).click()
    expect(page.locator("#chat-file-note")).to_have_text(say("file_upload_failed"))
    page.unroute("**/chat/files")
    page.get_by_role("button", name=words.SEND, exact=True).click()
    expect(page.get_by_role("link", name="Ảnh: a.jpg")).to_be_visible()
    page.get_by_label(words.ATTACH).set_input_files([photo] * 12)
    expect(page.locator("#chat-file-note")).to_have_text(words.TOO_MANY.format(limit=10))
    page.get_by_role("button", name=words.DROP_FILES).click()
    expect(page.locator("#chat-chosen")).to_be_hidden()


def test_strangers_do_not_share_a_thread(
    page: Page, running: RunningSite, browser: Browser
) -> None:
    open_chat(page, running)
    say_and_hear(page, "chuyện riêng", NOTHING)
    stranger = browser.new_page()
    open_chat(stranger, running)
    expect(stranger.locator(".line")).to_have_count(1)
    stranger.close()


def test_text_is_never_markup(page: Page, running: RunningSite, watcher: Watcher) -> None:
    open_chat(page, running)
    say_and_hear(page, HOSTILE, NOTHING)
    assert page.locator(".line.own .line-text").inner_text() == HOSTILE
    page.reload()
    expect(page.locator(".line.own .line-text")).to_have_count(1)
    assert page.locator(".line.own .line-text").inner_text() == HOSTILE
    assert page.title() == "Trợ lý tự động UBND xã Bến Lụa"
    assert watcher.complaints == []


def test_waiting_keys_and_limits(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    box = page.get_by_label(words.INPUT)
    box.fill("   \n ")
    page.get_by_role("button", name=words.SEND, exact=True).click()
    box.fill("chờ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(words.WAITING)
    expect(page.locator(".chat-choice")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")
    expect(page.locator(".line.own")).to_have_count(1)  # the empty text was not sent
    box.fill("một")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("hai")
    expect(box).to_have_value("một\nhai")
    box.fill("x" * 5000)
    expect(page.locator("#chat-count")).to_have_text("5.000/4.000 ký tự")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(say("too_long", limit=4000))
    expect(box).to_have_value("x" * 5000)
    expect(page.locator(".line.own")).to_have_count(1)


def measure_gap(page: Page) -> float:
    """Give the pixels between what is seen and the end of the thread."""
    page.wait_for_timeout(300)
    view = "document.getElementById('chat-view')"
    return float(page.evaluate(f"{view}.scrollHeight - {view}.scrollTop - {view}.clientHeight"))


def test_too_many_messages_are_refused_kindly(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    for number in range(20):
        page.get_by_label(words.INPUT).fill(f"tin {number}")
        page.keyboard.press("Enter")
        expect(page.get_by_label(words.INPUT)).to_have_value("")
    page.get_by_label(words.INPUT).fill("tin nữa")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(say("too_fast"))
    assert measure_gap(page) < 2  # the newest message is not hidden behind the sentence
    expect(page.get_by_label(words.INPUT)).to_have_value("tin nữa")


def test_keyboard_alone_reaches_everything(page: Page, running: RunningSite) -> None:
    open_chat(page, running)
    seen, log = [], page.get_by_role("log").text_content()
    for _ in range(11):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("document.activeElement.textContent || document.activeElement.id")
        )
    assert seen[:3] == ["Kết quả xử lý", "Tra cứu", "Quyền riêng tư"]
    assert seen[3:] == ["113", "114", "115", log, "Gửi phản ánh", "chat-files", "chat-box", "Gửi"]
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".line.bot .line-text").last).to_have_text(FEEDBACK)


def tab_to(page: Page, wanted: str, *, key: str = "Tab") -> None:
    """Press a key until the focus is on what has this text or id."""
    for _ in range(20):
        page.keyboard.press(key)
        active = "document.activeElement.textContent || document.activeElement.id"
        if page.evaluate(active) == wanted:
            return
    raise AssertionError(f"{key} does not reach {wanted!r}")


def test_a_small_phone_with_keys_alone(page: Page, running: RunningSite) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    open_chat(page, running)
    tab_to(page, "chat-box")
    page.keyboard.type("hạn rà soát thủ tục")
    page.keyboard.press("Enter")
    answer = page.locator(".line.bot .line-text").last
    expect(answer).to_have_text(ANSWER)
    tab_to(page, "Ai chủ trì?", key="Shift+Tab")
    choice = page.get_by_role("group", name=words.CHOICES).get_by_role("button", name="Ai chủ trì?")
    expect(choice).to_be_focused()
    expect(choice).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator(".line.own .line-text").last).to_have_text("ai chủ trì?")
    expect(answer).to_have_text(NOTHING)
    log = page.get_by_role("log", name=words.THREAD)
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log.get_by_role("article")).to_have_count(5)


@pytest.mark.parametrize("width", [320, 360, 390, 1366])
def test_nothing_overflows_and_targets_are_large(
    page: Page, running: RunningSite, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    open_chat(page, running)
    say_and_hear(page, "hạn " + "dài" * 60, ANSWER)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("document.documentElement.scrollHeight") == 740
    for target in page.locator("button:visible, textarea").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44


def test_the_page_recovers_when_the_server_comes_back(page: Page, mortal: RunningSite) -> None:
    running = mortal
    open_chat(page, running)
    say_and_hear(page, "hạn nộp báo cáo", ANSWER)
    page.get_by_label(words.INPUT).fill("viết dở")
    running.kill()
    expect(page.get_by_text(words.CONNECTION["connection_lost"])).to_be_visible()
    with page.expect_navigation(timeout=40_000):
        running.start()
    expect(page.locator(".line .line-text").last).to_have_text(ANSWER)
    expect(page.get_by_label(words.INPUT)).to_have_value("viết dở")
    say_and_hear(page, "xin chào", NOTHING)


def test_what_came_while_the_server_was_down_is_shown(page: Page, mortal: RunningSite) -> None:
    open_chat(page, mortal)
    say_and_hear(page, "hạn nộp báo cáo", ANSWER)
    assert mortal.stop() == 0
    expect(page.get_by_text(words.CONNECTION["connection_lost"])).to_be_visible()
    command = [sys.executable, "-m", "tests.bot.web.tell", mortal.database, mortal.key]
    subprocess.run([*command, read_user(page), TOLD], cwd=ROOT, check=True)
    with page.expect_navigation(timeout=40_000):
        mortal.start()
    expect(page.locator(".line .line-text").nth(2)).to_have_text(ANSWER)
    expect(page.locator(".line .line-text").last).to_have_text(TOLD)
    say_and_hear(page, "xin chào", NOTHING)


def test_an_open_page_does_not_hold_up_the_stop(page: Page, mortal: RunningSite) -> None:
    open_chat(page, mortal)
    assert mortal.stop() == 0


def test_public_pages_fit_a_small_old_phone(
    browser: Browser, running: RunningSite, watcher: Watcher
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 568}, java_script_enabled=False)
    watcher.watch(page)
    for path in ("/ket-qua", "/quyen-rieng-tu", "/tra-cuu"):
        page.goto(running.url + path)
        expect(page.get_by_role("navigation")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Mã phản ánh").fill("pa261123 00000")
    page.get_by_role("button", name="Tra cứu").click()
    expect(page.get_by_role("status")).to_contain_text("Mã phản ánh chưa đúng")
    assert page.url == f"{running.url}/tra-cuu"
    assert watcher.complaints == []
    page.close()
