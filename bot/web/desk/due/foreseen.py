"""What would be told to whom on a day, tried without sending."""

import datetime as dt
from functools import partial

from bot.errors import word_failure
from bot.web.desk.days import read_day
from bot.web.desk.due.asking import TOPICS, link_item
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import Field, Filled, build_filters
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.desk.due.foreseen import ForeseenDay, ForeseenItem, ForeseenPerson, read_foreseen
from handlers.errors import HandlerError
from handlers.texts.forms import capital, local_day, write_day, write_weekday
from storage.values import Topic

_COLUMNS = (
    Column(words.COLUMN_WORK, "wide"),
    Column(words.COLUMN_OFFICE, "due-third"),
    Column(words.COLUMN_DAY, "due-fifth"),
    Column(words.STEP, "due-fifth"),
)


async def build_foreseen(page: DeskPage) -> None:
    """Lay out a day to choose and what would be told on it."""
    app = page.app
    shown = {"day": read_day(page.query.get("ngay", "")) or local_day(app.clock.now())}

    async def read() -> ForeseenDay:
        return await page.read(
            lambda work, visitor: read_foreseen(
                work, visitor, shown["day"], now=app.clock.now(), calendar=app.calendar
            )
        )

    async def change(filled: Filled) -> None:
        try:
            day = filled.day("ngay")
            if day:
                await show(day)
        except HandlerError as error:
            page.complain(word_failure(error, "vi"))

    async def show(day: dt.date) -> None:
        before, shown["day"] = shown["day"], day
        try:
            await part.refresh()
        except HandlerError:
            shown["day"] = before
            raise
        page.note(ngay=day)
        page.tell("")

    Tag("p", words.FORESEEN_HINT, style="desk-hint")
    field = Field("ngay", words.FORESEEN_DAY, "date", write_day(shown["day"]))
    build_filters([field], change, label=words.FORESEEN_VIEW)
    part = await page.live(TOPICS | {Topic.SETTINGS}, read, partial(_build, page))


def _build(page: DeskPage, found: ForeseenDay) -> None:
    day = capital(write_weekday(found.day))
    if not found.count:
        Tag("p", words.FORESEEN_NONE.format(day=day), style="desk-empty", id="foreseen-head")
    else:
        people = len({person.name for person in found.people if person.name})
        head = words.FORESEEN_HEAD.format(day=day, count=found.count, people=people)
        Tag("p", head, style="due-count", id="foreseen-head")
    if found.is_off:
        Tag("p", words.FORESEEN_OFF, style="desk-hint")
    for person in found.people:
        _build_person(page, person)


def _build_person(page: DeskPage, person: ForeseenPerson) -> None:
    title = person.name or words.FORESEEN_NOBODY
    with Tag("section", style="desk-section"):
        with Tag("div", style="desk-row"):
            Tag("h2", title)
            if person.name and not person.has_chat:
                build_badge(words.NO_CHAT, "soon")
        rows = [_build_row(page, item) for item in person.items]
        build_table(title, _COLUMNS, rows, empty="")
        if person.more:
            Tag("p", words.MORE_ITEMS.format(count=person.more), style="desk-hint")


def _build_row(page: DeskPage, item: ForeseenItem) -> list[Cell]:
    def build_work() -> None:
        Tag("a", item.content, href=link_item(page, item.id), style="due-link")
        Tag("p", capital(item.source), style="due-source")

    step = f"{capital(item.step)}, {item.audience}"
    return [build_work, item.office, capital(write_weekday(item.due_on)), step]
