"""Messages in and out, and what a conversation must remember."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is reached: a channel's name and the user's id there."""

    channel: str
    user: str

    @property
    def kind(self) -> str:
        """The kind of channel, without the number of the bot: “telegram” of “telegram:12345678”."""
        return find_kind(self.channel)


def find_kind(channel: str) -> str:
    """Find the kind in a channel's name."""
    return channel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Account:
    """A bot or an Official Account by which a channel reaches people.

    `number` is its public number, `link` what opens a conversation with it; `endpoint` is what
    worked where a service has several.
    """

    channel: str
    number: str
    title: str = ""
    link: str = ""
    locality_id: int | None = None
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What an Official Account's messages are sent with; `refresh` may be used once.

    `failed_at` is since when no new pair could be had, `failure` the service's code.
    """

    access: str
    refresh: str
    expires_at: dt.datetime
    changed_at: dt.datetime
    failed_at: dt.datetime | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as claimed from the inbox; `token` proves the claim."""

    id: int
    address: Address
    message_id: str
    body: str
    received_at: dt.datetime
    token: str
    attempts: int


class OutboxKind(StrEnum):
    """What a reply is; a kind never waits for another kind."""

    REPLY = "reply"
    NOTICE = "notice"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class NewReply:
    """A reply to store; see `storage.outbox.Outbox.add` for what may be left out.

    With a lease it is born claimed by its maker, who delivers it at once. `asked_at` is when the
    message came that it answers; nudges and notices answer none.
    """

    address: Address
    payload: str
    kind: OutboxKind
    lease: dt.timedelta | None = None
    subject: str | None = None
    not_before: dt.datetime | None = None
    useful_until: dt.datetime | None = None
    asked_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply as claimed from the outbox; `token` proves the claim.

    `tried` names the addresses of the same officer at which it could not be delivered.
    """

    id: int
    address: Address
    kind: OutboxKind
    payload: str
    token: str
    attempts: int
    made_at: dt.datetime
    lease_until: dt.datetime | None = None
    not_before: dt.datetime | None = None
    useful_until: dt.datetime | None = None
    tried: tuple[str, ...] = ()
    subject: str | None = None
    asked_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One message of a conversation as its owner sees it; `key` orders and identifies it."""

    key: str
    is_own: bool
    body: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation's half-done business: kind and version tell whether it can be read."""

    kind: str
    version: int
    state: str
    updated_at: dt.datetime
