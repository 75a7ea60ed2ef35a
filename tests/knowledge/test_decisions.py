"""A clerk's decisions on rows, as typed; other words are left to others."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.decisions import Decision, read_decision, split_offices
from knowledge.text import fold

DAY = dt.date(2026, 4, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giao việc 5 kế hoạch 3 cho Phòng Kinh tế", Decision(3, 5, "Phòng Kinh tế")),
        ("Giao viec 5 ke hoach 3 cho phong kinh te.", Decision(3, 5, "phong kinh te")),
        ("phân công việc 5 của kế hoạch số 3 cho Công an xã", Decision(3, 5, "Công an xã")),
        ("chuyển việc 12 KH 3 sang Phòng A và Phòng B", Decision(3, 12, "Phòng A và Phòng B")),
        ("give task 5 of plan 3 to Phòng Kinh tế", Decision(3, 5, "Phòng Kinh tế")),
        ("giao việc 5 kế hoạch 3 như kế hoạch", Decision(3, 5, "")),
        ("giao việc 5 kế hoạch 3 theo kế hoạch ghi", Decision(3, 5, "")),
        ("việc 5 kế hoạch 3 theo quy định 2", Decision(3, 5, rule=2)),
        ("viec 5 cua ke hoach 3 bao cao theo quy dinh so 2", Decision(3, 5, rule=2)),
        ("task 5 of plan 3 by rule 2", Decision(3, 5, rule=2)),
        (
            "việc 5 kế hoạch 3 đã ban hành kế hoạch số 12/KH-UBND ngày 3/4/2026",
            Decision(3, 5, number="12/KH-UBND", day=DAY),
        ),
        (
            "viec 5 ke hoach 3 da ban hanh ke hoach rieng so 12/kh-ubnd ngay 03 thang 4 nam 2026",
            Decision(3, 5, number="12/KH-UBND", day=DAY),
        ),
        ("việc 5 kế hoạch 3 theo kế hoạch 12/KH-UBND", Decision(3, 5, number="12/KH-UBND")),
        (
            "task 5 of plan 3 has its own plan 12/KH-UBND of 3/4/2026",
            Decision(3, 5, number="12/KH-UBND", day=DAY),
        ),
    ],
)
def test_decisions(text: str, expected: Decision) -> None:
    assert read_decision(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "việc 5 kế hoạch 3",
        "việc 5 kế hoạch 3 ai chủ trì?",
        "giao V12 cho Phòng Kinh tế",
        "giao Phòng Kinh tế báo cáo trước 4/12",
        "giao PA261123-7K3QXC cho Phòng Kinh tế",
        "xem kế hoạch 3",
        "kế hoạch 3 theo quy định nào",
        "việc 5 kế hoạch 3 đã ban hành kế hoạch số 12/KH-UBND ngày 31/4/2026",
        "việc 5 kế hoạch 3 hạn ngày nào",
    ],
)
def test_other_words_are_no_decision(text: str) -> None:
    assert read_decision(text) is None


KNOWN = ["Phòng Kinh tế", "Văn phòng HĐND và UBND xã", "Công an xã", "Phòng Văn hóa, Xã hội"]


@pytest.mark.parametrize(
    ("text", "found", "missing"),
    [
        ("Phòng Kinh tế", KNOWN[:1], []),
        ("Phòng Kinh tế, Công an xã", [KNOWN[0], KNOWN[2]], []),
        ("phong kinh te va cong an xa", [KNOWN[0], KNOWN[2]], []),
        ("Văn phòng HĐND và UBND xã và Công an xã", KNOWN[1:3], []),
        ("Phòng Văn hóa, Xã hội; Phòng Kinh tế.", [KNOWN[3], KNOWN[0]], []),
        ("Phòng Lạ, Công an xã", [KNOWN[2]], ["Phòng Lạ"]),
    ],
)
def test_names_of_offices_are_told_apart(text: str, found: list[str], missing: list[str]) -> None:
    assert split_offices(text, {fold(name): name for name in KNOWN}) == (found, missing)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    read_decision(text)
    read_decision(f"giao việc 5 kế hoạch 3 cho {text}")
    split_offices(text, {"phong kinh te": "Phòng Kinh tế"})


def test_long_hostile_text_is_read_in_no_time() -> None:
    began = time.perf_counter()
    for text in ("việc 5 kế hoạch 3 đã có theo " * 13, "giao " + "việc 1 kế hoạch 1 cho " * 17):
        read_decision(text)
    assert time.perf_counter() - began < 0.05
