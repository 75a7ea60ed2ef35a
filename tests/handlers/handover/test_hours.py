"""Whether the office is open, from hours as an office writes them."""

import datetime as dt

import pytest

from handlers.handover.hours import is_open
from handlers.handover.opening import say_contact
from handlers.texts.forms import HANOI
from knowledge.calendar import load_calendar
from storage.values import Locality

CALENDAR = load_calendar()


@pytest.mark.parametrize(
    "morning",
    ["07:30–11:30", "7h30 - 11h30", "7g30 đến 11g30", "7 giờ 30 - 11 giờ 30", "từ 07h30 đến 11h30"],
)
@pytest.mark.parametrize(
    ("clock", "expected"), [("07:29", False), ("07:30", True), ("11:30", False)]
)
def test_hours_are_read_as_written(morning: str, clock: str, expected: bool) -> None:
    now = dt.datetime.fromisoformat(f"2026-11-23T{clock}").replace(tzinfo=HANOI)
    assert is_open({"hours.morning": morning}, now=now, calendar=CALENDAR) is expected


@pytest.mark.parametrize(
    ("profile", "moment", "expected"),
    [
        ({}, "2026-11-23T21:00", True),  # nothing is known of the hours
        ({"hours.morning": "giờ hành chính"}, "2026-11-23T21:00", True),
        ({"hours.morning": "99:00-100:00"}, "2026-11-23T09:00", True),
        ({}, "2026-11-24T09:00", False),  # a day off
        ({}, "2026-11-28T09:00", False),
        ({"hours.saturday": "07:30–11:30"}, "2026-11-28T09:00", True),
        ({"hours.saturday": "không làm việc"}, "2026-11-28T09:00", False),
        ({"hours.saturday": "07:30–11:30"}, "2026-11-29T09:00", False),
    ],
)
def test_days_off_and_saturdays(profile: dict[str, str], moment: str, expected: bool) -> None:
    now = dt.datetime.fromisoformat(moment).replace(tzinfo=HANOI)
    assert is_open(profile, now=now, calendar=CALENDAR) is expected


def test_no_line_of_the_profile_is_told_twice() -> None:
    lines = {
        "one_stop_desk.name": "Bộ phận Một cửa xã Bến Lụa",
        "one_stop_desk.address": "Thôn 3, xã Bến Lụa",
        "one_stop_desk.phone": "0298 3000 113",
        "office.phone": "0298 3000 112",
    }
    place = Locality(1, "xã Bến Lụa", "commune", None, lines, 0)
    told = say_contact(place, "vi").splitlines()
    assert sum("0298 3000 113" in line for line in told) == 1
    assert len(set(told)) == len(told)
