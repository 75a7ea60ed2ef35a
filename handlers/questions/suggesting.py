"""Questions that a new citizen may begin with: each is answered by what the office holds."""

import asyncio
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handlers.library.scopes import RowKey
from handlers.messages import Button
from handlers.questions.facts import tidy
from handlers.questions.service import Questions
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.due_days import find_due_days
from storage.database import Database
from storage.values import Locality, PlanState
from storage.work import Work

MOST = 4
MOST_OWN = 2  # answers of the office, so that hours and plans have room
MOST_TRIED = 8  # of a plan's tasks: each is asked as a citizen would
LONGEST = 60  # characters; what is longer does not fit a button on a phone
PATIENCE = 0.6  # seconds that a page waits for them; they come with its next opening
_PROFILE = (
    ("suggested_hours", ("hours.morning", "hours.afternoon")),
    ("suggested_address", ("office.address", "office.phone")),
    ("suggested_reception", ("reception.schedule",)),
)
_Held = tuple[int, int, tuple[tuple[str, str], ...], dt.date]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question to try; `row` is the row that must answer it, where it is about one."""

    text: str
    row: RowKey | None = None


@dataclass(eq=False, slots=True)
class Suggestions:
    """Find and remember them by place, as long as what they are found from stays as it is."""

    database: Database
    questions: Questions
    _found: dict[int, tuple[_Held, "asyncio.Task[tuple[Button, ...]]"]] = field(
        default_factory=dict, init=False
    )

    async def find(self, place: Locality | None, *, now: dt.datetime) -> tuple[Button, ...]:
        """Give at most four questions; none without a place, or where they take too long."""
        if place is None:
            return ()
        held = _describe_held(place, now)
        known = self._found.get(place.id)
        if known is None or known[0] != held:
            task = asyncio.create_task(self._search(place, now=now), name="suggested questions")
            known = self._found[place.id] = held, task
        done, _ = await asyncio.wait({known[1]}, timeout=PATIENCE)
        if not done:
            return ()
        if known[1].cancelled() or known[1].exception():
            self._found.pop(place.id, None)
            return ()
        return known[1].result()

    async def _search(self, place: Locality, *, now: dt.datetime) -> tuple[Button, ...]:
        async with self.database.read() as work:
            own = await _list_own(work, place)
            tasks = await _list_tasks(work, place, local_day(now))
        found = [
            *await self._keep_answered(own, place, now, most=MOST_OWN),
            *await self._keep_answered(list(_list_profile(place)), place, now, most=MOST),
        ]
        left = max(1, MOST - len(found))
        about_plans = await self._keep_answered(tasks, place, now, most=left)
        texts = [*found[: MOST - len(about_plans)], *about_plans]
        return tuple(Button(text, text) for text in dict.fromkeys(texts))

    async def _keep_answered(
        self, candidates: Sequence[_Candidate], place: Locality, now: dt.datetime, *, most: int
    ) -> list[str]:
        """Keep the questions that a citizen is answered, and by the row that they are about."""
        kept: list[str] = []
        for each in candidates:
            if len(kept) == most:
                break
            answer = await self.questions.answer(each.text, today=local_day(now), place=place)
            is_told = each.row is None or each.row == next(iter(answer.memory.rows), None)
            if answer.status == "answered" and is_told:
                kept.append(each.text)
        return kept


def _describe_held(place: Locality, now: dt.datetime) -> _Held:
    profile = tuple(sorted(place.profile.items()))
    return place.id, place.index_revision, profile, local_day(now)


async def _list_own(work: Work, place: Locality) -> list[_Candidate]:
    """List the office's public answers, the newest first."""
    entries = await work.faq.of_localities([place.id], embedder=None, only_public=True)
    newest = sorted(entries, key=lambda each: (each.written_at, each.id), reverse=True)
    return [_Candidate(each.question) for each in newest if len(each.question) <= LONGEST]


def _list_profile(place: Locality) -> Iterator[_Candidate]:
    for key, lines in _PROFILE:
        if all(place.profile.get(line, "").strip() for line in lines):
            yield _Candidate(say(key))


async def _list_tasks(work: Work, place: Locality, today: dt.date) -> list[_Candidate]:
    """List tasks of public plans in few words, those due next first."""
    plans = await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=[place.id])
    found: list[tuple[dt.date, _Candidate]] = []
    for plan in plans:
        tasks = await work.plans.tasks(plan.id) if plan.is_public else ()
        for number, stored in enumerate(tasks):
            text = say("suggested_deadline", content=tidy(stored.task.content).rstrip(" .;,"))
            days = [due.last_day for due in find_due_days(stored.task) if due.last_day >= today]
            if days and len(text) <= LONGEST:
                found.append((min(days), _Candidate(text, (plan.id, "task", number))))
    found.sort(key=lambda each: each[0])
    return [candidate for _, candidate in found[:MOST_TRIED]]
