"""Officers and due days for the tests of repositories."""

import datetime as dt

import sqlalchemy as sa

from storage.models import DueDayRow, TaskRow
from storage.values import Address, DueKind, DueState, Invitation, Office, Role
from storage.work import Work
from tests.factories.plans import build_plan

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)


async def add_officer(
    work: Work, office: Office, *, user: str, name: str = "Trần An", role: Role = Role.OFFICER
) -> int:
    """Let somebody join an office; return the officer's id."""
    invitation = Invitation(
        id=0, locality_id=office.locality_id, office_id=office.id, office=office.name, name=name,
        role=role, expires_at=NOW, used_at=None,
    )  # fmt: skip
    person = await work.people.join(invitation, Address("web", user), now=NOW, today=TODAY)
    return person.id


async def add_task(work: Work, office: Office, *states: DueState) -> list[int]:
    """Give an office due days of one task, on a day each; return their ids."""
    session = work._session
    task_id = await session.scalar(sa.select(TaskRow.id))
    if task_id is None:
        plan_id = await work.plans.add(
            build_plan(), locality_id=office.locality_id, digest="d", is_sample=False, now=NOW
        )
        [task] = await work.plans.tasks(plan_id)
        task_id = task.id
    rows = [
        DueDayRow(
            task_id=task_id, locality_id=office.locality_id, office_id=office.id, label="",
            last_day=TODAY + dt.timedelta(days=number), due_on=TODAY + dt.timedelta(days=number),
            ends_on=dt.date(TODAY.year, 12, 31), kind=DueKind.TASK.value, state=state.value,
            known_since=TODAY,
        )
        for number, state in enumerate(states, 1)
    ]  # fmt: skip
    session.add_all(rows)
    await session.flush()
    return [row.id for row in rows]
