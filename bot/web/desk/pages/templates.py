"""`/desk/cai-dat/mau`: the words that answers may begin from."""

from functools import partial

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, TOPICS, build_last, build_settings_tabs
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.widgets.tables import Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.templates import TemplatesView, read_templates
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/mau", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def templates(page: DeskPage) -> None:
        build_settings_tabs(page)
        await page.live(TOPICS, lambda: page.read(read_templates), lambda view: _build(page, view))


def _build(page: DeskPage, view: TemplatesView) -> None:
    with build_section(words.TEMPLATES, description=words.TEMPLATES_HINT):
        rows = [
            (
                each.name,
                partial(Tag, "p", each.body, style="settings-text"),
                words.BY_ABOVE.format(place=source) if source else words.OWN_SHORT,
            )
            for each, source in view.templates
        ]
        columns = (words.NAME, Column(words.BODY, "wide"), words.SOURCE)
        build_table(words.TEMPLATES, columns, rows, empty=words.NO_TEMPLATES)
    build_last(page, view.last)
