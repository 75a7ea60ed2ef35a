"""What the desk shows of questions and answers: those that wait, those that are written."""

import asyncio
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.desk.paging import turn_page
from handlers.desk.visitor import Power, Visitor
from handlers.faq.service import Waiting, group_waiting
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.text import fold, syllables
from storage.values import FaqEntry, KeptFor, Ratings
from storage.work import Work

PER_PAGE = 20
RATED_DAYS = 30
BY_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class WaitingQuestions:
    """A page of the questions that wait, the most asked first; `count` is of all pages."""

    groups: tuple[Waiting, ...]
    count: int
    page: int
    pages: int
    ratings: Ratings


@dataclass(frozen=True, slots=True)
class Written:
    """An answer of the office; `version` tells it from what it was and will be."""

    id: int
    question: str
    answer: str
    is_public: bool
    at: dt.datetime
    by: str

    @property
    def version(self) -> str:
        """Give what an editor hands back, so that the second of two is told."""
        return self.at.isoformat()


@dataclass(frozen=True, slots=True)
class AnswerBook:
    """A page of the office's answers, the newest first; `count` is of all pages."""

    answers: tuple[Written, ...]
    count: int
    page: int
    pages: int


async def list_waiting(
    work: Work,
    visitor: Visitor,
    *,
    now: dt.datetime,
    words: str = "",
    reason: KeptFor | None = None,
    page: int = 1,
) -> WaitingQuestions:
    """List the place's waiting questions as chat groups them, narrowed down by words or reason."""
    visitor.check(Power.VIEW_ANSWERS)
    kept = await work.faq.list_open(visitor.place.id)
    groups = await asyncio.to_thread(group_waiting, kept)
    found = [
        each
        for each in groups
        if _holds(each.question, words) and (reason is None or _is_kept_for(each, reason))
    ]
    today = local_day(now)
    first = today - dt.timedelta(days=RATED_DAYS - 1)
    ratings = await work.faq.count_ratings(visitor.place.id, first, today)
    page, pages, shown = _turn(found, page)
    return WaitingQuestions(tuple(shown), len(found), page, pages, ratings)


def _is_kept_for(waiting: Waiting, reason: KeptFor) -> bool:
    return waiting.disliked > 0 if reason is KeptFor.DISLIKED else waiting.disliked < waiting.count


def _holds(text: str, words: str) -> bool:
    """Tell whether a text holds all words, with their marks where they were typed with them."""
    wanted = words.strip().lower()
    if fold(wanted) == wanted:
        text = fold(text)
    return all(word in text.lower() for word in syllables(wanted))


def _turn(found: Sequence[Any], page: int) -> tuple[int, int, Sequence[Any]]:
    page, pages = turn_page(page, len(found), PER_PAGE)
    return page, pages, found[(page - 1) * PER_PAGE : page * PER_PAGE]


async def list_answers(
    work: Work,
    visitor: Visitor,
    *,
    now: dt.datetime,
    words: str = "",
    is_public: bool | None = None,
    page: int = 1,
) -> AnswerBook:
    """List the office's own answers, narrowed down by words or by who may read them."""
    visitor.check(Power.VIEW_ANSWERS)
    held = await work.faq.of_localities([visitor.place.id], embedder=None, only_public=False)
    found = [
        each
        for each in sorted(held, key=lambda each: (each.written_at, each.id), reverse=True)
        if is_public in (None, each.is_public) and _holds(f"{each.question} {each.answer}", words)
    ]
    page, pages, shown = _turn(found, page)
    names = await name_writers(work, visitor, [each.written_by for each in shown], now=now)
    answers = tuple(_read(each, names) for each in shown)
    return AnswerBook(answers, len(found), page, pages)


async def find_own(work: Work, visitor: Visitor, faq_id: int) -> FaqEntry | None:
    """Find an answer of the visitor's place; another's is as if it were not there."""
    entry = await work.faq.find(faq_id)
    return entry if entry and entry.locality_id == visitor.place.id else None


async def name_writers(
    work: Work, visitor: Visitor, writers: Collection[str], *, now: dt.datetime
) -> Mapping[str, str]:
    """Name who has written answers, by what is stored of them."""
    people = await work.people.list_all(
        on=local_day(now), with_left=True, locality_id=visitor.place.id
    )
    names = {f"{BY_PERSON}{each.id}": each.name for each in people}
    return {each: names.get(each, say("desk_operator")) for each in writers}


def _read(entry: FaqEntry, names: Mapping[str, str]) -> Written:
    return Written(
        entry.id,
        entry.question,
        entry.answer,
        entry.is_public,
        entry.written_at,
        names[entry.written_by],
    )
