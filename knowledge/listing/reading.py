"""Which rows a question for a list or a count means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from knowledge.listing.units import count_words, find_units
from knowledge.own_data import load_data
from knowledge.plan import PlannedTask
from knowledge.questions.terms import find_topic
from knowledge.questions.times import NamedTime
from knowledge.questions.understanding import Question
from knowledge.text import fold, squeeze, syllables


class Thing(StrEnum):
    """What is listed or counted."""

    TASKS = "tasks"
    SECTIONS = "sections"
    PLANS = "plans"
    OTHER = "other"


class Role(StrEnum):
    """What a unit does in a row."""

    LEAD = "lead"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be to be listed; what is empty lets every row pass.

    `timeframe` is folded, "" for rows that state none; `section` holds names as "phu luc 1", "ii".
    """

    thing: Thing = Thing.TASKS
    time: NamedTime = field(default_factory=NamedTime)
    is_due: bool = False
    units: tuple[str, ...] = ()
    role: Role | None = None
    timeframe: str | None = None
    section: tuple[str, ...] = ()
    topic: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether nothing but a topic narrows it."""
        narrowed = self.time.is_within_year or self.units or self.section
        return not narrowed and self.timeframe is None


def read_filter(question: Question, tasks: Sequence[PlannedTask]) -> Filter:
    """Read which rows are meant, in the light of the units and times that the rows name."""
    folded = fold(question.expanded)
    named_dates = question.time.days is not None or not question.time.is_within_year
    timeframe = _find_timeframe(question.expanded, tasks, with_dates=named_dates)
    section = _find_section(question.expanded)
    units = find_units(question.expanded, _units_of(tasks))
    used = count_words(question.expanded, units).union(
        syllables(timeframe or ""), " ".join(section).split()
    )
    return Filter(
        thing=_find_thing(folded),
        time=question.time if timeframe is None else NamedTime(question.time.year),
        is_due=_matches("due", folded),
        units=units,
        role=_find_role(folded),
        timeframe=timeframe,
        section=section,
        topic=_without(find_topic(question.terms, "listing"), used),
    )


def asks_for_late(question: Question) -> bool:
    """Say whether a question is about work that is past its day."""
    return _matches("late", fold(question.expanded))


def _find_thing(folded: str) -> Thing:
    names = (Thing.PLANS, Thing.TASKS, Thing.SECTIONS)
    return next((thing for thing in names if _matches(thing, folded)), Thing.OTHER)


def _find_role(folded: str) -> Role | None:
    return next((role for role in Role if _matches(role, folded)), None)


def _find_timeframe(text: str, tasks: Iterable[PlannedTask], *, with_dates: bool) -> str | None:
    """Find words of a row's own timeframe: quoted, of a known kind, or with a figure."""
    folded = fold(text)
    if _matches("no_time", folded):
        return ""
    stated = {squeeze(fold(task.timeframe or "").strip(" .;,")) for task in tasks} - {""}
    quoted = [squeeze(found) for found in re.findall(_data()["quoted"], folded)]
    dated = sorted((t for t in stated if with_dates and re.search(r"/\d{4}", t)), key=len)
    known = [*quoted, *(t for t in (*_data()["timeframes"], *reversed(dated)) if t in folded)]
    return next((each for each in known if any(each in one for one in stated)), None)


def _find_section(text: str) -> tuple[str, ...]:
    folded = fold(text)
    text = text if len(text) == len(folded) else folded
    named = []
    for found in re.finditer(_data()["section"], folded):
        if found["annex"]:
            named.append(f"phu luc {_to_number(found['annex'])}")
        # "mấy phần ạ" names no part A.
        elif found["part"] != "a" or text[found.start("part")] == "A":
            named += found["part"].split(".")
    return tuple(named)


def _to_number(name: str) -> str:
    return str(ROMAN.get(name, name))


ROMAN: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"], 1
    )
}


def _units_of(tasks: Iterable[PlannedTask]) -> list[str]:
    return list(dict.fromkeys(unit for task in tasks for unit in (*task.lead, *task.supporting)))


def _without(text: str, used: Iterable[str]) -> str:
    known = frozenset(used)
    left = [word for word in text.split() if not known.issuperset(syllables(fold(word)))]
    return " ".join(left)


def _matches(name: str, folded: str) -> bool:
    return bool(re.search(_data()["patterns"][name], folded))


def _data() -> Mapping[str, Any]:
    return load_data("listed")
