import datetime as dt

import pytest

from knowledge.calendar import build_calendar, load_calendar
from knowledge.ladder import (
    MOST_DAYS,
    Audience,
    Escalation,
    LadderSettings,
    Step,
    find_next_day,
    latest_reached,
    plan_request,
    plan_steps,
)

CALENDAR = load_calendar()
OFFICE, HEAD, CLERK, DEPUTY, CHAIRMAN = Audience
USUAL = LadderSettings()
REPEATED = (OFFICE, HEAD, DEPUTY, CHAIRMAN)
day = dt.date.fromisoformat


def plan(
    due_on: str,
    known_since: str,
    ends_on: str | None = None,
    ladder: LadderSettings = USUAL,
) -> tuple[Step, ...]:
    return plan_steps(
        day(due_on),
        known_since=day(known_since),
        calendar=CALENDAR,
        settings=ladder,
        ends_on=day(ends_on) if ends_on else None,
    )


def codes(steps: tuple[Step, ...]) -> list[int]:
    return [step.code for step in steps]


def before(steps: tuple[Step, ...]) -> str:
    return " ".join(f"{step.code}:{step.day:%m-%d}" for step in steps if step.code <= 0)


def after(steps: tuple[Step, ...]) -> str:
    return " ".join(f"{step.audience}:{step.day:%m-%d}" for step in steps if step.code > 0)


@pytest.mark.parametrize(
    ("due_on", "known_since", "expected"),
    [
        ("2026-12-18", "2026-10-19", [-20, -7, -3, -1, 0]),  # 60 days ahead
        ("2026-12-18", "2026-10-20", [-7, -3, -1, 0]),  # 59
        ("2026-12-18", "2026-12-03", [-7, -3, -1, 0]),  # 11 working days
        ("2026-12-18", "2026-12-04", [-3, -1, 0]),  # 10
        ("2026-12-18", "2026-12-16", [-1, 0]),
        ("2026-12-18", "2026-12-17", [-1, 0]),
        ("2026-12-18", "2026-12-18", [0]),
        ("2026-11-22", "2026-11-20", [0]),  # a Sunday: due on the Friday it became known
        ("2026-11-22", "2026-11-21", []),  # known when that Friday is over
        ("2026-12-18", "2026-12-19", []),
    ],
)
def test_steps_before_go_by_how_early_the_day_is_known(
    due_on: str, known_since: str, expected: list[int]
) -> None:
    assert codes(plan(due_on, known_since)) == [*expected, 1, 2, 3, 5, 10]


