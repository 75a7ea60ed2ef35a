"""Who has corrected which row of a plan; the audit holds numbers, the desk shows names."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.desk.visitor import Visitor
from handlers.texts import say
from storage.values import Correction
from storage.work import Work

OPERATOR = "operator"
_PERSON = "person "


@dataclass(frozen=True, slots=True)
class Edited:
    """Who changed which field of a row from what to what; `field` "doubts" is an acceptance."""

    name: str
    at: dt.datetime
    field: str
    old: str
    new: str


def name_actor(visitor: Visitor) -> str:
    """Write who corrects a row as the audit keeps it: by number, so that no name stands there."""
    return OPERATOR if visitor.person_id is None else f"{_PERSON}{visitor.person_id}"


async def list_edits(work: Work, plan_id: int, *, today: dt.date) -> Mapping[int, Sequence[Edited]]:
    """List the corrections of a plan's rows by the row's number, newest first."""
    corrections = await work.revisions.of_plan(plan_id)
    if not corrections:
        return {}
    names = await name_actors(work, [each.actor for each in corrections], today=today)
    rows = {task.id: task.position + 1 for task in await work.plans.tasks(plan_id)}
    found: dict[int, list[Edited]] = defaultdict(list)
    for each in reversed(corrections):
        edited = Edited(names[each.actor], each.at, each.field, each.old, each.new)
        found[rows[each.task_id]].append(edited)
    return found


async def name_actors(work: Work, actors: Sequence[str], *, today: dt.date) -> Mapping[str, str]:
    """Name those that the audit names by number; who is gone is somebody."""
    names = {}
    for actor in dict.fromkeys(actors):
        number = actor.removeprefix(_PERSON)
        is_person = actor.startswith(_PERSON) and number.isdecimal()
        person = await work.people.get(int(number), on=today) if is_person else None
        somebody = say("desk_operator" if actor == OPERATOR else "desk_plan_somebody")
        names[actor] = person.name if person else somebody
    return names


async def find_last_edit(
    work: Work, plan_id: int, task_id: int, field: str, *, today: dt.date
) -> tuple[str, dt.datetime] | None:
    """Find who changed a field of a row last, and when."""
    corrections: Sequence[Correction] = await work.revisions.of_plan(plan_id)
    mine = [each for each in corrections if each.task_id == task_id]
    of_field = [each for each in mine if each.field == field] or mine
    if not of_field:
        return None
    last = of_field[-1]
    names = await name_actors(work, [last.actor], today=today)
    return names[last.actor], last.at
