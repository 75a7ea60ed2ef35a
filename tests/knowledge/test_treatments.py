import datetime as dt

import pytest

from knowledge.dates import NoDay, parse_deadline
from knowledge.due_days import find_due_days
from knowledge.plan import Deadline, DeadlineKind, Place, PlannedTask
from knowledge.treatments import Treatment, find_task_treatment, find_treatment, is_plan_named
from tests.factories.plans import build_plan


def build_task(content: str, timeframe: str) -> PlannedTask:
    deadline = parse_deadline(timeframe, year=2022)
    return PlannedTask((), "", "1", content, Place("a.txt"), timeframe=timeframe, deadline=deadline)


@pytest.mark.parametrize(
    ("timeframe", "expected"),
    [
        ("Thường xuyên", Treatment.REPORT_LINE),
        ("Từ quý 4/2022", Treatment.REPORT_LINE),
        ("Từ tháng 11 đến khi kết thúc kiểm kê", Treatment.REPORT_LINE),
        ("Hằng ngày", Treatment.REPORT_LINE),
        ("thứ Sáu hằng tuần", Treatment.REPORT_LINE),
        ("24/7", Treatment.REPORT_LINE),
        ("Định kỳ theo quy định", Treatment.REPORTING_RULE),
        ("Định kỳ, đột xuất", Treatment.REPORTING_RULE),
        ("Theo kế hoạch riêng", Treatment.SEPARATE_PLAN),
        ("Khi có phản ánh, kiến nghị", Treatment.CASES),
        ("Trong 05 ngày làm việc kể từ ngày nhận đơn", Treatment.CASES),
        ("Theo yêu cầu", Treatment.AD_HOC),
        ("", Treatment.ASK_CLERK),
        ("Kịp thời", Treatment.ASK_CLERK),
        ("Ngày 15", Treatment.ASK_CLERK),
        ("Ngày 31/4", Treatment.ASK_CLERK),
        ("Ngày 10/3 âm lịch", Treatment.ASK_CLERK),
        ("Trước ngày 15/6", None),
        ("Hằng quý", None),
        ("Trong năm", None),
    ],
)
def test_treatment_of_what_has_no_day(timeframe: str, expected: Treatment | None) -> None:
    assert find_treatment(parse_deadline(timeframe, year=2022)) is expected


@pytest.mark.parametrize("reason", list(NoDay))
def test_every_reason_has_a_treatment(reason: NoDay) -> None:
    found = find_treatment(Deadline(DeadlineKind.UNSPECIFIED, reason=reason))
    assert isinstance(found, Treatment)


@pytest.mark.parametrize(
    ("content", "timeframe", "expected"),
    [
        ("Báo cáo kết quả", "Quý I, II, III và năm", Treatment.REPORTING_RULE),
        ("Báo cáo kết quả", "Trước ngày 15 tháng cuối quý", None),
        ("Kiểm tra các thôn", "Quý I, II, III và năm", None),
        ("Kiểm tra các thôn", "Thường xuyên", Treatment.REPORT_LINE),
        ("Kiểm tra các thôn", "thứ Sáu hằng tuần", Treatment.REPORT_LINE),
    ],
)
def test_a_report_of_bare_periods_wants_a_rule(
    content: str, timeframe: str, expected: Treatment | None
) -> None:
    assert find_task_treatment(build_task(content, timeframe)) is expected


@pytest.mark.parametrize(
    ("timeframe", "count"),
    [
        ("thứ Sáu hằng tuần", 0),
        ("Hằng ngày", 0),
        ("thứ Sáu hằng tuần; ngày 25 hằng tháng", 12),
        ("Ngày 20 hằng tháng, ngày 15 tháng cuối quý", 16),
        ("Trước ngày 15/6", 1),
    ],
)
def test_what_returns_weekly_has_no_due_days(timeframe: str, count: int) -> None:
    assert len(find_due_days(build_task("Trực cơ quan", timeframe))) == count


@pytest.mark.parametrize(
    ("number", "day", "is_named"),
    [
        ("07/KH-UBND", None, True),
        ("7/kh-ubnd", None, True),
        ("07 / KH-UBND", dt.date(2026, 3, 4), True),
        ("07/KH-UBND", dt.date(2025, 1, 12), False),
        ("17/KH-UBND", None, False),
        ("07/QĐ-UBND", None, False),
    ],
)
def test_a_plan_is_known_by_its_number_and_year(
    number: str, day: dt.date | None, is_named: bool
) -> None:
    assert is_plan_named(number, day, build_plan()) is is_named
