"""`/desk/cai-dat/nhat-ky`: who has changed what at the desk."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import TOPICS, TRAIL, build_changes, build_settings_tabs
from bot.web.desk.widgets.forms import Field, Filled, build_filters
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.history import Trail, read_trail
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(TRAIL, power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def trail(page: DeskPage) -> None:
        build_settings_tabs(page)
        before = page.query.get("truoc", "")
        start = (
            int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else None
        )

        async def read() -> Trail:
            now, kind = page.app.clock.now(), page.query.get("loai", "")
            return await page.read(
                lambda work, visitor: read_trail(work, visitor, kind=kind, before=start, now=now)
            )

        async def narrow(filled: Filled) -> None:
            page.note(loai=filled.get("kind"), truoc="")
            await part.refresh()

        kind = Field("kind", words.KIND, "select", page.query.get("loai", ""), options=words.KINDS)
        build_filters((kind,), narrow, label=words.FILTERS)
        part = await page.live(TOPICS, read, lambda view: _build(page, view))


def _build(page: DeskPage, view: Trail) -> None:
    build_changes(page, view.lines, caption=words.TRAIL, empty=words.NO_TRAIL)
    if view.further:
        href = page.link(TRAIL, loai=page.query.get("loai", ""), truoc=view.further)
        with Tag("p", style="desk-buttons"):
            Tag("a", words.OLDER, href=href, style="desk-button")
