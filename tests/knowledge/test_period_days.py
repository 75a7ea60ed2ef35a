"""Days of reports: by the office's rules, and when data close for a line of result."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from knowledge.dates import parse_deadline
from knowledge.period_days import PeriodDay, find_line_days, find_report_days
from knowledge.plan import PlannedTask
from tests.factories.plans import build_task


@dataclass(frozen=True, slots=True)
class Rule:
    period: str
    day: int
    months_after: int = 0
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


QUARTERLY, YEARLY = Rule("quarter", 18), Rule("year", 10, months_after=1)


def build(timeframe: str, content: str = "Báo cáo kết quả thực hiện") -> PlannedTask:
    deadline = parse_deadline(timeframe, year=2026)
    task = build_task(content, timeframe=timeframe, deliverable="Báo cáo")
    return replace(task, deadline=deadline)


def write(days: tuple[PeriodDay, ...]) -> list[str]:
    return [f"{d.period.kind} {d.period.number}/{d.period.year} {d.last_day}" for d in days]


EACH_QUARTER = [
    "quarter 1/2026 2026-03-18",
    "quarter 2/2026 2026-06-18",
    "quarter 3/2026 2026-09-18",
    "quarter 4/2026 2026-12-18",
]
YEAR = "year 1/2026 2027-01-10"


@pytest.mark.parametrize(
    ("timeframe", "rules", "picked", "expected"),
    [
        ("Quý I, II, III và năm", [QUARTERLY, YEARLY], None, [*EACH_QUARTER[:3], YEAR]),
        ("Quý I, II, III và năm", [QUARTERLY], None, EACH_QUARTER[:3]),
        ("Quý I, II, III và năm", [YEARLY], None, [YEAR]),
        ("Quý I, II, III và năm", [], None, []),
        ("Định kỳ theo quy định", [QUARTERLY, YEARLY], None, []),
        ("Định kỳ theo quy định", [QUARTERLY, YEARLY], QUARTERLY, EACH_QUARTER),
        ("Định kỳ theo quy định", [QUARTERLY, YEARLY], YEARLY, [YEAR]),
        ("Trước ngày 15 tháng cuối quý", [QUARTERLY], QUARTERLY, []),
        ("Thường xuyên", [QUARTERLY], QUARTERLY, []),
        ("Trước ngày 15/12/2026", [QUARTERLY], QUARTERLY, []),
    ],
)
def test_rules_give_the_days_of_reports(
    timeframe: str, rules: list[Rule], picked: Rule | None, expected: list[str]
) -> None:
    found = find_report_days(build(timeframe), rules, year=2026, picked=picked)
    assert write(found) == expected


def test_a_rule_that_has_ended_is_followed_by_the_next() -> None:
    old = replace(QUARTERLY, valid_to=dt.date(2026, 6, 30))
    new = Rule("quarter", 20, valid_from=dt.date(2026, 7, 1))
    found = find_report_days(build("Định kỳ theo quy định"), [old, new], year=2026, picked=old)
    assert [day.last_day.day for day in found] == [18, 18, 20, 20]


@pytest.mark.parametrize(
    ("timeframe", "expected"),
    [
        ("Thường xuyên", ["2026-03-14", "2026-06-14", "2026-09-14", "2026-12-14"]),
        ("Hằng ngày", ["2026-03-14", "2026-06-14", "2026-09-14", "2026-12-14"]),
        ("Từ quý 4/2026", ["2026-12-14"]),
        ("Theo kế hoạch riêng", []),
        ("Khi có phản ánh, kiến nghị", []),
        ("Trước ngày 15/12/2026", []),
    ],
)
def test_lines_are_asked_when_data_close(timeframe: str, expected: list[str]) -> None:
    found = find_line_days(build(timeframe, "Tiếp nhận hồ sơ"), year=2026)
    assert [day.last_day.isoformat() for day in found] == expected


def test_no_line_is_asked_where_no_law_says_when_data_close() -> None:
    assert find_line_days(build("Thường xuyên"), year=2015) == ()
