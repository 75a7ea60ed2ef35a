"""The office's own answers at the desk: writing, changing, removing; dropping questions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.desk.answers.listing import BY_PERSON, find_own, name_writers
from handlers.desk.overtaken import Overtaken
from handlers.desk.trail import name_doer, note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.faq.service import (
    NewFaq,
    Saved,
    Waiting,
    check_faq,
    find_same_faq,
    prepare_faq,
    settle_same,
    store_faq,
)
from handlers.faq.skill import warn_personal
from handlers.faq.wording import word_faq
from handlers.library.scopes import Library
from handlers.redacting import without_brackets
from handlers.texts import say
from storage.values import FaqEntry, NewFaqEntry
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as somebody writes it: a new one, one to waiting questions, or another wording."""

    question: str
    answer: str = ""
    is_public: bool = True
    settles: tuple[int, ...] = ()
    faq_id: int | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """An answer as whoever asks will read it, and which personal data it seems to hold."""

    question: str
    text: str
    warnings: tuple[str, ...]


def preview_answer(visitor: Visitor, draft: Draft, *, now: dt.datetime) -> Preview:
    """Show an answer before it is kept; raise `HandlerError` where it cannot be."""
    visitor.check(Power.EDIT_ANSWERS)
    question, answer = check_faq(draft.question, draft.answer)
    place = visitor.place
    office = place.profile.get("office.name") or f"UBND {place.name}"
    return Preview(
        question, word_faq(answer, now, office, "vi"), tuple(warn_personal(answer, "vi"))
    )


async def prepare_answer(
    library: Library, visitor: Visitor, draft: Draft, *, now: dt.datetime
) -> NewFaqEntry:
    """Check and embed an answer, outside any transaction; raise `HandlerError`."""
    visitor.check(Power.EDIT_ANSWERS)
    by = f"{BY_PERSON}{visitor.person_id}" if visitor.person else "operator"
    new = NewFaq(visitor.place.id, draft.question, draft.answer, by, draft.is_public)
    return await prepare_faq(library, new, now=now)


async def save_answer(
    work: Work,
    visitor: Visitor,
    draft: Draft,
    entry: NewFaqEntry,
    *,
    now: dt.datetime,
    overwrites: bool = False,
) -> Saved:
    """Keep a prepared answer, found by the next asker; raise `Overtaken` or `HandlerError`.

    `overwrites` saves it knowing what somebody else has written meanwhile.
    """
    visitor.check(Power.EDIT_ANSWERS)
    if entry.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    held = await find_own(work, visitor, draft.faq_id) if draft.faq_id else None
    if held:
        return await _change(work, visitor, draft, entry, held, now=now, overwrites=overwrites)
    if draft.faq_id and not overwrites:
        await _refuse_removed(work, visitor, draft.faq_id, entry)
    if not overwrites:
        await _refuse_answered(work, visitor, draft, entry, now=now)
    saved = await store_faq(work, entry, settles=await _find_open(work, visitor, draft))
    await _note(work, visitor, "write_answer", entry, saved, now=now)
    return saved


async def _find_open(work: Work, visitor: Visitor, draft: Draft) -> list[int]:
    own = {each.id for each in await work.faq.list_open(visitor.place.id)}
    return [each for each in draft.settles if each in own]


async def _refuse_removed(work: Work, visitor: Visitor, faq_id: int, entry: NewFaqEntry) -> None:
    """Tell who has removed an answer while it was edited; one never there is gone."""
    changes = await work.changes.of(f"answer {faq_id}", locality_id=visitor.place.id, limit=1)
    if not changes:
        raise HandlerError("desk_gone")
    theirs = say("desk_answer_removed")
    raise Overtaken(name_doer(changes[0]), changes[0].at, theirs=theirs, mine=word_both(entry))


async def _refuse_answered(
    work: Work, visitor: Visitor, draft: Draft, entry: NewFaqEntry, *, now: dt.datetime
) -> None:
    """Tell who has answered the question meanwhile, or that it was taken off the list."""
    other = await find_same_faq(work, entry)
    if other is None and draft.settles and not await _find_open(work, visitor, draft):
        other = await work.faq.find_answer_to(draft.settles)
        if other is None or other.locality_id != visitor.place.id:
            raise HandlerError("question_gone_desk")
    if other:
        await _overtake(work, visitor, other, entry, now=now)


