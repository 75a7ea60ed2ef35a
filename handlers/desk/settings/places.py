"""Under whom a place lies, what lies below it, and what follows it when it ends."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last
from handlers.desk.settings.known import PARENT, SUCCESSOR
from handlers.desk.settings.setting import read_own, save
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.places import check_place_name
from handlers.texts.forms import local_day, write_day
from storage.work import Work

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a place stands among others; `others` are the names of all the rest."""

    name: str
    level: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    parent: str | None
    successor: str | None
    last_day: str
    others: tuple[str, ...]
    may_edit: bool
    last: tuple[tuple[str, ChangeLine], ...]


async def read_place(work: Work, visitor: Visitor) -> PlaceView:
    """Read where the visitor's place stands; what lies beside it only the operator is shown."""
    visitor.check(Power.VIEW_SETTINGS)
    place = await work.localities.get(visitor.place.id)
    following = await read_own(work, visitor, SUCCESSOR)
    above = await work.localities.ancestors(place.id)
    may_edit = PARENT.may_edit(visitor)
    others = [each.name for each in await work.localities.list_all() if each.id != place.id]
    return PlaceView(
        name=place.name,
        level=place.level,
        above=tuple(each.name for each in above),
        below=tuple(each.name for each in await work.localities.descendants(place.id)),
        parent=above[0].name if above else None,
        successor=following["name"] if following else None,
        last_day=write_day(place.valid_to) if place.valid_to else "",
        others=tuple(others) if may_edit else (),
        may_edit=may_edit,
        last=await find_last(work, visitor, [PARENT, SUCCESSOR]),
    )


async def set_parent(
    work: Work,
    visitor: Visitor,
    name: str,
    *,
    seen: str | None,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Put the place under another, new or known; an empty name puts it under none."""
    value = await _ensure(work, visitor, name) if name.strip() else None
    await save(work, visitor, PARENT, value, seen=seen, now=now, overwrite=overwrite)


async def set_successor(
    work: Work, visitor: Visitor, name: str, *, first_day: dt.date | None, now: dt.datetime
) -> None:
    """Say that the place has become another on a day, today if None; an empty name undoes it."""
    _check(visitor)
    today = local_day(now)
    first = first_day or today
    if first > today:
        raise HandlerError("end_in_future", day=write_day(first))
    value = None
    if name.strip():
        last = (first - DAY).isoformat()
        value = {"name": await _ensure(work, visitor, name), "last": last}
    seen = await read_own(work, visitor, SUCCESSOR)
    await save(work, visitor, SUCCESSOR, value, seen=seen, now=now)


def _check(visitor: Visitor) -> None:
    visitor.check(Power.EDIT_SETTINGS)
    if not PARENT.may_edit(visitor):
        raise HandlerError("desk_operator_only")


async def _ensure(work: Work, visitor: Visitor, name: str) -> str:
    _check(visitor)
    return (await work.localities.ensure(check_place_name(name))).name
