"""How fast one browser may send."""

import datetime as dt

from bot.web import limits
from bot.web.limits import SendLimit
from tests.factories.talk import MONDAY

SECOND = dt.timedelta(seconds=1)


def test_twenty_a_minute_each() -> None:
    limit = SendLimit()
    assert all(limit.allows("lan", now=MONDAY + i * SECOND) for i in range(20))
    assert not limit.allows("lan", now=MONDAY + 59 * SECOND)
    assert limit.allows("hoa", now=MONDAY + 59 * SECOND)
    assert limit.allows("lan", now=MONDAY + 60 * SECOND)
    assert not limit.allows("lan", now=MONDAY + 60 * SECOND)


def test_quiet_users_are_forgotten() -> None:
    limit = SendLimit()
    for number in range(limits.CROWD + 1):
        limit.allows(str(number), now=MONDAY)
    limit.allows("late", now=MONDAY + 120 * SECOND)
    assert len(limit._sent) == 1


def test_a_clock_set_back_by_hours_locks_nobody_out() -> None:
    limit = SendLimit()
    assert all(limit.allows("lan", now=MONDAY) for _ in range(20))
    assert limit.allows("lan", now=MONDAY - 7 * 3600 * SECOND)
