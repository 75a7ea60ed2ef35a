"""What the Official Account's codes mean for who sends: facts of November 2026, as documented."""

import datetime as dt

from bot.channels.base import Refused, TryLater, Unreachable
from handlers.texts.forms import HANOI

STALE = frozenset({-216, -220, -124})  # the access token: a new one, and once more
WRONG_TYPE = -235  # of account, for this endpoint: government accounts
BAD_PARAMETER = -201
_UNREACHABLE = frozenset(
    {
        *(-213, -217, -218, -227, -230, -232, -244),  # blocked, idle, or outside of the window
        *(-108, -114, -118, -119, -139, -141),  # of templates
    }
)
_NIGHT = frozenset({-234, -133})
_USED_UP = frozenset({-144, -147})  # templates of a day
_TOO_FAST, _AGAIN, _NO_QUOTA = -32, -100, -211
_MINUTE, _HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
_MORNING = dt.time(6)  # when messages may be sent again


class ZaloFailure(Exception):
    """Carry the code that Zalo answered with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def judge(code: int, *, now: dt.datetime) -> Exception:
    """Say what the sender does next about a code: Unreachable, TryLater or Refused."""
    if code in _UNREACHABLE:
        return Unreachable()
    if code in _NIGHT or code in _USED_UP:
        return TryLater(_until_morning(now))
    if code == _NO_QUOTA:
        return TryLater(_HOUR, whole_channel=True)
    if code == _TOO_FAST:
        return TryLater(_MINUTE, whole_channel=True)
    if code == _AGAIN:
        return TryLater()
    return Refused(f"zalo {code}")


def _until_morning(now: dt.datetime) -> dt.timedelta:
    here = now.astimezone(HANOI)
    morning = dt.datetime.combine(here.date(), _MORNING, HANOI)
    return (morning if here < morning else morning + dt.timedelta(days=1)) - here
