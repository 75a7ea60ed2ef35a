"""The list of cases with its tabs; it follows what happens."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from bot.web.desk.cases.addresses import write_wish
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.widgets.tables import Cell, Column, build_pager, build_table
from bot.web.desk.words import cases as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.cases.lines import CaseLine
from handlers.desk.cases.listing import A_PAGE, CaseListing
from handlers.desk.cases.wish import CaseWish, Due, Tab
from handlers.texts.forms import capital

Choose = Callable[[CaseWish], Awaitable[None]]
_PLAIN_CLICK = (
    "(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;"
    " event.preventDefault(); emit(); }"
)
BADGES: dict[Due | None, str] = {Due.OVER: "late", Due.SOON: "soon"}
_COLUMNS = (
    Column(words.CODE, "tight"),
    Column(words.CONTENT, "wide"),
    Column(words.PLACE, "place"),
    Column(words.OFFICE, "office"),
    Column(words.STATE, "state"),
    Column(words.DUE, "due"),
    Column(words.RECEIVED, "tight"),
)


def build_listing(
    page: DeskPage,
    listing: CaseListing,
    *,
    turn: Callable[[int], Awaitable[None]],
    choose: Choose,
) -> None:
    """Lay out tabs, what is found, and the way through its pages."""
    _build_tabs(page, listing, choose)
    with Tag("div", style="cases-found"):
        Tag("p", _say_found(listing), style="desk-hint", role="status")
        if listing.elsewhere:
            everywhere = replace(listing.wish, tab=Tab.ALL, state=None, page=1)
            label = words.ELSEWHERE.format(count=listing.elsewhere)
            _build_link(page, label, everywhere, choose, id_="cases-elsewhere")
        _build_keys()
    with Tag("div", style="cases-list"):
        rows = [_list_cells(page, line) for line in listing.lines]
        build_table(words.TABLE, _COLUMNS, rows, empty=_say_empty(listing))
    build_pager(listing.page, listing.pages, turn)


def _build_tabs(page: DeskPage, listing: CaseListing, choose: Choose) -> None:
    counts = dict(listing.counts)
    with Tag("nav", style="desk-tabs", aria_label=words.PARTS), Tag("ul"):
        for tab, label in words.TABS.items():
            if tab is Tab.MINE and tab not in counts:
                continue
            if tab in counts:
                label = words.COUNTED.format(label=label, count=counts[tab])
            with Tag("li"):
                asked = replace(listing.wish, tab=tab, page=1)
                link = _build_link(page, label, asked, choose, id_=f"cases-{tab.value}")
                if tab is listing.wish.tab:
                    link.props["aria-current"] = "page"


def _build_link(page: DeskPage, label: str, wish: CaseWish, choose: Choose, *, id_: str) -> Tag:
    """Lay out a link to another view; pressed without a key held it changes the page in place."""
    link = Tag("a", label, href=page.link(page.path, **write_wish(wish)), id=id_)
    link.on("click", partial(_choose, choose, wish), js_handler=_PLAIN_CLICK)
    return link


async def _choose(choose: Choose, wish: CaseWish, _event: object) -> None:
    await choose(wish)


def _say_found(listing: CaseListing) -> str:
    if listing.pages == 1:
        return words.FOUND.format(count=listing.total)
    first = (listing.page - 1) * A_PAGE + 1
    last = first + len(listing.lines) - 1
    return words.SHOWN.format(count=listing.total, first=first, last=last)


def _say_empty(listing: CaseListing) -> str:
    plain = CaseWish(tab=listing.wish.tab, page=listing.wish.page, order=listing.wish.order)
    return words.EMPTY[listing.wish.tab] if listing.wish == plain else words.EMPTY_FILTERED


def _build_keys() -> None:
    with Tag("details", style="cases-keys"):
        Tag("summary", words.KEYS)
        with Tag("ul"):
            for key, what in words.KEY_LIST:
                with Tag("li"):
                    Tag("kbd", key)
                    Tag("span", f" {what}")


def _list_cells(page: DeskPage, line: CaseLine) -> tuple[Cell, ...]:
    return (
        partial(_build_code, page, line),
        line.gist or common.NONE,
        line.place or common.NONE,
        line.office or common.NONE,
        partial(_build_state, line) if _has_more(line) else capital(line.state),
        partial(build_badge, capital(line.due), BADGES[line.due_stage])
        if line.due_stage in BADGES
        else capital(line.due),
        line.received_on,
    )


def _build_code(page: DeskPage, line: CaseLine) -> None:
    if line.may_open:
        path = page.link(f"/desk/phan-anh/{line.code}")
        Tag("a", line.code, href=path, id=f"case-{line.code}", data_row="")
    else:
        Tag("span", line.code)


def _has_more(line: CaseLine) -> bool:
    """Tell whether more is said than where a case stands."""
    is_other = line.duty not in line.state
    return is_other or line.must_call or line.hides_name or line.is_published


def _build_state(line: CaseLine) -> None:
    """Say where a case stands, what it waits for, and what one must know before opening it."""
    with Tag("p", style="cases-state"):
        Tag("span", capital(line.state))
        if line.duty not in line.state:
            Tag("span", capital(line.duty), style="desk-hint")
    for is_so, label, kind in (
        (line.must_call, words.CALL, "soon"),
        (line.hides_name, words.HIDDEN, "doubt"),
        (line.is_published, words.PUBLISHED, "good"),
    ):
        if is_so:
            build_badge(label, kind)
