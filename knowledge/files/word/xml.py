"""Names and values in Word's XML (ECMA-376)."""

from functools import cache
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")


def names(*tags: str) -> frozenset[str]:
    """Return the tags with their namespace."""
    return frozenset(f"{W}{tag}" for tag in tags)


def find(element: Any, path: str) -> Any | None:
    """Return the first element at a path of bare tags."""
    return element.find(_full(path))


@cache
def _full(path: str) -> str:
    return "/".join(f"{W}{step}" for step in path.split("/"))


def find_value(element: Any, path: str) -> str:
    """Return the value of the element at a path, "" where there is none."""
    found = find(element, path)
    return found.get(f"{W}val", "") if found is not None else ""


def find_number(element: Any, path: str, default: int = 0) -> int:
    """Return the number at a path; what is none or far too large is the default."""
    value = find_value(element, path)
    return int(value) if value.isdecimal() and len(value) < 7 else default


def is_on(element: Any, path: str) -> bool:
    """Say whether a property is there and not switched off."""
    found = find(element, path)
    return found is not None and found.get(f"{W}val", "1") not in _OFF
