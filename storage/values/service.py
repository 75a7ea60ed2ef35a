"""How the installation stands and how its days were served, in figures."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServiceDay:
    """How a channel's messages of a day were answered; a reply is in time within `seconds`.

    `lost` counts messages that had no effect and replies that never arrived.
    """

    day: dt.date
    channel: str
    replies: int
    in_time: int
    seconds: int
    slowest_ms: int
    lost: int


@dataclass(frozen=True, slots=True)
class TokenState:
    """How the tokens of an Official Account stand."""

    changed_at: dt.datetime
    expires_at: dt.datetime
    failed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Terms of cases that run: all, those that end within two days, those that are over."""

    open: int = 0
    near: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class QueueState:
    """How a queue stands: the oldest row that may be worked on, counts by (channel, state)."""

    oldest: Mapping[str, dt.datetime] = field(default_factory=dict)
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def oldest_of_all(self) -> dt.datetime | None:
        """Give since when the longest has waited."""
        return min(self.oldest.values(), default=None)

    def count(self, state: str) -> int:
        """Count the rows in a state, whatever their channel."""
        return sum(count for (_, each), count in self.counts.items() if each == state)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the installation stands, as its database says."""

    revision: str | None
    inbox: QueueState
    outbox: QueueState
    leases: Mapping[str, dt.datetime]  # until when each is held
    tokens: Mapping[str, TokenState]
    terms: TermCounts
    cases: Mapping[str, int]
    index_revisions: int
    backup_taken_at: dt.datetime | None
