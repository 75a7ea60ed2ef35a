"""`/desk/ke-hoach/{plan_id}`: one plan: its report beside its source, its rows, its versions."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/ke-hoach/{plan_id}", power=Power.VIEW_PLANS, title=words.PLANS)
    async def plan(page: DeskPage) -> None:
        del page
