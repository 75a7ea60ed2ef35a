"""Plans as the command line and the desk use them: one unit of work for each request."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from handlers.errors import HandlerError
from handlers.library.scopes import Library
from handlers.places import find_place, own_place
from handlers.plans.confirming import confirm_plan, get_plan, prepare
from handlers.plans.fixing import Row, correct_row, find_row, put_right, undo_row
from handlers.plans.notices import tell_clerks
from handlers.plans.outlook import foresee, foresee_stored
from handlers.plans.publishing import Publication, publish_plan
from handlers.plans.readings import Reading, Source, compare_with_stored
from handlers.plans.removing import remove_plan
from handlers.plans.rows import LateRows, build_row
from handlers.plans.sources import Progress, ReadFile, read_file
from handlers.plans.values import Confirmation, Fix, ImportReport, Outcome
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.errors import KnowledgeError
from knowledge.plan import Plan, PlannedTask
from storage.database import Database
from storage.errors import Conflict
from storage.values import Locality, NewPassage, NewTask, PlanState, StoredPlan
from storage.work import Work

OnStored = Callable[[Work, StoredPlan], Awaitable[object]]
MOST_KNOWN = 3000  # texts that teach how words are written


class Plans:
    """Add, show, correct, confirm and remove plans."""

    def __init__(self, database: Database, library: Library, calendar: Calendar) -> None:
        self._database = database
        self._library = library
        self._calendar = calendar

    async def add(
        self,
        name: str,
        data: bytes,
        *,
        now: dt.datetime,
        locality: str | None = None,
        replaces_id: int | None = None,
        is_sample: bool = False,
        is_announced: bool = True,
        on_progress: Progress | None = None,
    ) -> ImportReport:
        """Read a file and store it as a draft; nothing is stored when it cannot be read.

        A file that the place holds already is read again: into its draft, or as a draft that is
        to replace the confirmed plan. Corrections are kept; clerks are told unless asked not to.
        `on_progress` hears of pages read by OCR, then of passages embedded: done, of all.
        """
        read = await self.read(name, data, on_progress=on_progress)
        return await self.keep(
            read, now=now, locality=locality, replaces_id=replaces_id, is_sample=is_sample,
            is_announced=is_announced, on_progress=on_progress,
        )  # fmt: skip

    async def read(
        self, name: str, data: bytes, *, on_progress: Progress | None = None
    ) -> ReadFile:
        """Read a file without storing it; `on_progress` hears of pages read by OCR."""
        async with self._database.read() as work:
            known = await work.passages.texts(most=MOST_KNOWN)
        return await read_file(name, data, known, on_progress)

    async def keep(
        self,
        read: ReadFile,
        *,
        now: dt.datetime,
        locality: str | None = None,
        replaces_id: int | None = None,
        is_sample: bool = False,
        is_announced: bool = True,
        on_progress: Progress | None = None,
        on_stored: OnStored | None = None,
    ) -> ImportReport:
        """Store a file that was read, as `add` does.

        `on_stored` is called with the plan in the transaction that stores it.
        """
        async with self._database.read() as work:
            places = await work.localities.list_all()
            place = (locality or "").strip() or _find_place(read.plan, places)
            source = _find_source(read, place, replaces_id)
            reading = await compare_with_stored(work, source)
        if reading.copy and reading.is_unchanged:
            return await self._say_unchanged(reading.copy, read, now)
        passages = await self._library.build_rows(reading.plan, on_progress=on_progress)
        async with self._database.write() as work:
            plan = await self._store(work, reading, passages, is_sample=is_sample, now=now)
            await work.plan_sources.save(plan.id, read.pieces)
            if on_stored:
                await on_stored(work, plan)
            is_again = reading.copy is not None and reading.copy.id == plan.id
            outcome = Outcome.READ_AGAIN if is_again else Outcome.ADDED
            report = replace(await self._foresee(work, plan, now), outcome=outcome)
            if is_announced:
                await tell_clerks(work, report, locality_id=plan.locality_id, now=now)
        return report

    async def _say_unchanged(
        self, copy: StoredPlan, read: ReadFile, now: dt.datetime
    ) -> ImportReport:
        """Report a plan that is stored as read; its text is kept now if it was not."""
        async with self._database.write() as work:
            if not await work.plan_sources.has(copy.id):
                await work.plan_sources.save(copy.id, read.pieces)
            report = await self._foresee(work, copy, now)
        return replace(report, outcome=Outcome.UNCHANGED)

    async def look(self, name: str, data: bytes, *, now: dt.datetime) -> ImportReport:
        """Read a file without storing it; raise `KnowledgeError`, for a scan as well.

        Reading a scan takes minutes, for which no conversation waits.
        """
        read = await self.read(name, data, on_progress=_refuse_scan)
        return preview(read.plan, now=now, calendar=self._calendar)

    async def _store(
        self,
        work: Work,
        reading: Reading,
        passages: Sequence[NewPassage],
        *,
        is_sample: bool,
        now: dt.datetime,
    ) -> StoredPlan:
        place = await work.localities.ensure(reading.source.place)
        await _refuse_if_changed(work, reading)
        if reading.copy and reading.copy.state is PlanState.DRAFT:
            plan_id = reading.copy.id
            await work.plans.read_again(
                plan_id, reading.plan, reading.tasks, replaces_id=reading.replaces_id
            )
            await work.passages.remove(plan_id)
        else:
            plan_id = await work.plans.add(
                reading.plan,
                locality_id=place.id,
                digest=reading.source.digest,
                is_sample=is_sample,
                now=now,
                tasks=reading.tasks,
                replaces_id=reading.replaces_id,
            )
        await work.passages.add(
            passages,
            plan_id=plan_id,
            locality_id=place.id,
            embedder=self._library.embedder_name,
        )
        return await get_plan(work, plan_id)

    async def _foresee(self, work: Work, plan: StoredPlan, now: dt.datetime) -> ImportReport:
        return await foresee_stored(work, plan, today=local_day(now), calendar=self._calendar)

    async def report(self, plan_id: int, *, now: dt.datetime) -> ImportReport:
        """Say what a stored plan holds and does; raise `HandlerError("plan_unknown")`."""
        async with self._database.read() as work:
            plan = await work.plans.find(plan_id)
            if plan is None:
                raise HandlerError("plan_unknown", plan=plan_id)
            return await self._foresee(work, plan, now)

    async def confirm(self, plan_id: int, *, now: dt.datetime) -> Confirmation:
        """Let a draft answer and nudge; what it replaces no longer does."""
        late = await self.prepare(plan_id)
        async with self._database.write() as work:
            return await confirm_plan(work, plan_id, late=late, now=now)

    async def prepare(self, plan_id: int) -> LateRows:
        """Embed what confirming a draft will write, for a unit of work of the caller's."""
        return await prepare(self._database, self._library, plan_id)

    async def fix(
        self, plan_id: int, row: int, changes: dict[str, str], *, actor: str, now: dt.datetime
    ) -> Fix:
        """Correct fields of a row, counted from 1; raise `HandlerError` or `KnowledgeError`."""
        found = await self._find_row(plan_id, row)
        return await self._put_right(found, correct_row(found, changes), actor=actor, now=now)

    async def undo_fix(self, plan_id: int, row: int, *, actor: str, now: dt.datetime) -> Fix:
        """Take back every correction of a row."""
        found = await self._find_row(plan_id, row)
        return await self._put_right(found, undo_row(found), actor=actor, now=now)

    async def _find_row(self, plan_id: int, row: int) -> Row:
        async with self._database.read() as work:
            return await find_row(work, plan_id, row)

    async def _put_right(self, row: Row, task: PlannedTask, *, actor: str, now: dt.datetime) -> Fix:
        passages = await build_row(self._library, row.plan, row.stored, task)
        name = self._library.embedder_name
        async with self._database.write() as work:
            return await put_right(work, row, task, passages, embedder=name, actor=actor, now=now)

    async def publish(self, plan_id: int, *, is_public: bool) -> Publication:
        """Let everybody be answered from a plan, or officials of its place only."""
        async with self._database.write() as work:
            return await publish_plan(work, plan_id, is_public=is_public)

    async def remove(self, plan_id: int) -> StoredPlan:
        """Forget a plan with its rows, passages, due days and open nudges."""
        async with self._database.write() as work:
            return await remove_plan(work, plan_id)


