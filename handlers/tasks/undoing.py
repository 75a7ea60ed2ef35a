"""Taking back what was said of an item: until midnight by who said it, later by the clerk."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.people.roles import is_clerk
from handlers.tasks.acts import hold, name_person, say_about, tell_office, withdraw_request
from handlers.tasks.telling import name_subject
from handlers.tasks.wording import write_code
from handlers.texts.forms import HANOI, local_day
from knowledge.calendar import Calendar
from storage.values import DueAction, DueDay, DueEvent, DueState, Person
from storage.work import Work

UNDOABLE = frozenset(
    {
        DueAction.DONE,
        DueAction.NOTED,
        DueAction.DISPUTED,
        DueAction.PAUSED,
        DueAction.ASKED,
        DueAction.RECORDED,
    }
)
_RESULTS = (DueAction.DONE, DueAction.NOTED)
# What an item must still be for an act to be taken back.
_STATES = {
    DueAction.DONE: DueState.DONE,
    DueAction.NOTED: DueState.DONE,
    DueAction.DISPUTED: DueState.DISPUTED,
}


# What was done since by anybody and leaves nothing of an act to take back.
_OVERTAKEN = {
    DueAction.NOTED: {DueAction.NOTED, DueAction.DONE},
    DueAction.DISPUTED: {DueAction.DISPUTED, DueAction.KEPT, DueAction.GIVEN},
    DueAction.ASKED: {DueAction.ASKED, DueAction.GRANTED, DueAction.REFUSED},
}


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, of which item."""

    due: DueDay
    event: DueEvent


async def undo(
    work: Work,
    due: DueDay | None,
    person: Person,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> Undone:
    """Take back the last thing a person has said today, of an item or of any."""
    event = await find_undoable(work, due, person, now=now)
    held = await work.due_days.find(event.due_day_id)
    assert held
    due = await hold(work, held)
    await _take_back(work, due, event, now=now)
    await work.due_events.undo(event.id, now=now)
    if event.action in (DueAction.DONE, DueAction.DISPUTED):
        await _tell(work, due, event, person, now=now, calendar=calendar)
    return Undone(due, event)


async def find_undoable(
    work: Work, due: DueDay | None, person: Person, *, now: dt.datetime
) -> DueEvent:
    """Find what is to be taken back; raise `HandlerError` with the reason where nothing is."""
    midnight = _midnight(now)
    if due is None:
        last = await work.due_events.find_last(person.id, since=midnight)
        if last is None or last.action not in UNDOABLE:
            raise HandlerError("task_nothing_said_today")
        return last
    events = [
        event
        for event in await work.due_events.of(due.id)
        if event.undone_at is None and event.action in UNDOABLE
    ]
    own = [event for event in events if event.person_id == person.id and event.at >= midnight]
    found = events if is_clerk(person) else own
    if not found:
        raise _explain(due, events, person)
    return found[-1]


def _explain(due: DueDay, events: Sequence[DueEvent], person: Person) -> HandlerError:
    item = write_code(due.id)
    if not events:
        return HandlerError("task_nothing_said", item=item)
    last = events[-1]
    if last.person_id == person.id:
        return HandlerError("task_undo_too_late", item=item)
    return HandlerError("task_undo_of_others", item=item, name=last.person or name_person(None))


def _midnight(now: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(local_day(now), dt.time(), HANOI).astimezone(dt.UTC)


async def _take_back(work: Work, due: DueDay, event: DueEvent, *, now: dt.datetime) -> None:
    """Set an item back; raise `HandlerError` where somebody has decided on it since."""
    today = local_day(now)
    is_else = due.state is not _STATES.get(event.action, due.state)
    if is_else or await _is_overtaken(work, event):
        raise HandlerError("task_decided_since", item=write_code(due.id))
    if event.action is DueAction.DONE:
        state = await _find_state_before(work, due, event)
        await work.due_days.reopen(due.id, state, on=today)
    elif event.action is DueAction.DISPUTED:
        await work.due_days.reopen(due.id, DueState.OPEN, on=today)
    elif event.action is DueAction.NOTED:
        await work.due_days.note(due.id, await _find_note_before(work, event))
    elif event.action is DueAction.PAUSED:
        await work.nudges.resume(due.id, event.person_id or 0)
        await work.due_days.plan_anew(ids=[due.id], on=today)
    elif event.action is DueAction.ASKED and not await withdraw_request(work, due, now=now):
        raise HandlerError("task_decided_since", item=write_code(due.id))


async def _is_overtaken(work: Work, event: DueEvent) -> bool:
    events = await work.due_events.of(event.due_day_id)
    since = {each.action for each in events if each.id > event.id and not each.undone_at}
    return bool(since & _OVERTAKEN.get(event.action, set()))


async def _find_state_before(work: Work, due: DueDay, done: DueEvent) -> DueState:
    """Tell what an item was before it was done: disputed, over before it became known, or open."""
    before = [e for e in await work.due_events.of(due.id) if e.id < done.id and not e.undone_at]
    about = (DueAction.DISPUTED, DueAction.KEPT, DueAction.GIVEN)
    last = next((e.action for e in reversed(before) if e.action in about), None)
    if last is DueAction.DISPUTED:
        return DueState.DISPUTED
    return DueState.OPEN if await _was_known_in_time(work, due) else DueState.PAST


async def _was_known_in_time(work: Work, due: DueDay) -> bool:
    """Tell whether an item became known before its day, here or to the office it came from."""
    return any(
        each.due_on >= each.known_since
        for each in await work.due_days.of_tasks([due.task_id])
        if each.id == due.id or (each.last_day, each.state) == (due.last_day, DueState.CANCELLED)
    )


async def _find_note_before(work: Work, noted: DueEvent) -> str:
    events = await work.due_events.of(noted.due_day_id)
    before = [
        e.note for e in events if e.id < noted.id and e.action in _RESULTS and not e.undone_at
    ]
    return before[-1] if before else ""


async def _tell(
    work: Work,
    due: DueDay,
    event: DueEvent,
    person: Person,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> None:
    """Tell the office that it is to be done after all; what still waits to be told is withdrawn."""
    about = "done" if event.action is DueAction.DONE else "disputed"
    await work.outbox.withdraw(name_subject(due, about))
    text = say_about("task_told_undone", due, name=name_person(person))
    await tell_office(work, due, text, person, about="undone", now=now, calendar=calendar)
