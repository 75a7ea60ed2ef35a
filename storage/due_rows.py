"""Reading a due day with its task, its plan or who gave it out, in one statement."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, or_, select

from storage.cipher import Cipher
from storage.codec import load_facts, load_task
from storage.models import (
    AssignmentRow,
    DueDayRow,
    LocalityRow,
    OfficeRow,
    PersonRow,
    PlanRow,
    TaskRow,
)
from storage.values import Assignment, DueDay, DueKind, DueState, PlanState

# Of work given out there is no plan.
IN_FORCE = or_(PlanRow.id.is_(None), PlanRow.state == PlanState.CONFIRMED.value)


def select_due_days() -> Select[Any]:
    """Select due days with what a nudge quotes, the earliest first."""
    return (
        select(
            DueDayRow,
            LocalityRow.name,
            OfficeRow.name,
            PlanRow,
            TaskRow.body,
            AssignmentRow,
            PersonRow.name_sealed,
        )
        .join(TaskRow, TaskRow.id == DueDayRow.task_id)
        .join(LocalityRow, LocalityRow.id == DueDayRow.locality_id)
        .outerjoin(PlanRow, PlanRow.id == TaskRow.plan_id)
        .outerjoin(OfficeRow, OfficeRow.id == DueDayRow.office_id)
        .outerjoin(AssignmentRow, AssignmentRow.task_id == DueDayRow.task_id)
        .outerjoin(PersonRow, PersonRow.id == AssignmentRow.assigned_by)
        .order_by(DueDayRow.due_on, DueDayRow.id)
    )


def load_due_day(found: Any, cipher: Cipher) -> DueDay:
    """Read what `select_due_days` has selected."""
    row, locality, office, plan, body, given, giver = found
    task = load_task(body)
    if given:
        task = replace(task, content=cipher.decrypt(given.content_sealed))
    return DueDay(
        id=row.id,
        task_id=row.task_id,
        locality_id=row.locality_id,
        locality=locality,
        office_id=row.office_id,
        office=office,
        label=row.label,
        last_day=row.last_day,
        state=DueState(row.state),
        known_since=row.known_since,
        task=task,
        plan=load_facts(plan.facts) if plan else None,
        due_on=row.due_on,
        ends_on=row.ends_on,
        kind=DueKind(row.kind),
        group_id=row.group_id,
        next_on=row.next_on,
        plan_id=plan.id if plan else None,
        plan_locality_id=plan.locality_id if plan else None,
        is_public=bool(plan and plan.is_public),
        assignment=_load_assignment(given, giver, cipher) if given else None,
        done_at=row.done_at,
        done_by=row.done_by,
        done_note=cipher.decrypt(row.done_note_sealed) if row.done_note_sealed else "",
    )


def _load_assignment(given: AssignmentRow, giver: bytes | None, cipher: Cipher) -> Assignment:
    name = cipher.decrypt(giver) if giver else None
    return Assignment(name, given.assigned_by, given.assigned_at, given.document)
