"""Tasks of two versions are paired one to one, by what they say; what has become of them."""

import datetime as dt
import time
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching import Change, find_change, is_version, match_tasks
from knowledge.plan import Plan, PlannedTask
from tests.factories.plans import build_plan, build_task

LEAFLETS = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến tới từng hộ"
LISTS = "Lập danh sách tổ hỗ trợ thôn"
DESK = "Kiểm tra việc trả kết quả đúng hẹn tại quầy"
PHONE = "Trực đường dây nóng trong giờ hành chính"


def tasks(*contents: str) -> list[PlannedTask]:
    return [build_task(content) for content in contents]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], []),
        ([LEAFLETS], [], []),
        ([], [LEAFLETS], []),
        ([LEAFLETS, LISTS], [LEAFLETS, LISTS], [(0, 0), (1, 1)]),
        ([LEAFLETS, LISTS], [LISTS, LEAFLETS], [(1, 0), (0, 1)]),
        ([LEAFLETS], [LEAFLETS.upper() + "."], [(0, 0)]),
        ([LEAFLETS, DESK], [LEAFLETS.replace("từng hộ", "các hộ dân"), DESK], [(0, 0), (1, 1)]),
        ([DESK], ["Kiểm tra việc trả kết quả đúng hẹn tại quầy tiếp nhận"], [(0, 0)]),
        ([DESK], ["Kiểm tra trả kết quả đúng hạn tại quầy"], [(0, 0)]),
        ([LEAFLETS], [PHONE], []),
        ([LISTS, PHONE], [DESK, LEAFLETS], []),
        ([LEAFLETS, LEAFLETS], [LEAFLETS], [(0, 0)]),
    ],
)
def test_pairs(old: list[str], new: list[str], pairs: list[tuple[int, int]]) -> None:
    assert [*match_tasks(tasks(*old), tasks(*new))] == pairs


def test_the_most_alike_is_taken_first() -> None:
    old = tasks(LEAFLETS + " trong xã", LEAFLETS + " trong toàn xã Bến Lụa")
    new = tasks(LEAFLETS + " trong toàn xã Bến Lụa nhé")
    assert match_tasks(old, new) == ((1, 0),)


def test_same_words_in_other_sections_are_told_apart_by_their_place() -> None:
    first, second = build_task(LEAFLETS), replace(build_task(LEAFLETS), section=("II",))
    assert set(match_tasks([first, second], [second, first])) == {(0, 1), (1, 0)}


def test_same_words_at_one_place_are_told_apart_by_what_else_they_say() -> None:
    first, second = build_task(LEAFLETS, lead=("Công an xã",)), build_task(LEAFLETS)
    assert set(match_tasks([first, second], [second, first])) == {(0, 1), (1, 0)}


words = st.sampled_from(
    [
        "rà",
        "soát",
        "lập",
        "danh",
        "sách",
        "kiểm",
        "tra",
        "báo",
        "cáo",
        "thôn",
        "hộ",
        "quầy",
        "hồ",
        "sơ",
    ]
)
contents = st.lists(words, min_size=1, max_size=8).map(" ".join)
rows = st.builds(
    lambda content, number, section: replace(
        build_task(content), number=str(number), section=(section,)
    ),
    contents,
    st.integers(1, 4),
    st.sampled_from(["I", "II"]),
)
plans = st.lists(rows, max_size=12)


@given(plans, plans)
def test_pairs_are_one_to_one(old: list[PlannedTask], new: list[PlannedTask]) -> None:
    pairs = match_tasks(old, new)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(0 <= i < len(old) and 0 <= j < len(new) for i, j in pairs)


@given(plans)
def test_a_plan_matches_itself_wholly(plan: list[PlannedTask]) -> None:
    pairs = match_tasks(plan, plan)
    assert len(pairs) == len(plan)
    assert all(plan[i] == plan[j] for i, j in pairs)


@given(plans, plans, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    old: list[PlannedTask], new: list[PlannedTask], random: Random
) -> None:
    def said(before: list[PlannedTask], after: list[PlannedTask]) -> list[tuple[str, ...]]:
        pairs = match_tasks(before, after)
        return sorted((repr(before[i]), repr(after[j])) for i, j in pairs)

    shuffled_old, shuffled_new = [*old], [*new]
    random.shuffle(shuffled_old)
    random.shuffle(shuffled_new)
    assert said(old, new) == said(shuffled_old, shuffled_new)


def test_five_hundred_rows_take_no_time() -> None:
    old = [build_task(f"{LEAFLETS} lần thứ {n} tại thôn {n % 40}") for n in range(500)]
    new = [replace(task, content=f"{task.content} sửa") for task in old]
    started = time.process_time()
    assert len(match_tasks(old, new)) == 500
    assert time.process_time() - started < 5  # 0.5 s measured


BASE = build_task(LEAFLETS)


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (BASE, Change.SAME),
        (replace(BASE, place=replace(BASE.place, first_line=99)), Change.SAME),
        (build_task(LEAFLETS, last_day=dt.date(2026, 12, 19)), Change.MOVED),
        (build_task(LEAFLETS, last_day=None), Change.MOVED),
        (replace(BASE, lead=("Công an xã",)), Change.REVISED),
        (replace(BASE, content=LEAFLETS + " dân"), Change.REVISED),
        (replace(BASE, number="2"), Change.REVISED),
    ],
)
def test_what_has_become_of_a_task(new: PlannedTask, change: Change) -> None:
    assert find_change(BASE, new) is change


PLAN = build_plan()


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (PLAN, True),
        (replace(PLAN, source="ban-moi.docx", title="Khác", signer="Khác"), True),
        (replace(PLAN, number="07 / KH-UBND", issued_on=dt.date(2026, 2, 1)), True),
        (replace(PLAN, issued_on=None), True),
        (replace(PLAN, number="08/KH-UBND"), False),
        (replace(PLAN, issuer="UBND huyện Sông Mây"), False),
        (replace(PLAN, issued_on=dt.date(2025, 1, 12)), False),
        (replace(PLAN, number=None), False),
    ],
)
def test_a_version_has_the_number_issuer_and_year_of_the_other(other: Plan, is_one: bool) -> None:
    assert is_version(PLAN, other) is is_one


def test_plans_without_a_number_are_never_versions_by_themselves() -> None:
    assert not is_version(replace(PLAN, number=None), replace(PLAN, number=None))
