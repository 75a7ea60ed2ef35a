"""`/desk/cai-dat/cong-khai`: whether everybody may read how fast messages are answered."""

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import (
    SETTINGS,
    TOPICS,
    build_deeds,
    build_last,
    build_settings_tabs,
    build_standing,
)
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.known import PUBLICITY
from handlers.desk.settings.simple import ChoiceView, go_by_above, read_publicity, save_publicity
from handlers.desk.visitor import Power

YES, NO = "co", "khong"


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/cong-khai", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def publicity(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_publicity), lambda view: _build(page, view))


def _build(page: DeskPage, view: ChoiceView) -> None:
    with build_section(words.PUBLICITY, description=words.PUBLICITY_HINT):
        with Tag("p", style="settings-value"):
            Tag("strong", words.SHOWS[view.value])
        build_standing(page, view.standing)
        build_deeds(
            page, view.standing, name=words.WHETHER_SHOWN,
            edit=lambda: _ask(page, view), go_by_above=lambda: _go_by_above(page, view),
        )  # fmt: skip
    build_last(page, view.standing.last)


def _ask(page: DeskPage, view: ChoiceView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        is_shown = filled.get("shown") == YES
        return await change(
            page,
            lambda work, visitor, over: save_publicity(
                work, visitor, is_shown=is_shown, seen=view.own, now=page.app.clock.now(),
                overwrite=over,
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    options = ((YES, words.SHOWS[True]), (NO, words.SHOWS[False]))
    value = YES if view.value else NO
    field = Field("shown", words.WHETHER_SHOWN, "select", value, options=options)
    body = words.PUBLICITY_HINT
    ask_for(page, words.PUBLICITY, body, fields=(field,), yes=common.SAVE, act=act)


async def _go_by_above(page: DeskPage, view: ChoiceView) -> None:
    await change(
        page,
        lambda work, visitor, over: go_by_above(
            work, visitor, PUBLICITY, seen=view.own, now=page.app.clock.now(), overwrite=over
        ),
        said=words.WENT_BACK,
    )
