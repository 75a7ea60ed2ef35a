"""The lists of “Hôm nay”: each names what waits, how much of it, and the way to all of it."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from bot.web.desk.page import DeskPage
from bot.web.desk.today import items
from bot.web.desk.today.acting import build_resend_all
from bot.web.desk.words import today as words
from bot.web.elements import Tag
from handlers.desk.today import Listed, Lists, find_sunday
from handlers.texts.forms import local_day
from knowledge.calendar import ONE_DAY

_DUE, _CASES, _PEOPLE = "/desk/lich-han", "/desk/phan-anh", "/desk/don-vi"
_LIST = ("xem", "danh-sach")


@dataclass(frozen=True, slots=True)
class Group:
    """A list's heading, its name in the summary, how its items are laid out, where all are."""

    title: str
    short: str
    build: Callable[[DeskPage, Any], None]
    path: str = ""
    query: tuple[tuple[str, str], ...] = ()
    is_late: bool = False


GROUPS = {
    "overdue": Group(
        words.OVERDUE, words.OVERDUE_SHORT, items.build_due, _DUE,
        (_LIST, ("trang-thai", "qua-han")), is_late=True,
    ),
    "today": Group(
        words.TODAY, words.TODAY_SHORT, items.build_due, _DUE, (_LIST, ("trang-thai", "chua-lam"))
    ),
    "waiting": Group(
        words.WAITING, words.WAITING_SHORT, items.build_case, _CASES, (("xem", "cho-toi"),)
    ),
    "new_cases": Group(
        words.NEW_CASES, words.NEW_CASES_SHORT, items.build_case, _CASES,
        (("xem", "dang-mo"), ("trang-thai", "received")),
    ),
    "ending": Group(
        words.ENDING, words.ENDING_SHORT, items.build_case, _CASES, (("xem", "dang-mo"),)
    ),
    "week": Group(
        words.WEEK, words.WEEK_SHORT, items.build_due, _DUE, (_LIST, ("trang-thai", "chua-lam"))
    ),
    "more_time": Group(
        words.MORE_TIME, words.MORE_TIME_SHORT, items.build_more_time, _DUE,
        (_LIST, ("trang-thai", "xin-gia-han")),
    ),
    "disputed": Group(
        words.DISPUTED, words.DISPUTED_SHORT, items.build_disputed, _DUE,
        (_LIST, ("trang-thai", "khong-thuoc")),
    ),
    "calls": Group(
        words.CALLS, words.CALLS_SHORT, items.build_call, _CASES,
        (("xem", "tat-ca"), ("can-goi", "1")),
    ),
    "requests": Group(words.REQUESTS, words.REQUESTS_SHORT, items.build_request),
    "unheld": Group(
        words.UNHELD, words.UNHELD_SHORT, items.build_office, f"{_PEOPLE}/chua-co-nguoi"
    ),
    "unreached": Group(words.UNREACHED, words.UNREACHED_SHORT, items.build_office, _PEOPLE),
    "drafts": Group(words.DRAFTS, words.DRAFTS_SHORT, items.build_draft, "/desk/ke-hoach"),
    "questions": Group(
        words.QUESTIONS, words.QUESTIONS_SHORT, items.build_question, "/desk/hoi-dap"
    ),
    "lost": Group(words.LOST, words.LOST_SHORT, items.build_lost),
}  # fmt: skip


def build_lists(page: DeskPage, lists: Lists) -> None:
    """Lay out what waits, or say that nothing does."""
    if lists.is_empty:
        Tag("p", words.CALM, style="desk-calm")
        return
    found = {each.name: getattr(lists, each.name) for each in fields(lists)}
    shown = {name: listed for name, listed in found.items() if listed.total}
    _build_glance(shown)
    with Tag("div", style="desk-groups"):
        for name, listed in shown.items():
            _build_group(page, name, listed)


def _build_glance(shown: dict[str, Listed[Any]]) -> None:
    with Tag("nav", style="desk-glance", aria_label=words.GLANCE), Tag("ul"):
        for name, listed in shown.items():
            style = "late" if GROUPS[name].is_late else ""
            with Tag("li", style=style), Tag("a", href=f"#today-{name}", id=f"glance-{name}"):
                Tag("strong", str(listed.total))
                Tag("span", GROUPS[name].short)


def _build_group(page: DeskPage, name: str, listed: Listed[Any]) -> None:
    group = GROUPS[name]
    style = "desk-group late" if group.is_late else "desk-group"
    with Tag("section", style=style, id=f"today-{name}", aria_labelledby=f"today-{name}-title"):
        with Tag("div", style="desk-group-head"):
            Tag("h2", group.title, id=f"today-{name}-title")
            _build_way(page, name, group, listed)
        with Tag("ul", style="desk-items"):
            for item in listed.items:
                with Tag("li"):
                    group.build(page, item)


def _build_way(page: DeskPage, name: str, group: Group, listed: Listed[Any]) -> None:
    """Lay out how many there are, and the way to all of them."""
    count, shown = listed.total, len(listed.items)
    is_part = shown < count and name != "questions"  # of these several are one item
    Tag("span", words.MORE.format(shown=shown, total=count) if is_part else str(count))
    if name == "lost" and count > 1:
        build_resend_all(page)
    if group.path:
        label = words.ALL_OF.format(title=group.title)
        query = {**dict(group.query), **_find_days(page, name)}
        Tag("a", words.ALL, href=page.link(group.path, **query), id=f"all-{name}", aria_label=label)


def _find_days(page: DeskPage, name: str) -> dict[str, str]:
    """Give the days of a list that is about some days only, as the calendar takes them."""
    today = local_day(page.app.clock.now())
    first, last = {
        "today": (today, today),
        "week": (today + ONE_DAY, find_sunday(today)),
    }.get(name, (None, None))
    return {"tu": first.isoformat(), "den": last.isoformat()} if first and last else {}
