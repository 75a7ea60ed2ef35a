"""An open page: what it says when something fails, and who has no business there any more."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.app import App
from bot.web.desk import build_pages
from bot.web.desk.live import Ear, Watch
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import LONGEST, Field, read_filled
from bot.web.elements import Tag
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from storage.values import Role, Topic
from storage.work import Work
from tests.bot.web.desk.test_frame import enter

GONE = "Nội dung này không còn"
PATH = "/desk/thu-nghiem"


@dataclass
class Opened:
    """A page with one part, whose reading can be made to fail; `scripts` were sent to it."""

    page: DeskPage
    failing: list[Exception]
    scripts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands on the page."""
        return "\n".join(each.text for each in self.page.client.elements.values()
                         if isinstance(each, Tag))  # fmt: skip


Open = Callable[[], Awaitable[Opened]]


@pytest.fixture
def open_page(app: App, visitor: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> Open:
    async def open_() -> Opened:
        desk, counted = build_pages(app), iter(range(100))
        failing: list[Exception] = []
        pages: list[DeskPage] = []

        def build(view: tuple[str, int]) -> None:
            Tag("p", view[0])

        async def read(_work: Work, who: Visitor) -> tuple[str, int]:
            who.check(Power.VIEW_TODAY)
            if failing:
                raise failing[0]
            return f"việc {next(counted)} của {who.name}", 0

        @desk.page(PATH, power=Power.VIEW_TODAY, title="Thử")
        async def show(page: DeskPage) -> None:
            pages.append(page)
            await page.live({Topic.DUE}, lambda: page.read(read), build)

        await enter(app, visitor, Role.CLERK)
        assert (await visitor.get(PATH)).status_code == 200
        opened = Opened(pages[0], failing)

        def run(_self: Any, code: str) -> None:
            opened.scripts.append(code)

        monkeypatch.setattr("nicegui.Client.run_javascript", run)
        return opened

    return open_


async def test_what_vanishes_while_a_page_is_open_is_said_in_its_place(open_page: Open) -> None:
    opened = await open_page()
    assert "việc 0 của Lê Thị Bình" in opened.text
    opened.failing.append(HandlerError("desk_gone"))
    await opened.page.refresh({Topic.DUE})
    assert GONE in opened.text
    assert "việc 0" not in opened.text
    opened.failing.clear()
    await opened.page.refresh({Topic.DUE})
    assert "việc 1" in opened.text
    assert GONE not in opened.text


async def test_what_is_done_is_done_though_it_cannot_be_shown(open_page: Open) -> None:
    opened = await open_page()

    async def deed() -> str:
        return "xong"

    for error in (HandlerError("desk_gone"), RuntimeError("dữ liệu riêng")):
        opened.failing[:] = [error]
        assert await opened.page.do(deed, said="Đã lưu.") == "xong"
        assert "Đã lưu." in opened.text
        assert "riêng" not in opened.text


async def test_a_failure_outside_a_deed_is_said_without_its_words(
    open_page: Open, caplog: pytest.LogCaptureFixture
) -> None:
    opened = await open_page()
    with opened.page.client:
        opened.page.client.handle_exception(RuntimeError("số điện thoại 0912345678"))
        assert "hệ thống đang bận" in opened.text
        opened.page.client.handle_exception(HandlerError("desk_gone"))
        assert GONE in opened.text
    assert "0912345678" not in opened.text + caplog.text


async def test_who_is_let_in_no_more_is_led_to_the_login(app: App, open_page: Open) -> None:
    opened = await open_page()
    async with app.database.write() as work:
        await work.logins.close_session(opened.page.visitor.session.digest)
    await opened.page._follow_once({Topic.DUE})
    assert opened.scripts == ['location.assign("/vao")']


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER])
async def test_another_role_opens_the_page_anew(app: App, open_page: Open, role: Role) -> None:
    opened = await open_page()
    async with app.database.write() as work:
        assert opened.page.visitor.person
        await work.people.set_role(opened.page.visitor.person.id, role)
    await opened.page._follow_once(set())
    assert opened.scripts == ["location.reload()"]


async def test_what_could_not_be_read_is_looked_at_again(open_page: Open) -> None:
    opened = await open_page()
    opened.failing.append(OSError("cơ sở dữ liệu vắng"))
    await opened.page._follow_once({Topic.DUE})
    assert opened.page._ear.take() == {Topic.DUE}


async def test_addresses_reach_the_browser_as_json(open_page: Open) -> None:
    opened = await open_page()
    hostile = "'\"\\\n</script>\u2028😀"
    opened.page.note(tim=hostile)
    opened.page.go(f"/desk/{hostile}")
    assert "\u2028" not in "".join(opened.scripts)
    assert "\n" not in "".join(opened.scripts)
    assert opened.scripts[1].startswith('location.assign("/desk/\'\\"\\\\\\n')


@pytest.mark.parametrize(
    "sent",
    [
        None,
        1,
        "x",
        {},
        [None],
        [["a"]],
        [["a", 1]],
        [["a", "x", "y"]],
        [[["a"], "x"]],
        [["b", "x"]],
    ],
)
def test_what_no_form_sends_is_nothing(sent: object) -> None:
    filled = read_filled([Field("a", "Tên")], sent)
    assert filled.get("a") == ""
    assert filled.number("a") is None


def test_what_is_sent_can_be_stored_or_is_refused() -> None:
    filled = read_filled([Field("a", "Tên", longest=5)], [["a", "Ð\0\ud800è\u202en"]])
    assert filled.get("a") == "Ðè\u202en"
    filled.check()
    huge = read_filled([Field("a", "Tên")], [["a", "x" * 10**6]])
    assert len(huge.get("a")) == LONGEST + 1
    with pytest.raises(HandlerError, match="desk_field_long"):
        huge.check()


@pytest.mark.parametrize(
    "text", ["0001-01-01", "01/01/0001", "31/12/9999", "9999-12-31", "31/2/2026"]
)
def test_no_day_is_beyond_reckoning(text: str) -> None:
    with pytest.raises(HandlerError, match="desk_day_wrong"):
        read_filled([Field("a", "Ngày", "date")], [["a", text]]).day("a")


async def test_a_place_in_the_address_is_a_number_or_nothing(
    app: App, visitor: httpx.AsyncClient
) -> None:
    await enter(app, visitor, None)
    for text in ("9" * 5000, "-1", "²", "1;drop"):
        answer = await visitor.get("/desk", params={"noi": text})
        assert answer.status_code == 200, text


async def test_what_changes_before_a_page_listens_is_heard(app: App) -> None:
    async with app.database.read() as work:
        known = await work.stamps.read()
    ear = Ear(known)
    ear.compare(known)
    assert not ear.event.is_set()
    ear.compare(dict(known) | {Topic.DUE: ("khác",)})
    assert ear.take() == {Topic.DUE}
    watch = Watch(app.database)
    late = watch.open(dict(known) | {Topic.CASES: ("cũ",)})
    await late.event.wait()
    assert late.take() == {Topic.CASES}
    watch.close(late)
