import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.calendar import load_calendar
from knowledge.errors import KnowledgeError
from knowledge.ladder import (
    LEADERS,
    MOST_DAYS,
    Audience,
    Escalation,
    LadderSettings,
    dump_settings,
    plan_steps,
    read_settings,
)

CALENDAR = load_calendar()
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))


def numbers(most: int = MOST_DAYS) -> st.SearchStrategy[tuple[int, ...]]:
    chosen = st.sets(st.integers(0, most), min_size=1, max_size=6)
    return chosen.map(lambda found: tuple(sorted(found, reverse=True)))


ESCALATIONS = st.sets(
    st.builds(Escalation, st.integers(1, MOST_DAYS), st.sampled_from(Audience)),
    min_size=1,
    max_size=8,
).map(lambda found: tuple(sorted(found, key=lambda e: (e.offset, e.audience))))
LADDERS = st.builds(
    LadderSettings,
    early=numbers(),
    usual=numbers(),
    short=numbers(),
    early_from=st.integers(1, 366),
    short_until=st.integers(0, MOST_DAYS),
    escalations=ESCALATIONS,
    is_weekly=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    due_on=DAYS, known=DAYS, ends_on=st.none() | DAYS, ladder=st.just(LadderSettings()) | LADDERS
)
def test_whatever_is_set_steps_are_working_days_in_order(
    due_on: dt.date, known: dt.date, ends_on: dt.date | None, ladder: LadderSettings
) -> None:
    steps = plan_steps(
        due_on, known_since=known, calendar=CALENDAR, settings=ladder, ends_on=ends_on
    )
    assert [s.day for s in steps] == sorted(s.day for s in steps)
    assert all(CALENDAR.is_working_day(s.day) and s.day >= known for s in steps)
    assert all((s.day <= due_on) == (s.code <= 0) for s in steps)
    assert max(Counter((s.audience, s.code) for s in steps).values(), default=1) == 1
    told_weekly = [s for s in steps if s.audience in LEADERS or s.code > MOST_DAYS]
    assert all(s.day == CALENDAR.first_working_day_of_week(s.day) for s in told_weekly)
    assert all(ends_on and s.day <= ends_on for s in steps if s.code > MOST_DAYS)


@settings(max_examples=60, deadline=None)
@given(LADDERS)
def test_settings_come_back_from_json_as_they_were(ladder: LadderSettings) -> None:
    assert read_settings(json.loads(json.dumps(dump_settings(ladder)))) == ladder


def test_what_a_locality_has_not_set_is_as_usual() -> None:
    assert read_settings({}) == LadderSettings()
    assert read_settings({"usual": [5, 0]}) == LadderSettings(usual=(5, 0))


OFFICE_ROW = {"offset": 1, "audience": "office"}


@pytest.mark.parametrize(
    ("table", "code", "facts"),
    [
        ({"sometimes": [1]}, "ladder_unknown", {"key": "sometimes"}),
        ({"x" * 100: [1]}, "ladder_unknown", {"key": "x" * 40}),
        ({"usual": 7}, "ladder_malformed", {"key": "usual"}),
        ({"usual": "730"}, "ladder_malformed", {"key": "usual"}),
        ({"usual": [7, "3"]}, "ladder_malformed", {"key": "usual"}),
        ({"usual": [7, 1.5]}, "ladder_malformed", {"key": "usual"}),
        ({"usual": [7, True]}, "ladder_malformed", {"key": "usual"}),
        ({"short": []}, "ladder_empty", {"key": "short"}),
        ({"escalations": []}, "ladder_empty", {"key": "escalations"}),
        ({"early": [7, 7]}, "ladder_unordered", {"key": "early"}),
        ({"early": [1, 7]}, "ladder_unordered", {"key": "early"}),
        ({"early": [61, 7]}, "ladder_out_of_range", {"number": 61, "least": 0, "most": 60}),
        ({"early": [7, -1]}, "ladder_out_of_range", {"number": -1, "key": "early"}),
        ({"early_from": 0}, "ladder_out_of_range", {"least": 1, "most": 366}),
        ({"early_from": None}, "ladder_malformed", {"key": "early_from"}),
        ({"short_until": 61}, "ladder_out_of_range", {"key": "short_until", "most": 60}),
        ({"is_weekly": 1}, "ladder_malformed", {"key": "is_weekly"}),
        ({"escalations": [[1, "office"]]}, "ladder_malformed", {"key": "escalations"}),
        ({"escalations": [{"offset": 1}]}, "ladder_malformed", {"key": "escalations"}),
        ({"escalations": [OFFICE_ROW | {"day": 2}]}, "ladder_malformed", {"key": "escalations"}),
        ({"escalations": [OFFICE_ROW | {"offset": 0}]}, "ladder_out_of_range", {"least": 1}),
        ({"escalations": [OFFICE_ROW | {"offset": 61}]}, "ladder_out_of_range", {"most": 60}),
        ({"escalations": [OFFICE_ROW, OFFICE_ROW]}, "ladder_unordered", {"key": "escalations"}),
        (
            {"escalations": [OFFICE_ROW | {"offset": 2}, OFFICE_ROW]},
            "ladder_unordered",
            {"key": "escalations"},
        ),
        (
            {"escalations": [OFFICE_ROW | {"audience": "mayor"}]},
            "ladder_audience_unknown",
            {"audience": "mayor", "known": "office, head, clerk, deputy, chairman"},
        ),
        (
            {"escalations": [OFFICE_ROW | {"audience": ["office"]}]},
            "ladder_audience_unknown",
            {"audience": "['office']"},
        ),
    ],
)
def test_settings_that_make_no_ladder_are_refused(
    table: Mapping[str, object], code: str, facts: dict[str, str | int]
) -> None:
    with pytest.raises(KnowledgeError) as raised:
        read_settings(table)
    assert raised.value.code == code
    assert facts.items() <= raised.value.facts.items()
