"""`/desk/cai-dat/dia-phuong`: under whom the place lies, and what follows it."""

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, TOPICS, build_last, build_settings_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button, build_facts, build_section
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.places import PlaceView, read_place, set_parent, set_successor
from handlers.desk.visitor import Power

_LONGEST = 200


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/dia-phuong", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def places(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_place), lambda view: _build(page, view))


def _build(page: DeskPage, view: PlaceView) -> None:
    with build_section(words.PLACES, description=words.PLACES_HINT):
        build_facts(
            (
                (words.PLACE, view.name),
                (words.ABOVE, "\n".join(view.above) or words.NO_ABOVE),
                (words.BELOW, "\n".join(view.below)),
                (words.SUCCESSOR, view.successor or ""),
                (words.LAST_DAY, view.last_day),
            )
        )
        if view.may_edit:
            with Tag("div", style="desk-buttons"):
                build_button(words.SET_PARENT, lambda: _ask_parent(page, view), id_="parent")
                build_button(words.SET_SUCCESSOR, lambda: _ask_next(page, view), id_="successor")
        elif may_edit(page):
            Tag("p", words.OPERATOR_ONLY, style="desk-hint")
    build_last(page, view.last)


def _ask_parent(page: DeskPage, view: PlaceView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, over: set_parent(
                work, visitor, filled.get("name"), seen=view.parent, now=page.app.clock.now(),
                overwrite=over,
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    field = Field(
        "name", words.ABOVE, value=view.parent or "", longest=_LONGEST, suggestions=view.others
    )
    body = words.SET_PARENT_BODY
    ask_for(page, words.SET_PARENT, body, fields=(field,), yes=common.SAVE, act=act)


def _ask_next(page: DeskPage, view: PlaceView) -> None:
    async def act(filled: Filled, alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: set_successor(
                work, visitor, filled.get("name"), first_day=filled.day("first"),
                now=page.app.clock.now(),
            ),
            said=words.SAVED,
            alert=alert,
        )  # fmt: skip

    name = Field(
        "name", words.SUCCESSOR, value=view.successor or "", longest=_LONGEST,
        suggestions=view.others,
    )  # fmt: skip
    fields = (name, Field("first", words.FIRST_DAY, "date"))
    body = words.SET_SUCCESSOR_BODY
    ask_for(page, words.SET_SUCCESSOR, body, fields=fields, yes=common.SAVE, act=act)
