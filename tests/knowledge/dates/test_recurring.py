import datetime as dt

import pytest

from knowledge.dates import parse_deadline
from knowledge.plan import Deadline, DeadlineKind

MONTH_ENDS = "31/01 28/02 31/03 30/04 31/05 30/06 31/07 31/08 30/09 31/10 30/11 31/12"
QUARTER_ENDS = "31/03 30/06 30/09 31/12"


def last_days(deadline: Deadline) -> list[str]:
    return [occurrence.last_day.strftime("%d/%m") for occurrence in deadline.occurrences]


@pytest.mark.parametrize(
    ("text", "days", "is_bare"),
    [
        ("Tháng 6 và tháng 12", "30/06 31/12", False),
        ("tháng 4 và tháng 8 năm 2022", "30/04 31/08", False),
        ("Tháng 3, 6, 9, 12", "31/03 30/06 30/09 31/12", False),
        ("Trước ngày 10 của tháng cuối Quý", "09/03 09/06 09/09 09/12", False),
        ("trước ngày 20 tháng cuối mỗi quý", "19/03 19/06 19/09 19/12", False),
        ("Báo cáo quý trước ngày 15 tháng cuối quý", "14/03 14/06 14/09 14/12", False),
        ("ngày 05 của tháng đầu quý sau", "05/04 05/07 05/10 05/01", False),
        ("Quý I, II, III và năm", "31/03 30/06 30/09 31/12", True),
        ("Quy I, Quy Il, Quy Il va nam 2022", "31/03 30/06 30/09 31/12", True),
        ("Quy I, quy IV nam 2022 hoặc dot xuat", "31/03 31/12", True),
        ("Quý, 6 tháng, 9 tháng và một năm", "31/03 30/06 30/06 30/09 30/09 31/12 31/12", True),
        ("6 tháng, năm", "30/06 31/12", True),
        ("6 tháng/lần", "30/06 31/12", True),
        ("Định kỳ hàng tháng", MONTH_ENDS, True),
        ("Định kỳ hãng tháng", MONTH_ENDS, True),  # OCR
        ("Mỗi tháng một lần", MONTH_ENDS, True),
        ("hằng quý", QUARTER_ENDS, True),
        ("hàng quý", QUARTER_ENDS, True),
        ("quý/lần", QUARTER_ENDS, True),
        ("01 quý 01 lần", QUARTER_ENDS, True),
        ("Hết quý", QUARTER_ENDS, False),
        ("Cuối mỗi quý", QUARTER_ENDS, False),
        ("đầu quý", "31/01 30/04 31/07 31/10", False),
        ("hằng năm", "31/12", True),
        ("Hàng năm", "31/12", True),
        ("Thường xuyên, hằng năm", "31/12", True),
        ("02 lần/năm", "30/06 31/12", True),
        ("Trước ngày 15 của tháng cuối quý và đột xuất", "14/03 14/06 14/09 14/12", False),
        ("Quý, năm, theo yêu cầu", "31/03 30/06 30/09 31/12 31/12", True),
        ("Ngày 26/3; 30/4; 19/5; 02/9", "26/03 30/04 19/05 02/09", False),
        ("mỗi năm 2 lần", "30/06 31/12", True),
        ("02 lần trong năm", "30/06 31/12", True),
        ("4 lần/năm", QUARTER_ENDS, True),
        ("03 lần/năm", "31/12", True),
        ("1 lần/6 tháng", "30/06 31/12", True),
        ("3 tháng/lần", QUARTER_ENDS, True),
        ("Định kỳ 3 tháng", QUARTER_ENDS, True),
        ("6 tháng đầu năm và cả năm", "30/06 31/12", True),
        ("06 tháng đầu năm và cuối năm", "30/06 31/12", True),
        ("Ngày làm việc cuối cùng của tháng", MONTH_ENDS, False),
        ("Ngày cuối cùng của quý", QUARTER_ENDS, False),
        ("Quý I: 14/3; quý II: 14/6", "14/03 14/06", False),
        ("trước ngày 15 các tháng 3, 6, 9, 12", "14/03 14/06 14/09 14/12", False),
        ("Trước 15/6 đối với báo cáo 6 tháng và 15/12 đối với năm", "14/06 14/12", False),
        ("6 tháng trước ngày 15/6, năm trước ngày 15/12", "14/06 14/12", False),
        ("Quý I/2022: 30%; Quý II/2022: 60%", "31/03 30/06", True),
        ("Đợt 1: tháng 4; Đợt 2: tháng 10", "30/04 31/10", False),
        ("Đợt 1 trước 30/4, đợt 2 trước 30/10", "29/04 29/10", False),
        ("Trong 02 ngày 15, 16/4/2022", "15/04 16/04", False),
        ("tháng 3, tháng 9 hằng năm", "31/03 30/09", False),
        ("cuối tháng 12 hàng năm", "31/12", False),
        ("Quý IV hằng năm", "31/12", True),
        ("Định kỳ hằng năm (trước ngày 15 tháng 12)", "14/12", False),
        ("trước ngày 30 tháng 11 hàng năm", "29/11", False),
        ("hàng năm, chậm nhất ngày 30/11", "30/11", False),
        ("Ngày 10/10 hằng năm", "10/10", False),
        ("Tháng 12 hằng năm", "31/12", False),
        ("Từ ngày 15/10 đến 15/12 hằng năm", "15/12", False),
        ("Trước ngày 15/6 và 15/12", "14/06 14/12", False),
        ("Trước ngày 25/12; trước ngày 25/6", "24/06 24/12", False),
        ("Ngày 15/3, 15/6, 15/9 và 15/12", "15/03 15/06 15/09 15/12", False),
        ("20% trong quý I, 50% trong quý II", "31/03 30/06", True),
        ("Đầu năm, cuối năm", "31/03 31/12", False),
        ("02 lần/tháng; từ tháng 3 đến tháng 5 năm 2022", "31/03 30/04 31/05", True),
        ("Các quý trong năm", QUARTER_ENDS, True),
        ("Hằng quý năm 2022", QUARTER_ENDS, True),
    ],
)
def test_occurrences(text: str, *, days: str, is_bare: bool) -> None:
    deadline = parse_deadline(text, year=2022)
    assert deadline.kind is DeadlineKind.RECURRING
    assert last_days(deadline) == days.split()
    assert {o.bare_period for o in deadline.occurrences} == {is_bare}
    assert deadline.recurrence
    assert deadline.reason is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("ngày 15 hằng tháng", 15), ("Trước ngày 25 hàng tháng", 24), ("Trước ngày 15 của tháng", 14)],
)
def test_a_day_of_every_month(text: str, day: int) -> None:
    occurrences = parse_deadline(text, year=2024).occurrences
    assert [o.last_day for o in occurrences] == [dt.date(2024, m, day) for m in range(1, 13)]
    assert {o.start for o in occurrences} == {None}


