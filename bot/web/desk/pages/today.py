"""`/desk`: what is due, what is new, what is wrong, and how the quarter stands."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.today.charts import build_charts
from bot.web.desk.today.groups import build_lists
from bot.web.desk.words import common as words
from handlers.desk.today import Charts, Lists, Today, read_today
from handlers.desk.visitor import Power, Visitor
from storage.values import Topic
from storage.work import Work

TOPICS = frozenset(Topic) - {Topic.SETTINGS}


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk", power=Power.VIEW_TODAY, title=words.TODAY)
    async def today(page: DeskPage) -> None:
        latest: list[Today] = []

        async def read(work: Work, visitor: Visitor) -> Today:
            app = page.app
            return await read_today(
                work, visitor, now=app.clock.now(), calendar=app.calendar, desk=app.desk
            )

        async def read_lists() -> Lists:
            latest[:] = [await page.read(read)]
            return latest[0].lists

        async def read_charts() -> Charts:
            return latest[0].charts  # read with the lists, which come first in every round

        await page.live(TOPICS, read_lists, lambda lists: build_lists(page, lists))
        await page.live(TOPICS, read_charts, build_charts)
