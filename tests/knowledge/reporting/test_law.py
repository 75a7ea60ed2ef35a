"""The data of every kind of period by law, and what may stand in the data file as law."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reporting import (
    Period,
    find_data_period,
    find_end,
    list_law_gaps,
    list_law_periods,
)

DAY = dt.date.fromisoformat
CASES = [
    *[
        (Period.MONTH, 1, 2026, "2025-12-15", "2026-01-14"),
        (Period.MONTH, 2, 2026, "2026-01-15", "2026-02-14"),
        (Period.MONTH, 3, 2026, "2026-02-15", "2026-03-14"),
        (Period.MONTH, 3, 2024, "2024-02-15", "2024-03-14"),
        (Period.MONTH, 2, 2024, "2024-01-15", "2024-02-14"),
        (Period.MONTH, 4, 2026, "2026-03-15", "2026-04-14"),
        (Period.MONTH, 5, 2026, "2026-04-15", "2026-05-14"),
        (Period.MONTH, 6, 2026, "2026-05-15", "2026-06-14"),
        (Period.MONTH, 7, 2026, "2026-06-15", "2026-07-14"),
        (Period.MONTH, 8, 2026, "2026-07-15", "2026-08-14"),
        (Period.MONTH, 9, 2026, "2026-08-15", "2026-09-14"),
        (Period.MONTH, 10, 2026, "2026-09-15", "2026-10-14"),
        (Period.MONTH, 11, 2026, "2026-10-15", "2026-11-14"),
        (Period.MONTH, 12, 2026, "2026-11-15", "2026-12-14"),
        (Period.MONTH, 1, 2025, "2024-12-15", "2025-01-14"),
        (Period.MONTH, 3, 2019, "2019-02-15", "2019-03-14"),
    ],
    *[
        (Period.QUARTER, 1, 2024, "2023-12-15", "2024-03-14"),
        (Period.QUARTER, 2, 2024, "2024-03-15", "2024-06-14"),
        (Period.QUARTER, 3, 2024, "2024-06-15", "2024-09-14"),
        (Period.QUARTER, 4, 2024, "2024-09-15", "2024-12-14"),
        (Period.QUARTER, 1, 2026, "2025-12-15", "2026-03-14"),
        (Period.QUARTER, 2, 2026, "2026-03-15", "2026-06-14"),
        (Period.QUARTER, 3, 2026, "2026-06-15", "2026-09-14"),
        (Period.QUARTER, 4, 2026, "2026-09-15", "2026-12-14"),
        (Period.QUARTER, 1, 2027, "2026-12-15", "2027-03-14"),
        (Period.QUARTER, 1, 2028, "2027-12-15", "2028-03-14"),
        (Period.QUARTER, 1, 2019, "2018-12-15", "2019-03-14"),
        (Period.QUARTER, 4, 2099, "2099-09-15", "2099-12-14"),
    ],
    *[
        (Period.HALF, 1, 2019, "2018-12-15", "2019-06-14"),
        (Period.HALF, 1, 2024, "2023-12-15", "2024-06-14"),
        (Period.HALF, 2, 2024, "2024-06-15", "2024-12-14"),
        (Period.HALF, 1, 2026, "2025-12-15", "2026-06-14"),
        (Period.HALF, 2, 2026, "2026-06-15", "2026-12-14"),
        (Period.NINE_MONTHS, 1, 2024, "2023-12-15", "2024-09-14"),
        (Period.NINE_MONTHS, 1, 2025, "2024-12-15", "2025-09-14"),
        (Period.NINE_MONTHS, 1, 2026, "2025-12-15", "2026-09-14"),
        (Period.YEAR, 1, 2019, "2018-12-15", "2019-12-14"),
        (Period.YEAR, 1, 2024, "2023-12-15", "2024-12-14"),
        (Period.YEAR, 1, 2026, "2025-12-15", "2026-12-14"),
        (Period.YEAR, 1, 2028, "2027-12-15", "2028-12-14"),
    ],
]


@pytest.mark.parametrize(("period", "number", "year", "first", "last"), CASES)
def test_the_data_of_a_period(
    period: Period, number: int, year: int, first: str, last: str
) -> None:
    found = find_data_period(period, number, year)
    assert found
    assert (found.first, found.last) == (DAY(first), DAY(last))
    assert found.law.basis == "Nghị định 09/2019/NĐ-CP, Điều 12"


@pytest.mark.parametrize(
    ("period", "number", "year"),
    [(Period.QUARTER, 4, 2018), (Period.MONTH, 2, 2019), (Period.YEAR, 1, 2018)],
)
def test_before_the_decree_no_law_is_told(period: Period, number: int, year: int) -> None:
    assert find_data_period(period, number, year) is None


@pytest.mark.parametrize(
    ("period", "number"),
    [
        (Period.MONTH, 0),
        (Period.MONTH, 13),
        (Period.QUARTER, 5),
        (Period.HALF, 3),
        (Period.NINE_MONTHS, 2),
        (Period.YEAR, 2),
    ],
)
def test_a_period_that_no_year_has(period: Period, number: int) -> None:
    with pytest.raises(ValueError, match="a year has no"):
        find_data_period(period, number, 2026)


@given(st.sampled_from(Period), st.integers(2020, 2100), st.data())
def test_the_data_of_neighbours_touch(period: Period, year: int, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(period.numbers))
    found = find_data_period(period, number, year)
    assert found
    end = find_end(period, number, year)
    assert (found.last.month, found.last.year) == (end.month, end.year)
    if period is Period.NINE_MONTHS:
        return
    is_last = number == period.numbers[-1]
    after = find_data_period(period, 1 if is_last else number + 1, year + is_last)
    assert after
    assert after.first == found.last + dt.timedelta(1)


def test_only_what_was_read_passes_for_verified() -> None:
    laws = [*list_law_periods(), *list_law_gaps()]
    assert {law.level for law in laws} == {"all"}
    assert len({law.code for law in laws}) == len(laws)
    assert {law.degree for law in laws if law.is_verified} == {"H"}
    unverified = [law.period for law in list_law_periods() if not law.is_verified]
    assert unverified == [Period.NINE_MONTHS]
    assert {law.period for law in list_law_periods()} == set(Period)


def test_sentences_for_any_period_hold_for_all_rows() -> None:
    # "từ ngày 15 của tháng liền trước kỳ đến hết ngày 14 của tháng cuối kỳ" is said of all kinds
    rows = {(law.first_day, law.months_before, law.last_day) for law in list_law_periods()}
    assert rows == {(15, 1, 14)}
