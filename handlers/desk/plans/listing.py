"""The plans of a place as its desk lists them, and those of the places above it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.plans.outlook import foresee_stored
from handlers.plans.scopes import pick_tasks
from handlers.plans.values import ImportReport, RowOutlook
from handlers.plans.waiting import find_held
from handlers.sources import describe_document
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import DueState, PlanState, StoredPlan
from storage.work import Work


@dataclass(frozen=True, slots=True)
class PlanCount:
    """How much of a plan is left to settle, in rows."""

    doubtful: int = 0
    undated: int = 0
    unheld: int = 0


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan in the list; `rows` of a superior's are those that give this place work."""

    id: int
    name: str
    title: str
    place: str
    year: int | None
    state: PlanState
    is_public: bool
    is_guide: bool
    rows: int
    count: PlanCount
    added_on: dt.date


@dataclass(frozen=True, slots=True)
class PlanList:
    """What a place has: drafts first, then what is in force by year, latest first."""

    drafts: tuple[PlanEntry, ...]
    in_force: tuple[tuple[int | None, tuple[PlanEntry, ...]], ...]
    superseded: tuple[PlanEntry, ...]
    above: tuple[PlanEntry, ...]
    may_edit: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is no plan at all."""
        return not (self.drafts or self.in_force or self.superseded or self.above)


async def read_plans(
    work: Work, visitor: Visitor, *, now: dt.datetime, calendar: Calendar
) -> PlanList:
    """Read the plans of the visitor's place and those in force above it."""
    visitor.check(Power.VIEW_PLANS)
    today = local_day(now)
    plans = await work.plans.list_all(locality_ids=[visitor.place.id])
    drafts = [plan for plan in reversed(plans) if plan.state is PlanState.DRAFT]
    confirmed = [plan for plan in reversed(plans) if plan.state is PlanState.CONFIRMED]
    counts = await _count_in_force(work, visitor, confirmed, today)
    return PlanList(
        drafts=tuple([await _read_draft(work, plan, today, calendar) for plan in drafts]),
        in_force=tuple(_by_year([_enter(plan, counts[plan.id]) for plan in confirmed])),
        superseded=tuple(
            _enter(plan) for plan in reversed(plans) if plan.state is PlanState.SUPERSEDED
        ),
        above=tuple(await _list_above(work, visitor)),
        may_edit=visitor.may(Power.EDIT_PLANS),
    )


async def _read_draft(
    work: Work, plan: StoredPlan, today: dt.date, calendar: Calendar
) -> PlanEntry:
    report = await foresee_stored(work, plan, today=today, calendar=calendar, is_compared=False)
    return _enter(plan, count_report(report))


def count_report(report: ImportReport) -> PlanCount:
    """Count what a report leaves to settle."""
    return PlanCount(
        doubtful=len(report.doubtful),
        undated=sum(is_undated(row) for row in report.rows),
        unheld=sum(is_unheld(row) for row in report.rows),
    )


def is_undated(row: RowOutlook) -> bool:
    """Tell whether no day follows from a row."""
    return not row.due and row.treatment is not None


def is_unheld(row: RowOutlook) -> bool:
    """Tell whether a row has an open day that nobody, or an office without people, answers for."""
    is_open = any(due.state is DueState.OPEN for due in row.due)
    return is_open and not (row.offices and all(office.is_held for office in row.offices))


async def _count_in_force(
    work: Work, visitor: Visitor, plans: Sequence[StoredPlan], today: dt.date
) -> Mapping[int, PlanCount]:
    ids, place = [plan.id for plan in plans], visitor.place.id
    held = await find_held(work, place, today=today)
    doubtful = await work.plan_counts.doubtful(ids)
    undated = await work.plan_counts.undated(ids, locality_id=place)
    unheld = await work.plan_counts.unheld(ids, locality_id=place, held=held)
    return {
        each: PlanCount(doubtful.get(each, 0), undated.get(each, 0), unheld.get(each, 0))
        for each in ids
    }


def _by_year(
    entries: Sequence[PlanEntry],
) -> Iterator[tuple[int | None, tuple[PlanEntry, ...]]]:
    """Put together what is of one year, the latest year first and what names none last."""
    years = sorted({entry.year or 0 for entry in entries}, reverse=True)
    for year in years:
        yield year or None, tuple(entry for entry in entries if (entry.year or 0) == year)


async def _list_above(work: Work, visitor: Visitor) -> list[PlanEntry]:
    above = [place.id for place in await work.localities.ancestors(visitor.place.id)]
    if not above:
        return []
    plans = await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=above)
    entries = []
    for plan in reversed(plans):
        given = pick_tasks(visitor.place, plan, await work.plans.tasks(plan.id))
        if given or plan.is_public:
            entries.append(_enter(plan, rows=len(given)))
    return entries


def _enter(
    plan: StoredPlan, count: PlanCount | None = None, *, rows: int | None = None
) -> PlanEntry:
    return PlanEntry(
        id=plan.id,
        name=describe_document(plan.facts),
        title=plan.facts.title or plan.facts.source,
        place=plan.locality,
        year=plan.facts.year,
        state=plan.state,
        is_public=plan.is_public,
        is_guide=plan.is_guide,
        rows=plan.task_count if rows is None else rows,
        count=count or PlanCount(),
        added_on=local_day(plan.added_at),
    )


async def find_own_plan(work: Work, visitor: Visitor, plan_id: int) -> StoredPlan:
    """Find a plan of the visitor's place; another's is as if it were not there."""
    visitor.check(Power.VIEW_PLANS)
    plan = await work.plans.find(plan_id)
    if plan is None or plan.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    return plan


async def find_seen_plan(work: Work, visitor: Visitor, plan_id: int) -> StoredPlan:
    """Find a plan that the visitor may see: of the own place, or in force above it.

    An internal one of a place above is seen where a row of it gives this place work.
    """
    visitor.check(Power.VIEW_PLANS)
    plan = await work.plans.find(plan_id)
    if plan and plan.locality_id == visitor.place.id:
        return plan
    above = [place.id for place in await work.localities.ancestors(visitor.place.id)]
    if plan is None or plan.locality_id not in above or plan.state is not PlanState.CONFIRMED:
        raise HandlerError("desk_gone")
    is_for_us = plan.is_public or pick_tasks(visitor.place, plan, await work.plans.tasks(plan.id))
    if not is_for_us:
        raise HandlerError("desk_gone")
    return plan
