"""`/desk/phien`: browsers that are let in."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/phien", power=Power.VIEW_SESSIONS, title=words.SESSIONS)
    async def sessions(page: DeskPage) -> None:
        del page
