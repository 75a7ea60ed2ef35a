"""What people send and what the bot replies, as values and as versioned JSON.

A button *says* something: pressing it is the same as typing those words, so that every channel,
with buttons or without, holds the same conversation.
"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from storage.values import Address, OutboxKind

VERSION = 1


class UnknownVersion(ValueError):
    """Say that a stored message was written by a newer program."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; its bytes are not read in this release."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What a person sent; `received_at` is aware."""

    address: Address
    id: str
    text: str
    received_at: dt.datetime
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A choice: what is written on it, and what pressing it says."""

    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says; `to` is another address when it is not the asker's.

    A number typed next stands for the button in that place, for the first `numbered` ones.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    kind: OutboxKind = OutboxKind.REPLY
    to: Address | None = None
    numbered: int = 0


def dump_message(message: Message) -> str:
    """Turn a message's body into JSON; address, id and time have columns of their own."""
    attachments = [{"kind": a.kind, "name": a.name} for a in message.attachments]
    body = {"v": VERSION, "text": message.text, "attachments": attachments}
    return json.dumps(body, ensure_ascii=False)


def load_message(
    body: str, *, address: Address, message_id: str, received_at: dt.datetime
) -> Message:
    """Read a message back."""
    fields = _load(body)
    attachments = tuple(Attachment(a["kind"], a["name"]) for a in fields["attachments"])
    return Message(address, message_id, fields["text"], received_at, attachments)


def dump_reply(reply: Reply) -> str:
    """Turn what the reply shows into JSON."""
    buttons = [{"label": b.label, "says": b.says} for b in reply.buttons]
    return json.dumps({"v": VERSION, "text": reply.text, "buttons": buttons}, ensure_ascii=False)


def load_reply(payload: str) -> Reply:
    """Read a reply back."""
    fields = _load(payload)
    buttons = tuple(Button(b["label"], b["says"]) for b in fields["buttons"])
    return Reply(fields["text"], buttons)


def _load(body: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(body)
    if fields.get("v") != VERSION:
        raise UnknownVersion(str(fields.get("v")))
    return fields
