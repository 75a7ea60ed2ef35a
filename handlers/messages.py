"""What people send and what the bot replies, as values and as versioned JSON.

A button *says* something: pressing it is the same as typing those words, so that every channel,
with buttons or without, holds the same conversation.
"""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from dataclasses import fields as fields_of
from typing import Any

from storage.values import Address, Incoming, OutboxKind

VERSION = 1


class UnknownVersion(ValueError):
    """Say that a stored message was written by a newer program."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message: kept under `file_id`, or not kept, with the reason's code.

    `kind` is photo, document, audio, video, sticker, contact, location, unsupported (what the
    service does not show us) or old_button, and empty for what is none of them; `name` is what
    people see (of a location “10.762622, 106.660172”), `size` counts the kept bytes. `source` says
    to the channel where the bytes are, as long as nobody has fetched them.
    """

    kind: str
    name: str = ""
    file_id: int | None = None
    media_type: str = ""
    size: int = 0
    refusal: str | None = None
    source: str = ""


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
class ShownFile:
    """A stored file that a reply shows, by its random name; who opens it is checked again."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Template:
    """What goes out in words that the service has approved, where others may not any more.

    `data` are the values for the words' gaps. Only for who has agreed to such messages.
    """

    name: str
    data: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says; `to` is another address when it is not the asker's.

    A number typed next stands for the button in that place, for the first `numbered` ones. It is
    kept until `not_before`, if given; until then what is withdrawn by its `subject` never goes out.
    After `useful_until` it is not sent any more. `asks` is “contact” where name, phone and address
    are asked for: a channel may offer its own way to give them.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    kind: OutboxKind = OutboxKind.REPLY
    to: Address | None = None
    numbered: int = 0
    files: tuple[ShownFile, ...] = ()
    subject: str | None = None
    not_before: dt.datetime | None = None
    useful_until: dt.datetime | None = None
    asks: str = ""
    template: Template | None = None


def dump_message(message: Message) -> str:
    """Turn a message's body into JSON; address, id and time have columns of their own."""
    attachments = [asdict(attachment) for attachment in message.attachments]
    body = {"v": VERSION, "text": message.text, "attachments": attachments}
    return json.dumps(body, ensure_ascii=False)


def load_message(
    body: str, *, address: Address, message_id: str, received_at: dt.datetime
) -> Message:
    """Read a message back."""
    fields = _load(body)
    attachments = tuple(_attachment(kept) for kept in fields["attachments"])
    return Message(address, message_id, fields["text"], received_at, attachments)


def read_incoming(incoming: Incoming) -> Message:
    """Read a message as it was claimed from the inbox."""
    return load_message(
        incoming.body,
        address=incoming.address,
        message_id=incoming.message_id,
        received_at=incoming.received_at,
    )


def _attachment(kept: dict[str, Any]) -> Attachment:
    """Read an attachment; what another release did not write, or writes beside, does no harm."""
    known = {field.name for field in fields_of(Attachment)}
    return Attachment(**{name: value for name, value in kept.items() if name in known})


def dump_reply(reply: Reply) -> str:
    """Turn what the reply shows into JSON."""
    buttons = [{"label": b.label, "says": b.says} for b in reply.buttons]
    files = [{"name": f.name, "label": f.label} for f in reply.files]
    body = {"v": VERSION, "text": reply.text, "buttons": buttons, "files": files}
    beside = {"numbered": reply.numbered, "asks": reply.asks}
    if reply.template:
        beside["template"] = asdict(reply.template)
    return json.dumps(body | {k: v for k, v in beside.items() if v}, ensure_ascii=False)


def load_reply(payload: str) -> Reply:
    """Read a reply back."""
    fields = _load(payload)
    buttons = tuple(Button(b["label"], b["says"]) for b in fields["buttons"])
    files = tuple(ShownFile(f["name"], f["label"]) for f in fields.get("files", ()))
    template = Template(**fields["template"]) if "template" in fields else None
    return Reply(
        fields["text"],
        buttons,
        numbered=fields.get("numbered", 0),
        files=files,
        asks=fields.get("asks", ""),
        template=template,
    )


def _load(body: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(body)
    if fields.get("v") != VERSION:
        raise UnknownVersion(str(fields.get("v")))
    return fields
