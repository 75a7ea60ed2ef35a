"""How many messages a channel takes now: a token bucket that can be closed for a while."""

import datetime as dt
from dataclasses import dataclass, field

SET_BACK = dt.timedelta(minutes=1)  # more than moments that overtake each other


@dataclass(slots=True)
class TokenBucket:
    """Let `rate` messages a second through, up to `burst` at once; without a rate, all.

    Moments are passed in; one shortly before the last changes nothing. Where the clock was set
    back, what is waited for lasts as long as it would have.
    """

    rate: float | None = None
    burst: int = 1
    _tokens: float = field(init=False)
    _filled_at: dt.datetime | None = field(default=None, init=False)
    _closed_until: dt.datetime | None = field(default=None, init=False)
    _seen_at: dt.datetime | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Start full."""
        self._tokens = self.burst

    def room(self, wanted: int, *, now: dt.datetime) -> int:
        """Give how many of the wanted messages may be sent now."""
        self._follow(now)
        if self._closed_until and now < self._closed_until:
            return 0
        if self.rate is None:
            return wanted
        self._fill(self.rate, now)
        return min(wanted, int(self._tokens))

    def take(self, *, now: dt.datetime) -> bool:
        """Take the token of one message, if there is one."""
        if not self.room(1, now=now):
            return False
        self._tokens -= 1
        return True

    def close(self, until: dt.datetime) -> None:
        """Let nothing through until a moment, and start empty from there."""
        if self._closed_until is None or until > self._closed_until:
            self._closed_until = self._filled_at = until
        self._tokens = 0

    def _follow(self, now: dt.datetime) -> None:
        """Go back with a clock that was set back; else nothing passed for hours."""
        back = self._seen_at - now if self._seen_at else dt.timedelta()
        if dt.timedelta() < back <= SET_BACK:
            return
        self._seen_at = now
        if back > SET_BACK:
            self._filled_at = self._filled_at and self._filled_at - back
            self._closed_until = self._closed_until and self._closed_until - back

    def _fill(self, rate: float, now: dt.datetime) -> None:
        passed = (now - self._filled_at).total_seconds() if self._filled_at else 0
        if passed > 0:
            self._tokens = min(self.burst, self._tokens + passed * rate)
        if passed >= 0:
            self._filled_at = now
