"""How long what failed has to wait before it is tried again."""

import datetime as dt
import random

from storage.values import Outgoing

FIRST_DELAY = dt.timedelta(seconds=2)
LONGEST_DELAY = dt.timedelta(minutes=10)


def wait_longer(outgoing: Outgoing, *, now: dt.datetime) -> dt.timedelta:
    """Wait for as long again as a reply has waited already, within limits, with jitter."""
    waited = now - max(outgoing.made_at, outgoing.not_before or outgoing.made_at)
    return _jitter(min(max(waited, FIRST_DELAY), LONGEST_DELAY))


def back_off(attempts: int) -> dt.timedelta:
    """Double the delay with each attempt, with jitter so that rows do not come back together."""
    doubled: dt.timedelta = FIRST_DELAY * 2 ** max(attempts - 1, 0)
    return _jitter(min(doubled, LONGEST_DELAY))


def _jitter(delay: dt.timedelta) -> dt.timedelta:
    return delay * random.uniform(0.75, 1.25)  # noqa: S311 - jitter, not a secret
