"""Due days as a table, a page at a time."""

from bot.web.desk.due.acting import Acting, find_badge
from bot.web.desk.due.asking import TOPICS, Asked, link_item
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.widgets.tables import Cell, Column, build_pager, build_table
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.desk.due.listing import DueEntry, DueList, read_list
from handlers.desk.due.powers import Act
from handlers.desk.due.words import TaskWords
from handlers.texts.forms import capital, write_day, write_weekday_name

_IN_LIST = (Act.DONE, Act.MORE_TIME, Act.GIVE, Act.KEEP)  # the rest stands with the item
_COLUMNS = (
    Column(words.COLUMN_DAY, "due-day"),
    Column(words.COLUMN_WORK, "wide"),
    Column(words.COLUMN_OFFICE, "due-fifth"),
    words.COLUMN_STATE,
    Column(words.COLUMN_ACTS, "due-acts"),
)


async def build_list(page: DeskPage, asked: Asked, task_words: TaskWords) -> None:
    """Lay out the list that is asked for; it follows changes."""
    app = page.app

    async def read() -> DueList:
        return await page.read(
            lambda work, visitor: read_list(
                work, visitor, asked.as_query(), task_words,
                page=asked.page, now=app.clock.now(), calendar=app.calendar,
            )
        )  # fmt: skip

    async def turn(number: int) -> None:
        asked.page = number
        page.note(**asked.as_values())
        await part.refresh()

    def build(found: DueList) -> None:
        Tag("p", words.COUNT.format(count=found.count), style="due-count", id="due-count")
        rows = [_build_row(page, entry) for entry in found.entries]
        build_table(words.CAPTION, _COLUMNS, rows, empty=words.NONE)
        build_pager(found.page, found.pages, turn)

    part = await page.live(TOPICS, read, build)


def _build_row(page: DeskPage, entry: DueEntry) -> list[Cell]:
    return [
        lambda: _build_day(entry),
        lambda: _build_work(page, entry),
        entry.office or words.NO_OFFICE,
        lambda: build_state(entry),
        lambda: _build_acts(page, entry),
    ]


def _build_acts(page: DeskPage, entry: DueEntry) -> None:
    Acting(page, entry).build([act for act in entry.acts if act in _IN_LIST], is_short=True)


def _build_day(entry: DueEntry) -> None:
    with Tag("p", style="due-when"):
        Tag("strong", write_day(entry.due_on))
        Tag("span", capital(write_weekday_name(entry.due_on)))


def _build_work(page: DeskPage, entry: DueEntry) -> None:
    Tag("a", entry.content, href=link_item(page, entry.id), style="due-link")
    with Tag("p", style="due-source"):
        if entry.superior:
            build_badge(words.SUPERIORS.format(place=entry.superior))
        Tag("span", capital(entry.source))


def build_state(entry: DueEntry) -> None:
    """Lay out what has become of a due day."""
    build_badge(*find_badge(entry))
    if entry.left:
        Tag("span", capital(entry.left.partition(",")[0]), style="due-left")
    if entry.asked_until:
        build_badge(words.ASKED_UNTIL.format(day=write_day(entry.asked_until)), "soon")
