"""Asking for a reminder in words, and the morning on which it comes."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from knowledge.calendar import load_calendar
from knowledge.reminding import (
    ReminderAct,
    ReminderWish,
    find_morning,
    read_reminder_wish,
)

TODAY = dt.date(2026, 11, 23)  # a Monday; Tuesday 24/11 is a day off
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = load_calendar()
LAST_DAY = dt.date(2026, 12, 11)
R = ReminderAct.REMIND


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nhắc tôi", ReminderWish(R)),
        ("Nhắc tôi việc này.", ReminderWish(R)),
        ("nhac toi viec nay nhe", ReminderWish(R)),
        ("nhắc giúp em nha", ReminderWish(R)),
        ("đặt lời nhắc cho tôi", ReminderWish(R)),
        ("nhắc việc này", ReminderWish(R)),
        ("nhắc tôi khi gần đến hạn", ReminderWish(R)),
        ("please remind me", ReminderWish(R)),
        ("remind me of this task", ReminderWish(R)),
        ("nhắc tôi trước 2 ngày", ReminderWish(R, before=2)),
        ("nhac toi truoc han 5 ngay lam viec", ReminderWish(R, before=5)),
        ("nhắc em trước một tuần nhé", ReminderWish(R, before=5)),
        ("remind me 2 days before", ReminderWish(R, before=2)),
        ("nhắc tôi việc 2", ReminderWish(R, item=2)),
        ("nhắc mình việc thứ hai trước 3 hôm", ReminderWish(R, item=2, before=3)),
        ("nhắc tôi việc 2 ngày mai", ReminderWish(R, item=2, on=dt.date(2026, 11, 24))),
        ("nhắc tôi sáng mai", ReminderWish(R, on=dt.date(2026, 11, 24))),
        ("nhắc tôi ngày 28/11", ReminderWish(R, on=dt.date(2026, 11, 28))),
        ("nhắc tôi ngày 05/01", ReminderWish(R, on=dt.date(2027, 1, 5))),
        ("nhắc tôi vào thứ Sáu", ReminderWish(R, on=dt.date(2026, 11, 27))),
        ("nhắc tôi thứ hai", ReminderWish(R, on=dt.date(2026, 11, 30))),
        ("nhắc tôi thứ 4 tuần sau", ReminderWish(R, on=dt.date(2026, 12, 2))),
        ("nhắc tôi đầu tuần sau", ReminderWish(R, on=dt.date(2026, 11, 30))),
        ("nhắc tôi cuối tuần", ReminderWish(R, on=dt.date(2026, 11, 27))),
        ("nhắc tôi ngày kia", ReminderWish(R, on=dt.date(2026, 11, 25))),
        ("nhắc tôi 4.12", ReminderWish(R, on=dt.date(2026, 12, 4))),
        ("nhắc tôi việc 2 ngày 04-12-2026", ReminderWish(R, item=2, on=dt.date(2026, 12, 4))),
        ("nhắc tôi sau 3 ngày", ReminderWish(R, on=dt.date(2026, 11, 26))),
        ("remind me on Friday", ReminderWish(R, on=dt.date(2026, 11, 27))),
        ("bỏ nhắc", ReminderWish(ReminderAct.REMOVE)),
        ("bo nhac viec nay", ReminderWish(ReminderAct.REMOVE)),
        ("bỏ nhắc 2", ReminderWish(ReminderAct.REMOVE, item=2)),
        ("không cần nhắc nữa", ReminderWish(ReminderAct.REMOVE)),
        ("cancel the reminder", ReminderWish(ReminderAct.REMOVE)),
        ("lời nhắc của tôi", ReminderWish(ReminderAct.LIST)),
        ("xem các lời nhắc", ReminderWish(ReminderAct.LIST)),
    ],
)
def test_a_reminder_is_asked_for(text: str, wish: ReminderWish) -> None:
    assert read_reminder_wish(text, TODAY) == wish


@pytest.mark.parametrize(
    "text",
    [
        "nhắc việc",
        "nhắc nhở đơn vị nào chậm",
        "nhắc tôi nộp báo cáo rà soát",
        "ai nhắc việc này",
        "nhắc lại câu trả lời",
        "nhắc lại giúp tôi",
        "bỏ nhắc nhở bằng văn bản thì sao",
        "nhac lai quy che lam viec",
        "remind the office",
        "việc của tôi",
        "",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert read_reminder_wish(text, TODAY) is None


@pytest.mark.parametrize(
    ("wish", "last_day", "now", "morning"),
    [
        (ReminderWish(R), LAST_DAY, "2026-11-23T09:00", "2026-12-08"),
        (ReminderWish(R, before=1), LAST_DAY, "2026-11-23T09:00", "2026-12-10"),
        (ReminderWish(R, before=0), LAST_DAY, "2026-11-23T09:00", "2026-12-11"),
        # A Sunday: counted from the Friday before it.
        (ReminderWish(R), dt.date(2026, 12, 13), "2026-11-23T09:00", "2026-12-08"),
        # The morning wanted is past: the next working one, today's where it is still to come.
        (ReminderWish(R), dt.date(2026, 11, 27), "2026-11-23T09:00", "2026-11-25"),
        (ReminderWish(R), dt.date(2026, 11, 26), "2026-11-23T07:00", "2026-11-23"),
        (ReminderWish(R), dt.date(2026, 11, 26), "2026-11-23T07:30", "2026-11-25"),
        (ReminderWish(R, before=40), LAST_DAY, "2026-11-23T09:00", "2026-11-25"),
        # A day off that was named gives way to the working day before it.
        (ReminderWish(R, on=dt.date(2026, 12, 5)), LAST_DAY, "2026-11-23T09:00", "2026-12-04"),
        (ReminderWish(R, on=dt.date(2026, 12, 30)), LAST_DAY, "2026-11-23T09:00", None),
        (ReminderWish(R), dt.date(2026, 11, 23), "2026-11-23T09:00", None),
        (ReminderWish(R), dt.date(2026, 11, 24), "2026-11-23T09:00", None),
        (ReminderWish(R), dt.date(2026, 11, 23), "2026-11-23T06:00", "2026-11-23"),
    ],
)
def test_the_morning(wish: ReminderWish, last_day: dt.date, now: str, morning: str | None) -> None:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=HANOI)
    found = find_morning(wish, last_day, now=moment, calendar=CALENDAR)
    assert found == (dt.date.fromisoformat(morning) if morning else None)
