"""What an office says of itself: hours, address, phones; only what was asked, and what is missing.

A profile is a flat table of texts that the office enters; they are said as entered.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from handlers.texts import say
from handlers.texts.forms import join_names, write_weekday
from knowledge.abbreviations import expand_chat
from knowledge.questions.office import find_office_topics
from knowledge.text import fold
from storage.values import Locality

KEYS = (
    *("office.name", "office.address", "office.phone", "office.hotline", "office.fax"),
    *("office.email", "office.portal", "office.national_portal", "office.zalo", "office.facebook"),
    "office.channel_announced",
    *("hours.days", "hours.morning", "hours.afternoon", "hours.lunch"),
    *("hours.saturday", "hours.sunday", "hours.holidays"),
    *("one_stop_desk.name", "one_stop_desk.address", "one_stop_desk.phone", "one_stop_desk.hours"),
    *("reception.name", "reception.address", "reception.schedule", "reception.phone"),
    *("leader.chairman", "leader.vice_chairmen", "clerk.name", "clerk.office", "clerk.phone"),
    *("superior.name", "superior.address", "superior.phone"),
    *("police.address", "police.phone", "health.address", "health.phone"),
)
_PARTS = ("office", "address", "schedule", "hours")
_GENERAL = ("hours", "saturday", "phone")  # what a general question gets
_SINGLE = {
    "saturday": "hours.saturday",
    "sunday": "hours.sunday",
    "lunch": "hours.lunch",
    "holidays": "hours.holidays",
    "address": "office.address",
    "phone": "office.phone",
    "hotline": "office.hotline",
    "fax": "office.fax",
    "email": "office.email",
    "portal": "office.portal",
    "national_portal": "office.national_portal",
}
# What is said where the very thing asked for was not entered, and what goes with it.
_INSTEAD = {
    "saturday": ("hours",),
    "sunday": ("holidays", "hours"),
    "holidays": ("hours",),
    "lunch": ("hours",),
    "hotline": ("phone",),
    "desk": ("address",),
    "clerk": ("phone",),
}
_BESIDE = {
    "hours": ("saturday",),
    "address": ("desk",),
    "phone": ("desk",),
    "lunch": ("hours",),
}
_FILLS_IN = frozenset({("sunday", "holidays"), ("lunch", "hours")})  # these do tell it


def describe_profile(
    place: Locality, question: str, language: str, *, today: dt.date | None = None
) -> str | None:
    """Say what was asked of an office, and what of it was not entered; None if nothing was.

    `question` is one about the office; with `today` a question about now names the day.
    """
    topics = _find_topics(question) or _GENERAL
    lines = dict.fromkeys(line for topic in topics for line in _say_all(place, topic, language))
    if not lines:
        return None
    missing = [topic for topic in _find_topics(question) if not _is_held(place, topic)]
    said = [*_say_day(question, today, language), *lines]
    return "\n".join([*said, *_say_missing(place, missing, language, said)])


def describe_missing(place: Locality, question: str, language: str) -> str:
    """Say that the office has not entered what was asked, and whom to call."""
    topics = _find_topics(question) or _GENERAL[:1]
    missing = [topic for topic in topics if not _is_held(place, topic)]
    return "\n".join(_say_missing(place, missing or topics, language, ()))


def describe_reception(place: Locality, language: str) -> str | None:
    """Say where and when citizens are received, if the office has entered it."""
    return next(_say_topic(place.profile, "reception", language), None)


def describe_superior(place: Locality, language: str) -> str | None:
    """Say where the superior is found, if the office has entered it."""
    return next(_say_topic(place.profile, "superior", language), None)


def _find_topics(question: str) -> tuple[str, ...]:
    return find_office_topics(fold(expand_chat(question)))


def _say_day(question: str, today: dt.date | None, language: str) -> Iterator[str]:
    """Name the day where the question is about today: the hours are free text, so no more."""
    folded = fold(expand_chat(question))
    words = ("hom nay", "bay gio", "gio nay", "luc nay", "chieu nay", "sang nay", "today", "now")
    if today and any(word in folded for word in words):
        yield say("profile_today", language, day=write_weekday(today, language))


def _say_all(place: Locality, topic: str, language: str) -> Iterator[str]:
    """Say a topic with what belongs beside it, else what comes nearest to it."""
    found = list(_say_topic(place.profile, topic, language))
    yield from found
    if found:
        for other in _BESIDE.get(topic, ()):
            yield from _say_topic(place.profile, other, language)
        return
    instead = (list(_say_topic(place.profile, each, language)) for each in _INSTEAD.get(topic, ()))
    yield from next(filter(None, instead), [])


def _is_held(place: Locality, topic: str) -> bool:
    """Say whether a profile tells a topic, itself or through another one."""
    others = [other for told, other in _FILLS_IN if told == topic]
    return any(any(_say_topic(place.profile, each, "vi")) for each in (topic, *others))


def _say_missing(
    place: Locality, topics: Sequence[str], language: str, said: Sequence[str]
) -> Iterator[str]:
    """Say what was not entered, and whom to call unless that was said."""
    if not topics:
        return
    names = join_names([say(f"profile_no_{topic}", language) for topic in topics])
    phone = _value(place.profile, "office.phone")
    calls = phone and not any(phone in line for line in said)
    key = "profile_missing_call" if calls else "profile_missing"
    yield say(key, language, place=place.name, names=names, phone=phone)


def _say_topic(profile: Mapping[str, str], topic: str, language: str) -> Iterator[str]:
    tell = _TELL.get(topic)
    if tell:
        yield from tell(profile, language)
    elif value := _value(profile, _SINGLE[topic]):
        yield say("profile_line", language, label=say_label(_SINGLE[topic], language), value=value)


def _tell_hours(profile: Mapping[str, str], language: str) -> Iterator[str]:
    parts = [_value(profile, f"hours.{part}") for part in ("morning", "afternoon")]
    times = say("profile_and", language, one=parts[0], two=parts[1]) if all(parts) else parts[0]
    told = ", ".join(filter(None, (_value(profile, "hours.days"), times or parts[1])))
    if told:
        yield say("profile_line", language, label=say("profile_hours_label", language), value=told)


def _tell_place(kind: str) -> Callable[[Mapping[str, str], str], Iterator[str]]:
    """Make a teller of somebody with a name, an address, times and a phone."""

    def tell(profile: Mapping[str, str], language: str) -> Iterator[str]:
        phone = _value(profile, f"{kind}.phone")
        parts = [
            *(_value(profile, f"{kind}.{part}") for part in _PARTS),
            say("profile_phone_of", language, phone=phone) if phone else "",
        ]
        told = "; ".join(filter(None, parts))
        name = _value(profile, f"{kind}.name")
        if kind == "reception" or not name:
            name = say(f"profile_of_{kind}", language)
        if told:
            yield say("profile_line", language, label=name, value=told)

    return tell


def _tell_keys(*keys: str) -> Callable[[Mapping[str, str], str], Iterator[str]]:
    """Make a teller of several lines, each as it is labelled."""

    def tell(profile: Mapping[str, str], language: str) -> Iterator[str]:
        for key in keys:
            if value := _value(profile, key):
                yield say("profile_line", language, label=say_label(key, language), value=value)

    return tell


_TELL: Mapping[str, Callable[[Mapping[str, str], str], Iterator[str]]] = {
    "hours": _tell_hours,
    "desk": _tell_place("one_stop_desk"),
    "reception": _tell_place("reception"),
    "superior": _tell_place("superior"),
    "police": _tell_place("police"),
    "health": _tell_place("health"),
    "clerk": _tell_place("clerk"),
    "leader": _tell_keys("leader.chairman", "leader.vice_chairmen"),
    "social": _tell_keys("office.zalo", "office.facebook"),
}


def _value(profile: Mapping[str, str], key: str) -> str:
    return profile.get(key, "").strip().rstrip(" .;")


def say_label(key: str, language: str) -> str:
    """Name a line of a profile."""
    return say(f"profile_label_{key.replace('.', '_')}", language)


def list_profile(place: Locality, language: str) -> Iterator[str]:
    """Say every line that an office has entered, then what it has not."""
    for key in KEYS:
        if value := _value(place.profile, key):
            yield say("profile_line", language, label=say_label(key, language), value=value)
    missing = [say_label(key, language) for key in KEYS if not _value(place.profile, key)]
    if missing:
        yield say("profile_not_entered", language, names="; ".join(missing))
