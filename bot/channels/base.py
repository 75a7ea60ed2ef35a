"""A channel delivers replies to addresses; a bot's channel also tells what came for it."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.channels.silence import SILENT
from handlers.files.rules import Upload
from handlers.messages import Message, Reply
from storage.values import Account, Address


class Unreachable(Exception):
    """Say that this address cannot be reached, now or later."""


class TryLater(Exception):
    """Say that delivery may work after a while, for this address or for the whole channel.

    Where the message may have arrived all the same (the answer was lost), the row is parked after
    five such attempts: without end, a person would get the same words again and again. `code` is
    what the operator is told.
    """

    def __init__(
        self,
        after: dt.timedelta | None = None,
        *,
        whole_channel: bool = False,
        may_have_arrived: bool = False,
        code: str = SILENT,
    ) -> None:
        super().__init__()
        self.after = after
        self.whole_channel = whole_channel
        self.may_have_arrived = may_have_arrived
        self.code = code


class Refused(Exception):
    """Say that the service will not do this however often it is asked: our defect, or a setting.

    `code` is the service's own; nothing that a person wrote stands in it.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Forged(Exception):
    """Say that a webhook's request does not come from the service."""


class Malformed(Exception):
    """Say that a webhook's request cannot be read."""


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


@dataclass(frozen=True, slots=True)
class Said:
    """A person sent something; what is edited or brought again has the same message id."""

    message: Message


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button; `token` is what the button carried, `id` names this press."""

    address: Address
    id: str
    token: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """Something was said to this person in our name: by a human of the office, or by ourselves."""

    address: Address
    text: str
    at: dt.datetime


Event = Said | Pressed | Answered
Receive = Callable[[Event], Awaitable[bool]]


@runtime_checkable
class Bot(Channel, Protocol):
    """A channel that lives on another's service."""

    async def ask(self) -> Account:
        """Ask the service who we are; nothing is changed there."""

    async def open(self) -> Account:
        """Ask who we are, and make the service bring events the way that is set."""

    async def fetch(self, source: str) -> Upload:
        """Fetch an attachment's bytes; raise TryLater, or Refused when it is not to be had."""

    async def close(self) -> None:
        """Close connections."""


@dataclass(frozen=True, slots=True)
class Bots:
    """Channels on other services, and what takes their webhooks."""

    channels: Sequence["Bot"]
    hooks: Sequence["Hooked"]


@runtime_checkable
class Polled(Protocol):
    """A bot that is asked for events.

    `may_be_cut` says that a poll may be cancelled at any moment without losing an event. `unstored`
    counts those that the service has given once and nobody has stored: the next poll only does so.
    """

    name: str
    may_be_cut: bool
    unstored: int

    async def poll(self, receive: Receive) -> None:
        """Ask once, wait for a while, and hand on what came, stored before it is acknowledged."""


@runtime_checkable
class Hooked(Protocol):
    """What takes a service's webhook at /webhook/{path}.

    `admits` looks at headers alone, before a byte of the body is read.
    """

    path: str

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Tell, in constant time, whether a request may be read at all; names are lower case."""

    def read_hook(
        self, headers: Mapping[str, str], body: bytes, *, now: dt.datetime
    ) -> Sequence[Event]:
        """Read the events of a request; raise Forged or Malformed."""
