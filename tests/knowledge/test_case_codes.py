"""Case codes: built, read back, forgiven and refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.case_codes import ALPHABET, build_code, find_code, looks_like_code

DAY = dt.date(2026, 11, 23)
picks = st.lists(st.integers(0, 31), min_size=5, max_size=5)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2099, 12, 31)), picks)
def test_every_code_reads_back(day: dt.date, chosen: list[int]) -> None:
    code = build_code(day, chosen)
    assert find_code(code) == code
    assert find_code(f"ma {code.lower().replace('-', ' ')} cua toi sao roi") == code


@given(picks, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_every_single_slip_is_found(chosen: list[int], at: int, symbol: str) -> None:
    code = build_code(DAY, chosen)
    places = [i for i, c in enumerate(code) if i > 1 and c != "-"]
    place = places[at]
    if code[place] == symbol or (place < 8 and not symbol.isdigit()):
        return
    assert find_code(code[:place] + symbol + code[place + 1 :]) is None


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("PA26ll23-{s}", "261123"),
        ("pa 261123 {s}", "261123"),
        ("Pa26O1O1{s}", "260101"),
        ("PA26I123–{s}", "261123"),
    ],
)
def test_look_alikes_are_forgiven(typed: str, digits: str) -> None:
    day = dt.datetime.strptime(digits, "%y%m%d").replace(tzinfo=dt.UTC).date()
    code = build_code(day, [7, 19, 3, 23, 29])
    assert find_code(typed.format(s=code[-6:].lower())) == code


@pytest.mark.parametrize("text", ["", "PA", "pa261123", "phản ánh 261123", "SPA261123-7K3QXC9"])
def test_other_text_holds_no_code(text: str) -> None:
    assert find_code(text) is None
    assert not looks_like_code(text)


def test_a_mistyped_code_still_looks_like_one() -> None:
    code = build_code(DAY, [1, 2, 3, 4, 5])
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert find_code(wrong) is None
    assert looks_like_code(wrong)
