"""What an office says of itself: its hours, address and phones, a line at a time."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.desk.overtaken import Overtaken
from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last_of
from handlers.desk.settings.known import find_line
from handlers.desk.settings.setting import begin, find_overtaken, save
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.office.profile import KEYS, say_label
from handlers.places import read_settings
from storage.work import Work


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A line of the profile; an empty value was not entered."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The whole profile, a group of lines after another, and what was changed last."""

    groups: tuple[tuple[ProfileLine, ...], ...]
    last: tuple[tuple[str, ChangeLine], ...]


async def read_profile(work: Work, visitor: Visitor) -> ProfileView:
    """Read what the visitor's office says of itself."""
    visitor.check(Power.VIEW_SETTINGS)
    profile = (await work.localities.get(visitor.place.id)).profile
    groups: dict[str, list[ProfileLine]] = {}
    for key in KEYS:
        line = ProfileLine(key, say_label(key, "vi"), profile.get(key, ""))
        groups.setdefault(key.partition(".")[0], []).append(line)
    last = await find_last_of(work, visitor, "profile")
    return ProfileView(tuple(map(tuple, groups.values())), last)


async def save_profile(
    work: Work,
    visitor: Visitor,
    values: Mapping[str, str],
    *,
    seen: Mapping[str, str],
    now: dt.datetime,
    overwrite: bool = False,
) -> int:
    """Set the lines that are other than they were seen; return how many.

    Raise `Overtaken` where somebody has changed one of them since: nothing is saved then.
    """
    visitor.check(Power.EDIT_SETTINGS)
    changes = _pick_changed(values, seen)
    if not overwrite:
        await _check_seen(work, visitor, changes, seen)
    for key, value in changes.items():
        held = seen.get(key) or None
        await save(
            work, visitor, find_line(key), value or None, seen=held, now=now, overwrite=overwrite
        )
    return len(changes)


def _pick_changed(values: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, str]:
    """Pick the lines typed anew, each checked as the command line checks them."""
    if not values.keys() <= set(KEYS):
        raise HandlerError("desk_gone")
    texts = [f"{key}={value}" for key, value in values.items()]
    read = read_settings(texts) if texts else {}
    return {key: value for key, value in read.items() if value != seen.get(key, "")}


async def _check_seen(
    work: Work, visitor: Visitor, changes: Mapping[str, str], seen: Mapping[str, str]
) -> None:
    """Show all lines at once that somebody else has changed."""
    clashes: list[tuple[str, Overtaken]] = []
    for key, value in changes.items():
        line = find_line(key)
        held = await begin(work, visitor, line)
        if (held or "") not in (seen.get(key, ""), value):
            error = await find_overtaken(work, visitor, line, held, value or None)
            clashes.append((say_label(key, "vi"), error))
    if clashes:
        first = clashes[0][1]
        first.theirs = "\n".join(f"{label}: {error.theirs}" for label, error in clashes)
        first.mine = "\n".join(f"{label}: {error.mine}" for label, error in clashes)
        raise first
