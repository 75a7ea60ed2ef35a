"""Offices with work ahead that nobody is told of: what the clerks hear of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from handlers.buttons import make_button, make_word_button
from handlers.messages import Button
from handlers.nudges.notes import ClerkNote
from handlers.people.directory import Directory
from handlers.tasks.wording import describe_content, write_days_left
from handlers.texts import say
from handlers.texts.forms import write_weekday
from knowledge.calendar import ONE_DAY, Calendar
from storage.values import DueDay, DueState
from storage.work import Work

FIRST, EACH_MORNING = 14, 3  # working days ahead
MOST_NAMED = 3
LONGEST_NAMED = 100


async def find_unlinked(
    work: Work, directory: Directory, *, today: dt.date, calendar: Calendar
) -> Sequence[ClerkNote]:
    """Find the offices that nobody answers for in chat and whose work is near.

    A first time for the nearest day within 14 working days, and each morning within 3.
    """
    horizon = calendar.plus_working_days(today, FIRST + 1) - ONE_DAY
    ahead = await work.due_days.until(horizon, locality_id=directory.place.id)
    by_office: dict[int | None, list[DueDay]] = defaultdict(list)
    for due in ahead:
        is_near = due.state is DueState.OPEN and due.due_on >= today
        if is_near and not directory.has_chat(due.office_id):
            by_office[due.office_id].append(due)
    return [_note(directory, own, today, calendar) for own in by_office.values()]


def _note(
    directory: Directory, near: Sequence[DueDay], today: dt.date, calendar: Calendar
) -> ClerkNote:
    first = near[0]
    each_morning = calendar.count_working_days(today, first.due_on) <= EACH_MORNING
    when = f"on {today}" if each_morning else f"for {first.due_on}"
    office = directory.offices.get(first.office_id or 0)
    kind = "no_office" if office is None else "group" if office.is_group else "unlinked"
    name = office.name if office else ""
    items = "\n".join(_list_items(near, today, calendar))
    return ClerkNote(
        f"unlinked {directory.place.id} {first.office_id or 0} {when}",
        say(f"clerk_{kind}", office=name, count=len(near), items=items),
        _offer(kind, name),
    )


def _list_items(near: Sequence[DueDay], today: dt.date, calendar: Calendar) -> Iterator[str]:
    for due in near[:MOST_NAMED]:
        yield say(
            "clerk_item",
            content=describe_content(due, LONGEST_NAMED),
            last_day=write_weekday(due.due_on),
            days_left=write_days_left(due, calendar=calendar, today=today),
        )
    if len(near) > MOST_NAMED:
        yield say("clerk_items_more", count=len(near) - MOST_NAMED)


def _offer(kind: str, office: str) -> tuple[Button, ...]:
    if kind != "unlinked":
        return (make_word_button("list_unassigned"),)
    return (make_button("invite_to", office=office),)
