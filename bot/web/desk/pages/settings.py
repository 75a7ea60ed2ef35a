"""`/desk/cai-dat`: what the office has set."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/cai-dat", power=Power.VIEW_SETTINGS, title=words.SETTINGS)
    async def settings(page: DeskPage) -> None:
        del page
