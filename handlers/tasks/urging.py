"""Urging the officers who hold items that are open: once a day each, in one notice a person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.people.directory import Directory
from handlers.people.roles import is_clerk, is_head, is_leader, may_act_for
from handlers.tasks.acts import find_officers, name_person
from handlers.tasks.buttons import offer_items
from handlers.tasks.telling import offer_view, open_directory, tell
from handlers.tasks.wording import write_code, write_item
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import DueAction, DueDay, DueState, Person
from storage.work import Work

MOST_TOLD = 5  # items that one notice names


@dataclass(frozen=True, slots=True)
class Urged:
    """What came of urging: who was reached, which offices have nobody in chat, what was left out.

    `again` was urged already today, `over` is not open any more, `others` is not this person's.
    """

    reached: Sequence[Person] = ()
    without_chat: Sequence[str] = ()
    again: Sequence[DueDay] = ()
    over: Sequence[DueDay] = ()
    others: Sequence[DueDay] = ()


def may_urge(person: Person | None, due: DueDay) -> bool:
    """Tell whether somebody may urge an office: leaders and clerks all, a head the own one."""
    if person is None:
        return True
    if person.locality_id != due.locality_id:
        return False
    is_own_head = is_head(person) and may_act_for(person, due.office_id)
    return is_leader(person) or is_clerk(person) or is_own_head


async def urge(
    work: Work,
    due_days: Sequence[DueDay],
    person: Person | None,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> Urged:
    """Tell the officers who hold items that a result is waited for; an item once a day."""
    allowed = [due for due in due_days if may_urge(person, due)]
    others = [due for due in due_days if due not in allowed]
    open_ = [due for due in allowed if due.state is DueState.OPEN]
    over = [due for due in allowed if due not in open_]
    new = [due for due in open_ if await work.once.claim(_key(due, now), now=now)]
    again = [due for due in open_ if due not in new]
    if not new:
        return Urged(again=again, over=over, others=others)
    directory = await open_directory(work, new[0].locality_id, now=now)
    for due in new:
        id_ = person.id if person else None
        await work.due_events.add(due.id, DueAction.URGED, person_id=id_, now=now)
    reached = await _tell(work, directory, new, person, now=now, calendar=calendar)
    return Urged(reached, _find_unreached(directory, new, person), again, over, others)


def _key(due: DueDay, now: dt.datetime) -> str:
    return f"urge {due.id} {local_day(now)}"


def _find_unreached(
    directory: Directory, due_days: Sequence[DueDay], person: Person | None
) -> list[str]:
    """Name the offices of which nobody is reached."""
    offices = {
        due.office or say("no_office"): any(
            p.has_chat and (not person or p.id != person.id) for p in find_officers(directory, due)
        )
        for due in due_days
    }
    return [office for office, is_reached in offices.items() if not is_reached]


async def _tell(
    work: Work,
    directory: Directory,
    due_days: Sequence[DueDay],
    person: Person | None,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> list[Person]:
    held: dict[int, list[DueDay]] = defaultdict(list)
    people: dict[int, Person] = {}
    for due in due_days:
        for officer in find_officers(directory, due):
            held[officer.id].append(due)
            people[officer.id] = officer
    reached: list[Person] = []
    for id_, own in held.items():
        one = own[0]
        reached += await tell(
            work,
            [people[id_]],
            _word(own, person, today=local_day(now), calendar=calendar),
            offer_view(one) if len(own) == 1 else offer_items([due.id for due in own]),
            but=person,
            subject=f"{write_code(one.id)} urged",
            now=now,
            calendar=calendar,
        )
    return reached


def _word(
    due_days: Sequence[DueDay], person: Person | None, *, today: dt.date, calendar: Calendar
) -> str:
    head = say("task_told_urged", name=name_person(person), count=len(due_days))
    lines = [
        write_item(number, due, calendar=calendar, today=today)
        for number, due in enumerate(due_days[:MOST_TOLD], 1)
    ]
    more = len(due_days) - MOST_TOLD
    return "\n".join([head, *lines, *([say("digest_more", count=more)] if more > 0 else [])])
