"""`/desk/don-vi`: offices, people, invitations."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/don-vi", power=Power.VIEW_PEOPLE, title=words.PEOPLE)
    async def people(page: DeskPage) -> None:
        del page
