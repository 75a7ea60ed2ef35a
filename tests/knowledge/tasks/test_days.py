"""Days as typed in chat: as a morning to be reminded on, and as the last day of a limit."""

import datetime as dt

import pytest

from knowledge.tasks.days import find_day, find_days, find_last_day
from knowledge.text import fold

TODAY = dt.date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "morning", "last_day"),
    [
        ("mai", "2026-11-24", "2026-11-24"),
        ("sáng mai", "2026-11-24", "2026-11-24"),
        ("mốt", "2026-11-25", "2026-11-25"),
        ("ngày kia", "2026-11-25", "2026-11-25"),
        ("chiều nay", "2026-11-23", "2026-11-23"),
        ("thứ hai", "2026-11-30", "2026-11-30"),
        ("thứ hai này", "2026-11-23", "2026-11-23"),
        ("t6", "2026-11-27", "2026-11-27"),
        ("thứ 6 này", "2026-11-27", "2026-11-27"),
        ("t6 tuần sau", "2026-12-04", "2026-12-04"),
        ("thu sau tuan toi", "2026-12-04", "2026-12-04"),
        ("t6 tuần sau nữa", "2026-12-11", "2026-12-11"),
        ("thứ hai của tuần sau nữa", "2026-12-07", "2026-12-07"),
        ("tuần sau nữa", "2026-12-07", "2026-12-11"),
        ("cuối tuần sau nữa", "2026-12-11", "2026-12-11"),
        ("trước t4 tuần tới nữa", "2026-12-09", "2026-12-08"),
        ("chủ nhật", "2026-11-29", "2026-11-29"),
        ("thứ năm 26/11", "2026-11-26", "2026-11-26"),
        ("cuối tuần", "2026-11-27", "2026-11-27"),
        ("đầu tuần sau", "2026-11-30", "2026-11-30"),
        ("giữa tuần sau", "2026-12-02", "2026-12-02"),
        ("tuần này", "2026-11-23", "2026-11-27"),
        ("tuần sau", "2026-11-30", "2026-12-04"),
        ("trước tuần sau", "2026-11-30", "2026-11-29"),
        ("4/12", "2026-12-04", "2026-12-04"),
        ("ngày 4/12", "2026-12-04", "2026-12-04"),
        ("4.12", "2026-12-04", "2026-12-04"),
        ("04-12-2026", "2026-12-04", "2026-12-04"),
        ("đến 4-12", "2026-12-04", "2026-12-04"),
        ("4/12/26", "2026-12-04", "2026-12-04"),
        ("20/11", "2027-11-20", "2027-11-20"),
        ("20/11/2026", "2026-11-20", "2026-11-20"),
        ("29/2", "2028-02-29", "2028-02-29"),
        ("ngày 4 tháng 12", "2026-12-04", "2026-12-04"),
        ("ngày 4 tháng 12 năm 2027", "2027-12-04", "2027-12-04"),
        ("ngày 15", "2026-12-15", "2026-12-15"),
        ("ngày 25", "2026-11-25", "2026-11-25"),
        ("ngày 25 tháng sau", "2026-12-25", "2026-12-25"),
        ("trước 4/12", "2026-12-04", "2026-12-03"),
        ("trước ngày 4/12", "2026-12-04", "2026-12-03"),
        ("trước 17h ngày 4/12", "2026-12-04", "2026-12-04"),
        ("chậm nhất 4/12", "2026-12-04", "2026-12-04"),
        ("đến 4/12", "2026-12-04", "2026-12-04"),
        ("trước thứ 6", "2026-11-27", "2026-11-26"),
        ("hết tháng", "2026-11-30", "2026-11-30"),
        ("hết tháng 12", "2026-12-31", "2026-12-31"),
        ("hết tháng 2", "2027-02-28", "2027-02-28"),
        ("đầu tháng sau", "2026-12-01", "2026-12-10"),
        ("trong tháng 12", "2026-12-01", "2026-12-31"),
        ("hết quý IV", "2026-12-31", "2026-12-31"),
        ("hết quý", "2026-12-31", "2026-12-31"),
        ("quý 1", "2027-01-01", "2027-03-31"),
        ("hết năm", "2026-12-31", "2026-12-31"),
        ("sau 3 ngày", "2026-11-26", "2026-11-26"),
        ("2 tuần nữa", "2026-12-07", "2026-12-07"),
        ("trong vòng 5 ngày", "2026-11-28", "2026-11-28"),
        ("tomorrow", "2026-11-24", "2026-11-24"),
        ("next week", "2026-11-30", "2026-12-04"),
    ],
)
def test_a_day_is_read(text: str, morning: str, last_day: str) -> None:
    plain = fold(text)
    (found,) = find_days(plain, TODAY)
    assert (found.first.isoformat(), find_last_day(plain, found).isoformat()) == (morning, last_day)


@pytest.mark.parametrize(
    "text",
    [
        *("31/2", "khuyến mãi", "mục 4.12", "số 12/BC-UBND", "tháng 13", "t6/2027", "một số việc"),
        *("trong 3 ngày làm việc", "thu năm 2026", "ngày một tốt hơn", "điểm 1.2", ""),
    ],
)
def test_other_words_are_no_days(text: str) -> None:
    assert find_days(fold(text), TODAY) == []


def test_the_week_ends_on_friday_and_then_the_next_one_is_meant() -> None:
    saturday = dt.date(2026, 11, 28)
    assert find_day("cuoi tuan", saturday) == (dt.date(2026, 12, 4), "")
    assert find_days("tuan nay", saturday)[0].last == saturday


def test_the_first_of_several_days_is_cut_out() -> None:
    assert find_day("tu 4/12 den 6/12", TODAY) == (dt.date(2026, 12, 4), "tu  den 6/12")
