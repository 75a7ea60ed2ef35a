"""Settings of one value: the ladder, who approves answers, the greeting; own or from above."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last
from handlers.desk.settings.known import APPROVER, GREETING, LADDER, PUBLICITY, STEPS
from handlers.desk.settings.setting import Setting, read_own, save
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.inherited import Held, find_approver, find_greeting, find_ladder, find_publicity
from handlers.texts import say
from knowledge.errors import KnowledgeError
from knowledge.ladder import Audience, Escalation, LadderSettings, dump_settings, read_settings
from knowledge.text import clean
from storage.values import Role
from storage.work import Work

LONGEST_GREETING = 300
APPROVERS = (Role.LEADER, Role.HEAD, Role.CLERK)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a setting stands: the place that has set it, what holds without an own one, changes.

    `source` is empty where nobody has set it; `above` names the place whose setting holds or
    would hold without an own one.
    """

    is_own: bool
    source: str
    above: str
    last: tuple[tuple[str, ChangeLine], ...]


@dataclass(frozen=True, slots=True)
class LadderView:
    """When whom is told, as it holds here."""

    settings: LadderSettings
    own: LadderSettings | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class TextView:
    """A setting of one text, as it holds here; `own` is None where the place has set none."""

    value: str
    own: str | None
    standing: Standing


async def _stand(
    work: Work, visitor: Visitor, setting: Setting, held: Held, above: Held
) -> Standing:
    names = {place.id: place.name for place in await work.localities.list_all()}
    return Standing(
        is_own=held.place_id == visitor.place.id,
        source=names.get(held.place_id or 0, ""),
        above=names.get(above.place_id or 0, ""),
        last=await find_last(work, visitor, [setting]),
    )


async def read_ladder(work: Work, visitor: Visitor) -> LadderView:
    """Read when offices of the visitor's place are told of due days."""
    visitor.check(Power.VIEW_SETTINGS)
    held = await find_ladder(work, visitor.place.id)
    above = await find_ladder(work, visitor.place.parent_id or 0)
    own = await read_own(work, visitor, LADDER)
    return LadderView(
        settings=read_settings(held.value) if held.value else LadderSettings(),
        own=read_settings(own) if own else None,
        standing=await _stand(work, visitor, LADDER, held, above),
    )


@dataclass(frozen=True, slots=True)
class LadderTyped:
    """A ladder as it was typed: days apart by commas, by name of the step and of who is told."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    is_weekly: bool


async def save_ladder(
    work: Work,
    visitor: Visitor,
    typed: LadderTyped,
    *,
    seen: LadderSettings | None,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set when offices are told; raise `Overtaken`, and `HandlerError` for what is no ladder."""
    visitor.check(Power.EDIT_SETTINGS)
    base = (await read_ladder(work, visitor)).settings
    settings = replace(_read_typed(typed), early_from=base.early_from, short_until=base.short_until)
    await save(
        work, visitor, LADDER, dump_settings(settings), seen=_dump(seen), now=now,
        overwrite=overwrite,
    )  # fmt: skip


def _dump(settings: LadderSettings | None) -> Any:
    return dump_settings(settings) if settings else None


def _read_typed(typed: LadderTyped) -> LadderSettings:
    steps = [
        {"offset": day, "audience": who.value}
        for who in Audience
        for day in _split(typed.after.get(who.value, ""))
    ]
    ordered = sorted(steps, key=lambda each: each["offset"] if type(each["offset"]) is int else 0)
    table = {
        **{name: _split(typed.before.get(name, "")) for name in STEPS},
        "escalations": ordered,
        "is_weekly": typed.is_weekly,
    }
    try:
        return read_settings(table)
    except KnowledgeError as error:
        key = str(error.facts.get("key", ""))
        label = {"key": say(f"desk_ladder_key_{key}")} if key in table else {}
        raise HandlerError(error.code, **(error.facts | label)) from error