@pytest.mark.parametrize(
    ("due_on", "known_since", "expected", "escalated"),
    [
        (  # in Tết 2026, 14-22/02: a week wholly off
            "2026-02-18", "2025-12-01",
            "-20:01-16 -7:02-04 -3:02-10 -1:02-12 0:02-13",
            "office:02-23 head:02-24 clerk:02-25 deputy:03-02 chairman:03-09",
        ),
        (  # just after it: steps jump over it
            "2026-02-25", "2026-01-20",
            "-7:02-09 -3:02-13 -1:02-24 0:02-25",
            "office:02-26 head:02-27 clerk:03-02 deputy:03-09 chairman:03-16",
        ),
        (  # in Tết 2027, 04-10/02
            "2027-02-10", "2026-12-30",
            "-7:01-25 -3:01-29 -1:02-02 0:02-03",
            "office:02-11 head:02-12 clerk:02-15 deputy:02-22 chairman:03-01",
        ),
        (  # 30/4 and 1/5, with Giỗ Tổ made up for on Monday 27/4
            "2026-05-01", "2026-01-01",
            "-20:03-31 -7:04-17 -3:04-23 -1:04-28 0:04-29",
            "office:05-04 head:05-05 clerk:05-06 deputy:05-11 chairman:05-18",
        ),
        (  # Giỗ Tổ 2027 on Friday 16/4, 1/5 made up for on Monday 03/5
            "2027-05-03", "2027-04-10",
            "-7:04-20 -3:04-26 -1:04-28 0:04-29",
            "office:05-04 head:05-05 clerk:05-06 deputy:05-10 chairman:05-17",
        ),
        (  # 2/9 with 31/8 swapped for Saturday 22/8, which is worked
            "2026-09-02", "2026-06-01",
            "-20:08-03 -7:08-20 -3:08-25 -1:08-27 0:08-28",
            "office:09-03 head:09-04 clerk:09-07 deputy:09-14 chairman:09-21",
        ),
        (  # 24/11 is off since 2026
            "2026-11-24", "2026-11-09",
            "-3:11-18 -1:11-20 0:11-23",
            "office:11-25 head:11-26 clerk:11-27 deputy:12-07 chairman:12-14",
        ),
        (
            "2025-11-24", "2025-11-10",
            "-3:11-19 -1:11-21 0:11-24",
            "office:11-25 head:11-26 clerk:11-27 deputy:12-01 chairman:12-08",
        ),
        (  # 02/01 is off for Saturday 10/01; year end
            "2026-01-02", "2025-12-01",
            "-7:12-22 -3:12-26 -1:12-30 0:12-31",
            "office:01-05 head:01-06 clerk:01-07 deputy:01-12 chairman:01-19",
        ),
        (  # due on the Saturday that is worked
            "2026-01-10", "2025-12-31",
            "-3:01-07 -1:01-09 0:01-10",
            "office:01-12 head:01-13 clerk:01-14 deputy:01-19 chairman:01-26",
        ),
        (
            "2026-01-12", "2025-12-31",
            "-3:01-08 -1:01-10 0:01-12",
            "office:01-13 head:01-14 clerk:01-15 deputy:01-19 chairman:01-26",
        ),
        (
            "2026-12-31", "2026-12-01",
            "-7:12-22 -3:12-28 -1:12-30 0:12-31",
            "office:01-04 head:01-05 clerk:01-06 deputy:01-11 chairman:01-18",
        ),
        (
            "2028-02-29", "2028-02-01",
            "-7:02-18 -3:02-24 -1:02-28 0:02-29",
            "office:03-01 head:03-02 clerk:03-03 deputy:03-13 chairman:03-20",
        ),
        (  # a plan confirmed after its first steps
            "2026-11-20", "2026-11-18",
            "-1:11-19 0:11-20",
            "office:11-23 head:11-25 clerk:11-26 deputy:11-30 chairman:12-07",
        ),
        ("2026-11-20", "2026-11-26", "", "clerk:11-26 deputy:11-30 chairman:12-07"),
        ("2026-11-20", "2026-12-08", "", ""),
    ],
)  # fmt: skip
def test_ladders_over_the_year(
    due_on: str, known_since: str, expected: str, escalated: str
) -> None:
    steps = plan(due_on, known_since)
    assert before(steps) == expected
    assert after(steps) == escalated


@pytest.mark.parametrize(
    ("due_on", "deputy_on"),
    [
        ("2026-11-13", "2026-11-23"),  # +5 is Friday: the next Monday
        ("2026-11-16", "2026-11-23"),  # +5 is that Monday itself
        ("2026-04-17", "2026-04-28"),  # +5 is Friday, the next Monday off: Tuesday
        ("2026-04-20", "2026-04-28"),  # +5 is that Tuesday
        ("2026-02-06", "2026-02-23"),  # +5 is Friday before Tết: no week until the 23rd
    ],
)
def test_leaders_wait_for_the_first_working_day_of_a_week(due_on: str, deputy_on: str) -> None:
    found = {s.audience: s for s in plan(due_on, "2026-01-05")}
    assert found[DEPUTY] == Step(5, day(deputy_on), DEPUTY)


@pytest.mark.parametrize(
    ("due_on", "known_since", "ends_on", "expected"),
    [
        ("2026-11-20", "2026-11-01", "2026-12-31", ["2026-12-14", "2026-12-21", "2026-12-28"]),
        ("2026-11-20", "2026-11-01", "2026-12-28", ["2026-12-14", "2026-12-21", "2026-12-28"]),
        ("2026-11-20", "2026-11-01", "2026-12-27", ["2026-12-14", "2026-12-21"]),
        ("2026-11-20", "2026-12-20", "2026-12-31", ["2026-12-21", "2026-12-28"]),
        ("2026-12-18", "2026-12-01", "2026-12-31", []),  # the last escalation lies beyond
        ("2026-11-20", "2026-11-01", None, []),
        ("2026-04-01", "2026-03-02", "2026-05-05", ["2026-04-28", "2026-05-04"]),  # 27/4 is off
        ("2026-01-14", "2026-01-05", "2026-03-02", ["2026-02-09", "2026-02-23", "2026-03-02"]),
    ],
)
def test_weekly_repeats_end_with_the_plan(
    due_on: str, known_since: str, ends_on: str | None, expected: list[str]
) -> None:
    steps = [step for step in plan(due_on, known_since, ends_on) if step.code > MOST_DAYS]
    assert steps == [Step(day(d).toordinal(), day(d), who) for d in expected for who in REPEATED]


