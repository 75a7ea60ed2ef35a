"""`/desk/phan-anh/{code}`: one case."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/phan-anh/{code}", power=Power.READ_CASES, title=words.CASES)
    async def case(page: DeskPage) -> None:
        del page
