"""Terms of a PAKN: first day not counted, ending on working days, stopped by a pause, warned of."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.calendar import load_calendar
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import (
    Stage,
    TermRule,
    count_working_days,
    end_of_term,
    find_rule,
    find_term_step,
    half_of_term,
    load_term_rules,
    resume_term,
)

CALENDAR = load_calendar()
DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2025, 12, 1), dt.date(2027, 12, 31))
LENGTHS = st.integers(1, 40)


def rule(days: int) -> TermRule:
    return TermRule(CaseKind.SCENE, TermKind.HANDLING, days, "Quy chế của cơ quan")


def day(text: str) -> dt.date:
    return dt.datetime.strptime(f"{text}+0000", "%d/%m/%Y%z").date()


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("23/11/2026", 2, "26/11/2026"),  # 24/11 is a day off since 2026
        ("20/11/2026", 1, "23/11/2026"),
        ("21/11/2026", 1, "23/11/2026"),  # begun on a Saturday: Monday counts
        ("23/11/2026", 15, "15/12/2026"),
        ("13/02/2026", 2, "24/02/2026"),  # across Tết 2026: 14-22/02
        ("12/02/2026", 15, "12/3/2026"),
        ("02/02/2027", 3, "12/02/2027"),  # across Tết 2027, 05-11/02 as forecast
        ("31/12/2026", 1, "04/01/2027"),
        ("29/4/2026", 2, "05/5/2026"),
        ("09/01/2026", 1, "10/01/2026"),  # a Saturday that is worked, for 02/01
    ],
)
def test_a_term_ends_on_a_working_day(start: str, days: int, due: str) -> None:
    assert end_of_term(day(start), rule(days), CALENDAR) == day(due)


@given(DAYS, LENGTHS)
def test_the_first_day_is_not_counted_and_the_last_is_worked(start: dt.date, days: int) -> None:
    due = end_of_term(start, rule(days), CALENDAR)
    assert due > start
    assert CALENDAR.is_working_day(due)
    assert count_working_days(start, due, CALENDAR) == days


@given(DAYS, LENGTHS, st.integers(0, 60), st.integers(0, 60))
def test_a_pause_never_shortens_a_term(start: dt.date, days: int, after: int, length: int) -> None:
    due = end_of_term(start, rule(days), CALENDAR)
    paused = start + after * DAY
    resumed = paused + length * DAY
    new = resume_term(due, paused_on=paused, resumed_on=resumed, calendar=CALENDAR)
    assert new >= due
    assert CALENDAR.is_working_day(new)
    if paused > due:
        assert new == due
    else:
        left = count_working_days(paused, due, CALENDAR)
        assert count_working_days(resumed, new, CALENDAR) >= left


def test_a_pause_over_tet_leaves_what_was_left() -> None:
    due = resume_term(
        day("13/02/2026"),
        paused_on=day("11/02/2026"),
        resumed_on=day("20/02/2026"),
        calendar=CALENDAR,
    )
    assert due == day("24/02/2026")


def test_a_last_day_off_is_read_as_the_next_working_day() -> None:
    saturday = day("28/11/2026")
    step = find_term_step(day("02/11/2026"), saturday, day("30/11/2026"), CALENDAR)
    assert step
    assert step.stage is Stage.LAST
    resumed = resume_term(
        saturday, paused_on=day("27/11/2026"), resumed_on=day("27/11/2026"), calendar=CALENDAR
    )
    assert resumed == day("30/11/2026")


@given(DAYS, LENGTHS, st.integers(0, 90))
def test_a_warning_belongs_to_a_working_day_that_has_come(
    start: dt.date, days: int, after: int
) -> None:
    due = end_of_term(start, rule(days), CALENDAR)
    today = start + after * DAY
    step = find_term_step(start, due, today, CALENDAR)
    if step is None:
        assert today <= due
        return
    assert start < step.day <= today
    assert CALENDAR.is_working_day(step.day)
    assert step.stage.is_over == (count_working_days(due, today, CALENDAR) > 0)
    assert len(step.key) <= 12


@settings(max_examples=25)
@given(DAYS, LENGTHS)
def test_each_step_comes_once_and_in_order(start: dt.date, days: int) -> None:
    due = end_of_term(start, rule(days), CALENDAR)
    keys = []
    for n in range(110):
        step = find_term_step(start, due, start + n * DAY, CALENDAR)
        if step and step.key not in keys:
            assert step.day == start + n * DAY or n == 0
            keys.append(step.key)
    stages = [key[: -len("261123")] for key in keys]
    before = ["half"] * (days > 3) + ["last"] * (days > 1)
    assert stages[: len(before) + 2] == [*before, "over", "late"] or days <= 3
    assert stages[-1].startswith("w")


def test_the_steps_of_a_term_of_fifteen_days() -> None:
    start, due = day("23/11/2026"), day("15/12/2026")
    found: dict[str, str] = {}
    for n in range(60):
        step = find_term_step(start, due, start + n * DAY, CALENDAR)
        if step:
            found.setdefault(step.key, f"{step.day:%d/%m}")
    assert found == {
        "half261215": "03/12",
        "last261215": "14/12",
        "over261215": "16/12",
        "late261215": "18/12",
        "w1261215": "25/12",
        "w2261215": "04/01",
        "w3261215": "11/01",
        "w4261215": "18/01",
    }
    assert half_of_term(start, due, CALENDAR) == day("03/12/2026")


def test_the_office_s_own_rule_comes_first() -> None:
    own = rule(7)
    assert find_rule(CaseKind.SCENE, TermKind.HANDLING, [own]) is own
    assert find_rule(CaseKind.RULE, TermKind.HANDLING, [own]).working_days == 15


def test_only_a_term_that_a_text_fixes_is_called_law() -> None:
    law = {rule.term for rule in load_term_rules() if rule.is_law}
    assert law == {TermKind.TRANSFER}
    assert find_rule(CaseKind.CONDUCT, TermKind.TRANSFER).working_days == 5
