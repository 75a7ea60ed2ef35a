import datetime as dt
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import NoDay, find_timeframe, parse_deadline, render
from knowledge.plan import UNSPECIFIED, Deadline, DeadlineKind
from knowledge.text import clean

WORDS = (
    " trước ngày tháng quý năm chậm nhất đến hết từ và hoặc - , ( ) / . % : hằng định kỳ cuối đầu"
    " giữa sau theo kế hoạch quy định yêu cầu khi có thường xuyên tiếp theo các lần mỗi I II Il"
    " IV 1 3 6 9 12 15 30 31 2022 2024 15/12 15/12/2024 3/2022 29/2/2023 trong hoàn thành nửa"
    " trở đi giai đoạn 17h00 kể Tết tuần thứ Sáu học làm việc ký ban hành âm lịch cả đợt 1900 2199"
)
REAL = (
    "Trước ngày 10 của tháng cuối Quý",
    "Từ tháng 3/2022 đến 30/6/2022",
    "Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê",
    "Quý, 6 tháng, 9 tháng và một năm",
    "định kỳ trước ngày 30 tháng 11 hàng năm",
    "Quý I, quý IV năm 2024 hoặc đột xuất",
    "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này",
    "Thường xuyên, theo yêu cầu nhiệm vụ",
    "Quý IV/2025- Quý II/2026",
    "thứ Sáu hằng tuần, từ tháng 3 đến tháng 5",
)
years = st.none() | st.integers(1890, 2210)
issues = st.none() | st.dates()


def check(text: str, year: int | None, issued_on: dt.date | None) -> None:
    """Check what holds of every text."""
    deadline = parse_deadline(text, year=year, issued_on=issued_on)
    days = [(deadline.start, deadline.last_day)]
    days += [(o.start, o.last_day) for o in deadline.occurrences]
    assert all(not start or not last or start <= last for start, last in days)
    assert deadline.last_day or deadline.occurrences or deadline.reason in set(NoDay)
    assert not deadline.occurrences or deadline.kind is DeadlineKind.RECURRING
    assert parse_deadline(render(deadline), year=year, issued_on=issued_on) == deadline
    found = find_timeframe(text)
    assert found is None or clean(found) in clean(text.replace("*", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trước 15/12/24", "Trước ngày 15/12/2024"),
        ("Chậm nhất đến hết Quý 3", "Chậm nhất ngày 30/9/2022"),
        ("15-2-2022", "Chậm nhất ngày 15/02/2022"),
        ("Thg 3", "Không rõ thời gian"),
        ("Tháng 11,12", "Trong các ngày 01/11/2022 - 31/12/2022"),
        ("thang 3 nam 2024", "Tháng 3/2024"),
        ("quy IlI", "Quý III/2022"),
        ("nửa đầu năm", "6 tháng đầu năm 2022"),
        ("9 tháng đầu năm", "9 tháng đầu năm 2022"),
        ("Trong năm", "Năm 2022"),
        ("vào ngày 20/7", "Trong ngày 20/7/2022"),
        ("từ quý II đến quý IV", "Từ ngày 01/4/2022 đến ngày 31/12/2022"),
        ("Từ tháng 9 đến trước 15/12", "Từ ngày 01/9/2022 đến trước ngày 15/12/2022"),
        ("Thuong xuyén", "Thường xuyên trong năm 2022"),
        ("Thường xuyên từ 15/3 đến 20/3", "Thường xuyên từ ngày 15/3/2022 đến ngày 20/3/2022"),
        ("Từ 01/7/2025", "Từ ngày 01/7/2025 trở đi"),
        ("Từ tháng 11 đến khi xong", "Từ ngày 01/11/2022 đến khi kết thúc"),
        ("khi có phản ánh", "Khi có việc phát sinh"),
        ("Theo KH", "Theo kế hoạch riêng"),
        ("Ngày 31/4", "Có hạn, ngày không có trong lịch"),
        ("Ngày 15", "Không rõ ngày, tháng"),
        ("  Hằng quý;", "Hằng quý"),
        ("", ""),
    ],
)
def test_one_wording_for_each_meaning(text: str, expected: str) -> None:
    assert render(parse_deadline(text, year=2022)) == expected


def test_a_deadline_that_no_text_means_has_a_wording_too() -> None:
    assert render(Deadline(DeadlineKind.BY)) == "Không rõ thời gian"
    assert render(UNSPECIFIED) == ""


@given(st.text(max_size=80), years, issues)
def test_any_text(text: str, year: int | None, issued_on: dt.date | None) -> None:
    check(text, year, issued_on)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), years, issues)
def test_any_words_of_time(pieces: list[str], year: int | None, issued_on: dt.date | None) -> None:
    check(" ".join(pieces), year, issued_on)


@given(st.sampled_from(REAL), st.integers(0, 60), st.text(max_size=3), st.integers(0, 4), years)
def test_real_expressions_with_letters_changed(
    text: str, at: int, put: str, dropped: int, year: int | None
) -> None:
    check(text[:at] + put + text[at + dropped :], year, None)


@pytest.mark.parametrize(
    "piece",
    ["tháng 1,2,3,4,", "ngày 15/3, ", "từ ngày 1 đến ", "Tết ", "(", "l1", "quý I,", "05 ngày "],
)
def test_a_long_text_takes_bounded_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = perf_counter()
    parse_deadline(text, year=2022)
    find_timeframe(text)
    assert perf_counter() - started < 5
