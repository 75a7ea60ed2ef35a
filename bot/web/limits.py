"""How fast one browser may send, counted in this process."""

import datetime as dt
from collections import deque

MOST = 20
WINDOW = dt.timedelta(minutes=1)
CROWD = 10_000  # users remembered before those who have been quiet are forgotten


class SendLimit:
    """Allow `most` messages within `window` for each user."""

    def __init__(self, *, most: int = MOST, window: dt.timedelta = WINDOW) -> None:
        self._most = most
        self._window = window
        self._sent: dict[str, deque[dt.datetime]] = {}

    def allows(self, user: str, *, now: dt.datetime) -> bool:
        """Count a message; tell whether it is within the limit."""
        if len(self._sent) > CROWD:
            self._forget_quiet(now)
        times = self._sent.setdefault(user, deque())
        while times and times[0] <= now - self._window:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        return True

    def _forget_quiet(self, now: dt.datetime) -> None:
        start = now - self._window
        self._sent = {
            user: times for user, times in self._sent.items() if times and times[-1] > start
        }
