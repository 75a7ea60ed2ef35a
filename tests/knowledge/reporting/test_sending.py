"""The days that an office's rules give."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from knowledge.reporting import (
    Period,
    Sending,
    do_overlap,
    find_broken_gap,
    find_next_sending,
    find_sending_day,
    pick_rule,
)

DAY = dt.date.fromisoformat


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as an office enters it."""

    period: str = "quarter"
    day: int = 18
    months_after: int = 0
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


QUARTER = Rule()


@pytest.mark.parametrize(
    ("rule", "number", "year", "day"),
    [
        (QUARTER, 1, 2026, "2026-03-18"),
        (QUARTER, 2, 2026, "2026-06-18"),
        (QUARTER, 3, 2026, "2026-09-18"),
        (QUARTER, 4, 2026, "2026-12-18"),
        (replace(QUARTER, day=31), 2, 2026, "2026-06-30"),
        (replace(QUARTER, day=31), 1, 2026, "2026-03-31"),
        (replace(QUARTER, day=5, months_after=1), 4, 2026, "2027-01-05"),
        (replace(QUARTER, day=31, months_after=2), 4, 2027, "2028-02-29"),
        (replace(QUARTER, day=31, months_after=2), 4, 2026, "2027-02-28"),
        (Rule("month", 15), 2, 2024, "2024-02-15"),
        (Rule("month", 31), 2, 2024, "2024-02-29"),
        (Rule("month", 30), 2, 2025, "2025-02-28"),
        (Rule("month", 3, 1), 12, 2026, "2027-01-03"),
        (Rule("half", 20), 1, 2026, "2026-06-20"),
        (Rule("half", 20), 2, 2026, "2026-12-20"),
        (Rule("nine_months", 20), 1, 2026, "2026-09-20"),
        (Rule("year", 20), 1, 2026, "2026-12-20"),
        (Rule("year", 31, 12), 1, 2026, "2027-12-31"),
    ],
)
def test_the_day_of_a_rule(rule: Rule, number: int, year: int, day: str) -> None:
    assert find_sending_day(rule, number, year) == DAY(day)


@pytest.mark.parametrize(
    ("first", "last", "number", "is_valid"),
    [
        ("2026-09-30", None, 3, True),
        ("2026-10-01", None, 3, False),
        ("2026-10-01", None, 4, True),
        (None, "2026-09-30", 3, True),
        (None, "2026-09-29", 3, False),
        ("2026-01-01", "2026-12-31", 1, True),
    ],
)
def test_a_rule_holds_by_the_last_day_of_the_period(
    first: str | None, last: str | None, number: int, is_valid: bool
) -> None:
    rule = Rule(valid_from=DAY(first) if first else None, valid_to=DAY(last) if last else None)
    assert (find_sending_day(rule, number, 2026) is not None) is is_valid
    assert (pick_rule([rule], Period.QUARTER, number, 2026) is not None) is is_valid


def test_a_rule_of_another_period_is_not_picked() -> None:
    assert pick_rule([Rule("month"), QUARTER], Period.QUARTER, 3, 2026) == QUARTER
    assert pick_rule([Rule("month")], Period.QUARTER, 3, 2026) is None


@pytest.mark.parametrize(
    ("rule", "today", "sending"),
    [
        (QUARTER, "2026-11-23", Sending(4, 2026, DAY("2026-12-18"))),
        (QUARTER, "2026-12-18", Sending(4, 2026, DAY("2026-12-18"))),
        (QUARTER, "2026-12-19", Sending(1, 2027, DAY("2027-03-18"))),
        (replace(QUARTER, months_after=1), "2027-01-04", Sending(4, 2026, DAY("2027-01-18"))),
        (Rule("year", 15, 1), "2027-01-15", Sending(1, 2026, DAY("2027-01-15"))),
        (Rule("year", 15, 12), "2027-01-15", Sending(1, 2026, DAY("2027-12-15"))),
        (replace(QUARTER, valid_to=DAY("2026-09-30")), "2026-11-23", None),
        (
            replace(QUARTER, valid_from=DAY("2027-06-30")),
            "2026-11-23",
            Sending(2, 2027, DAY("2027-06-18")),
        ),
    ],
)
def test_the_next_report_of_a_rule(rule: Rule, today: str, sending: Sending | None) -> None:
    assert find_next_sending(rule, DAY(today)) == sending


@pytest.mark.parametrize(
    ("one", "other", "is_clash"),
    [
        (QUARTER, QUARTER, True),
        (QUARTER, Rule("month"), False),
        (replace(QUARTER, valid_to=DAY("2026-12-31")), QUARTER, True),
        (
            replace(QUARTER, valid_to=DAY("2026-12-31")),
            replace(QUARTER, valid_from=DAY("2027-01-01")),
            False,
        ),
        (
            replace(QUARTER, valid_to=DAY("2026-12-31")),
            replace(QUARTER, valid_from=DAY("2026-12-31")),
            True,
        ),
    ],
)
def test_two_rules_at_one_time(one: Rule, other: Rule, is_clash: bool) -> None:
    assert do_overlap(one, other) is is_clash
    assert do_overlap(other, one) is is_clash


@pytest.mark.parametrize(
    ("rule", "is_broken"),
    [
        (Rule(day=14), True),
        (Rule(day=15), False),
        (Rule(day=10), True),
        (Rule(day=10, months_after=1), False),
        (Rule("year", 1), True),
        (Rule("month", 31), False),
    ],
)
def test_a_day_before_the_data_close_is_told(rule: Rule, is_broken: bool) -> None:
    gap = find_broken_gap(rule, year=2026)
    assert (gap is not None) is is_broken
    assert gap is None or gap.basis == "Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5"
