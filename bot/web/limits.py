"""How fast one browser may send, counted in this process; where a request comes from."""

import datetime as dt
import ipaddress
from collections import deque

from fastapi import Request

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
        while times and not now - self._window < times[0] <= now:  # old, or the clock was set back
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


def name_network(request: Request) -> str:
    """Name where a request comes from: an address, of IPv6 the network that one customer has.

    Not the browser's cookie: who guesses would bring a new one each time. Behind a proxy the
    server must be told whose X-Forwarded-For it may believe (FORWARDED_ALLOW_IPS).
    """
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"web {host}"
    if address.version == 4:
        return f"web {address}"
    mapped = address.ipv4_mapped
    return f"web {mapped or ipaddress.ip_network((int(address), 64), strict=False)}"
