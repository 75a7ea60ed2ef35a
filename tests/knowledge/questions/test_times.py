import datetime as dt

import pytest

from knowledge.questions.times import NamedTime, find_time

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong năm 2024", NamedTime(2024)),
        ("Trong tháng 02/2024", NamedTime(2024, None, 2)),
        ("Tháng 3 năm 2022", NamedTime(2022, None, 3)),
        ("quý III/2021", NamedTime(2021, 3)),
        ("Quý IV", NamedTime(None, 4)),
        ("quy 1 nam 2021", NamedTime(2021, 1)),
        ("Q3 2022", NamedTime(2022, 3)),
        ("quý cuối năm nay", NamedTime(2026, 4)),
        ("năm ngoái", NamedTime(2025)),
        ("nam sau", NamedTime(2027)),
        ("tháng này có gì", NamedTime(None, None, 11)),
        ("quý này", NamedTime(None, 4)),
        ("third quarter of 2021", NamedTime(2021, 3)),
        ("in March 2022", NamedTime(2022, None, 3)),
        ("last year", NamedTime(2025)),
        ("6 tháng đầu năm 2024", NamedTime(2024, half=1)),
        ("sau thang cuoi nam", NamedTime(half=2)),
        ("sơ kết 6 tháng", NamedTime()),
        ("hạn ngày 23/11/2026", NamedTime(days=(dt.date(2026, 11, 23), dt.date(2026, 11, 23)))),
        ("trước 31/02/2026", NamedTime()),
        ("tuần này", NamedTime(days=(dt.date(2026, 11, 23), dt.date(2026, 11, 29)))),
        ("tuan sau", NamedTime(days=(dt.date(2026, 11, 30), dt.date(2026, 12, 6)))),
        ("việc hôm nay", NamedTime(days=(TODAY, TODAY))),
        ("theo Kế hoạch số 5 ngày 01/3/2020", NamedTime()),
        ("6/2022 có việc gì", NamedTime(2022, None, 6)),
        ("quy 2/2021 co viec gi", NamedTime(2021, 2)),
        ("quí 3/2021", NamedTime(2021, 3)),
        ("quý ba năm nay", NamedTime(2026, 3)),
        ("tháng mười hai có gì", NamedTime(month=12)),
        ("tháng mười có gì", NamedTime(month=10)),
        ("tháng năm nào", NamedTime()),
        ("which quarter, quarter 3?", NamedTime(None, 3)),
        ("in quarter III", NamedTime(None, 3)),
        ("the 4th quarter", NamedTime(None, 4)),
        ("ngày mai", NamedTime(days=(dt.date(2026, 11, 24), dt.date(2026, 11, 24)))),
        ("hôm qua", NamedTime(days=(dt.date(2026, 11, 22), dt.date(2026, 11, 22)))),
        ("tuần trước", NamedTime(days=(dt.date(2026, 11, 16), dt.date(2026, 11, 22)))),
        ("you may go", NamedTime()),
        ("theo Thông tư 05/2019/TT-BXD", NamedTime()),
        ("Quyết định ngày 05/02/2020", NamedTime()),
        ("quy định, quy trình", NamedTime()),
        ("quy in lai", NamedTime()),
        ("tháng 13", NamedTime()),
        ("1234 hộ, 20215 đồng", NamedTime()),
        ("", NamedTime()),
    ],
)
def test_find_time(text: str, expected: NamedTime) -> None:
    assert find_time(text, TODAY) == expected


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        (NamedTime(2024, month=2), "2024-02-01", "2024-02-29"),
        (NamedTime(None, month=12), "2023-12-01", "2023-12-31"),
        (NamedTime(2021, quarter=3), "2021-07-01", "2021-09-30"),
        (NamedTime(2021, half=1), "2021-01-01", "2021-06-30"),
        (NamedTime(2021, half=2), "2021-07-01", "2021-12-31"),
    ],
)
def test_a_part_of_a_year_has_a_first_and_a_last_day(
    time: NamedTime, first: str, last: str
) -> None:
    window = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert time.find_window(2023) == window


@pytest.mark.parametrize("time", [NamedTime(2021), NamedTime()])
def test_a_whole_year_is_no_part_of_it(time: NamedTime) -> None:
    assert time.find_window(2021) is None
    assert not time.is_within_year


def test_without_a_year_there_is_no_window() -> None:
    assert NamedTime(quarter=1).find_window(None) is None
