"""What Zalo's Bot API brings, read into events; what is not for us, or no sense, is nothing."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.base import Event, Said
from handlers.messages import Attachment, Message
from knowledge.text import nfc
from storage.values import Address

_ID = re.compile(r"[!-~]{1,100}")  # opaque: twenty hex digits so far
_NAME = re.compile(r"message\.(text|image|sticker|voice|link|unsupported)\.received")
_SECONDS_BELOW = 1e12  # smaller numbers are seconds, larger ones milliseconds
_PHOTO = ("photo", "photo_url", "url")  # the documents say the first, two packages the second


def read_update(update: object, channel: str, *, now: dt.datetime) -> Sequence[Event]:
    """Read an update into at most one event; `now` stands where it has no time of its own.

    Groups are passed over: what is said there is said to others. Of a message that Zalo hides
    (a child's, a file, a card) nothing may be there, not even its sender.
    """
    if not isinstance(update, dict):
        return ()
    name, message = _NAME.fullmatch(str(update.get("event_name"))), update.get("message")
    if name is None or not isinstance(message, dict):
        return ()
    user = _find_person(message)
    if not user:
        return ()
    at = _read_time(message.get("date"), now)
    message_id = _read_id(message.get("message_id"))
    if not message_id and name[1] != "unsupported":
        return ()
    text, attachments = _read_content(name[1], message)
    if not text and not attachments:
        return ()
    message_id = message_id or f"{user}.{at.timestamp():.3f}"
    return (Said(Message(Address(channel, user), message_id, text, at, attachments)),)


def _find_person(message: Mapping[str, Any]) -> str:
    """Find whose chat this is; empty where it is a group's, or a bot speaks."""
    chat, sender = _read_part(message, "chat"), _read_part(message, "from")
    if sender.get("is_bot") is True or (chat.get("chat_type") or "PRIVATE") != "PRIVATE":
        return ""
    return _read_id(chat.get("id")) or _read_id(sender.get("id"))


def _read_content(kind: str, message: Mapping[str, Any]) -> tuple[str, tuple[Attachment, ...]]:
    caption = _read_text(message.get("caption"))
    match kind:
        case "text":
            return _read_text(message.get("text")), ()
        case "link":
            said = (_read_text(message.get(field)) for field in ("text", "url", "caption"))
            return next(filter(None, said), ""), ()
        case "sticker":
            return "", (Attachment("sticker"),)
        case "image":
            return caption, (_attach("photo", message, _PHOTO),)
        case "voice":
            return caption, (_attach("audio", message, ("voice_url", "url")),)
        case _:
            return caption, (Attachment("unsupported"),)


def _attach(kind: str, message: Mapping[str, Any], fields: Sequence[str]) -> Attachment:
    """Attach what one of the fields points at; without an address it cannot be had."""
    sources = (_read_text(message.get(field)) for field in fields)
    source = next(filter(None, sources), "")
    return Attachment(kind, source=source) if source else Attachment("unsupported")


def _read_part(message: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = message.get(name)
    return part if isinstance(part, dict) else {}


def _read_id(value: object) -> str:
    """Read an id; Zalo's are texts, but a number does no harm."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def _read_text(value: object) -> str:
    """Read a text, composed; half a letter (JSON can hold one) could not be stored."""
    if not isinstance(value, str):
        return ""
    return nfc(value.encode("utf-8", "replace").decode("utf-8")).strip()


def _read_time(value: object, now: dt.datetime) -> dt.datetime:
    if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
        return now
    seconds = value if value < _SECONDS_BELOW else value / 1000
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return now
