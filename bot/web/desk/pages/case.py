"""`/desk/phan-anh/{code}`: one case."""

from functools import partial

from nicegui import background_tasks

from bot.web.desk.case.advice import think
from bot.web.desk.case.editor import Editor
from bot.web.desk.case.past import build_past
from bot.web.desk.case.room import Room
from bot.web.desk.case.showing import build_content, build_head, build_side
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.marks import build_back
from bot.web.desk.words import case as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.casework.suggestion import Adviser
from handlers.desk.cases.found import open_case
from handlers.desk.cases.view import CaseView
from handlers.desk.visitor import Power
from storage.values import Topic

_TOPICS = frozenset({Topic.CASES})


def add_page(desk: Desk) -> None:
    """Put the page."""
    adviser = Adviser(desk.app.database, desk.app.desk, desk.app.library)

    @desk.page("/desk/phan-anh/{code}", power=Power.READ_CASES, title=common.CASES)
    async def case(page: DeskPage) -> None:
        room = Room(page, adviser, page.args["code"])
        await page.write(
            lambda work, visitor: open_case(
                work, visitor, desk=room.app.desk, code=room.code, now=room.now
            )
        )
        await _build(room)


async def _build(room: Room) -> None:
    page, editor = room.page, Editor(room)

    async def reread() -> CaseView:
        return room.view

    def show(view: CaseView) -> None:
        build_head(room, view)

    build_back(words.BACK, page.link("/desk/phan-anh"))
    await page.live(_TOPICS, room.read, show)  # the parts below show what this one has read
    with Tag("div", style="case"):
        with Tag("div", style="case-main"):
            await page.live(_TOPICS, reread, partial(build_content, room))
            await editor.build()
            await page.live(_TOPICS, reread, editor.show)
            await page.live(_TOPICS, reread, partial(build_past, room))
        with Tag("div", style="case-side"):
            if room.view.is_advised:
                thought = think(room, Tag("div"))
                room.thinking = background_tasks.create(thought, name="advice on a case")
            await page.live(_TOPICS, reread, partial(build_side, room))
