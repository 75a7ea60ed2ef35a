"""Who has changed what at the desk of a place, and taking back what still stands."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.desk.people.trail import UNDOABLE, ChangeLine, Names, load_names, read_line
from handlers.desk.people.undoing import undo_change as undo_of_people
from handlers.desk.settings.known import find_setting, say_setting
from handlers.desk.settings.setting import Setting, undo
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import clip
from storage.values import Change
from storage.work import Work

PAGE, LONGEST = 30, 400
_PEOPLE = ("office", "person", "invitations")
KINDS: Mapping[str, Sequence[str]] = {
    "cai-dat": ("setting", "profile", "term", "template"),
    "don-vi": _PEOPLE,
    "hoi-dap": ("answer", "question"),
    "ke-hoach": ("plan", "due"),
    "tin-gui": ("reply", "replies"),
}

_ABOUT = frozenset(kind for kinds in KINDS.values() for kind in kinds)


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of the trail, newest first; `further` is the number to go on from, if any."""

    lines: tuple[tuple[str, ChangeLine], ...]  # what it was about, and the change
    further: int | None


async def read_trail(
    work: Work, visitor: Visitor, *, kind: str = "", before: int | None = None, now: dt.datetime
) -> Trail:
    """Read what was changed in the visitor's place, of some kind or of all."""
    visitor.check(Power.VIEW_SETTINGS)
    kinds = KINDS.get(kind, ())
    place_id = visitor.place.id
    found = await work.changes.of_place(place_id, limit=PAGE + 1, before=before, kinds=kinds)
    names = await load_names(work, visitor, now=now)
    lines = [(_name(each, names), read_change(each, visitor, names)) for each in found[:PAGE]]
    lines = _offer_latest(found, lines)
    return Trail(tuple(lines), found[PAGE - 1].id if len(found) > PAGE else None)


def _offer_latest(
    changes: Sequence[Change], lines: Sequence[tuple[str, ChangeLine]]
) -> list[tuple[str, ChangeLine]]:
    """Offer to take back only the last change of a setting: those before it stand no more."""
    seen: set[str] = set()
    offered = []
    for change, (name, line) in zip(changes, lines, strict=False):
        is_over = change.subject in seen and find_setting(change.subject) is not None
        offered.append((name, replace(line, may_undo=line.may_undo and not is_over)))
        seen.add(change.subject)
    return offered


async def find_last(
    work: Work, visitor: Visitor, settings: Sequence[Setting]
) -> tuple[tuple[str, ChangeLine], ...]:
    """Find the last changes of some settings, each with its setting's name."""
    place_id, nobody = visitor.place.id, Names({}, {})
    found = [
        (each, change)
        for each in settings
        for change in await work.changes.of(each.subject, locality_id=place_id, limit=1)
    ]
    found.sort(key=lambda pair: -pair[1].id)
    return tuple((say_setting(each), read_change(c, visitor, nobody)) for each, c in found)


async def find_last_of(
    work: Work, visitor: Visitor, kind: str, limit: int = 5
) -> tuple[tuple[str, ChangeLine], ...]:
    """Find the last changes of all settings of a kind ("profile", "term")."""
    found = await work.changes.of_place(visitor.place.id, limit=limit, kinds=(kind,))
    nobody = Names({}, {})
    lines = [(_name(each, nobody), read_change(each, visitor, nobody)) for each in found]
    return tuple(_offer_latest(found, lines))


def read_change(change: Change, visitor: Visitor, names: Names) -> ChangeLine:
    """Write a change as people read it."""
    setting = find_setting(change.subject)
    kind = change.subject.partition(" ")[0]
    if setting is None and kind in _PEOPLE:
        return read_line(change, names, visitor)
    is_undone = change.undone_at is not None
    return ChangeLine(
        id=change.id,
        act=change.action,
        who=change.person or say("desk_operator"),
        at=change.at,
        old=setting.say(change.old) if setting else _word(change.old),
        new=setting.say(change.new) if setting else _word(change.new),
        is_undone=is_undone,
        may_undo=bool(setting and not is_undone and setting.may_edit(visitor)),
    )


def _name(change: Change, names: Names) -> str:
    """Say what a change was about."""
    if setting := find_setting(change.subject):
        return say_setting(setting)
    kind, _, rest = change.subject.partition(" ")
    number = int(rest) if rest.isdecimal() else 0
    named = {"office": names.offices, "person": names.people}.get(kind, {}).get(number, "")
    about = f"desk_about_{kind}" if kind in _ABOUT else "desk_about_other"
    return f"{say(about)} {named or rest}".strip()


def _word(value: Any) -> str:
    """Write any value of the trail: its texts, one after another."""
    match value:
        case None:
            return ""
        case bool():
            return say("desk_yes" if value else "desk_no")
        case str():
            return clip(value, LONGEST)
        case dict():
            return clip(" – ".join(filter(None, map(_text, value.values()))), LONGEST)
        case list():
            return clip(", ".join(filter(None, map(_text, value))), LONGEST)
    return str(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


async def undo_change(work: Work, visitor: Visitor, change_id: int, *, now: dt.datetime) -> None:
    """Take a change of a setting, an office or an officer back; raise `Overtaken`."""
    visitor.check(Power.EDIT_SETTINGS)
    change = await work.changes.find(change_id)
    if change is None or change.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    if setting := find_setting(change.subject):
        await undo(work, visitor, setting, change, now=now)
    elif change.action in UNDOABLE:
        await undo_of_people(work, visitor, change_id, now=now)
    else:
        raise HandlerError("desk_not_undoable")
