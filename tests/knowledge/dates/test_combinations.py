"""Several rhythms in one cell: a day falls only where its own rhythm has it."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.dates import parse_deadline
from knowledge.plan import Deadline, DeadlineKind

EVERY_MONTH = range(1, 13)
QUARTERS = (3, 6, 9, 12)
# Complete by themselves and with no year of their own, which would rightly reach the other.
EXPRESSIONS = (
    *("ngày 15 hằng tháng", "ngày 05 và ngày 20 hằng tháng", "Báo cáo tháng: ngày 20"),
    *("hằng tháng (ngày 25)", "Ngày 31 hằng tháng", "ngày 05 tháng sau", "hằng tháng"),
    *("ngày 15 tháng cuối quý", "hằng quý (ngày 14 tháng cuối quý)", "hằng quý", "cuối quý"),
    *("Báo cáo quý: ngày 12 tháng cuối quý", "ngày 10 tháng đầu quý sau", "Ngày 20 hằng quý"),
    *(
        "báo cáo năm: ngày 15/12",
        "ngày 10/10 hằng năm",
        "hằng năm",
        "02 lần/năm",
        "hai năm một lần",
    ),
    *("thứ Sáu hằng tuần", "hằng tuần", "tuần đầu của tháng", "ngày 15 tháng cuối kỳ báo cáo"),
    *("15/6", "ngày mười lăm tháng sáu", "quý III", "tháng 9", "tháng Tư", "hết tháng 9"),
    *("6 tháng đầu năm", "Tết Nguyên đán", "giữa năm", "ngày 02 tháng 9", "đột xuất"),
    *("trước ngày 15 hằng tháng", "trước ngày 20 tháng cuối quý", "trước 30/6", "trước cuối năm"),
    *("Hằng năm theo kế hoạch", "trong 30 ngày kể từ ngày 01/3", "khi có yêu cầu", "trực 24/24"),
)
ONE_DAY = dt.timedelta(days=1)


def days_of(deadline: Deadline) -> set[dt.date]:
    """Return the days somebody could be held to."""
    if deadline.kind is DeadlineKind.CONTINUOUS:
        return set()
    days = {o.last_day for o in deadline.occurrences}
    return days | ({deadline.last_day} if deadline.last_day else set())


def starts_of(deadline: Deadline) -> set[dt.date]:
    return {day for day in (deadline.start, *(o.start for o in deadline.occurrences)) if day}


@settings(max_examples=600)
@given(
    st.sampled_from(EXPRESSIONS),
    st.sampled_from(("; ", ", ", " và ", ". ")),
    st.sampled_from(EXPRESSIONS),
)
def test_no_day_that_neither_expression_has(first: str, between: str, second: str) -> None:
    """Exceptions, all as people mean them.

    "Trước" reaches over a list ("trước 15/6 và 15/12"): the day before is allowed then. "Từ … trước
    …" is one stretch. Left out of the list: "24/7", a day beside other dates; "tháng 3 (ngày 15)",
    whose day belongs to all months of a list; "cả năm", the year of "6 tháng và cả năm".
    """
    assume(not ("kể từ" in first and second.startswith("trước")))
    alone = parse_deadline(first, year=2026), parse_deadline(second, year=2026)
    allowed = days_of(alone[0]) | days_of(alone[1])
    if "trước" in first:
        allowed |= {day - ONE_DAY for day in days_of(alone[1]) | starts_of(alone[1])}
    both = parse_deadline(f"{first}{between}{second}", year=2026)
    assert days_of(both) <= allowed
    assert days_of(both) or both.reason


@pytest.mark.parametrize(
    ("text", "monthly", "quarterly"),
    [
        ("Báo cáo tháng: trước ngày 15; báo cáo quý: ngày 13 tháng cuối quý", 14, 13),
        ("Hằng tháng (ngày 20), hằng quý (ngày 15 tháng cuối quý)", 20, 15),
        ("ngày 20 hằng tháng và ngày 15 tháng cuối quý", 20, 15),
        ("- Tháng: ngày 20 - Quý: ngày 15 tháng cuối quý", 20, 15),
        ("Báo cáo tháng trước ngày 20. Báo cáo quý trước ngày 15 tháng cuối quý.", 19, 14),
        ("trước ngày 25 hằng tháng; tháng cuối quý trước ngày 20", 24, 19),
        ("thứ Sáu hằng tuần; ngày 25 hằng tháng; ngày 14 tháng cuối quý", 25, 14),
    ],
)
def test_each_day_belongs_to_its_own_rhythm(text: str, monthly: int, quarterly: int) -> None:
    expected = {dt.date(2026, m, monthly) for m in EVERY_MONTH}
    expected |= {dt.date(2026, m, quarterly) for m in QUARTERS}
    assert days_of(parse_deadline(text, year=2026)) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("tháng 4; ngày 15 tháng cuối quý", "15/03 30/04 15/06 15/09 15/12"),
        ("quý I, II, III: ngày 15 tháng cuối quý", "15/03 15/06 15/09"),
        ("6 tháng đầu năm: ngày 15 hằng tháng", "15/01 15/02 15/03 15/04 15/05 15/06"),
        ("ngày 15 hằng tháng, từ ngày 01/10", "15/10 15/11 15/12"),
        ("ngày 15 hằng tháng, đến ngày 31/3", "15/01 15/02 15/03"),
        ("hằng quý, năm (trước ngày 15 tháng cuối quý)", "14/03 14/06 14/09 14/12"),
        ("tháng 3 và tháng 9 hằng năm, trước ngày 15", "14/03 14/09"),
        ("ngày mười lăm và hai mươi tháng sáu", "15/06 20/06"),
    ],
)
def test_periods_beside_a_rhythm(text: str, days: str) -> None:
    found = parse_deadline(text, year=2026).occurrences
    assert [f"{o.last_day:%d/%m}" for o in found] == days.split()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tháng, quý (trước ngày 15)", "no_day"),
        ("Báo cáo tháng: ngày 20; báo cáo quý: ngày 14", "no_day"),
        ("báo cáo tháng trước ngày 15 báo cáo quý trước ngày 14 tháng cuối quý", "no_day"),
        ("ngày 5 hằng tháng, ngày 20, ngày 15 tháng cuối quý", "no_day"),
        ("thứ Sáu tuần cuối hằng tháng", "no_day"),
        ("ngày 25 hằng tháng (riêng tháng 12 trước ngày 20)", "not_understood"),
    ],
)
def test_no_day_where_its_rhythm_cannot_be_told(text: str, reason: str) -> None:
    deadline = parse_deadline(text, year=2026)
    assert days_of(deadline) == set()
    assert deadline.reason == reason


def test_days_of_the_week_stay_for_answers_and_give_their_reason() -> None:
    deadline = parse_deadline("Thứ Sáu hằng tuần", year=2026)
    assert len(deadline.occurrences) == 52
    assert deadline.reason == "frequent"
    assert parse_deadline("Thứ Sáu hằng tuần, cuối quý", year=2026).reason is None
