"""The office's own answers, and the questions that wait for one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.library.scopes import Library
from handlers.redacting import redact, without_brackets
from handlers.texts import say
from handlers.texts.forms import clip, local_day, write_day
from knowledge.faq import ask_the_same, group_same, has_subject
from knowledge.text import clean, fold, has_marks, nfc, strip_invisible, syllables
from storage.database import Database
from storage.values import FaqEntry, KeptFor, NewFaqEntry, Unanswered
from storage.work import Work

LONGEST_QUESTION = 300
LONGEST_ANSWER = 1500  # characters; with its source line a message stays below 2,000
LONGEST_KEPT = 500
MOST_COMPARED = 300  # different questions; their comparison takes a third of a second
FEWEST_WORDS = 3  # what is shorter is a command mistyped more often than a question


@dataclass(frozen=True, slots=True)
class NewFaq:
    """An answer as somebody of the office writes it."""

    locality_id: int
    question: str
    answer: str
    written_by: str
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an answer; `settled` counts the waiting questions that it settled.

    `before` is the answer whose place it has taken, where there was one.
    """

    faq_id: int
    is_new: bool
    settled: int
    settled_ids: tuple[int, ...] = ()
    before: FaqEntry | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question that waits, asked `count` times since a moment, `disliked` times answered."""

    ids: tuple[int, ...]
    locality_id: int | None
    question: str
    count: int
    disliked: int
    since: dt.datetime


async def add_faq(
    database: Database,
    library: Library,
    new: NewFaq,
    *,
    now: dt.datetime,
    settles: Sequence[int] = (),
) -> Saved:
    """Keep an answer and settle the same questions that wait; raise `HandlerError`.

    `settles` are waiting questions that it is written for, whatever their words.
    """
    entry = await prepare_faq(library, new, now=now)
    async with database.write() as work:
        return await store_faq(work, entry, settles=settles)


async def prepare_faq(library: Library, new: NewFaq, *, now: dt.datetime) -> NewFaqEntry:
    """Check an answer and embed its question, outside any transaction; raise `HandlerError`."""
    question, answer = check_faq(new.question, new.answer)
    [vector] = await library.embed_texts([question])
    return NewFaqEntry(
        locality_id=new.locality_id,
        question=question,
        answer=answer,
        is_public=new.is_public,
        written_at=now,
        written_by=new.written_by,
        embedder=library.embedder_name if vector else None,
        vector=vector,
    )


def check_faq(question: str, answer: str) -> tuple[str, str]:
    """Return question and answer as they are kept; raise `HandlerError` where they cannot be."""
    question = without_brackets(clean(question))
    answer = strip_invisible(nfc(answer)).strip()
    if not question or not any(map(str.isalnum, answer)):
        raise HandlerError("faq_empty")
    for key, text, limit in (
        ("the_question", question, LONGEST_QUESTION),
        ("the_answer", answer, LONGEST_ANSWER),
    ):
        if len(text) > limit:
            raise HandlerError("faq_too_long", what=say(key), limit=limit)
    if not has_subject(question):
        raise HandlerError("faq_says_nothing", question=question)
    return question, answer


async def store_faq(work: Work, entry: NewFaqEntry, *, settles: Sequence[int] = ()) -> Saved:
    """Keep an answer, in place of the one to the same words, and settle the same questions."""
    before = await find_same_faq(work, entry)
    faq_id = before.id if before else await work.faq.add(entry)
    if before:
        await work.faq.change(faq_id, entry)
    return await settle_same(work, entry, faq_id, settles=settles, before=before)


async def find_same_faq(work: Work, entry: NewFaqEntry) -> FaqEntry | None:
    """Find the answer of a place to the very same words, for the same readers.

    Whoever else looks, to keep one, waits: one question has one answer.
    """
    await work.localities.hold(entry.locality_id)
    held = await work.faq.of_localities([entry.locality_id], embedder=None, only_public=False)
    key = _key(entry.question)
    same = (each for each in held if each.is_public == entry.is_public)
    return next((each for each in same if _key(each.question) == key), None)


async def settle_same(
    work: Work,
    entry: NewFaqEntry,
    faq_id: int,
    *,
    settles: Sequence[int] = (),
    before: FaqEntry | None = None,
) -> Saved:
    """Let a kept answer be found, and settle the waiting questions that it answers."""
    await work.localities.bump_index(entry.locality_id)
    alike = _find_same(await work.faq.list_open(entry.locality_id), entry)
    ids = tuple(dict.fromkeys([*settles, *alike]))
    settled = await work.faq.settle(ids, faq_id)
    return Saved(faq_id, before is None, settled, ids, before)


def _find_same(questions: Sequence[Unanswered], entry: NewFaqEntry) -> list[int]:
    """Give the waiting questions that an answer answers; the same words are compared once."""
    today, wanted = local_day(entry.written_at), _key(entry.question)
    same: dict[str, bool] = {}
    for each in questions:
        key = _key(without_brackets(each.question))
        if key not in same:
            bare = without_brackets(each.question)
            same[key] = key == wanted or ask_the_same(bare, entry.question, today)
    return [each.id for each in questions if same[_key(without_brackets(each.question))]]


async def remove_faq(database: Database, faq_id: int) -> FaqEntry:
    """Forget an answer; raise `HandlerError("faq_unknown")`."""
    async with database.write() as work:
        entry = await work.faq.find(faq_id)
        if entry is None:
            raise HandlerError("faq_unknown", faq=faq_id)
        await work.faq.remove(faq_id)
        await work.localities.bump_index(entry.locality_id)
    return entry


async def keep_question(
    work: Work, locality_id: int | None, text: str, reason: KeptFor, *, now: dt.datetime
) -> None:
    """Keep a question for the clerk without personal data; one that says nothing is not kept."""
    redacted = clip(clean(redact(text)), LONGEST_KEPT)
    left = without_brackets(redacted)
    if len(syllables(left)) < FEWEST_WORDS or not has_subject(left):
        return
    if locality_id is None or not await _is_kept(work, locality_id, redacted, now):
        await work.faq.keep(locality_id, redacted, reason, now=now)


async def _is_kept(work: Work, locality_id: int, question: str, now: dt.datetime) -> bool:
    """Say whether this very asking is kept: an answer that was refused may be disliked, too."""
    kept = await work.faq.list_open(locality_id, asked_at=now)
    return any(each.question == question for each in kept)


def group_waiting(questions: Sequence[Unanswered]) -> list[Waiting]:
    """Put what is practically one question of one place together, the most asked first."""
    waiting: list[Waiting] = []
    for place in dict.fromkeys(each.locality_id for each in questions):
        kept = [each for each in questions if each.locality_id == place]
        waiting += [_wait(group) for group in _group(kept)]
    return sorted(waiting, key=lambda each: (-each.count, each.since, each.ids))


def _group(questions: Sequence[Unanswered]) -> list[list[Unanswered]]:
    """Group by the same words first, so that few are compared by what they mean."""
    alike: dict[str, list[Unanswered]] = {}
    for each in questions:
        alike.setdefault(_key(each.question), []).append(each)
    groups = list(alike.values())
    compared = groups[:MOST_COMPARED]
    typed = [
        (without_brackets(group[0].question), local_day(group[0].asked_at)) for group in compared
    ]
    joined = [[each for at in same for each in compared[at]] for same in group_same(typed)]
    return joined + groups[MOST_COMPARED:]


def _wait(group: Sequence[Unanswered]) -> Waiting:
    first = next((each for each in group if has_marks(each.question)), group[0])
    return Waiting(
        ids=tuple(sorted(each.id for each in group)),
        locality_id=first.locality_id,
        question=first.question,
        count=len(group),
        disliked=sum(each.reason is KeptFor.DISLIKED for each in group),
        since=min(each.asked_at for each in group),
    )


def describe_waiting(waiting: Waiting, language: str) -> str:
    """Say how often a question was asked, since when, and how often the answer was disliked."""
    since = write_day(local_day(waiting.since), language)
    asked = say("open_asked", language, count=waiting.count, since=since)
    if not waiting.disliked:
        return asked
    return asked + say("open_disliked", language, count=waiting.disliked)


def _key(question: str) -> str:
    return " ".join(syllables(fold(question)))
