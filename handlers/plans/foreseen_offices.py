"""Who will answer for the rows of a stored plan, and whether anybody holds these offices."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from handlers.plans.answering import Roster
from handlers.plans.due_days import name_units
from handlers.plans.values import OfficeOutlook
from handlers.plans.waiting import find_held
from knowledge.assignees import Assignee, propose_assignees
from storage.values import Office, StoredPlan, StoredTask
from storage.work import Work


async def foresee_offices(
    work: Work, plan: StoredPlan, tasks: Sequence[StoredTask], *, today: dt.date
) -> Mapping[int, tuple[OfficeOutlook, ...]]:
    """Say by task id which offices answer for the rows of a plan in its own place; none is made."""
    places = {place.id: place for place in await work.localities.list_all()}
    chosen = await work.treatments.chosen_offices([task.id for task in tasks])
    roster = Roster(work, places[plan.locality_id], chosen, today)
    held = await find_held(work, plan.locality_id, today=today)
    units = name_units([task.task for task in tasks])
    found = {}
    for stored in tasks:
        named = [Assignee(each.name, each.is_group) for each in await roster.list_chosen(stored.id)]
        proposed = named or propose_assignees(stored.task, units, place=plan.locality)
        found[stored.id] = tuple([await _foresee(roster, each, held) for each in proposed])
    return found


async def _foresee(roster: Roster, named: Assignee, held: Collection[int]) -> OfficeOutlook:
    office = await roster.find(named.name)
    members = await roster.list_members(office) if office and office.is_group else ()
    return OfficeOutlook(
        named.name,
        is_group=named.is_group or (office is not None and office.is_group),
        members=len(members),
        is_held=_is_held(members or ([office] if office else []), held),
    )


def _is_held(offices: Sequence[Office], held: Collection[int]) -> bool:
    return bool(offices) and all(office.id in held for office in offices)
