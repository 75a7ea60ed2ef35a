"""The time, asked for in one place so that tests can set it."""

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Something that tells the time."""

    def now(self) -> dt.datetime:
        """Give the present moment, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> dt.datetime:
        """Give the present moment."""
        return dt.datetime.now(dt.UTC)
