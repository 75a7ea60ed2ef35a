"""Find the tasks that running text gives, and the labelled lines that cover them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from knowledge.parsing.captions import find_caption, split_captions
from knowledge.parsing.headers import Role
from knowledge.parsing.numbering import Number
from knowledge.parsing.outline import LETTER_DEPTH, Kind, Passage
from knowledge.parsing.places import span
from knowledge.parsing.sections import Path
from knowledge.parsing.sentences import Duty, read_duties
from knowledge.parsing.units import split_units, starts_unit
from knowledge.plan import Place
from knowledge.text import fold

_PURPOSE = re.compile(
    r"^(?:muc dich|yeu cau|muc tieu|quan diem|pham vi|doi tuong|can cu|kinh phi"
    r"|nguon (?:von|kinh phi)|co so phap ly|thuc trang|nguyen tac|su can thiet|giai thich|dac diem"
    r"|(?:danh gia )?tinh hinh|(?:danh gia )?ket qua (?:dat duoc|thuc hien))"
)
_ORGANISATION = re.compile(r"^(?:to chuc thuc hien|che do (?:thong tin|bao cao)|dieu khoan)")
_DUTY_OF = re.compile(r"^(?:(?:trách nhiệm|nhiệm vụ) của|đề nghị|yêu cầu|giao)\s+", re.I)
_AFTER_UNIT = re.compile(
    r"\s+[-–]\s+(?:cơ quan|đơn vị)\b.*$|\s*\(.*$"
    r"|,?\s+(?:chỉ đạo|chủ trì|phối hợp|thực hiện|(?:có|chịu) trách nhiệm)\b.*$",
    re.I,
)
_DATED = re.compile(r"\d|quý [IVX]+\b|h[àằ]ng (?:tuần|tháng|quý|năm)", re.I)
_UNSTOPPED_TITLE = re.compile(r"^[-–•].{,80}[^.;:,]$")  # "- Ở thôn", above a list of "+"
_SUBLIST = re.compile(r"^[-–+•]\s*(?:\+\s*)?")


class Chapter(StrEnum):
    """What a chapter is for."""

    PURPOSE = "purpose"
    WORK = "work"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ProseTask:
    """A task of running text with what its labelled lines give."""

    duty: Duty
    path: Path
    number: Number | None
    place: Place
    given: dict[Role, str]
    order: int


@dataclass(slots=True)
class _Item:
    text: str
    passage: Passage
    place: Place
    order: int


@dataclass(slots=True)
class _Group:
    """Paragraphs of one section that the next labelled lines will cover."""

    heading: _Item | None = None
    items: list[_Item] = field(default_factory=list)
    given: dict[Role, str] = field(default_factory=dict)
    last: Place | None = None


def find_prose_tasks(
    passages: Sequence[Passage], *, dated_only: bool = False
) -> Iterator[ProseTask]:
    """Yield the tasks of the running text in their order.

    `dated_only` leaves out those without a time: a plan with a table gives its tasks there.
    """
    group = _Group()
    for order, passage in enumerate(passages):
        whole = _Item(passage.text, passage, passage.place, order)
        if passage.kind is not Kind.TEXT:
            yield from _tasks(group, dated_only)
            group = _Group(heading=whole if passage.kind is Kind.HEADING else None)
            continue
        for part in split_captions(passage.text):
            caption = find_caption(part)
            if caption and caption.role is not Role.CONTENT:
                group.given.setdefault(caption.role, caption.text)
                group.last = passage.place
                continue
            if group.given:
                yield from _tasks(group, dated_only)
                group = _Group()
            _add(group, replace(whole, text=caption.text if caption else part))
    yield from _tasks(group, dated_only)


def classify(path: Path) -> Chapter:
    """Say what the chapter of a path is for, by the titles of its sections."""
    names = [fold(step.title) for step in path]
    if any(_PURPOSE.match(name) for name in names):
        return Chapter.PURPOSE
    articles = any(step.number and step.number.label.startswith("Điều") for step in path)
    if any(_ORGANISATION.match(name) for name in names) or articles or not path:
        return Chapter.ORGANISATION
    return Chapter.WORK


def _add(group: _Group, item: _Item) -> None:
    """Add a paragraph; one of a list that the paragraph above announces only widens it."""
    last = group.items[-1] if group.items else None
    listed = _SUBLIST.match(item.text) and not item.passage.number
    if last and last.text.endswith(":") and listed:
        last.place = span(last.place, item.place)
        return
    if last and item.text.startswith("+") and _UNSTOPPED_TITLE.match(last.text):
        group.items.pop()
    group.items.append(item)


def _tasks(group: _Group, dated_only: bool) -> Iterator[ProseTask]:
    found = False
    for item in _covered(group) if group.given else group.items:
        for duty in _duties(item, group, dated_only):
            place = span(item.place, group.last) if group.last else item.place
            yield _task(duty, item, place, group.given)
            found = True
    announced = None if found or group.given else _announced(group)
    if announced:
        for duty in _duties(announced, group, dated_only):
            yield _task(duty, announced, announced.place, {})


def _duties(item: _Item, group: _Group, dated_only: bool) -> list[Duty]:
    chapter = classify(item.passage.path)
    if chapter is Chapter.PURPOSE:
        return []
    duties = read_duties(item.text)
    return duties if group.given else _counting(duties, chapter, dated_only)


def _announced(group: _Group) -> _Item | None:
    """Return the point "h) Mở các lớp sau:" with its list, where the list is no work itself."""
    number = group.heading.passage.number if group.heading else None
    if not group.heading or not group.items or not number or number.depth < LETTER_DEPTH:
        return None
    heading, above = group.heading, group.heading.passage.path[:-1]
    place = span(heading.place, group.items[-1].place)
    return replace(heading, passage=replace(heading.passage, path=above), place=place)


def _covered(group: _Group) -> list[_Item]:
    """Return what labelled lines cover: the paragraphs above, else the heading itself."""
    if group.heading and (not group.items or _only_announces(group.items)):
        last = group.items[-1].place if group.items else group.heading.place
        return [replace(group.heading, place=span(group.heading.place, last))]
    return group.items


def _only_announces(items: list[_Item]) -> bool:
    """Say whether the only paragraph is an opening such as "Các nội dung gồm:"."""
    text = items[0].text
    return len(items) == 1 and text.endswith(":") and not read_duties(text)[0].is_task


def _counting(duties: list[Duty], chapter: Chapter, dated_only: bool) -> list[Duty]:
    """Return the duties of a paragraph without labelled lines that are tasks of the plan.

    General duties of the organisation chapter count only with a day of their own.
    """
    tasks = [duty for duty in duties if duty.is_task]
    if chapter is Chapter.ORGANISATION:
        return [duty for duty in tasks if _DATED.search(duty.timeframe or "")]
    return tasks if not dated_only or any(duty.timeframe for duty in tasks) else []


def _task(duty: Duty, item: _Item, place: Place, given: dict[Role, str]) -> ProseTask:
    path = item.passage.path
    known = dict(given)
    if Role.LEAD not in known and not duty.lead and (unit := _unit_of(path)):
        known[Role.LEAD] = unit
    return ProseTask(duty, path, item.passage.number, place, known, item.order)


def _unit_of(path: Path) -> str | None:
    """Return the unit that a section is about: "1.4. Sở Tài chính", "Trách nhiệm của …"."""
    title = _AFTER_UNIT.sub("", _DUTY_OF.sub("", path[-1].title)) if path else ""
    return title if starts_unit(title) and len(split_units(title)) < 8 else None
