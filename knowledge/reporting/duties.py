"""Rows that want periodic reports: which periods they name, and whether they give a day."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from knowledge.abbreviations import expand_formal
from knowledge.dates import find_timeframe, parse_deadline
from knowledge.fitting import Fact, words_of
from knowledge.plan import Deadline, DeadlineKind, Occurrence, PlannedTask
from knowledge.reporting.naming import ReportPeriod, find_periods, read_plain
from knowledge.reporting.periods import Period, find_end
from knowledge.text import fold

LEADING = 60  # characters in which a row that is about reporting says so


class Fit(IntEnum):
    """How a row answers when the report of a period is due, best first."""

    DAY = 0  # it names the period and gives its day
    NAMED = 1  # it names the period, without a day
    GENERAL = 2  # it wants periodic reports, and names no period
    OTHER = 3  # it names other periods only


@dataclass(frozen=True, slots=True)
class Duty:
    """A periodic report that a row wants; `is_subject` where the row is about nothing else."""

    periods: tuple[ReportPeriod, ...]
    deadline: Deadline
    is_subject: bool

    @property
    def days(self) -> tuple[Occurrence, ...]:
        """The occurrences that give a day."""
        return tuple(o for o in self.deadline.occurrences if not o.bare_period)

    @property
    def gives_day(self) -> bool:
        """Whether any day is given."""
        return bool(self.days) or self.deadline.last_day is not None


# What a row cannot do without, told from its folded text: reading words of time takes a hundred
# times as long.
_MENTIONED = re.compile(r"\bbao cao\b|\bso lieu\b|\btong hop\b|\bbieu mau\b")
_LIKELY = re.compile(
    r"\bdinh ky\b|\bhang (?:thang|quy|nam)\b"
    r"|\bbao cao\W+(?:\w+\W+){0,2}(?:thang|qu[yi]|6|sau|9|chin|nam)\b"
)
_SUBJECT = re.compile(
    r"\bbao cao\b|\btong hop (?:tinh hinh|ket qua|so lieu)"
    r"|\b(?:gui|nhap|cung cap) (?:bieu )?so lieu"
)
_PRODUCT = re.compile(r"^\W*(?:\d+ )?(?:cac )?(?:bao cao|bieu so lieu|bieu mau|bieu bao cao)\b")
# Beside "báo cáo", as a plan or a letter that comes each year makes no report periodic.
_PERIODIC = re.compile(
    r"\b(?:dinh ky|hang (?:thang|quy|nam))\b[^.;]{0,40}\bbao cao\b"
    r"|\bbao cao\b[^.;]{0,80}\b(?:dinh ky|hang (?:thang|quy|nam))\b"
    r"|\bbao cao (?:\w+ ){0,2}(?:thang|quy|6 thang|9 thang|nam)\b(?! 20\d\d)"
)
_BASIS = re.compile(r"^\W*can cu\b")  # names a decree on periodic reports
_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ–+-])|\n")
_COUNTS = {12: Period.MONTH, 4: Period.QUARTER, 2: Period.HALF, 1: Period.YEAR}
_SPANS = {p.months: p for p in Period}
_DATED = (DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.RANGE)


@lru_cache(maxsize=5_000)  # a row is looked at for each question about a report
def read_duty(fact: Fact, *, year: int | None) -> Duty | None:
    """Read the periodic report that a row wants; None where it wants none.

    `year` is the plan's.
    """
    folded = fold(words_of(fact))
    if not _MENTIONED.search(folded) or not (_recurs(fact) or _LIKELY.search(folded)):
        return None
    if isinstance(fact, PlannedTask):
        return _read_task(fact)
    if _BASIS.search(read_plain(fact.text)):
        return None
    sentences = _SENTENCES.split(fact.text)
    return next((d for each in sentences if (d := _read_sentence(each, year))), None)


def fit_duty(duty: Duty, asked: ReportPeriod) -> Fit:
    """Say how a row answers a question about a period."""
    if asked.kind is None:
        return Fit.DAY if duty.gives_day else Fit.NAMED
    if not any(_is_meant(named, asked) for named in duty.periods):
        return Fit.OTHER if duty.periods else Fit.GENERAL
    return Fit.DAY if _gives_day(duty, asked) else Fit.NAMED


def _recurs(fact: Fact) -> bool:
    return isinstance(fact, PlannedTask) and fact.deadline.kind is DeadlineKind.RECURRING


def _read_task(task: PlannedTask) -> Duty | None:
    content, product = read_plain(task.content), read_plain(task.deliverable or "")
    is_subject = bool(_SUBJECT.search(content[:LEADING]) or _PRODUCT.search(product))
    is_report = is_subject or bool(re.search(r"\bbao cao\b", content))
    is_recurring = _recurs(task)
    if not is_report or not (is_recurring or _PERIODIC.search(content)):
        return None
    if not is_recurring:
        dated = (
            task.deadline if task.deadline.kind in _DATED else Deadline(DeadlineKind.UNSPECIFIED)
        )
        return Duty(find_periods(task.content), dated, is_subject)
    named = find_periods(f"{task.content}; {task.timeframe or ''}; {task.deliverable or ''}")
    return Duty(_merge(_named_by(task.deadline), named), task.deadline, is_subject)


def _read_sentence(sentence: str, year: int | None) -> Duty | None:
    folded = read_plain(sentence)
    if not _PERIODIC.search(folded):
        return None
    deadline = parse_deadline(find_timeframe(sentence), year=year)
    named = _merge(_named_by(deadline), find_periods(sentence))
    return Duty(named, deadline, is_subject=bool(_SUBJECT.search(folded[:LEADING])))


def _named_by(deadline: Deadline) -> tuple[ReportPeriod, ...]:
    """Return the periods that a recurring time names, or that its number of days stands for."""
    bare = [_as_period(o) for o in deadline.occurrences if o.bare_period]
    named = [period for period in bare if period]
    days = len({o.last_day for o in deadline.occurrences if not o.bare_period})
    if days in _COUNTS:
        named.append(ReportPeriod(_COUNTS[days]))
    return tuple(dict.fromkeys(named))


def _as_period(occurrence: Occurrence) -> ReportPeriod | None:
    """Return a bare occurrence as a period, None where it is no whole one."""
    last, first = occurrence.last_day, occurrence.start
    if first is None:
        return None
    kind = _SPANS.get((last.year - first.year) * 12 + last.month - first.month + 1)
    if kind is None or last.month % kind.months:
        return None
    number = last.month // kind.months
    return ReportPeriod(kind, number) if last == find_end(kind, number, last.year) else None


def _merge(
    dated: tuple[ReportPeriod, ...], written: tuple[ReportPeriod, ...]
) -> tuple[ReportPeriod, ...]:
    """Put both together; "quý" beside "quý I, II" says no more than those."""
    kinds = {period.kind for period in dated}
    return (*dated, *(period for period in written if period.kind not in kinds))


def _is_meant(named: ReportPeriod, asked: ReportPeriod) -> bool:
    if named.kind is not asked.kind:
        return False
    return None in (named.number, asked.number) or named.number == asked.number


def _gives_day(duty: Duty, asked: ReportPeriod) -> bool:
    """Say whether a duty's days hold one for the period asked about."""
    if duty.deadline.last_day or asked.kind is None or asked.number is None:
        return duty.gives_day
    ends = [find_end(asked.kind, asked.number, o.last_day.year) for o in duty.days]
    spans = [(end.month - asked.kind.months, end.month) for end in ends]
    return any(
        first < o.last_day.month <= last for (first, last), o in zip(spans, duty.days, strict=True)
    )


def words_about(fact: Fact) -> str:
    """Return the folded words that tell what a row's report is about."""
    units = (*fact.lead, *fact.supporting) if isinstance(fact, PlannedTask) else ()
    return fold(expand_formal(" ".join((words_of(fact), fact.section_title, *units))))