def test_fixed_escalations_may_follow_the_end_of_the_year() -> None:
    assert plan("2026-12-31", "2026-12-01", "2026-12-31") == plan("2026-12-31", "2026-12-01")


def test_settings_replace_the_ladder() -> None:
    ladder = LadderSettings(usual=(5, 2), escalations=(Escalation(2, OFFICE), Escalation(4, CLERK)))
    steps = plan("2026-11-13", "2026-10-20", "2026-11-30", ladder)
    assert codes(steps) == [
        -5,
        -2,
        2,
        4,
        day("2026-11-23").toordinal(),
        day("2026-11-30").toordinal(),
    ]
    assert [step.audience for step in steps] == [OFFICE, OFFICE, OFFICE, CLERK, OFFICE, OFFICE]


def test_without_weekly_repeats_the_ladder_ends() -> None:
    ladder = LadderSettings(is_weekly=False)
    assert codes(plan("2026-11-13", "2026-11-12", "2026-12-31", ladder)) == [-1, 0, 1, 2, 3, 5, 10]


@pytest.mark.parametrize(
    ("closes_on", "known_since", "expected"),
    [
        ("2026-09-14", "2026-06-15", "-5:09-07 0:09-14"),
        ("2026-11-14", "2026-06-15", "-5:11-06 0:11-13"),  # a Saturday
        ("2026-11-24", "2026-06-15", "-5:11-16 0:11-23"),
        ("2026-09-14", "2026-09-08", "0:09-14"),
        ("2026-09-14", "2026-09-15", ""),
    ],
)
def test_a_line_of_result_is_asked_for_twice(
    closes_on: str, known_since: str, expected: str
) -> None:
    steps = plan_request(day(closes_on), known_since=day(known_since), calendar=CALENDAR)
    assert before(steps) == expected
    assert not after(steps)
    assert {step.audience for step in steps} <= {OFFICE}


@pytest.mark.parametrize(
    ("after_day", "expected"),
    [
        ("2026-01-01", "2026-12-15"),
        ("2026-12-14", "2026-12-15"),
        ("2026-12-15", "2026-12-17"),
        ("2026-12-24", "2026-12-28"),
        ("2027-01-04", None),
    ],
)
def test_the_next_day_of_a_ladder(after_day: str, expected: str | None) -> None:
    steps = plan("2026-12-18", "2026-12-07")
    assert find_next_day(reversed(steps), day(after_day)) == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("on", "audience", "code"),
    [
        ("2026-12-14", OFFICE, None),
        ("2026-12-15", OFFICE, -3),
        ("2026-12-20", OFFICE, 0),
        ("2026-12-31", OFFICE, 1),
        ("2026-12-21", HEAD, None),
        ("2026-12-22", HEAD, 2),
        ("2027-01-03", CHAIRMAN, None),
        ("2027-06-01", CHAIRMAN, 10),
    ],
)
def test_the_latest_step_of_an_audience(on: str, audience: Audience, code: int | None) -> None:
    found = latest_reached(reversed(plan("2026-12-18", "2026-12-07")), day(on), audience)
    assert (found.code if found else None) == code


def test_of_two_steps_on_one_day_the_later_counts() -> None:
    ladder = LadderSettings(escalations=(Escalation(3, DEPUTY), Escalation(5, DEPUTY)))
    steps = plan("2026-11-13", "2026-11-02", None, ladder)
    found = latest_reached(steps, day("2026-11-23"), DEPUTY)
    assert [s.day for s in steps if s.audience == DEPUTY] == [day("2026-11-23")] * 2
    assert found == Step(5, day("2026-11-23"), DEPUTY)


def test_a_week_of_which_only_saturday_is_worked_begins_there() -> None:
    off = [{"day": day(f"2026-06-{n:02}"), "is": "off", "basis": "x"} for n in range(15, 20)]
    swap = {"day": day("2026-06-20"), "is": "work", "basis": "x"}
    calendar = build_calendar({"days": [*off, swap]})
    steps = plan_steps(day("2026-06-05"), known_since=day("2026-06-05"), calendar=calendar)
    assert {s.audience: s.day for s in steps}[DEPUTY] == day("2026-06-20")
