"""By which day an office's own rule wants a periodic report sent."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from knowledge.reporting.law import LawGap, find_data_period, list_law_gaps
from knowledge.reporting.periods import Period, end_month, find_end, shift_months

LAST_DAY = 31  # of a rule: the last day of the month, however long
MOST_MONTHS_AFTER = 12
YEARS_AHEAD = 2  # in which the next report is looked for


class SendingRule(Protocol):
    """A rule of an office: `day` of the month that lies `months_after` the period's last one.

    Day 31 is the month's last. It holds for periods that end from `valid_from` to `valid_to`.
    """

    @property
    def period(self) -> str: ...  # noqa: D102

    @property
    def day(self) -> int: ...  # noqa: D102

    @property
    def months_after(self) -> int: ...  # noqa: D102

    @property
    def valid_from(self) -> dt.date | None: ...  # noqa: D102

    @property
    def valid_to(self) -> dt.date | None: ...  # noqa: D102


Rule = TypeVar("Rule", bound=SendingRule)


@dataclass(frozen=True, slots=True)
class Sending:
    """A report to send: its period's number and year, and the day."""

    number: int
    year: int
    day: dt.date


def find_sending_day(rule: SendingRule, number: int, year: int) -> dt.date | None:
    """Return the day that a rule gives for a period, None where it is not in force at its end."""
    end = find_end(Period(rule.period), number, year)
    if (rule.valid_from and end < rule.valid_from) or (rule.valid_to and end > rule.valid_to):
        return None
    last = end_month(shift_months(end, rule.months_after))
    return last.replace(day=min(rule.day, last.day))


def find_next_sending(rule: SendingRule, today: dt.date) -> Sending | None:
    """Find the first report that a rule wants sent today or later, in this year or the next."""
    due = (sending for sending in _list_sendings(rule, today.year) if sending.day >= today)
    return min(due, key=lambda sending: sending.day, default=None)


def pick_rule(rules: Iterable[Rule], period: Period, number: int, year: int) -> Rule | None:
    """Pick the rule in force for a period, None where there is none."""
    own = (rule for rule in rules if rule.period == period)
    return next((rule for rule in own if find_sending_day(rule, number, year)), None)


def do_overlap(one: SendingRule, other: SendingRule) -> bool:
    """Say whether two rules are for one period at one time."""
    first = max(one.valid_from or dt.date.min, other.valid_from or dt.date.min)
    last = min(one.valid_to or dt.date.max, other.valid_to or dt.date.max)
    return one.period == other.period and first <= last


def find_broken_gap(rule: SendingRule, *, year: int) -> LawGap | None:
    """Find the rule of law that a rule breaks: its day comes too soon after the data close.

    Days off are not looked at, so that what is found is surely too soon.
    """
    for sending in _list_sendings(rule, year):
        data = find_data_period(Period(rule.period), sending.number, sending.year)
        for gap in list_law_gaps() if data else ():
            if data and sending.day < data.last + dt.timedelta(gap.working_days):
                return gap
    return None


def _list_sendings(rule: SendingRule, year: int) -> Iterator[Sending]:
    """List what a rule wants sent of last year, whose reports may be due in this one, and on."""
    for each in range(year - 1, year + YEARS_AHEAD):
        for number in Period(rule.period).numbers:
            day = find_sending_day(rule, number, each)
            if day:
                yield Sending(number, each, day)
