"""Channels that count what is sent in a month: the last part is kept for what is overdue."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.texts.forms import HANOI
from storage.values import Address, Person, find_kind
from storage.work import Work

KEPT = 0.2  # of a month's messages, for overdue items and for logging in


@dataclass(frozen=True, slots=True)
class Quota:
    """What each bot of a kind may send in a month, and what it has sent; others have no limit."""

    limits: Mapping[str, int] = field(default_factory=dict)
    sent: Mapping[str, int] = field(default_factory=dict)

    def has_room(self, channel: str, *, is_urgent: bool) -> bool:
        """Tell whether a channel may still send something."""
        limit = self.limits.get(find_kind(channel))
        if limit is None:
            return True
        return self.sent.get(channel, 0) < limit * (1 if is_urgent else 1 - KEPT)

    def pick(self, person: Person, *, is_urgent: bool) -> Address | None:
        """Pick where a person is told, the address linked last first; None where none has room."""
        fit = (a for a in person.addresses if self.has_room(a.channel, is_urgent=is_urgent))
        return next(fit, None)


def name_month(now: dt.datetime) -> str:
    """Name the month in which something is sent, in Viet Nam."""
    return f"{now.astimezone(HANOI):%Y-%m}"


async def find_quota(work: Work, limits: Mapping[str, int], *, now: dt.datetime) -> Quota:
    """Find what channels may still send this month."""
    return Quota(limits, await work.quotas.sent(name_month(now)) if limits else {})
