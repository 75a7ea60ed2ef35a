"""Nudges: who is told of which due day, on which morning, once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.daytime import is_working_daytime
from handlers.messages import Reply
from handlers.nudges.own_tasks import describe_item, remember_list
from handlers.sources import describe_source
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.ladder import OFFICE, Step, plan_steps
from storage.database import Database
from storage.values import DueDay, Holder, OutboxKind, Person
from storage.work import Work

HORIZON = dt.timedelta(days=60)  # calendar days that 20 working days can span, Tết included
MOST_ITEMS = 5


@dataclass(frozen=True, slots=True)
class Nudge:
    """One due day that a person is told of; `person` is None when nobody holds the office."""

    due: DueDay
    step: Step
    person: Person | None
    is_late: bool = False


class Nudges:
    """Compute nudges from the database and put them out."""

    def __init__(self, database: Database, calendar: Calendar) -> None:
        self._database = database
        self._calendar = calendar

    async def preview(self, at: dt.date, *, today: dt.date) -> list[Nudge]:
        """Say who would be told what on a day, a past day as if the plans had been confirmed."""
        async with self._database.read() as work:
            due_days = await work.due_days.until(at + HORIZON, with_past=at < today)
            holders = await work.people.holders(on=max(at, today))
        nudges = []
        for due in due_days:
            steps = self._steps(due, known_since=min(due.known_since, _issued_on(due), at))
            people = _people(due, holders)
            nudges += [
                Nudge(due, step, person) for step in steps if step.day == at for person in people
            ]
        return nudges

    async def find_due(self, *, now: dt.datetime) -> list[Nudge]:
        """Find the steps that are due and were not told; none outside working hours."""
        if not is_working_daytime(now, self._calendar):
            return []
        today = local_day(now)
        async with self._database.read() as work:
            due_days = await work.due_days.until(today + HORIZON)
            holders = await work.people.holders(on=today)
            told = await work.due_days.told_steps([due.id for due in due_days])
        found = [
            self._due_nudge(due, holder, today, told)
            for due in due_days
            for holder in holders.get(due.office_id or 0, ())
        ]
        return [nudge for nudge in found if nudge]

    async def put_out(self, work: Work, found: Sequence[Nudge], *, now: dt.datetime) -> list[Reply]:
        """Claim steps that were found due; return a digest for each person who is told."""
        by_person: dict[int, list[Nudge]] = defaultdict(list)
        for nudge in found:
            assert nudge.person is not None
            if await _claim(work, nudge, now):
                by_person[nudge.person.id].append(nudge)
        return [
            await _digest(work, nudges, calendar=self._calendar, now=now)
            for nudges in by_person.values()
        ]

    def _due_nudge(
        self, due: DueDay, holder: Holder, today: dt.date, told: set[tuple[int, int, int]]
    ) -> Nudge | None:
        """Take the latest step that is due; those missed before it are merged into it."""
        if not holder.person.addresses:
            return None
        since = max(due.known_since, holder.since)
        reached = [s for s in self._steps(due, known_since=since) if s.day <= today]
        if not reached or (due.id, holder.person.id, reached[-1].offset) in told:
            return None
        return Nudge(due, reached[-1], holder.person, is_late=reached[-1].day < today)

    def _steps(self, due: DueDay, *, known_since: dt.date) -> list[Step]:
        steps = plan_steps(due.last_day, known_since=known_since, calendar=self._calendar)
        return [step for step in steps if step.audience == OFFICE]


async def _claim(work: Work, nudge: Nudge, now: dt.datetime) -> bool:
    assert nudge.person is not None
    return await work.due_days.claim_step(nudge.due.id, nudge.person.id, nudge.step.offset, now=now)


def _people(due: DueDay, holders: dict[int, list[Holder]]) -> list[Person | None]:
    return [holder.person for holder in holders.get(due.office_id or 0, ())] or [None]


def _issued_on(due: DueDay) -> dt.date:
    plan = due.plan
    return plan.issued_on or dt.date(plan.year or due.last_day.year, 1, 1)


async def _digest(
    work: Work, nudges: Sequence[Nudge], *, calendar: Calendar, now: dt.datetime
) -> Reply:
    person = nudges[0].person
    assert person is not None
    today = local_day(now)
    address = person.addresses[0]
    await remember_list(work, address, [nudge.due.id for nudge in nudges], now=now)
    is_late = any(nudge.is_late for nudge in nudges)
    head = say(
        "digest_head_late" if is_late else "digest_head",
        count=len(nudges),
        office="; ".join(dict.fromkeys(str(nudge.due.office) for nudge in nudges)),
    )
    shown = [n.due for n in nudges[:MOST_ITEMS]]
    lines = [head, *_items(shown, calendar, today)]
    if len(nudges) > MOST_ITEMS:
        lines.append(say("digest_more", count=len(nudges) - MOST_ITEMS))
    lines.append(say("digest_foot"))
    return Reply("\n".join(lines), kind=OutboxKind.DIGEST, to=address)


def _items(due_days: Iterable[DueDay], calendar: Calendar, today: dt.date) -> list[str]:
    lines = []
    for number, due in enumerate(due_days, 1):
        lines.append(describe_item(number, due, calendar=calendar, today=today))
        source = describe_source(due.plan, due.task)
        lines.append(say("digest_source", source=source, timeframe=due.task.timeframe))
    return lines
