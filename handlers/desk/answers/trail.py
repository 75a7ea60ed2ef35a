"""What was done to the office's answers at the desk, and taking it back."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from handlers.desk.answers.listing import find_own
from handlers.desk.answers.writing import Draft, dump_answer, word_both
from handlers.desk.overtaken import Overtaken
from handlers.desk.trail import find_undoable, mark_undone, name_doer, note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from storage.values import Change, NewFaqEntry
from storage.work import Work

MOST_LISTED = 30
KINDS = ("answer", "question")
WRITE, EDIT, REMOVE, DROP, UNDO = (
    "write_answer",
    "edit_answer",
    "remove_answer",
    "drop_question",
    "undo_answer",
)
_UNDOABLE = (WRITE, EDIT, REMOVE, DROP)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done: when, by whom, about which question; `before` is the answer it replaced."""

    id: int
    at: dt.datetime
    by: str
    action: str
    question: str
    before: str
    after: str
    is_undone: bool
    can_undo: bool


async def list_deeds(work: Work, visitor: Visitor) -> tuple[Deed, ...]:
    """List what was done to the place's answers at the desk, newest first."""
    visitor.check(Power.VIEW_ANSWERS)
    changes = await work.changes.of_place(visitor.place.id, limit=MOST_LISTED, kinds=KINDS)
    may_edit = visitor.may(Power.EDIT_ANSWERS)
    seen: set[str] = set()
    deeds = []
    for each in changes:
        is_latest = each.undone_at is None and each.subject not in seen
        can_undo = may_edit and is_latest and each.action in _UNDOABLE
        deeds.append(_read(each, can_undo=can_undo))
        seen.add(each.subject)
    return tuple(deeds)


def _read(change: Change, *, can_undo: bool) -> Deed:
    told = change.new or change.old or {}
    return Deed(
        id=change.id,
        at=change.at,
        by=name_doer(change),
        action=change.action,
        question=told.get("question", ""),
        before=(change.old or {}).get("answer", ""),
        after=(change.new or {}).get("answer", ""),
        is_undone=change.undone_at is not None,
        can_undo=can_undo,
    )


async def find_restored(work: Work, visitor: Visitor, change_id: int) -> Draft | None:
    """Give the answer that taking a change back puts in place again; None where none does.

    It is prepared outside the transaction that undoes the change. Raise `HandlerError`.
    """
    visitor.check(Power.EDIT_ANSWERS)
    change = await find_undoable(work, visitor, change_id, _UNDOABLE)
    if change.action == DROP or change.old is None:
        return None
    old = change.old
    return Draft(old["question"], old["answer"], old["is_public"])


async def undo_change(
    work: Work,
    visitor: Visitor,
    change_id: int,
    entry: NewFaqEntry | None,
    *,
    now: dt.datetime,
) -> None:
    """Take a change back while what it made still stands; raise `Overtaken` or `HandlerError`."""
    visitor.check(Power.EDIT_ANSWERS)
    change = await find_undoable(work, visitor, change_id, _UNDOABLE)
    if change.action == DROP:
        await work.faq.reopen(change.old["ids"])
    else:
        await _put_back(work, visitor, change, entry)
    await mark_undone(work, change, now=now)
    await note_change(work, visitor, UNDO, change.subject, now=now, old=change.new, new=change.old)


async def _put_back(
    work: Work, visitor: Visitor, change: Change, entry: NewFaqEntry | None
) -> None:
    """Put the answer of before in place, or remove the one that was new."""
    if change.action == REMOVE:
        assert entry is not None
        await work.faq.add(entry)
    else:
        faq_id = await _find_standing(work, visitor, change)
        await work.faq.reopen(change.new.get("settled", ()))
        if entry is None:
            await work.faq.remove(faq_id)
        else:
            await work.faq.change(faq_id, entry)
    await work.localities.bump_index(visitor.place.id)


async def _find_standing(work: Work, visitor: Visitor, change: Change) -> int:
    """Give the answer's number if it still says what the change made it say."""
    faq_id = int(change.subject.split()[1])
    held = await find_own(work, visitor, faq_id)
    if held is None:
        raise HandlerError("desk_gone")
    made: dict[str, Any] = {name: change.new[name] for name in dump_answer(held)}
    if dump_answer(held) != made:
        mine = (change.old or {}).get("answer") or say("desk_answer_removed")
        raise Overtaken(visitor.name, None, theirs=word_both(held), mine=mine)
    return faq_id
