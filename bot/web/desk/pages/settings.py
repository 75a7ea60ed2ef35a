"""`/desk/cai-dat`: what the office says of itself."""

from collections.abc import Sequence
from functools import partial

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, TOPICS, build_last, build_settings_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button, build_facts, build_section
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.profile import ProfileLine, ProfileView, read_profile, save_profile
from handlers.desk.visitor import Power
from handlers.places import LONGEST_VALUE


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(SETTINGS, power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def settings(page: DeskPage) -> None:
        build_settings_tabs(page)
        Tag("p", words.PROFILE_HINT, style="desk-hint")
        await page.live(TOPICS, lambda: page.read(read_profile), lambda view: _build(page, view))


def _build(page: DeskPage, view: ProfileView) -> None:
    with Tag("div", style="settings-groups"):
        for lines in view.groups:
            _build_group(page, lines)
    build_last(page, view.last)


def _build_group(page: DeskPage, lines: Sequence[ProfileLine]) -> None:
    key = lines[0].key.partition(".")[0]
    name = words.GROUPS[key]
    with build_section(name):
        build_facts([(line.label, line.value or words.EMPTY) for line in lines])
        if may_edit(page):
            with Tag("div", style="desk-buttons"):
                described = words.EDIT_OF.format(name=name)
                ask = partial(_ask, page, name, lines)
                build_button(words.EDIT, ask, id_=f"edit-{key}", description=described)


def _ask(page: DeskPage, name: str, lines: Sequence[ProfileLine]) -> None:
    seen = {line.key: line.value for line in lines}

    async def act(filled: Filled, alert: Alert) -> object:
        values = {key: filled.get(key) for key in seen}
        return await change(
            page,
            lambda work, visitor, over: save_profile(
                work, visitor, values, seen=seen, now=page.app.clock.now(), overwrite=over
            ),
            said=words.SAVED,
            alert=alert,
        )

    fields = tuple(
        Field(line.key, line.label, value=line.value, longest=LONGEST_VALUE) for line in lines
    )
    title = words.EDIT_OF.format(name=name)
    ask_for(page, title, words.PROFILE_HINT, fields=fields, yes=common.SAVE, act=act)
