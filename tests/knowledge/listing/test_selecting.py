import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dates import parse_deadline
from knowledge.listing import Filter, Role, find_children, find_named, rank
from knowledge.plan import PlannedTask
from knowledge.questions.times import NamedTime
from tests.knowledge.plans import make_task

YEAR = 2023


def task(timeframe: str, **changes: object) -> PlannedTask:
    made = make_task("Nạo vét", timeframe=timeframe)
    deadline = parse_deadline(timeframe or None, year=YEAR)
    return replace(made, deadline=deadline, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("timeframe", "time", "place"),
    [
        ("Tháng 3/2023", NamedTime(month=3), 0),
        ("Trước 20/3/2023", NamedTime(month=3), 0),
        ("Tháng 6 và tháng 12", NamedTime(month=6), 1),
        ("Trong năm 2023", NamedTime(month=12), 2),
        ("Từ tháng 3/2023 đến 30/6/2023", NamedTime(quarter=2), 2),
        ("Từ tháng 3/2023 đến 30/6/2023", NamedTime(quarter=1), 3),
        ("Từ tháng 10/2023 và các năm tiếp theo", NamedTime(quarter=4), 3),
        ("Quý I/2023", NamedTime(half=1), 0),
        ("Trước 15/6/2023", NamedTime(days=(dt.date(2023, 6, 12), dt.date(2023, 6, 18))), 0),
    ],
)
def test_where_a_row_stands_in_the_list_of_a_time(
    timeframe: str, time: NamedTime, place: int
) -> None:
    ranked = rank(task(timeframe), YEAR, Filter(time=time))
    assert ranked is not None
    assert ranked[0] == place


@pytest.mark.parametrize(
    ("timeframe", "time"),
    [
        ("Tháng 3/2023", NamedTime(month=4)),
        ("Trong năm 2023", NamedTime(month=3)),
        ("Thường xuyên", NamedTime(month=3)),
        ("Thường xuyên trong năm", NamedTime(quarter=4)),
        ("", NamedTime(quarter=4)),
        ("Theo kế hoạch riêng", NamedTime(half=1)),
    ],
)
def test_what_a_time_leaves_out(timeframe: str, time: NamedTime) -> None:
    assert rank(task(timeframe), YEAR, Filter(time=time)) is None


def test_what_is_only_under_way_is_not_due() -> None:
    wanted = Filter(time=NamedTime(quarter=1), is_due=True)
    assert rank(task("Từ tháng 3/2023 đến 30/6/2023"), YEAR, wanted) is None


@pytest.mark.parametrize(("role", "place"), [(None, 0), (Role.LEAD, 0), (Role.SUPPORTING, None)])
def test_leading(role: Role | None, place: int | None) -> None:
    ranked = rank(task("", lead=("Tổ A",)), YEAR, Filter(units=("Tổ A",), role=role))
    assert (ranked[0] if ranked else None) == place


@pytest.mark.parametrize(("role", "place"), [(None, 1), (Role.SUPPORTING, 1), (Role.LEAD, None)])
def test_supporting(role: Role | None, place: int | None) -> None:
    row = task("", lead=("Tổ B",), supporting=("Tổ A",))
    ranked = rank(row, YEAR, Filter(units=("Tổ A",), role=role))
    assert (ranked[0] if ranked else None) == place


@pytest.mark.parametrize(
    ("section", "wanted", "held"),
    [
        (("Phụ lục 1", "II"), ("phu luc 1",), True),
        (("Phụ lục I", "II"), ("phu luc 1",), True),
        (("Phụ lục 2",), ("phu luc 1",), False),
        (("II", "1"), ("ii",), True),
        (("II", "1"), ("2",), True),
        (("A", "III"), ("a",), True),
        (("II", "1"), ("ii", "1"), True),
        (("I",), ("ii",), False),
        ((), ("ii",), False),
    ],
)
def test_sections(section: tuple[str, ...], wanted: tuple[str, ...], held: bool) -> None:
    assert (rank(task("", section=section), YEAR, Filter(section=wanted)) is not None) is held


@pytest.mark.parametrize(
    ("stated", "wanted", "held"),
    [
        ("Thường xuyên trong năm", "thuong xuyen", True),
        ("Theo kế hoạch", "thuong xuyen", False),
        ("", "", True),
        ("Quý I/2023", "", False),
    ],
)
def test_timeframes(stated: str, wanted: str, held: bool) -> None:
    assert (rank(task(stated), YEAR, Filter(timeframe=wanted)) is not None) is held


ROWS = [
    (("I",), "Mục đích"),
    (("II", "1"), "Nạo vét"),
    (("II", "1"), "Nạo vét"),
    (("II", "2"), "Quét dọn"),
    (("Phụ lục 1", "I"), "Chợ"),
    (("Phụ lục 1", "II"), "Đường"),
    (("Phụ lục 1", "II"), "Cầu"),
]


@pytest.mark.parametrize(
    ("wanted", "at"), [(("ii",), (1, 3)), (("phu luc 1",), (4, 5, 6)), ((), (0, 1, 4))]
)
def test_the_parts_of_a_section(wanted: tuple[str, ...], at: tuple[int, ...]) -> None:
    assert find_children(ROWS, Filter(section=wanted)) == at


def test_a_section_is_named_as_written() -> None:
    assert find_named(("Phụ lục I", "II"), ("phu luc 1",)) == ("Phụ lục I",)


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_month_is_listed_in_itself_only(month: int, asked: int) -> None:
    ranked = rank(task(f"Tháng {month}/2023"), YEAR, Filter(time=NamedTime(month=asked)))
    assert (ranked is not None) is (month == asked)
