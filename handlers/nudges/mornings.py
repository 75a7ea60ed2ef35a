"""What a place's clerks must hear on a working morning, beside the steps of items."""

import datetime as dt
from collections.abc import Sequence

from handlers.buttons import make_word_button
from handlers.messages import Button
from handlers.nudges.closings import find_closings
from handlers.nudges.notes import ClerkNote
from handlers.nudges.quarters import find_quarterly
from handlers.nudges.unlinked import find_unlinked
from handlers.people.directory import Directory
from handlers.tasks.wording import describe_content, write_code
from handlers.texts import say
from handlers.texts.forms import local_day, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueAction, DueDay, DueState
from storage.work import Work

__all__ = ["ClerkNote", "find_clerk_notes"]

MOST_DISPUTED = 5
MOST_OFFERED = 3  # items with buttons
LONGEST_NAMED = 100


async def find_clerk_notes(
    work: Work, directory: Directory, *, now: dt.datetime, calendar: Calendar
) -> list[ClerkNote]:
    """Find what the clerks of a place must hear this morning; the caller claims each key."""
    today = local_day(now)
    return [
        *await find_disputed(work, directory, today=today),
        *await find_unlinked(work, directory, today=today, calendar=calendar),
        *await find_closings(work, directory.place, today=today, calendar=calendar),
        *await find_quarterly(work, directory.place, today=today, calendar=calendar),
    ]


async def find_disputed(work: Work, directory: Directory, *, today: dt.date) -> Sequence[ClerkNote]:
    """Find the items that offices call not theirs and nobody has decided on."""
    place_id = directory.place.id
    disputed = await work.due_days.of_place(place_id, {DueState.DISPUTED})
    if not disputed:
        return ()
    lines = [await _describe(work, due) for due in disputed[:MOST_DISPUTED]]
    if len(disputed) > MOST_DISPUTED:
        lines.append(say("clerk_items_more", count=len(disputed) - MOST_DISPUTED))
    text = say(
        "clerk_disputed",
        count=len(disputed),
        items="\n".join(lines),
        code=write_code(disputed[0].id),
    )
    return [ClerkNote(f"disputed {place_id} {today}", text, tuple(_offer(disputed)))]


async def _describe(work: Work, due: DueDay) -> str:
    events = await work.due_events.of(due.id)
    said = [e for e in events if e.action is DueAction.DISPUTED and e.undone_at is None]
    note = said[-1].note if said else ""
    return say(
        "clerk_disputed_item",
        code=write_code(due.id),
        content=describe_content(due, LONGEST_NAMED),
        last_day=write_weekday(due.due_on),
        office=due.office or say("no_office"),
        note=say("clerk_disputed_note", note=note) if note else "",
    )


def _offer(disputed: Sequence[DueDay]) -> list[Button]:
    buttons = []
    for due in disputed[:MOST_OFFERED]:
        code = write_code(due.id)
        buttons += [
            Button(say(f"button_clerk_{name}", code=code), say(f"says_task_{name}", code=code))
            for name in ("give", "keep")
        ]
    if len(disputed) > MOST_OFFERED:
        buttons.append(make_word_button("list_disputed"))
    return buttons
