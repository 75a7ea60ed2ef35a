"""What an Official Account's events say, as messages; those of no use to us are passed over."""

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.channels.base import Answered
from bot.channels.zalo_oa.signatures import read_stamp
from handlers.messages import Attachment, Message
from storage.values import Address

_SAID = "user_send_"
_ECHOED = "oa_send_"
_FORM = "user_submit_info"
_LONGEST_ID = 100
_ADDRESS = ("address", "ward", "district", "city")
Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OaEvent:
    """An event's common part; `number` is the account's."""

    name: str
    number: str
    user: str
    at: dt.datetime
    body: Payload = field(repr=False)


def read_event(body: Payload, *, now: dt.datetime) -> OaEvent | None:
    """Read whom an event is from and for; None where it is none that we work on."""
    name = _text(body.get("event_name"))
    sender, recipient = (_read_id(body.get(key)) for key in ("sender", "recipient"))
    if name.startswith(_ECHOED):
        sender, recipient = recipient, sender
    elif name != _FORM and name.removeprefix(_SAID) not in _READERS:
        return None
    at = min(read_stamp(body.get("timestamp")) or now, now)
    return OaEvent(name, recipient, sender, at, body) if sender and recipient else None


def read_echo(event: OaEvent, channel: str) -> Answered | None:
    """Read what the account has sent to a person."""
    if not event.name.startswith(_ECHOED):
        return None
    text = _text(_map(event.body.get("message")).get("text"))
    return Answered(Address(channel, event.user), text, event.at)


def read_message(event: OaEvent, channel: str) -> Message | None:
    """Read what a person has sent; None where there is nothing in it."""
    address = Address(channel, event.user)
    if event.name == _FORM:
        text = _write_details(_map(event.body.get("info")))
        return Message(address, _name_event(event), text, event.at) if text else None
    message = _map(event.body.get("message"))
    text = _text(message.get("text"))
    attachments = _read_attachments(event.name.removeprefix(_SAID), message)
    if not text and not attachments and event.name == "user_send_link":
        text = _read_link(message)
    if not text and not attachments:
        return None
    number = _read_number(message.get("msg_id")) or _name_event(event)
    return Message(address, number, text, event.at, attachments)


def _name_event(event: OaEvent) -> str:
    """Name an event that has no number: the same words at another moment are another."""
    told = f"{event.name} {event.user} {event.body.get('timestamp')}"
    return hashlib.sha256(told.encode(errors="replace")).hexdigest()[:40]


def _write_details(info: Payload) -> str:
    """Write a form as a citizen would type it: name, phone, address."""
    parts = [_text(info.get("name")), _write_phone(_read_number(info.get("phone")))]
    parts += [_text(info.get(key)) for key in _ADDRESS]
    return ", ".join(part for part in parts if part)


def _write_phone(number: str) -> str:
    digits = number.removeprefix("+")
    is_abroad = digits.startswith("84") and len(digits) > 10
    return f"0{digits[2:]}" if is_abroad else number


def _read_attachments(kind: str, message: Payload) -> tuple[Attachment, ...]:
    brought = message.get("attachments")
    rows = [_map(row) for row in brought] if isinstance(brought, list) else []
    read = _READERS[kind]
    found = [read(_map(row.get("payload"))) for row in rows]
    if not found and kind not in ("text", "link"):
        return (Attachment("unsupported"),)
    return tuple(each for each in found if each)


def _read_file(kind: str) -> Callable[[Payload], Attachment]:
    def read(payload: Payload) -> Attachment:
        source, name = _text(payload.get("url")), _text(payload.get("name"))
        return Attachment(kind, name, source=source) if source else Attachment("unsupported")

    return read


def _read_place(payload: Payload) -> Attachment:
    place = _map(payload.get("coordinates"))
    try:
        north, east = (float(str(place.get(key))) for key in ("latitude", "longitude"))
    except ValueError:
        return Attachment("unsupported")
    is_on_earth = -90 <= north <= 90 and -180 <= east <= 180
    return Attachment("location", f"{north:.6f}, {east:.6f}" if is_on_earth else "")


def _read_link(message: Payload) -> str:
    brought: Sequence[Any] = message.get("attachments") or ()
    payload = _map(_map(brought[0]).get("payload")) if isinstance(brought, list) else {}
    return _text(payload.get("url"))


_READERS: Mapping[str, Callable[[Payload], Attachment | None]] = {
    "text": lambda _: None,
    "link": lambda _: None,
    "image": _read_file("photo"),
    "file": _read_file("document"),
    "audio": _read_file("audio"),
    "video": _read_file("video"),
    "sticker": lambda _: Attachment("sticker"),
    "gif": lambda _: Attachment("sticker"),
    "location": _read_place,
    "business_card": lambda _: Attachment("contact"),
}


def _map(value: object) -> Payload:
    return value if isinstance(value, Mapping) else {}


def _read_id(value: object) -> str:
    return _read_number(_map(value).get("id"))


def _read_number(value: object) -> str:
    """Read a number that is written as a string; one written as a number is taken, too."""
    is_given = isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))
    number = str(value).strip() if is_given else ""
    return number if len(number) <= _LONGEST_ID and number.isprintable() else ""


def _text(value: object) -> str:
    """Read a text in one form of its letters, without halves of pairs."""
    text = value if isinstance(value, str) else ""
    return unicodedata.normalize("NFC", text.encode(errors="replace").decode()).strip()
