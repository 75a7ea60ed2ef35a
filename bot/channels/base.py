"""A channel delivers replies to addresses; receiving is each channel's own affair."""

import datetime as dt
from typing import Protocol

from handlers.messages import Reply
from storage.values import Address


class Unreachable(Exception):
    """Say that this address cannot be reached, now or later."""


class TryLater(Exception):
    """Say that delivery may work after a while."""

    def __init__(self, after: dt.timedelta | None = None) -> None:
        super().__init__()
        self.after = after


class Channel(Protocol):
    """One way to reach people."""

    name: str

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Deliver a reply; `key` is the same for every attempt. Raise Unreachable or TryLater."""
