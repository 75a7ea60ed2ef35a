"""`/desk/cai-dat/loi-chao`: what the office adds to the assistant's first words."""

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
from handlers.desk.settings.known import GREETING
from handlers.desk.settings.simple import (
    LONGEST_GREETING,
    TextView,
    go_by_above,
    read_greeting,
    save_greeting,
)
from handlers.desk.visitor import Power
from handlers.places import name_office
from handlers.texts import say


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/loi-chao", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def greeting(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_greeting), lambda view: _build(page, view))


def _build(page: DeskPage, view: TextView) -> None:
    with build_section(words.GREETING, description=words.GREETING_HINT):
        with Tag("blockquote", style="settings-greeting"):
            Tag("p", say("greeting", place=name_office(page.visitor.place)))
            if view.value:
                Tag("p", view.value)
        if view.value:
            build_standing(page, view.standing)
        else:
            Tag("p", words.NO_GREETING, style="desk-hint")
        build_deeds(
            page, view.standing, name=words.GREETING,
            edit=lambda: _ask(page, view), go_by_above=lambda: _go_by_above(page, view),
        )  # fmt: skip
    build_last(page, view.standing.last)


def _ask(page: DeskPage, view: TextView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: save_greeting(
                work, visitor, filled.get("text"), seen=view.own, now=page.app.clock.now(),
                overwrite=over,
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    field = Field(
        "text", words.GREETING_FIELD, "textarea", view.own or "", is_required=True,
        longest=LONGEST_GREETING,
    )  # fmt: skip
    body = words.GREETING_HINT
    ask_for(page, words.GREETING, body, fields=(field,), yes=common.SAVE, act=act)


async def _go_by_above(page: DeskPage, view: TextView) -> None:
    await change(
        page,
        lambda work, visitor, over: go_by_above(
            work, visitor, GREETING, seen=view.own, now=page.app.clock.now(), overwrite=over
        ),
        said=words.WENT_BACK,
    )
