"""`/desk/hoi-dap/nguoi-dan`: citizens who wait for a human."""

from functools import partial

from bot.web.desk.answering import build_answer_tabs
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import answers as words
from bot.web.elements import Tag
from handlers.desk.answers.conversations import Waiting, list_conversations
from handlers.desk.visitor import Power
from handlers.texts.forms import clip, write_time
from storage.values import Topic

LONGEST_QUESTION = 200
PATH = "/desk/hoi-dap/nguoi-dan"


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(PATH, power=Power.VIEW_ANSWERS, title=words.PEOPLE)
    async def conversations(page: DeskPage) -> None:
        build_answer_tabs(page)
        if page.visitor.person is None:
            Tag("p", words.PEOPLE_OPERATOR, style="desk-empty")
            return
        Tag("p", words.PEOPLE_HINT, style="desk-hint")
        await page.live({Topic.CASES}, partial(_read, page), partial(_build_list, page))


async def _read(page: DeskPage) -> tuple[Waiting, ...]:
    now = page.app.clock.now()
    return await page.read(lambda work, visitor: list_conversations(work, visitor, now=now))


def _build_list(page: DeskPage, found: tuple[Waiting, ...]) -> None:
    columns = (
        Column(words.QUESTION, "wide"),
        Column(words.STATE),
        Column(words.TAKER),
        Column(words.OPENED, "tight"),
    )
    rows = [_lay_row(page, each) for each in found]
    build_table(words.PEOPLE, columns, rows, empty=words.NO_PEOPLE)


def _lay_row(page: DeskPage, each: Waiting) -> tuple[Cell, ...]:
    question = clip(" ".join(each.question.split()), LONGEST_QUESTION)
    href = page.link(f"{PATH}/{each.id}")
    return (
        lambda: Tag("a", question, href=href, id=f"conversation-{each.id}"),
        lambda: build_badge(each.state, "soon" if each.waits else "good"),
        each.taker or words.NOBODY,
        write_time(each.opened_at),
    )