def _find_place(plan: Plan, places: Sequence[Locality]) -> str | None:
    """Give the place of a file; a guide may name any, and is of the one that is served."""
    served = None
    if not plan.tasks:
        served = find_place(plan.locality or "", places) or own_place(places, None)
    return served.name if served else plan.locality


def _find_source(read: ReadFile, place: str | None, replaces_id: int | None) -> Source:
    if not read.plan.tasks and not read.plan.paragraphs:
        raise KnowledgeError("no_text", name=read.name)
    if place is None:
        raise HandlerError("no_locality", name=read.name)
    return Source(read.plan, read.digest, place, replaces_id)


def _refuse_scan(_done: int, _pages: int) -> None:
    raise KnowledgeError("scan_in_chat")


async def _refuse_if_changed(work: Work, reading: Reading) -> None:
    """Raise `Conflict` if the place's copy of the file is no longer what was compared with."""
    if reading.copy is None:
        return
    now = await work.plans.hold(reading.copy.id)
    if now is None or now.state is not reading.copy.state:
        raise Conflict("conflict")
    if tuple(await work.plans.tasks(now.id)) != reading.compared:
        raise Conflict("conflict")


def preview(plan: Plan, *, now: dt.datetime, calendar: Calendar) -> ImportReport:
    """Say what a plan that is not stored would do."""
    tasks = tuple(map(NewTask, plan.tasks))
    return foresee(plan, tasks, place=plan.locality, today=local_day(now), calendar=calendar)
