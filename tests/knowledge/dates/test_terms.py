import datetime as dt

import pytest

from knowledge.dates import parse_deadline
from tests.knowledge.dates.showing import shown

ISSUED = dt.date(2022, 3, 4)  # a Friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong 30 ngày kể từ ngày ban hành", "by ..2022-04-04"),
        ("trong vòng 10 ngày kể từ ngày ký", "by ..2022-03-14"),
        ("Trong thời hạn 15 ngày kể từ ngày ký ban hành Kế hoạch", "by ..2022-03-21"),
        ("Chậm nhất 05 ngày làm việc kể từ ngày ban hành Kế hoạch này", "by ..2022-03-11"),
        ("Chậm nhất 05 ngày kể từ ngày Kế hoạch này được ban hành", "by ..2022-03-09"),
        ("15 ngày, kể từ ngày ban hành", "event counted_term"),
        ("Trong 02 tuần kể từ ngày Quyết định này có hiệu lực", "by ..2022-03-18"),
        ("Trong vòng 01 tháng kể từ ngày kế hoạch có hiệu lực", "by ..2022-04-04"),
        ("Trong 06 tháng kể từ ngày ký", "by ..2022-09-05"),
        ("05 ngày làm việc kể từ ngày 15/3/2022", "by ..2022-03-22"),
        ("trong 30 ngày kể từ ngày 01/3", "by ..2022-03-31"),
        ("Trong 01 tháng từ ngày 31/01/2022", "by ..2022-02-28"),
        ("Chậm nhất 05 ngày trước ngày 20/5/2022", "by ..2022-05-15"),
        ("Chậm nhất 05 ngày làm việc trước ngày 20/5/2022", "by ..2022-05-13"),
        ("Trong 30 ngày kể từ ngày ký, hoàn thành trước 20/3/2022", "by ..2022-03-19 strict"),
        ("Trong 10 ngày kể từ ngày ký, hoàn thành trước 20/3/2022", "by ..2022-03-14"),
        ("trong 30 ngày kể từ ngày nhận được Kế hoạch", "event counted_term"),
        ("trong 30 ngày kể từ ngày ban hành Quyết định công nhận", "event counted_term"),
        ("sau 10 ngày kể từ ngày ban hành", "event counted_term"),
        ("trong 24 giờ kể từ ngày ký", "event counted_term"),
        ("trong 900 ngày kể từ ngày ký", "event counted_term"),
        ("trong 30 ngày kể từ ngày 31/4/2022", "event counted_term"),
        ("Ngay sau khi ban hành kế hoạch", "event on_event"),
    ],
)
def test_terms_of_a_plan_issued_on_4_march(text: str, expected: str) -> None:
    assert shown(parse_deadline(text, year=2022, issued_on=ISSUED)) == expected


@pytest.mark.parametrize("issued_on", [None, dt.date.min, dt.date.max])
def test_without_the_day_of_issue_no_day_follows(issued_on: dt.date | None) -> None:
    deadline = parse_deadline("Trong 30 ngày kể từ ngày ký", year=2022, issued_on=issued_on)
    assert shown(deadline) == "event counted_term"
