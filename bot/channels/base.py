"""A channel delivers replies to addresses; receiving is each channel's own affair."""

import datetime as dt
from typing import Protocol, runtime_checkable

from handlers.messages import Reply
from storage.values import Address


class Unreachable(Exception):
    """Say that this address cannot be reached, now or later."""


class TryLater(Exception):
    """Say that delivery may work after a while, for this address or for the whole channel.

    Where the message may have arrived all the same (the answer was lost), the row is parked after
    five such attempts: without end, a person would get the same words again and again.
    """

    def __init__(
        self,
        after: dt.timedelta | None = None,
        *,
        whole_channel: bool = False,
        may_have_arrived: bool = False,
    ) -> None:
        super().__init__()
        self.after = after
        self.whole_channel = whole_channel
        self.may_have_arrived = may_have_arrived


class Channel(Protocol):
    """One way to reach people.

    `shows_later` says that a delivery only makes the reply ready to be looked at: whether the
    person has seen it is known when the page is read.
    """

    name: str
    shows_later: bool

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Deliver a reply; `key` is the same for every attempt. Raise Unreachable or TryLater."""


@runtime_checkable
class Paced(Protocol):
    """What a channel states beside, where its service limits how fast it may be sent to.

    The courier looks once a second, so a `burst` below `rate` halts the channel between looks.
    """

    rate: float  # messages a second
    burst: int  # messages at once after a pause