async def _overtake(
    work: Work, visitor: Visitor, theirs: FaqEntry, mine: NewFaqEntry, *, now: dt.datetime
) -> None:
    names = await name_writers(work, visitor, [theirs.written_by], now=now)
    raise Overtaken(
        names[theirs.written_by],
        theirs.written_at,
        theirs=word_both(theirs),
        mine=word_both(mine),
    )


async def _change(
    work: Work,
    visitor: Visitor,
    draft: Draft,
    entry: NewFaqEntry,
    held: FaqEntry,
    *,
    now: dt.datetime,
    overwrites: bool,
) -> Saved:
    if not overwrites and held.written_at.isoformat() != draft.version:
        await _overtake(work, visitor, held, entry, now=now)
    same = await find_same_faq(work, entry)
    if same and same.id != held.id:
        raise HandlerError("desk_answer_exists", question=same.question)
    if not await work.faq.change(held.id, entry, written_at=held.written_at):
        raise Overtaken(visitor.name, None, theirs=word_both(held), mine=word_both(entry))
    saved = await settle_same(work, entry, held.id, before=held)
    await _note(work, visitor, "edit_answer", entry, saved, now=now)
    return saved


async def remove_answer(
    work: Work, visitor: Visitor, faq_id: int, version: str, *, now: dt.datetime
) -> None:
    """Remove an answer as it was shown; raise `Overtaken` where it was changed since."""
    visitor.check(Power.EDIT_ANSWERS)
    await work.localities.hold(visitor.place.id)
    held = await find_own(work, visitor, faq_id)
    if held is None:
        raise HandlerError("desk_gone")
    if held.written_at.isoformat() != version:
        names = await name_writers(work, visitor, [held.written_by], now=now)
        removed = say("desk_answer_removed")
        name = names[held.written_by]
        raise Overtaken(name, held.written_at, theirs=word_both(held), mine=removed)
    await work.faq.remove(faq_id)
    await work.localities.bump_index(visitor.place.id)
    await note_change(
        work, visitor, "remove_answer", f"answer {faq_id}", now=now, old=dump_answer(held)
    )


async def drop_questions(
    work: Work, visitor: Visitor, question_ids: Sequence[int], *, now: dt.datetime
) -> None:
    """Take waiting questions off the list; raise `HandlerError("question_gone_desk")`."""
    visitor.check(Power.EDIT_ANSWERS)
    kept = await work.faq.list_open(visitor.place.id)
    own = [each for each in kept if each.id in question_ids]
    if not own:
        raise HandlerError("question_gone_desk")
    await work.faq.drop([each.id for each in own])
    old = {"question": own[0].question, "ids": [each.id for each in own]}
    await note_change(work, visitor, "drop_question", f"question {own[0].id}", now=now, old=old)


async def _note(
    work: Work, visitor: Visitor, action: str, entry: NewFaqEntry, saved: Saved, *, now: dt.datetime
) -> None:
    old = dump_answer(saved.before) if saved.before else None
    new = {**dump_answer(entry), "settled": list(saved.settled_ids)}
    await note_change(work, visitor, action, f"answer {saved.faq_id}", now=now, old=old, new=new)


def dump_answer(entry: FaqEntry | NewFaqEntry) -> dict[str, Any]:
    """Give an answer as the trail keeps it."""
    return {
        "question": entry.question,
        "answer": entry.answer,
        "is_public": entry.is_public,
    }


def word_both(entry: FaqEntry | NewFaqEntry) -> str:
    """Write question and answer as an editor reads them."""
    readers = say("faq_audience_public" if entry.is_public else "faq_audience_internal")
    return say("desk_answer_both", question=entry.question, answer=entry.answer, readers=readers)


def begin_draft(waiting: Waiting) -> Draft:
    """Begin an answer to waiting questions: what was hidden of them is left out."""
    return Draft(without_brackets(waiting.question), settles=waiting.ids)
