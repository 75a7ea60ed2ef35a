"""The plans of a place as tables."""

from collections.abc import Callable, Sequence

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_badge, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.listing import PlanEntry, PlanList
from handlers.texts.forms import clip, write_day

LONGEST_TITLE = 140
_COLUMNS = (
    Column(words.DOCUMENT, "wide"),
    Column(words.ROWS, "num"),
    Column(words.DOUBTFUL, "num"),
    Column(words.UNDATED, "num"),
    Column(words.UNHELD, "num"),
    Column(words.ADDED_ON, "tight"),
)
_SHORT = (Column(words.DOCUMENT, "wide"), Column(words.ROWS, "num"), words.ADDED_ON)
_ABOVE = (Column(words.DOCUMENT, "wide"), words.PLACE, Column(words.ROWS, "num"))


def build_list(page: DeskPage, view: PlanList) -> None:
    """Lay out drafts, what is in force by year, what was replaced, and the superiors' plans."""
    if view.is_empty:
        Tag("p", words.NO_PLANS, style="desk-empty")
        return
    with Tag("div", style="plan-list"):
        _build_groups(page, view)


def _build_groups(page: DeskPage, view: PlanList) -> None:
    if view.may_edit or view.drafts:
        with build_section(words.DRAFTS):
            _build_counted(page, words.DRAFTS, view.drafts, empty=words.NO_DRAFTS)
    with build_section(words.IN_FORCE):
        for year, entries in view.in_force:
            name = words.YEAR.format(year=year) if year else words.NO_YEAR
            Tag("h3", name)
            _build_counted(page, f"{words.IN_FORCE}, {name}", entries, empty="")
        if not view.in_force:
            Tag("p", words.NO_IN_FORCE, style="desk-empty")
    if view.above:
        with build_section(words.ABOVE, description=words.ABOVE_HINT):
            rows = [(_name(page, each), each.place, str(each.rows)) for each in view.above]
            build_table(words.ABOVE, _ABOVE, rows, empty="")
    if view.superseded:
        with Tag("details", style="desk-section plan-more"):
            title = words.SUPERSEDED_LIST.format(count=len(view.superseded))
            Tag("summary", title)
            past = [
                (_name(page, each), str(each.rows), write_day(each.added_on))
                for each in view.superseded
            ]
            build_table(title, _SHORT, past, empty="")


def _build_counted(
    page: DeskPage, caption: str, entries: Sequence[PlanEntry], *, empty: str
) -> None:
    rows: list[Sequence[Cell]] = [
        (
            _name(page, each),
            _write(each.rows),
            _count(page, each, each.count.doubtful, "doubtful"),
            _count(page, each, each.count.undated, "undated"),
            _count(page, each, each.count.unheld, "unheld"),
            write_day(each.added_on),
        )
        for each in entries
    ]
    build_table(caption, _COLUMNS, rows, empty=empty)


def _name(page: DeskPage, each: PlanEntry) -> Callable[[], None]:
    def build() -> None:
        Tag("a", each.name, href=page.link(f"/desk/ke-hoach/{each.id}"))
        build_badge(words.PUBLIC if each.is_public else words.INTERNAL, "good" * each.is_public)
        if each.is_guide:
            build_badge(words.GUIDE)
        if each.title not in each.name:
            Tag("span", clip(each.title, LONGEST_TITLE), style="desk-hint plan-title")

    return build


def _count(page: DeskPage, each: PlanEntry, count: int, show: str) -> Cell:
    """Lead to the rows that are counted, one press from what is to be done with them."""
    if not count:
        return _write(count)

    def build() -> None:
        path = page.link(f"/desk/ke-hoach/{each.id}", hien=show)
        label = f"{words.SHOWS[show]}: {count}, {each.name}"
        Tag("a", _write(count), href=path, aria_label=label)

    return build


def _write(count: int) -> str:
    return f"{count:,}".replace(",", ".")
