"""`/desk/cai-dat/duyet`: who approves answers."""

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
from handlers.desk.settings.known import APPROVER
from handlers.desk.settings.simple import TextView, go_by_above, read_approver, save_approver
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/duyet", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def approval(page: DeskPage) -> None:
        build_settings_tabs(page)

        async def read() -> TextView:
            usual = page.app.desk.approver
            return await page.read(lambda work, visitor: read_approver(work, visitor, usual=usual))

        await page.live(TOPICS, read, lambda view: _build(page, view))


def _build(page: DeskPage, view: TextView) -> None:
    with build_section(words.APPROVAL, description=words.APPROVAL_HINT):
        with Tag("p", style="settings-value"):
            Tag("strong", words.APPROVERS[view.value])
        build_standing(page, view.standing)
        build_deeds(
            page, view.standing, name=words.WHO_APPROVES,
            edit=lambda: _ask(page, view), go_by_above=lambda: _go_by_above(page, view),
        )  # fmt: skip
    build_last(page, view.standing.last)


def _ask(page: DeskPage, view: TextView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: save_approver(
                work, visitor, filled.get("role"), seen=view.own, now=page.app.clock.now(),
                overwrite=over,
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    options = tuple(words.APPROVERS.items())
    field = Field("role", words.WHO_APPROVES, "select", view.value, options=options)
    body = words.APPROVAL_HINT
    ask_for(page, words.APPROVAL, body, fields=(field,), yes=common.SAVE, act=act)


async def _go_by_above(page: DeskPage, view: TextView) -> None:
    await change(
        page,
        lambda work, visitor, over: go_by_above(
            work, visitor, APPROVER, seen=view.own, now=page.app.clock.now(), overwrite=over
        ),
        said=words.WENT_BACK,
    )
