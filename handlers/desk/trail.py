"""The audit trail of the desk; cases and due days have histories of their own."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from storage.values import Change
from storage.work import Work


async def note_change(
    work: Work,
    visitor: Visitor,
    action: str,
    subject: str,
    *,
    now: dt.datetime,
    old: Any = None,
    new: Any = None,
) -> int:
    """Note a change of a subject ("profile", "office 12") with its values before and after.

    Return its number. `old` and `new` are what JSON can hold.
    """
    return await work.changes.add(
        action,
        subject,
        locality_id=visitor.place.id,
        person_id=visitor.person_id,
        now=now,
        old=old,
        new=new,
    )


def name_doer(change: Change) -> str:
    """Name who made a change."""
    return change.person or say("desk_operator")


async def find_overtaken(
    work: Work,
    visitor: Visitor,
    subject: str,
    *,
    theirs: str,
    mine: str,
    actions: Collection[str] = (),
) -> Overtaken:
    """Find who has changed a subject last, for the second of two; `actions` are those that count.

    `theirs` and `mine` are what it says now and was to say, as people read them.
    """
    changes = await work.changes.of(subject, locality_id=visitor.place.id)
    last = next((each for each in changes if not actions or each.action in actions), None)
    if last is None:
        return Overtaken("", None, theirs=theirs, mine=mine)
    return Overtaken(name_doer(last), last.at, theirs=theirs, mine=mine)


async def find_undoable(
    work: Work, visitor: Visitor, change_id: int, actions: Collection[str]
) -> Change:
    """Find a change of the visitor's place that can be taken back; raise `HandlerError`."""
    change = await work.changes.find(change_id)
    if change is None or change.locality_id != visitor.place.id or change.action not in actions:
        raise HandlerError("desk_gone")
    if change.undone_at:
        raise HandlerError("desk_undone_already")
    return change


async def mark_undone(work: Work, change: Change, *, now: dt.datetime) -> None:
    """Note that a change was taken back; raise `HandlerError` where somebody was faster."""
    if not await work.changes.undo(change.id, now=now):
        raise HandlerError("desk_undone_already")
