"""A setting of a place: read and written as a plain value, so that any change can be taken back."""

import datetime as dt
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.desk.overtaken import Overtaken
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from storage.values import Change, Role
from storage.work import Work

ACTION = "setting_set"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a place may set; its values are what JSON holds, None where it has set nothing.

    `subject` is its name in the trail, `label` what people call it, `word` says a value.
    """

    subject: str
    label: str
    read: Callable[[Work, int], Awaitable[Any]]
    write: Callable[[Work, int, Any, dt.datetime], Awaitable[None]]
    word: Callable[[Any], str]
    nothing: str = "desk_set_nothing"
    is_operators: bool = False  # what reaches beyond the place is not for its clerk

    def say(self, value: Any) -> str:
        """Say a value, or that nothing is set."""
        return say(self.nothing) if value is None else self.word(value)

    def may_edit(self, visitor: Visitor) -> bool:
        """Tell whether somebody may change it."""
        is_let = visitor.role == Role.OPERATOR or not self.is_operators
        return is_let and visitor.may(Power.EDIT_SETTINGS)


def make_plain(value: Any) -> Any:
    """Give a value as JSON gives it back."""
    return json.loads(json.dumps(value, ensure_ascii=False))


async def begin(work: Work, visitor: Visitor, setting: Setting) -> Any:
    """Let a change begin, one after another in a place; give what is set now."""
    visitor.check(Power.EDIT_SETTINGS)
    if not setting.may_edit(visitor):
        raise HandlerError("desk_operator_only")
    await work.localities.hold(visitor.place.id)
    return await read_own(work, visitor, setting)


async def read_own(work: Work, visitor: Visitor, setting: Setting) -> Any:
    """Give what the visitor's place has set of its own."""
    return make_plain(await setting.read(work, visitor.place.id))


async def save(
    work: Work,
    visitor: Visitor,
    setting: Setting,
    value: Any,
    *,
    seen: Any,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set a value, or with None what holds above; raise `Overtaken` if it is not as it was seen."""
    held, value = await begin(work, visitor, setting), make_plain(value)
    if not overwrite and held not in (make_plain(seen), value):
        raise await find_overtaken(work, visitor, setting, held, value)
    if held != value:
        await setting.write(work, visitor.place.id, value, now)
        await note(work, visitor, setting, held, now=now)


async def note(
    work: Work, visitor: Visitor, setting: Setting, old: Any, *, now: dt.datetime
) -> None:
    """Note that a setting is no longer as it was; nothing where it is."""
    new = await read_own(work, visitor, setting)
    if new != old:
        await note_change(work, visitor, ACTION, setting.subject, now=now, old=old, new=new)


async def undo(
    work: Work, visitor: Visitor, setting: Setting, change: Change, *, now: dt.datetime
) -> None:
    """Put back what a change has replaced; raise `Overtaken` if it was changed since."""
    held = await begin(work, visitor, setting)
    if change.undone_at:
        raise HandlerError("desk_setting_undone")
    if held != change.new:
        raise await find_overtaken(work, visitor, setting, held, change.old)
    await setting.write(work, visitor.place.id, change.old, now)
    await note(work, visitor, setting, held, now=now)
    await work.changes.undo(change.id, now=now)


async def find_overtaken(
    work: Work, visitor: Visitor, setting: Setting, held: Any, wanted: Any
) -> Overtaken:
    """Find who has changed a setting last, for the second of two."""
    trail = await work.changes.of(setting.subject, locality_id=visitor.place.id, limit=1)
    last = trail[0] if trail and trail[0].new == held else None  # else a command has changed it
    name = (last.person or say("desk_operator")) if last else ""
    theirs, mine = setting.say(held), setting.say(wanted)
    return Overtaken(name, last.at if last else None, theirs=theirs, mine=mine)
