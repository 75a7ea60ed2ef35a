"""Telegram's updates, read into events; nothing here talks to anybody."""

import datetime as dt
import json
import logging
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.channels.base import Event, Malformed, Pressed, Said
from handlers.messages import Attachment, Message
from storage.values import Address

log = logging.getLogger(__name__)
Rows = Sequence[Sequence[tuple[str, str]]]
ALLOWED = ("message", "edited_message", "callback_query")
_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_WORDS = {  # what a command stands for, and what joins it to what is written behind
    "help": ("trợ giúp", " "),
    "trogiup": ("trợ giúp", " "),
    "huongdan": ("trợ giúp", " "),
    "phananh": ("phản ánh", ": "),
    "tracuu": ("tra cứu", " "),
    "viec": ("việc của tôi", " "),
    "huy": ("huỷ", " "),
    "cancel": ("huỷ", " "),
}
_FILES = {  # fields of a message with a file, by our kind; an animation comes as a document, too
    "document": "document",
    "voice": "audio",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
}
_ODD = ("sticker", "contact")
_OF_THE_SERVICE = re.compile(
    r"(?:new|left|delete|group|supergroup|channel|message_auto|migrate|pinned|users|chat|chats"
    r"|connected|write_access|passport|proximity|boost|forum|general|video_chat|successful"
    r"|refunded|web_app|giveaway_created)_\w+"
)
_Fields = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Press:
    """A press as Telegram wants it acknowledged: its own number, and the message with its buttons.

    `rest` are the buttons that are left, as rows of (label, data).
    """

    query: str
    chat: int
    message: int | None
    rest: Rows


def read_update(channel: str, update: _Fields, *, now: dt.datetime) -> Event | None:
    """Read what a person did in a private chat, or None; raise Malformed."""
    if "callback_query" in update:
        return _read_press(channel, _get(update, "callback_query", dict), now)
    for kind in ("message", "edited_message"):
        if kind in update:
            return _read_message(channel, _get(update, kind, dict))
    return None


def read_events(channel: str, update: _Fields, *, now: dt.datetime) -> Sequence[Event]:
    """Read an update's event, if any; what cannot be read now will not be another time either."""
    try:
        event = read_update(channel, update, now=now)
    except Malformed:
        kind = next((kind for kind in ALLOWED if kind in update), "other")
        log.warning("%s: an update (%s) cannot be read", channel, kind)
        return ()
    return (event,) if event else ()


def read_body(body: bytes) -> dict[str, Any]:
    """Read the body of a webhook's request; raise Malformed."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise Malformed from None
    if not isinstance(update, dict) or "update_id" not in update:
        raise Malformed
    return update


def move_offset(offset: int, update: _Fields) -> int:
    """Move past an update."""
    number = update.get("update_id")
    return max(offset, number + 1) if isinstance(number, int) else offset


def _read_message(channel: str, message: _Fields) -> Said | None:
    sender = message.get("from")
    chat = _get(message, "chat", dict)
    if chat.get("type") != "private" or not isinstance(sender, dict) or sender.get("is_bot"):
        return None
    user, number = _get(chat, "id", int), _get(message, "message_id", int)
    sent_at = _read_time(_get(message, "date", int))
    text = _read_text(message)
    attachments = _read_attachments(message)
    if not text and not attachments:
        if any(_OF_THE_SERVICE.fullmatch(field) for field in message):
            return None
        attachments = (Attachment("unsupported"),)
    address = Address(channel, str(user))
    return Said(Message(address, f"{user}.{number}", text, sent_at, attachments))


def _read_text(message: _Fields) -> str:
    """Read the words; a command becomes the words that it stands for."""
    field = "text" if "text" in message else "caption"
    if field not in message:
        return ""
    text = _mend(_get(message, field, str))
    command = _COMMAND.fullmatch(text.strip())
    return _say_command(command[1].lower(), command[2] or "", text) if command else text


def _say_command(name: str, rest: str, typed: str) -> str:
    """Say what a command stands for; an invitation's link brings its code behind “/start”."""
    rest = rest.strip()
    if name == "start":
        return rest or "xin chào"
    if name not in _WORDS:
        return typed
    words, joint = _WORDS[name]
    return f"{words}{joint}{rest}" if rest else words


def _mend(text: str) -> str:
    """Join halves of letters; a half alone, which no text can hold, becomes “�”."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_attachments(message: _Fields) -> tuple[Attachment, ...]:
    if "photo" in message:
        return (_read_photo(_get(message, "photo", list)),)
    for field, kind in _FILES.items():
        if field in message:
            return (_read_file(_get(message, field, dict), kind),)
    if "location" in message:
        return (_read_location(_get(message, "location", dict)),)
    return tuple(Attachment(field) for field in _ODD if field in message)


def _read_photo(sizes: Sequence[object]) -> Attachment:
    """Take the largest of a photo's sizes."""
    known = [size for size in sizes if isinstance(size, dict)]
    if not known:
        raise Malformed
    largest = max(known, key=lambda size: _get(size, "width", int) * _get(size, "height", int))
    return Attachment("photo", source=_get(largest, "file_id", str))


def _read_file(file: _Fields, kind: str) -> Attachment:
    name = _get(file, "file_name", str) if "file_name" in file else ""
    return Attachment(kind, _mend(name), source=_get(file, "file_id", str))


def _read_location(location: _Fields) -> Attachment:
    """Read degrees; what is no place on earth is malformed."""
    latitude, longitude = (_read_degrees(location, field) for field in ("latitude", "longitude"))
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Malformed
    return Attachment("location", f"{latitude:.6f}, {longitude:.6f}")


def _read_degrees(location: _Fields, field: str) -> float:
    value = location.get(field)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Malformed
    return float(value)


def _read_press(channel: str, query: _Fields, now: dt.datetime) -> Pressed | None:
    sender = _get(query, "from", dict)
    message = query.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    is_private = isinstance(chat, dict) and chat.get("type") == "private"
    if not is_private or sender.get("is_bot") or "data" not in query:
        return None
    address = Address(channel, str(_get(sender, "id", int)))
    token = _mend(_get(query, "data", str))
    return Pressed(address, f"press.{_get(query, 'id', str)}", token, now)


def read_press(update: _Fields) -> Press:
    """Read what is to be acknowledged of a press that `read_update` has read."""
    query = update["callback_query"]
    message = query["message"]
    number = message.get("message_id") if isinstance(message.get("message_id"), int) else None
    rest = _read_rest(message.get("reply_markup"), query["data"])
    return Press(query["id"], query["from"]["id"], number if rest is not None else None, rest or ())


def _read_rest(markup: object, pressed: str) -> list[list[tuple[str, str]]] | None:
    """Read the buttons that are left beside the pressed one; None where nothing is known."""
    if not isinstance(markup, dict) or not isinstance(markup.get("inline_keyboard"), list):
        return None
    rows = []
    for row in markup["inline_keyboard"]:
        buttons = [b for b in row if isinstance(b, dict)] if isinstance(row, list) else []
        told = [(str(b.get("text", "")), str(b.get("callback_data", ""))) for b in buttons]
        if left := [(label, data) for label, data in told if label and data not in ("", pressed)]:
            rows.append(left)
    return rows


def _read_time(seconds: int) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (OverflowError, OSError, ValueError):
        raise Malformed from None


def _get(fields: _Fields, name: str, kind: type[T]) -> T:
    """Get a field of a kind that must be there; numbers are positive, and no truth values."""
    value = fields.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Malformed
    if isinstance(value, int) and value < 0:
        raise Malformed
    return value
