"""`/desk/phan-anh`: the inbox of feedback."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from nicegui import background_tasks

from bot.web.desk.cases.addresses import read_wish, write_wish
from bot.web.desk.cases.filters import build_filter_form
from bot.web.desk.cases.listing import build_listing
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.cases.listing import CaseListing, list_cases, list_offices, warm_up
from handlers.desk.cases.search import CaseIndex
from handlers.desk.cases.wish import CaseWish
from handlers.desk.visitor import Power
from handlers.errors import HandlerError
from storage.values import Topic

PATH = "/desk/phan-anh"


def add_page(desk: Desk) -> None:
    """Put the page; what was opened for its searches is shared by all who look at it."""
    index = CaseIndex()

    @desk.page(PATH, power=Power.VIEW_CASES, title=words.CASES)
    async def cases(page: DeskPage) -> None:
        await _Cases(page, index).build()


class _Cases:
    """The inbox as one visitor has it open."""

    def __init__(self, page: DeskPage, index: CaseIndex) -> None:
        self._page = page
        self._index = index
        self._wish = read_wish(page.query, has_person=page.visitor.person is not None)

    async def build(self) -> None:
        page = self._page
        offices = await self._list_offices()
        build_filter_form(page, self._wish, offices, self._narrow)
        self._part = await page.live({Topic.CASES, Topic.PEOPLE}, self._read, self._build_list)
        background_tasks.create(self._warm_up(), name="cases to search")

    async def _list_offices(self) -> Sequence[tuple[int, str]]:
        now = self._page.app.clock.now()
        return await self._page.read(lambda work, visitor: list_offices(work, visitor, now=now))

    async def _read(self) -> CaseListing:
        app, now = self._page.app, self._page.app.clock.now()
        return await self._page.read(
            lambda work, visitor: list_cases(
                work, visitor, self._wish, index=self._index, desk=app.desk, now=now,
                calendar=app.calendar,
            )
        )  # fmt: skip

    def _build_list(self, listing: CaseListing) -> None:
        build_listing(self._page, listing, turn=self._turn, choose=self._show)

    async def _warm_up(self) -> None:
        app, now = self._page.app, self._page.app.clock.now()
        with suppress(HandlerError):  # whoever is let in no more has nothing to search
            await self._page.read(
                lambda work, visitor: warm_up(
                    work, visitor, index=self._index, desk=app.desk, now=now, calendar=app.calendar
                )
            )

    async def _narrow(self, wish: CaseWish) -> None:
        """Show what the filters ask for, from the first page on, in the tab that is open."""
        await self._show(replace(wish, tab=self._wish.tab, page=1))

    async def _turn(self, number: int) -> None:
        await self._show(replace(self._wish, page=number))
        self._page.client.run_javascript("motcuaCases.top()")

    async def _show(self, wish: CaseWish) -> None:
        self._wish = wish
        self._page.note(**write_wish(wish))
        await self._part.refresh()
