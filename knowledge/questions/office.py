"""What a question about an office asks of it, by the rules of knowledge/data/office.toml."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_OF_A_SUBJECT = frozenset({"address", "phone", "hotline"})  # a subject's own come with it


def find_office_topics(folded: str) -> tuple[str, ...]:
    """Return what a folded text asks of an office, subjects first; nothing when it is general."""
    subjects = _matching("subject", folded)
    attributes = [
        topic
        for topic in _matching("attribute", folded)
        if not (subjects and topic in _OF_A_SUBJECT)
    ]
    return tuple(dict.fromkeys([*subjects, *_without_implied(attributes)]))


def _without_implied(topics: Sequence[str]) -> list[str]:
    """Leave out what a narrower topic says: the hours of one day, the address of a mailbox."""
    day = {"saturday", "sunday", "holidays", "lunch"}.intersection(topics)
    portal = "national_portal" in topics
    named = {"email", "portal", "national_portal", "social"}.intersection(topics)
    left_out = {
        *(["hours"] if day else []),
        *(["portal"] if portal else []),
        *(["address"] if named else []),
    }
    return [topic for topic in topics if topic not in left_out]


def _matching(kind: str, folded: str) -> list[str]:
    return [topic for topic, pattern in _rules(kind) if pattern.search(folded)]


@cache
def _rules(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = tomllib.loads(files("knowledge").joinpath("data/office.toml").read_text("utf-8"))
    return tuple((rule["topic"], re.compile(rule["pattern"])) for rule in data[kind])
