"""One plan as its page shows it: what was read, what it does, what is to be looked at again."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.desk.paging import turn_page
from handlers.desk.plans.listing import (
    PlanCount,
    count_report,
    find_seen_plan,
    is_undated,
    is_unheld,
)
from handlers.desk.plans.row_view import LANGUAGE, RowView, build_rows
from handlers.desk.visitor import Power, Visitor
from handlers.plans.notes import word_note, word_spot
from handlers.plans.outlook import foresee_stored
from handlers.plans.scopes import pick_tasks
from handlers.plans.values import ImportReport, RowOutlook
from handlers.plans.versions import find_replaced
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import clip, local_day
from knowledge.calendar import Calendar
from knowledge.plan import Plan
from storage.values import PlanState, StoredPlan
from storage.work import Work

ROWS_A_PAGE = 25
LONGEST_QUOTE = 90


class Show(StrEnum):
    """Which rows of a plan are shown."""

    ALL = "all"
    DOUBTFUL = "doubtful"
    UNDATED = "undated"
    UNHELD = "unheld"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with a page of its rows: those with doubts first."""

    id: int
    name: str
    plan: Plan
    state: PlanState
    is_public: bool
    is_guide: bool
    is_own: bool
    may_edit: bool
    replaces_id: int | None
    replaces: str
    count: PlanCount
    total: int
    corrected: int
    warnings: tuple[str, ...]
    skipped: tuple[str, ...]
    show: Show
    rows: tuple[RowView, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are to be shown: of a kind, a page of them, or the page with one row."""

    show: Show = Show.ALL
    page: int = 1
    row: int | None = None


async def read_plan(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    wanted: Wanted,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> PlanView:
    """Read a plan; raise `HandlerError("desk_gone")` for another place's."""
    visitor.check(Power.VIEW_PLANS)
    plan = await find_seen_plan(work, visitor, plan_id)
    report = await foresee_stored(
        work, plan, today=local_day(now), calendar=calendar, is_compared=False
    )
    replaced = await _find_replaced(work, visitor, plan)
    listed = await _list_rows(work, visitor, plan, report)
    is_own = plan.locality_id == visitor.place.id
    shown, page, pages = _pick(listed, wanted)
    rows = await build_rows(work, visitor, plan, shown, today=local_day(now))
    return PlanView(
        id=plan.id,
        name=describe_document(plan.facts),
        plan=replace(report.plan, tasks=(), paragraphs=()),
        state=plan.state,
        is_public=plan.is_public,
        is_guide=report.is_guide,
        is_own=is_own,
        may_edit=is_own and plan.state is not PlanState.SUPERSEDED
        and visitor.may(Power.EDIT_PLANS),
        replaces_id=plan.replaces_id,
        replaces=describe_document(replaced.facts) if replaced else "",
        count=count_report(replace(report, rows=tuple(listed))),
        total=len(listed),
        corrected=sum(bool(row.corrected) for row in listed),
        warnings=tuple(_word_warnings(report)) if is_own else (),
        skipped=tuple(_word_skipped(report)) if is_own else (),
        show=wanted.show,
        rows=tuple(rows),
        page=page,
        pages=pages,
    )  # fmt: skip


async def _list_rows(
    work: Work, visitor: Visitor, plan: StoredPlan, report: ImportReport
) -> Sequence[RowOutlook]:
    """List the rows that the visitor's place may see: of a superior's internal plan its own."""
    if plan.locality_id == visitor.place.id or plan.is_public:
        return report.rows
    given = pick_tasks(visitor.place, plan, await work.plans.tasks(plan.id))
    numbers = {stored.position + 1 for stored in given}
    return [row for row in report.rows if row.row in numbers]


async def _find_replaced(work: Work, visitor: Visitor, plan: StoredPlan) -> StoredPlan | None:
    """Find the plan that a draft is to replace, or that this one has replaced."""
    if plan.state is PlanState.DRAFT:
        return await find_replaced(work, plan)
    old = await work.plans.find(plan.replaces_id) if plan.replaces_id else None
    return old if old and old.locality_id == visitor.place.id else None


_KINDS = {
    Show.ALL: lambda _row: True,
    Show.DOUBTFUL: lambda row: bool(row.task.doubts),
    Show.UNDATED: is_undated,
    Show.UNHELD: is_unheld,
    Show.CORRECTED: lambda row: bool(row.corrected),
}


def _pick(rows: Sequence[RowOutlook], wanted: Wanted) -> tuple[Sequence[RowOutlook], int, int]:
    """Pick a page of the wanted rows, those with doubts first; a page that is gone is the last."""
    found = sorted(filter(_KINDS[wanted.show], rows), key=lambda row: not row.task.doubts)
    at = next((i for i, row in enumerate(found) if row.row == wanted.row), None)
    asked = wanted.page if at is None else at // ROWS_A_PAGE + 1
    page, pages = turn_page(asked, len(found), ROWS_A_PAGE)
    start = (page - 1) * ROWS_A_PAGE
    return found[start : start + ROWS_A_PAGE], page, pages


def _word_warnings(report: ImportReport) -> Iterator[str]:
    for note in report.warnings:
        spot = word_spot(note.place, LANGUAGE) if note.place else ""
        yield word_note(note, LANGUAGE) + (f" ({spot})" if spot else "")


def _word_skipped(report: ImportReport) -> Iterator[str]:
    for piece in report.plan.skipped:
        if piece.code != "letterhead":
            yield say(
                "report_skipped_piece",
                LANGUAGE,
                spot=word_spot(piece.place, LANGUAGE),
                why=say(f"skipped_{piece.code}", LANGUAGE),
                quote=clip(piece.quote, LONGEST_QUOTE),
            )
