"""Which place is meant, and what the operator enters of it."""

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.office.profile import KEYS, say_label
from handlers.texts import LANGUAGES, say
from knowledge.memo import keep_latest
from knowledge.questions.places import bare_name
from knowledge.text import clean, fold
from storage.values import Locality

LEVELS = (*("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh"),)
LONGEST_VALUE = 500
_PLACE, _PARENT = "office.locality", "office.parent"
_IGNORED = ("office.level",)  # the name says it


def find_place(text: str, places: Sequence[Locality]) -> Locality | None:
    """Find the place that a text names, marks and case aside; without its level if it is alone."""
    wanted = fold(clean(text)).removeprefix("ubnd ")
    names = _read_names(places)
    exact = next((place for place, (name, _) in names if name == wanted), None)
    bare = [place for place, (_, bare) in names if bare == wanted]
    return exact or (bare[0] if len(bare) == 1 else None)


@keep_latest
def _read_names(places: Sequence[Locality]) -> Sequence[tuple[Locality, tuple[str, str]]]:
    """Give each place with its name folded, whole and without its level."""
    return [(place, (fold(place.name), fold(bare_name(place.name)))) for place in places]


def follow(place: Locality, places: Sequence[Locality]) -> Locality:
    """Give the place that has followed one which has ended, the last of a chain; else itself."""
    by_id = {each.id: each for each in places}
    seen: set[int] = set()
    while place.successor_id in by_id and place.id not in seen:
        seen.add(place.id)
        place = by_id[place.successor_id or 0]
    return place


def find_open_place(text: str, places: Sequence[Locality]) -> Locality | None:
    """Find where new business goes that names a place: a name of before leads to its successor.

    Questions about the old place's plans use `find_place`.
    """
    found = find_place(text, places)
    return follow(found, places) if found else None


def open_places(places: Sequence[Locality]) -> list[Locality]:
    """List the places that new business can go to: those that nothing has followed."""
    return [place for place in places if place.successor_id is None]


def own_place(places: Sequence[Locality], name: str | None) -> Locality | None:
    """Give the chat's own place: the one set by name, else the only one that is no superior."""
    return find_place(name, places) if name is not None else _find_lowest(places)


@keep_latest
def _find_lowest(places: Sequence[Locality]) -> Locality | None:
    """Find the only place that is no superior."""
    places = open_places(places)
    superiors = {place.parent_id for place in places}
    lowest = [place for place in places if place.id not in superiors]
    return lowest[0] if len(lowest) == 1 else None


def name_office(place: Locality | None, language: str = "vi") -> str:
    """Name the office of a place as people do: UBND xã Bến Lụa."""
    return f"UBND {place.name}" if place else say("place_unknown", language)


def choose_place(name: str | None, places: Sequence[Locality]) -> Locality:
    """Give the place that an operator means; raise `HandlerError`."""
    if not places:
        raise HandlerError("no_place")
    found = find_place(name, places) if name else own_place(places, None)
    if found is None and name:
        raise HandlerError("place_unknown", name=name)
    if found is None:
        raise HandlerError("place_not_chosen", names="; ".join(place.name for place in places))
    return found


def check_place_name(name: str) -> str:
    """Give a place's full name in one spelling; raise `HandlerError("place_needs_level")`."""
    name = clean(name)
    level = next((level for level in LEVELS if fold(name).startswith(f"{fold(level)} ")), None)
    if level is None or not name[len(level) :].strip():
        raise HandlerError("place_needs_level", name=name)
    return level + name[len(level) :]


def read_settings(texts: Sequence[str]) -> dict[str, str]:
    """Read "line=value" texts, a line by its key or its label; raise `HandlerError`."""
    changes = {}
    for text in texts:
        key, _, value = text.partition("=")
        changes[_find_key(key)] = _check(key, value)
    if not changes:
        raise HandlerError("nothing_to_set")
    return changes


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """What a profile's file says: the place and its superior, where named, and its lines."""

    place: str | None
    parent: str | None
    changes: Mapping[str, str]


def read_profile(name: str, text: str) -> ProfileFile:
    """Read a profile in the form of bot/samples/office.toml; raise `HandlerError`."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HandlerError("profile_malformed", name=name, line=_line_of(error)) from error
    values = {key: _as_text(key, value) for key, value in _flatten(tables).items()}
    place, parent = (values.pop(key, "").strip() or None for key in (_PLACE, _PARENT))
    changes = {_find_key(k): _check(k, v) for k, v in values.items() if k not in _IGNORED}
    if not changes:
        raise HandlerError("profile_empty", name=name)
    return ProfileFile(place, parent, changes)


def _flatten(tables: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for table, rows in tables.items():
        if isinstance(rows, dict):
            flat |= {f"{table}.{key}": value for key, value in rows.items()}
        else:
            flat[table] = rows
    return flat


def _as_text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise HandlerError("profile_value_not_text", line=key)
    return value


def _line_of(error: Exception) -> int:
    """Give the line that a TOML error names, which stands in its message only."""
    _, _, rest = str(error).partition("at line ")
    digits = rest.split(",")[0]
    return int(digits) if digits.isdigit() else 1


def _check(key: str, value: str) -> str:
    value = clean(value)
    if len(value) > LONGEST_VALUE:
        raise HandlerError("profile_value_long", line=key.strip(), limit=LONGEST_VALUE)
    return value


def _find_key(typed: str) -> str:
    """Give the key that is typed, or whose label is; raise with the nearest one."""
    wanted = fold(clean(typed))
    labels = {fold(say_label(key, language)): key for language in LANGUAGES for key in KEYS}
    if wanted in KEYS:
        return wanted
    if wanted in labels:
        return labels[wanted]
    near = difflib.get_close_matches(wanted, [*KEYS, *labels], n=1, cutoff=0)
    nearest = labels.get(near[0], near[0]) if near else KEYS[0]
    raise HandlerError("profile_key_unknown", line=clean(typed), nearest=nearest)
