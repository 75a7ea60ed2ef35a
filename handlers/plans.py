"""Plans: read, added as drafts, confirmed by a clerk, removed."""

import asyncio
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.library import Library
from handlers.texts.forms import HANOI
from knowledge.due_days import DueDay, find_due_days, propose_assignees
from knowledge.errors import KnowledgeError
from knowledge.files.reading import read
from knowledge.parsing import parse
from knowledge.plan import Note, Plan
from storage.database import Database
from storage.values import DueState, NewDueDay, StoredPlan, StoredTask
from storage.work import Work

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read from a file, and what it will do once confirmed."""

    plan_id: int
    plan: Plan
    days_by_kind: dict[str, int]
    doubts: tuple[tuple[int, Note], ...]  # task position from 1, doubt


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What confirming a plan has made."""

    open_days: int
    past_days: int
    without_office: int


class Plans:
    """Add, confirm and remove plans."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    async def add(
        self,
        name: str,
        data: bytes,
        *,
        now: dt.datetime,
        locality: str | None = None,
        is_sample: bool = False,
        on_progress: Progress | None = None,
    ) -> ImportReport:
        """Read a file and store it as a draft; nothing is stored when it cannot be read."""
        digest = hashlib.sha256(data).hexdigest()
        plan = await asyncio.to_thread(_read, name, data)
        if not plan.tasks:
            raise KnowledgeError("no_tasks", name=name)
        place_name = (locality or "").strip() or plan.locality
        if place_name is None:
            raise HandlerError("no_locality", name=name)
        async with self._database.read() as work:
            await work.plans.refuse_second_copy(place_name, digest)
        passages = await self._library.build_rows(plan, on_progress=on_progress)
        async with self._database.write() as work:
            place = await work.localities.ensure(place_name)
            plan_id = await work.plans.add(
                plan, locality_id=place.id, digest=digest, is_sample=is_sample, now=now
            )
            await work.passages.add(
                passages,
                plan_id=plan_id,
                locality_id=place.id,
                embedder=self._library.embedder_name,
            )
        return _report(plan_id, plan)

    async def confirm(self, plan_id: int, *, now: dt.datetime) -> Confirmation:
        """Let a draft answer and nudge; its days that are over are kept as past."""
        async with self._database.write() as work:
            plan = await _get(work, plan_id)
            if not await work.plans.confirm(plan_id, now=now):
                raise HandlerError("plan_not_draft", plan=plan_id)
            due_days = await _build_due_days(work, plan, now=now)
            await work.due_days.add(due_days, locality_id=plan.locality_id)
            await work.localities.bump_index(plan.locality_id)
        return _count(due_days)

    async def remove(self, plan_id: int) -> StoredPlan:
        """Forget a plan with its rows, passages, due days and open nudges."""
        async with self._database.write() as work:
            plan = await _get(work, plan_id)
            await work.plans.remove(plan_id)
            await work.localities.bump_index(plan.locality_id)
        return plan


def _read(name: str, data: bytes) -> Plan:
    return parse(read(name, data))


async def _get(work: Work, plan_id: int) -> StoredPlan:
    plan = await work.plans.find(plan_id)
    if plan is None:
        raise HandlerError("plan_unknown", plan=plan_id)
    return plan


def name_units(tasks: Sequence[StoredTask]) -> list[str]:
    """List the units that a plan's tasks name, in order."""
    units = [unit for t in tasks for unit in (*t.task.lead, *t.task.supporting)]
    return list(dict.fromkeys(units))


async def _build_due_days(work: Work, plan: StoredPlan, *, now: dt.datetime) -> list[NewDueDay]:
    today = now.astimezone(HANOI).date()
    tasks = await work.plans.tasks(plan.id)
    units = name_units(tasks)
    made = []
    for stored in tasks:
        days = find_due_days(stored.task)
        names = propose_assignees(stored.task, units) if days else ()
        offices = [await work.offices.ensure(plan.locality_id, name) for name in names]
        ids: list[int | None] = [office.id for office in offices] or [None]
        made += [_due_day(stored, day, office_id, today) for day in days for office_id in ids]
    return made


def _due_day(stored: StoredTask, day: DueDay, office_id: int | None, today: dt.date) -> NewDueDay:
    return NewDueDay(
        task_id=stored.id,
        office_id=office_id,
        label=day.label,
        last_day=day.last_day,
        state=DueState.PAST if day.last_day < today else DueState.OPEN,
        known_since=today,
    )


def _count(due_days: Sequence[NewDueDay]) -> Confirmation:
    past = sum(due.state is DueState.PAST for due in due_days)
    orphans = sum(due.office_id is None for due in due_days)
    return Confirmation(len(due_days) - past, past, orphans)


def _report(plan_id: int, plan: Plan) -> ImportReport:
    kinds = Counter(task.deadline.kind.value for task in plan.tasks)
    doubts = [(i, doubt) for i, task in enumerate(plan.tasks, 1) for doubt in task.doubts]
    return ImportReport(plan_id, plan, dict(kinds), tuple(doubts))
