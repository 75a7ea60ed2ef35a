"""`/desk`: what is due, what is new, what is wrong."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk", power=Power.VIEW_TODAY, title=words.TODAY)
    async def today(page: DeskPage) -> None:
        del page