def _split(text: str) -> list[Any]:
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    return [int(part) if part.isascii() and part.isdecimal() else part for part in parts]


def list_days(settings: LadderSettings, who: Audience) -> str:
    """Write the days after the due day on which somebody is told, as they are typed."""
    days: list[Escalation] = [e for e in settings.escalations if e.audience is who]
    return ", ".join(str(each.offset) for each in days)


async def read_approver(work: Work, visitor: Visitor, *, usual: Role) -> TextView:
    """Read who approves answers of the visitor's place; `usual` as the installation has set."""
    visitor.check(Power.VIEW_SETTINGS)
    held = await find_approver(work, visitor.place.id)
    above = await find_approver(work, visitor.place.parent_id or 0)
    own = await read_own(work, visitor, APPROVER)
    standing = await _stand(work, visitor, APPROVER, held, above)
    return TextView(held.value or usual.value, own, standing)


async def save_approver(
    work: Work,
    visitor: Visitor,
    role: str,
    *,
    seen: str | None,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set who approves answers beside the leaders, for cases that are open, too."""
    visitor.check(Power.EDIT_SETTINGS)
    if role not in {each.value for each in APPROVERS}:
        raise HandlerError("desk_gone")
    await save(work, visitor, APPROVER, role, seen=seen, now=now, overwrite=overwrite)


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A setting that is on or off, as it holds here; `own` is None where the place has set none."""

    value: bool
    own: bool | None
    standing: Standing


async def read_publicity(work: Work, visitor: Visitor) -> ChoiceView:
    """Read whether everybody may read how fast the visitor's place answers."""
    visitor.check(Power.VIEW_SETTINGS)
    held = await find_publicity(work, visitor.place.id)
    above = await find_publicity(work, visitor.place.parent_id or 0)
    own = await read_own(work, visitor, PUBLICITY)
    return ChoiceView(bool(held.value), own, await _stand(work, visitor, PUBLICITY, held, above))


async def save_publicity(
    work: Work,
    visitor: Visitor,
    *,
    is_shown: bool,
    seen: bool | None,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set whether everybody may read how fast the visitor's place answers."""
    visitor.check(Power.EDIT_SETTINGS)
    await save(work, visitor, PUBLICITY, is_shown, seen=seen, now=now, overwrite=overwrite)


async def read_greeting(work: Work, visitor: Visitor) -> TextView:
    """Read what the office adds to the assistant's first words."""
    visitor.check(Power.VIEW_SETTINGS)
    places = await work.localities.list_all()
    parent = next((each for each in places if each.id == visitor.place.parent_id), None)
    place = next(each for each in places if each.id == visitor.place.id)
    held, above = find_greeting(place, places), Held()
    if parent:
        above = find_greeting(parent, places)
    own = await read_own(work, visitor, GREETING)
    standing = await _stand(work, visitor, GREETING, held, above)
    return TextView(held.value or "", own, standing)


async def save_greeting(
    work: Work,
    visitor: Visitor,
    text: str,
    *,
    seen: str | None,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set what the office adds to the assistant's first words."""
    visitor.check(Power.EDIT_SETTINGS)
    text = clean(text)
    if not text:
        raise HandlerError("desk_field_empty", field=say("desk_setting_greeting"))
    if len(text) > LONGEST_GREETING:
        label = say("desk_setting_greeting")
        raise HandlerError("desk_field_long", field=label, limit=LONGEST_GREETING)
    await save(work, visitor, GREETING, text, seen=seen, now=now, overwrite=overwrite)


async def go_by_above(
    work: Work,
    visitor: Visitor,
    setting: Setting,
    *,
    seen: Any,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set nothing of its own any more: what holds above holds here."""
    shown = _dump(seen) if isinstance(seen, LadderSettings) else seen
    await save(work, visitor, setting, None, seen=shown, now=now, overwrite=overwrite)