def test_a_day_that_a_month_lacks_is_its_last() -> None:
    february = parse_deadline("Ngày 31 hằng tháng", year=2024).occurrences[1]
    assert february.last_day == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("thứ Sáu hằng tuần", "Thứ Sáu 07/01: 2022-01-07", 52),
        ("Thứ 6 hàng tuần", "Thứ Sáu 07/01: 2022-01-07", 52),
        ("chiều thứ Sáu hằng tuần", "Thứ Sáu 07/01: 2022-01-07", 52),
        ("Hằng tuần vào thứ Tư", "Thứ Tư 05/01: 2022-01-05", 52),
        ("Trước 16h00 thứ Năm hàng tuần", "Thứ Năm 06/01: 2022-01-06", 52),
        ("Trước thứ Năm hằng tuần", "Thứ Năm 06/01: 2022-01-05", 52),
        ("Chủ nhật hằng tuần", "Chủ nhật 02/01: 2022-01-02", 52),
        ("thứ Bảy hằng tuần, từ tháng 3 đến tháng 4", "Thứ Bảy 05/03: 2022-03-05", 9),
        ("tuần đầu của tháng", "Tuần 1 tháng 1: 2022-01-07", 12),
        ("Tuần cuối hằng tháng", "Tuần cuối tháng 1: 2022-01-31", 12),
    ],
)
def test_days_of_the_week(text: str, first: str, count: int) -> None:
    occurrences = parse_deadline(text, year=2022).occurrences
    assert f"{occurrences[0].label}: {occurrences[0].last_day}" == first
    assert len(occurrences) == count
    assert not any(o.bare_period for o in occurrences)


def test_next_month_reaches_into_the_next_year() -> None:
    occurrences = parse_deadline("Trước ngày 05 tháng sau", year=2022).occurrences
    assert (occurrences[0].last_day, occurrences[-1].last_day) == (
        dt.date(2022, 2, 4),
        dt.date(2023, 1, 4),
    )


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Quý I, II, III và năm", ["Quý I", "Quý II", "Quý III", "Năm 2021"]),
        ("6 tháng/lần", ["6 tháng đầu năm", "6 tháng cuối năm"]),
        ("Đầu năm, cuối năm", ["Đầu năm 2021", "Cuối năm 2021"]),
        ("Tháng 6 và tháng 12", ["Tháng 6", "Tháng 12"]),
        ("Hằng năm từ 2021 đến 2023", ["Năm 2021", "Năm 2022", "Năm 2023"]),
        ("Hằng quý, từ tháng 10/2021 đến tháng 3/2022", ["Quý IV/2021", "Quý I/2022"]),
        ("Nửa cuối hằng tháng, từ tháng 1 đến tháng 2", ["Nửa cuối tháng 1", "Nửa cuối tháng 2"]),
    ],
)
def test_labels_of_occurrences(text: str, labels: list[str]) -> None:
    assert [o.label for o in parse_deadline(text, year=2021).occurrences] == labels


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Định kỳ theo quy định", "rule_elsewhere"),
        ("Định kỳ hằng quý theo quy định", "rule_elsewhere"),
        ("Hằng năm theo kế hoạch", "rule_elsewhere"),
        ("Thực hiện theo đúng quy định", "rule_elsewhere"),
        ("Theo Quyết định số 45/QĐ-UBND ngày 03/5/2018", "rule_elsewhere"),
        ("Theo định kỳ", "no_day"),
        ("Định kỳ, đột xuất", "no_day"),
        ("Đúng quy định", "rule_elsewhere"),
        ("Đảm bảo thời gian quy định", "rule_elsewhere"),
        ("Trước ngày 15 tháng cuối kỳ báo cáo", "no_day"),
        ("Ngày 20 hằng quý", "no_day"),
        ("hai năm một lần", "no_day"),
        ("01 lần/02 năm", "no_day"),
        ("Hàng ngày", "frequent"),
        ("hằng tuần", "frequent"),
        ("mỗi tuần 1 lần", "frequent"),
    ],
)
def test_recurring_without_a_day(text: str, reason: str) -> None:
    deadline = parse_deadline(text, year=2022)
    assert deadline.kind is DeadlineKind.RECURRING
    assert deadline.occurrences == ()
    assert deadline.reason == reason
