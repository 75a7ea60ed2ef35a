"""What an office says of itself: hours, address, phones; only what was asked for."""

import re

from handlers.texts import say
from knowledge.text import fold
from storage.values import Locality

_LINES = {
    "profile_hours": ("hours.days", "hours.morning", "hours.afternoon"),
    "profile_saturday": ("hours.saturday",),
    "profile_address": ("office.address",),
    "profile_phone": ("office.phone",),
    "profile_desk": ("one_stop_desk.name", "one_stop_desk.address", "one_stop_desk.phone"),
    "profile_reception": ("reception.address", "reception.schedule", "reception.phone"),
}
# The first that the question matches decides; a general one gets the hours and how to reach us.
_ASKED = (
    (r"\btiep (?:cong )?dan\b|\breception\b", ("profile_reception",)),
    (r"\b(?:thu (?:bay|7)|t7|saturday)\b", ("profile_saturday",)),
    (r"\bdien thoai|\bhotline|\bsdt\b|\bduong day|\bphone\b", ("profile_phone", "profile_desk")),
    (r"\bdia chi|\btru so|\bo dau\b|\bwhere\b", ("profile_address", "profile_desk")),
    (r"", ("profile_hours", "profile_saturday", "profile_phone")),
)


def describe_profile(place: Locality, question: str, language: str) -> str | None:
    """Say what the office has entered about what was asked; None when it has entered nothing."""
    folded = fold(question)
    keys = next(keys for pattern, keys in _ASKED if re.search(pattern, folded))
    lines = [line for key in keys if (line := _say_line(place, key, language))]
    return "\n".join(lines) or None


def _say_line(place: Locality, key: str, language: str) -> str | None:
    names = _LINES[key]
    if not all(place.profile.get(name) for name in names):
        return None
    return say(key, language, **{name.replace(".", "_"): place.profile[name] for name in names})


def describe_reception(place: Locality, language: str) -> str | None:
    """Say where and when citizens are received, if the office has entered it."""
    return _say_line(place, "profile_reception", language)
