"""Write a spreadsheet's values the way an office does: 30/8/2024, 95%, 1.200.000, 12,5."""

import datetime as dt
import re
from typing import Any

from knowledge.files.letters import tidy

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DECIMALS = re.compile(r"\.([0#]+)")


def write_value(value: Any, form: str | None, is_first: bool) -> str:
    """Return the text of a cell; `form` is its number format.

    The first number of a row is a numbering (1.1), not an amount (1,1).
    """
    if isinstance(value, str):
        return "" if value.startswith("#") and value.isupper() else tidy(value)
    if isinstance(value, bool):
        return str(value).upper()
    shape = _QUOTED.sub("", form or "General").split(";")[0]
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, shape.lower())
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(value, shape, is_first)
    return str(value)


def _day(value: dt.date, shape: str) -> str:
    """Write a day; months 1 and 2 and days below 10 have two digits (NĐ 30/2020)."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    if "d" not in shape and "m" in shape and "y" in shape:
        return f"{month}/{value.year}"
    day = f"{value.day:02}/{month}/{value.year}"
    has_time = isinstance(value, dt.datetime) and value.time() != dt.time()
    return f"{value:%H:%M} {day}" if has_time else day


def _number(value: float, shape: str, is_first: bool) -> str:
    if "%" in shape:
        return f"{_comma(f'{value * 100:.2f}'.rstrip('0').rstrip('.'))}%"
    if re.fullmatch("0{2,}", shape) and value == int(value):
        return f"{int(value):0{len(shape)}}"
    grouped = "," if "#,#" in shape else ""
    text = f"{value:{grouped}.{_places(value, shape)}f}"
    return text if is_first else _comma(text)


def _places(value: float, shape: str) -> int:
    """Return how many decimals the format asks for, or the value needs."""
    if shape.lower() in ("general", "@", ""):
        return len(f"{value:.6f}".rstrip("0").split(".")[1])
    found = _DECIMALS.search(shape)
    return len(found[1]) if found else 0


def _comma(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))
