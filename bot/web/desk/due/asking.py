"""Which due days are asked for, as the address of the page says it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from bot.web.desk.days import read_day
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import Field, Filled, find_number
from bot.web.desk.words import calendar as words
from handlers.desk.due.listing import Choices, DueQuery
from handlers.texts.forms import write_day
from storage.values import Topic
from storage.values.due_lists import DueShown

PATH = "/desk/lich-han"
TOPICS = {Topic.DUE, Topic.PLANS, Topic.PEOPLE}
MONTH, LIST, PAST = "thang", "danh-sach", "da-qua"
SHOWN = {
    "tat-ca": DueShown.ALL,
    "chua-lam": DueShown.OPEN,
    "qua-han": DueShown.OVERDUE,
    "xong": DueShown.DONE,
    "xong-muon": DueShown.DONE_LATE,
    "xin-gia-han": DueShown.ASKED,
    "khong-thuoc": DueShown.DISPUTED,
    "da-huy": DueShown.CANCELLED,
    "da-qua": DueShown.PAST,
}
_USUAL = {MONTH: "tat-ca", LIST: "chua-lam", PAST: "da-qua"}


@dataclass(slots=True)
class Asked:
    """What a page shows now; `page` and `month` are where in it."""

    view: str
    shown: str
    office: str = ""
    plan: str = ""
    words: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    page: int = 1
    month: str = ""

    def as_query(self) -> DueQuery:
        """Say it as handlers take it."""
        return DueQuery(
            shown=SHOWN[self.shown],
            office_id=find_number(self.office),
            plan_id=find_number(self.plan),
            words=self.words,
            since=self.since,
            until=self.until,
        )

    def as_values(self) -> dict[str, object]:
        """Say it as addresses do; what is as usual is left out."""
        return {
            "xem": self.view,
            "trang-thai": "" if self.shown == _USUAL[self.view] else self.shown,
            "don-vi": self.office,
            "ke-hoach": self.plan,
            "tim": self.words,
            "tu": self.since or "",
            "den": self.until or "",
            "trang": self.page if self.page > 1 else "",
            "thang": self.month,
        }

    def change(self, filled: Filled) -> None:
        """Take what was set in the filters; a list begins anew at its first page."""
        since, until = filled.day("tu"), filled.day("den")
        shown = filled.get("trang-thai")
        self.shown = shown if shown in SHOWN else self.shown
        self.office, self.plan = filled.get("don-vi"), filled.get("ke-hoach")
        self.words = filled.get("tim")
        self.since, self.until, self.page = since, until, 1


def read_asked(query: Mapping[str, str], view: str) -> Asked:
    """Read an address; what is not understood is as usual."""
    shown = query.get("trang-thai", "")
    return Asked(
        view,
        shown if shown in SHOWN and view != PAST else _USUAL[view],
        office=query.get("don-vi", ""),
        plan=query.get("ke-hoach", ""),
        words=query.get("tim", ""),
        since=read_day(query.get("tu", "")),
        until=read_day(query.get("den", "")),
        page=find_number(query.get("trang", "")) or 1,
        month=query.get("thang", ""),
    )


def list_fields(asked: Asked, choices: Choices, place_id: int) -> list[Field]:
    """List the filters of a view; those that offer nothing are left out."""
    fields = [Field("tim", words.WORDS, "search", value=asked.words, longest=200)]
    if asked.view != PAST:
        states = tuple((slug, words.SHOWN_LABELS[shown]) for slug, shown in SHOWN.items())
        fields.append(Field("trang-thai", words.SHOWN, "select", asked.shown, states))
    if len(choices.offices) > 1:
        offices = [("", words.ALL_OFFICES), *_write(choices.offices), ("0", words.NO_OFFICE)]
        fields.append(Field("don-vi", words.OFFICE, "select", asked.office, offices))
    if choices.plans:
        plans = [("", words.ALL_PLANS), *_write(choices.plans)]
        fields.append(Field("ke-hoach", words.PLAN, "select", asked.plan, plans))
    if asked.view != MONTH:
        fields += [
            Field("tu", words.SINCE, "date", _write_day(asked.since)),
            Field("den", words.UNTIL, "date", _write_day(asked.until)),
        ]
    if choices.places:
        fields.append(Field("noi", words.PLACE, "select", str(place_id), _write(choices.places)))
    return fields


def _write(pairs: tuple[tuple[int, str], ...]) -> list[tuple[str, str]]:
    return [(str(id_), name) for id_, name in pairs]


def _write_day(day: dt.date | None) -> str:
    return write_day(day) if day else ""


def link_item(page: DeskPage, item_id: int) -> str:
    """Give the address of an item."""
    return page.link(f"{PATH}/V{item_id}")
