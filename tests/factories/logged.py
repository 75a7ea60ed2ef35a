"""What the program's own log would hold, line by line."""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from bot.logs.forms import JsonForm


class Heard(logging.Handler):
    """Keep each record as the JSON line that it becomes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonForm("test"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def of(self, logger: str) -> Sequence[Mapping[str, Any]]:
        """Give what one logger has said."""
        entries = [json.loads(line) for line in self.lines]
        return [each for each in entries if each["logger"] == logger]


@contextmanager
def heard_by_the_log() -> Iterator[Heard]:
    """Listen to everything that is logged."""
    heard, root = Heard(), logging.getLogger()
    root.addHandler(heard)
    try:
        yield heard
    finally:
        root.removeHandler(heard)


def list_troubles(caplog: pytest.LogCaptureFixture) -> list[str]:
    """List what the operator was told of troubles that last."""
    return [each.getMessage() for each in caplog.records if each.name == "bot.troubles"]


def write_record(
    form: logging.Formatter, logger: str, message: object, *args: object, **more: Any
) -> str:
    """Write one record as a form does, past every logger: what is private in it reaches nobody."""
    record = logging.LogRecord(
        logger, logging.ERROR, "x.py", 1, message, args, more.pop("exc_info", None)
    )
    for name, value in more.items():
        setattr(record, name, value)
    return form.format(record)
