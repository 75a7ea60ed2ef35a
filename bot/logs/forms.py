"""Records as lines: readable text, or JSON. What an error says is left out, its kind is not.

Our own records are written to be logged. Those of libraries are not: of theirs, texts that are
filled in become their kinds, as do errors, and addresses and long numbers go.
"""

import datetime as dt
import json
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.failures import Failed, describe, list_chain
from bot.logs.context import get_bound

LONGEST = 8 * 1024  # bytes of a line
LONGEST_FOREIGN = 300  # letters of a library's message, without those of ours that it quotes
OWN = ("bot", "handlers", "storage", "knowledge")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PRIVATE = re.compile(r"\w+://\S+|\d{5,}:[\w-]{16,}|[^\s@]+@\S+|(?<!\w)\+?\d(?:[ .-]?\d){8,}(?!\w)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of a record."""

    time: str  # UTC, ISO 8601 to the millisecond
    level: str
    logger: str
    message: str
    bound: Mapping[str, str | int]
    failed: Failed | None

    def shorten(self) -> "Entry":
        """Leave out the outer half of the lines passed, then half of the message."""
        if self.failed and self.failed.lines:
            inner = self.failed.lines[(len(self.failed.lines) + 1) // 2 :]
            return replace(self, failed=replace(self.failed, lines=inner))
        return replace(self, message=self.message[: len(self.message) // 2] + "…")


class _Form(logging.Formatter):
    """Write a record as a line of at most `LONGEST` bytes."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._role = role

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, shortened until it fits; never fail."""
        entry = read_record(record)
        line = self.write(entry)
        while len(line.encode("utf-8", "replace")) > LONGEST:
            entry = entry.shorten()
            line = self.write(entry)
        return line

    def write(self, entry: Entry) -> str:
        raise NotImplementedError


class TextForm(_Form):
    """One line for people; the lines that an error passed follow, indented."""

    def write(self, entry: Entry) -> str:
        """Write time, level, logger, what it belongs to, and the words."""
        bound = " ".join(f"{name}={value}" for name, value in entry.bound.items())
        start = f"{entry.time} {entry.level} {entry.logger}"
        return f"{start}{f' [{bound}]' if bound else ''}: {_write_words(entry)}"


class ShortForm(_Form):
    """Level, logger and words, for a command on a terminal."""

    def write(self, entry: Entry) -> str:
        """Write level, logger and words."""
        return f"{entry.level} {entry.logger}: {_write_words(entry)}"


class JsonForm(_Form):
    """One JSON object a line."""

    def write(self, entry: Entry) -> str:
        """Write the entry as JSON."""
        told: dict[str, object] = {
            "time": entry.time,
            "level": entry.level,
            "logger": entry.logger,
            "message": entry.message,
            "role": self._role,
            "pid": os.getpid(),
            **entry.bound,
        }
        if entry.failed:
            told |= {"error": entry.failed.kind, "stack": list(entry.failed.lines)}
        return json.dumps(told, ensure_ascii=False)


def build_form(name: str, role: str) -> _Form:
    """Build the form that the settings name."""
    return JsonForm(role) if name == "json" else TextForm(role)


def read_record(record: logging.LogRecord) -> Entry:
    """Read what may be told of a record."""
    failed: Failed | None = getattr(record, "failed", None)
    if failed is None and record.exc_info and record.exc_info[1]:
        failed = describe(record.exc_info[1])
    at = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return Entry(
        time=at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        level=record.levelname,
        logger=record.name,
        message=_CONTROL.sub("?", _read_message(record))[:LONGEST],
        bound=get_bound(),
        failed=failed,
    )


def _read_message(record: logging.LogRecord) -> str:
    what = getattr(record, "what", None)
    if isinstance(what, str):
        return what
    is_own = record.name.partition(".")[0] in OWN
    return _fill_in(record, _keep) if is_own else _read_foreign(record)


def _read_foreign(record: logging.LogRecord) -> str:
    """Read a library's message; words that an error says may stand in it without a place."""
    text = _fill_in(record, _blank)
    for error in list_chain(record.exc_info[1] if record.exc_info else None):
        said = str(error)
        text = text.replace(said, f"<{type(error).__name__}>") if len(said) > 1 else text
    first, *others = text.strip().split("\n")
    if others and first.startswith("Traceback"):
        first = f"a failure: {others[-1].partition(':')[0]}"
    return _PRIVATE.sub("<…>", first)[:LONGEST_FOREIGN]


def _fill_in(record: logging.LogRecord, show: Callable[[object], object]) -> str:
    message, args = record.msg, record.args
    if not isinstance(message, str):
        return f"<{type(message).__name__}>"
    try:
        if isinstance(args, Mapping):
            return message % {name: show(each) for name, each in args.items()}
        return message % tuple(show(each) for each in args) if args else message
    except Exception:  # noqa: BLE001  whatever a value's own words fail by
        return message


def _keep(value: object) -> object:
    """Keep what we fill in ourselves; of an error, the code that it carries, or its kind."""
    if isinstance(value, BaseException):
        return _Blank(getattr(value, "code", type(value).__name__))
    return value


def _blank(value: object) -> object:
    """Keep numbers; of all else, its kind."""
    return value if isinstance(value, int | float | None) else _Blank(f"<{type(value).__name__}>")


class _Blank(str):
    """What stands for something, also where its `repr` is asked for."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _write_words(entry: Entry) -> str:
    words = entry.message
    if entry.failed:
        words += f": {entry.failed.kind}"
        words = "\n".join([words, *entry.failed.lines])
    return words.replace("\n", "\n    ")
