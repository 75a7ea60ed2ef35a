"""`/desk/phan-anh`: the inbox of feedback."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/phan-anh", power=Power.VIEW_CASES, title=words.CASES)
    async def cases(page: DeskPage) -> None:
        del page
