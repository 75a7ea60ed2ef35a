"""`/desk/ke-hoach`: the plans, and where one is uploaded."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/ke-hoach", power=Power.VIEW_PLANS, title=words.PLANS)
    async def plans(page: DeskPage) -> None:
        del page
