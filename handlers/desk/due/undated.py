"""Rows of plans that no day follows from, as a clerk sees to them."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.visitor import Power, Visitor
from handlers.plans.decided import word_decided
from handlers.plans.waiting import UndatedRow, list_undated
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.treatments import Treatment
from storage.work import Work


@dataclass(frozen=True, slots=True)
class UndatedLine:
    """A row without a day: why, what is done about it, and what was decided."""

    plan_id: int
    row: int
    document: str
    content: str
    timeframe: str
    reason: str
    treatment: Treatment
    told: str
    decided: str
    is_waiting: bool
    is_superiors: bool


@dataclass(frozen=True, slots=True)
class Undated:
    """Rows without a day, those that wait for the clerk first."""

    waiting: tuple[UndatedLine, ...]
    others: tuple[UndatedLine, ...]
    may_decide: bool


async def read_undated(work: Work, visitor: Visitor, *, now: dt.datetime) -> Undated:
    """Read the rows of plans in force that no day follows from."""
    visitor.check(Power.VIEW_DUE)
    visitor.check(Power.VIEW_PLANS)
    rows = await list_undated(work, visitor.place, today=local_day(now))
    own = {plan.id for plan in await work.plans.list_all() if plan.locality_id == visitor.place.id}
    lines = [_describe(row, is_superiors=row.plan_id not in own) for row in rows]
    return Undated(
        tuple(line for line in lines if line.is_waiting),
        tuple(line for line in lines if not line.is_waiting),
        may_decide=visitor.may(Power.EDIT_PLANS),
    )


def _describe(row: UndatedRow, *, is_superiors: bool) -> UndatedLine:
    reason = say(f"reason_{row.task.deadline.reason or 'bare_periods'}")
    return UndatedLine(
        row.plan_id,
        row.row,
        describe_document(row.plan),
        row.task.content,
        row.task.timeframe or "",
        reason.partition(": ")[2] or reason,
        row.treatment,
        say(f"treatment_{row.treatment.value}"),
        " ".join(word_decided(row.decided, "vi")) if row.decided else "",
        row.is_waiting,
        is_superiors,
    )
