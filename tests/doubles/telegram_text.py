"""Texts as Telegram takes them: HTML read and checked, lengths counted, keyboards looked at."""

import json
import re
from html import unescape
from typing import Any

Json = dict[str, Any]
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_DATA = 64  # bytes of callback_data
MOST_BUTTONS = 100
_TAGS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "a",
        "code",
        "pre",
        "blockquote",
        "span",
        "tg-spoiler",
    ]
)
_TAG = re.compile(r"<(/?)([a-z-]*)([^<>]*)>?")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class ApiError(Exception):
    """What the API answers instead of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.body: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


def read_text(arguments: Json, field: str, longest: int) -> str:
    """Read a text or caption as people will see it, or refuse it."""
    text = str(arguments.get(field, ""))
    mode = str(arguments.get("parse_mode", "")).lower()
    shown = (_read_html(text) if mode == "html" else text).strip()
    if count_units(shown) > longest:
        what = "message is too long" if field == "text" else "message caption is too long"
        raise ApiError(400, f"Bad Request: {what}")
    return shown


def count_units(text: str) -> int:
    """Count UTF-16 units: the strictest reading of what counts as a character."""
    return len(text.encode("utf-16-le")) // 2


def _read_html(text: str) -> str:
    """Take tags away and check that they are known, closed and in order."""
    parts, opened, at = list[str](), list[str](), 0
    for found in _TAG.finditer(text):
        parts.append(unescape(_check_entities(text[at : found.start()])))
        at = found.end()
        closing, name = found[1], found[2]
        if not found[0].endswith(">") or name not in _TAGS:
            raise _unparsed(f'Unsupported start tag "{name}"', text, found.start())
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise _unparsed("Unexpected end tag", text, found.start())
    if opened:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{opened[-1]}"', text, at)
    return "".join([*parts, unescape(_check_entities(text[at:]))])


def _check_entities(text: str) -> str:
    """Leave “&” that begins no entity as Telegram does, which shows it."""
    return re.sub(rf"&(?!{_ENTITY.pattern[1:]})", "&amp;", text)


def _unparsed(why: str, text: str, at: int) -> ApiError:
    offset = len(text[:at].encode())
    return ApiError(400, f"Bad Request: can't parse entities: {why} at byte offset {offset}")


def read_keyboard(arguments: Json) -> Json | None:
    """Read an inline keyboard, or refuse it."""
    markup = read_json(arguments.get("reply_markup"))
    if not markup or "inline_keyboard" not in markup:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise ApiError(400, "Bad Request: reply markup is too long")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise ApiError(400, "Bad Request: can't parse inline keyboard button: Text is empty")
    if "url" in button:
        return
    size = len(str(button.get("callback_data", "")).encode())
    if not 1 <= size <= LONGEST_DATA:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")


def read_json(value: Any) -> Any:
    """Read what a form carries as JSON, and a JSON body as it is."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
