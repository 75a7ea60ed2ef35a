"""The time, asked for in one place so that tests can set it."""

import datetime as dt
from dataclasses import dataclass
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


@dataclass(slots=True)
class Seldom:
    """What need not be done each time; the first time it is."""

    every: dt.timedelta
    _last: dt.datetime | None = None

    def is_due(self, *, now: dt.datetime) -> bool:
        """Tell whether it is time again; it counts as done then."""
        if self._last is not None and self._last <= now < self._last + self.every:
            return False
        self._last = now
        return True
