"""`/desk/lich-han`: due days by month or as a list, what has no day or nobody, what is told."""

from bot.errors import word_failure
from bot.web.desk.due.asking import LIST, MONTH, PAST, PATH, Asked, list_fields, read_asked
from bot.web.desk.due.foreseen import build_foreseen
from bot.web.desk.due.giving import build_giving
from bot.web.desk.due.listing import build_list
from bot.web.desk.due.month import build_month
from bot.web.desk.due.undated import build_undated
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.parts import UNASSIGNED
from bot.web.desk.widgets.forms import Filled, build_filters
from bot.web.desk.widgets.marks import build_tabs
from bot.web.desk.words import calendar as words
from bot.web.desk.words import common
from handlers.desk.due.giving import may_give_out
from handlers.desk.due.listing import read_choices
from handlers.desk.due.words import TaskWords
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError

UNDATED, FORESEEN, GIVING = "chua-ngay", "tin-nhac", "giao-viec"
_LABELS = {
    MONTH: words.MONTH_VIEW,
    LIST: words.LIST_VIEW,
    UNDATED: words.UNDATED_VIEW,
    PAST: words.PAST_VIEW,
    FORESEEN: words.FORESEEN_VIEW,
    GIVING: words.GIVING_VIEW,
}


def add_page(desk: Desk) -> None:
    """Put the page."""
    task_words = TaskWords()

    @desk.page(PATH, power=Power.VIEW_DUE, title=common.CALENDAR)
    async def calendar(page: DeskPage) -> None:
        views = _list_views(page.visitor)
        view = page.query.get("xem", "")
        view = view if view in views else MONTH
        _build_tabs(page, views, view)
        if view in (MONTH, LIST, PAST):
            await _build_filtered(page, view, task_words)
        elif view == UNDATED:
            await build_undated(page)
        elif view == FORESEEN:
            await build_foreseen(page)
        else:
            await build_giving(page)


def _list_views(visitor: Visitor) -> list[str]:
    """List what a visitor may open; what nobody answers for is a page of its own."""
    wanted = {
        MONTH: True,
        LIST: True,
        UNDATED: visitor.may(Power.VIEW_PLANS),
        PAST: True,
        FORESEEN: visitor.may(Power.VIEW_PEOPLE),
        GIVING: may_give_out(visitor),
    }
    return [view for view, is_open in wanted.items() if is_open]


def _build_tabs(page: DeskPage, views: list[str], current: str) -> None:
    tabs = [(page.link(PATH, xem=view), _LABELS[view]) for view in views]
    if page.visitor.may(Power.VIEW_PEOPLE):
        tabs.insert(views.index(PAST), (page.link(UNASSIGNED), words.UNASSIGNED_VIEW))
    build_tabs(words.TABS, tabs, page.link(PATH, xem=current))


async def _build_filtered(page: DeskPage, view: str, task_words: TaskWords) -> None:
    asked = read_asked(page.query, view)
    choices = await page.read(read_choices)
    fields = list_fields(asked, choices, page.visitor.place.id)

    async def change(filled: Filled) -> None:
        place = filled.get("noi")
        if place and place != str(page.visitor.place.id):
            page.query["noi"] = place
            page.go(page.link(PATH, xem=view))
            return
        await _refilter(page, asked, filled)

    build_filters(fields, change, label=words.FILTERS).classes("due-filters")
    build = build_month if view == MONTH else build_list
    await build(page, asked, task_words)


async def _refilter(page: DeskPage, asked: Asked, filled: Filled) -> None:
    try:
        asked.change(filled)
    except HandlerError as error:
        page.complain(word_failure(error, "vi"))
        return
    page.note(**asked.as_values())
    page.tell("")
    await page.refresh()
