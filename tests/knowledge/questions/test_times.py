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
