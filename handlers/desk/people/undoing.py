"""Taking back what was changed of offices and people, as long as it still stands."""

import datetime as dt
from typing import Any

from handlers.desk.people import office_changes, person_changes
from handlers.desk.people.trail import (
    UNDOABLE,
    Act,
    begin,
    dump_absences,
    get_office,
    get_officer,
)
from handlers.desk.trail import find_undoable, mark_undone
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.texts.forms import local_day
from storage.offices import office_key
from storage.values import Change
from storage.work import Work


async def undo_change(work: Work, visitor: Visitor, change_id: int, *, now: dt.datetime) -> None:
    """Take a change back; raise `HandlerError` where it was taken back or changed since."""
    await begin(work, visitor)
    change = await find_undoable(work, visitor, change_id, UNDOABLE)
    kind, _, number = change.subject.partition(" ")
    if kind == "office":
        await _undo_of_office(work, visitor, change, int(number), now=now)
    else:
        await _undo_of_person(work, visitor, change, int(number), now=now)
    await mark_undone(work, change, now=now)


async def _undo_of_office(
    work: Work, visitor: Visitor, change: Change, id_: int, *, now: dt.datetime
) -> None:
    office = await get_office(work, visitor, id_)
    match change.action:
        case Act.OFFICE_RENAMED:
            _check_same(office.name, change.new["name"])
            await office_changes.restore_names(work, visitor, id_, change.old, now=now)
        case Act.ALIAS_ADDED:
            await office_changes.remove_alias(work, visitor, id_, change.new["name"], now=now)
        case Act.ALIAS_REMOVED:
            name = change.old["name"]
            _check_same(office_key(name) in map(office_key, office.aliases), False)
            await office_changes.add_alias(work, visitor, id_, name, now=now)
        case Act.MEMBERS_SET:
            seen = {"seen": change.new, "now": now}
            await office_changes.set_members(work, visitor, id_, change.old, **seen)
        case _:
            seen = {"seen": change.new, "now": now}
            await office_changes.set_overseers(work, visitor, id_, change.old, **seen)


async def _undo_of_person(
    work: Work, visitor: Visitor, change: Change, id_: int, *, now: dt.datetime
) -> None:
    person = await get_officer(work, visitor, id_, now=now)
    if change.action == Act.ROLE_SET:
        seen = {"seen": change.new, "now": now}
        await person_changes.set_role(work, visitor, id_, change.old, **seen)
        return
    today = local_day(now)
    ahead = dump_absences(await work.absences.ahead(person.id, on=today))
    _check_same(ahead, [each for each in change.new if each[1] >= today.isoformat()])
    await person_changes.restore_absences(work, visitor, id_, change.old, now=now)


def _check_same(is_: Any, was: Any) -> None:
    """Raise `HandlerError` where what was changed has been changed again."""
    if is_ != was:
        raise HandlerError("desk_undo_late")
