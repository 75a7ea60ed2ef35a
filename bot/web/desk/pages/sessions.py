"""`/desk/phien`: browsers that are let in."""

from collections.abc import Awaitable, Callable
from functools import partial

from bot.web.desk.frame import LEAVE_PATH
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.forms import Alert
from bot.web.desk.widgets.marks import build_badge, build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import sessions as words
from bot.web.elements import Tag
from handlers.desk.sessions import (
    OpenSession,
    Sessions,
    end_one,
    end_own_others,
    read_sessions,
)
from handlers.desk.visitor import Power
from handlers.texts.forms import write_time
from storage.values import Topic

_NAME = Column(words.NAME, "session")
_COLUMNS = (
    Column(words.BROWSER, "session"),
    Column(words.SINCE, "session"),
    Column(words.UNTIL, "session"),
    Column(words.DEED, "session deed"),
)


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/phien", power=Power.VIEW_SESSIONS, title=common.SESSIONS)
    async def sessions(page: DeskPage) -> None:
        Tag("p", words.INTRO, style="desk-hint")
        await page.live({Topic.SETTINGS}, partial(_read, page), partial(_build, page))


async def _read(page: DeskPage) -> Sessions:
    return await page.read(
        lambda work, visitor: read_sessions(work, visitor, now=page.app.clock.now())
    )


def _build(page: DeskPage, view: Sessions) -> None:
    with build_section(words.OWN):
        rows = [_lay_out(page, each) for each in view.own]
        build_table(words.OWN, _COLUMNS, rows, empty=words.NONE)
        if len(view.own) > 1:
            with Tag("div", style="desk-buttons"):
                build_button(words.END_OTHERS, lambda: _ask_for_all(page), id_="end-others")
    if view.sees_others:
        with build_section(words.OTHERS):
            others = [(each.name, *_lay_out(page, each)) for each in view.others]
            build_table(words.OTHERS, (_NAME, *_COLUMNS), others, empty=words.NONE)


def _lay_out(page: DeskPage, each: OpenSession) -> tuple[Cell, ...]:
    return (
        (lambda: _build_here(each)) if each.is_here else each.browser,
        write_time(each.since),
        write_time(each.until),
        lambda: _build_end(page, each),
    )


def _build_here(each: OpenSession) -> None:
    Tag("span", each.browser)
    build_badge(words.HERE, "good")


def _build_end(page: DeskPage, each: OpenSession) -> None:
    """Lay out the button that ends a session; this browser's own is the one of logging out."""
    label = words.END_OF.format(browser=each.browser, name=each.name, since=write_time(each.since))
    if each.is_here:
        with Tag("form", method="post", action=LEAVE_PATH):
            Tag("button", words.END, type="submit", style="desk-button", aria_label=label)
        return
    id_ = f"end-{each.digest[:12]}"
    build_button(words.END, lambda: _ask_for_one(page, each), id_=id_, description=label)


def _ask_for_one(page: DeskPage, each: OpenSession) -> None:
    async def end(alert: Alert) -> object:
        deed = partial(_end_one, page, each.digest)
        return await page.do(deed, said=words.ENDED.format(browser=each.browser), alert=alert)

    body = words.ASK_BODY.format(name=each.name, browser=each.browser)
    ask(page, words.ASK, body, yes=words.END, act=end, is_dangerous=True)


def _ask_for_all(page: DeskPage) -> None:
    async def end(alert: Alert) -> object:
        return await page.do(
            _end_all(page), said=lambda count: words.ENDED_MANY.format(count=count), alert=alert
        )

    ask(page, words.ASK_OTHERS, words.ASK_OTHERS_BODY, yes=words.END, act=end, is_dangerous=True)


async def _end_one(page: DeskPage, digest: str) -> bool:
    now = page.app.clock.now()
    await page.write(lambda work, visitor: end_one(work, visitor, digest, now=now))
    return True


def _end_all(page: DeskPage) -> Callable[[], Awaitable[int]]:
    now = page.app.clock.now()
    return lambda: page.write(lambda work, visitor: end_own_others(work, visitor, now=now))
