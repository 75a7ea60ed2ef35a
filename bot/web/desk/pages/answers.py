"""`/desk/hoi-dap`: questions that wait, the office's answers, trying a question."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/hoi-dap", power=Power.VIEW_ANSWERS, title=words.ANSWERS)
    async def answers(page: DeskPage) -> None:
        del page
