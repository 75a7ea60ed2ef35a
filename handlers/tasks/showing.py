"""An item as it stands: in a line of a list, or in full with its row, its source, its history."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.buttons import make_button
from handlers.messages import Button, Reply
from handlers.people.roles import may_act_for
from handlers.questions.rowview import describe_row
from handlers.tasks.acts import name_office, name_person, word_note
from handlers.tasks.buttons import offer_acts, offer_urging
from handlers.tasks.disputing import may_decide_dispute, offer_decisions
from handlers.tasks.extending import may_decide, offer_verdict
from handlers.tasks.lists import may_see
from handlers.tasks.telling import open_directory
from handlers.tasks.urging import may_urge
from handlers.tasks.wording import (
    describe_due_source,
    write_code,
    write_days_left,
    write_item,
)
from handlers.texts import say
from handlers.texts.forms import clip, local_day, write_day, write_weekday
from handlers.turn import Turn
from knowledge.calendar import Calendar
from storage.values import DueDay, DueEvent, DueKind, DueState, Person, Postponement
from storage.work import Work

LONGEST_ROW = 900  # characters
LONGEST_NOTE = 60
MOST_EVENTS = 4


@dataclass(frozen=True, slots=True)
class Marks:
    """What waits: requests for more time by due day, and until when a person is told nothing."""

    waiting: Mapping[int, Postponement] = field(default_factory=dict)
    pauses: Mapping[tuple[int, int], dt.date] = field(default_factory=dict)


async def load_marks(work: Work, person: Person, due_days: Sequence[DueDay]) -> Marks:
    """Load what waits of some items."""
    requests = await work.postponements.list_waiting(person.locality_id)
    pauses = await work.nudges.pauses([due.id for due in due_days])
    return Marks({each.due_day_id: each for each in requests}, pauses)


def write_own_item(
    number: int,
    due: DueDay,
    marks: Marks,
    person: Person,
    *,
    calendar: Calendar,
    today: dt.date,
    language: str,
) -> str:
    """Write an item of one's own in a line, with what is put off or waits."""
    line = write_item(number, due, calendar=calendar, today=today, language=language)
    return line + write_marks(due, marks, person, today=today, language=language)


def write_marks(due: DueDay, marks: Marks, person: Person, *, today: dt.date, language: str) -> str:
    """Say what is put off or waits for a decision."""
    said: list[tuple[str, dt.date | None]] = []
    if due.kind is DueKind.LINE:
        said.append(("line", None))
    if due.is_put_off:
        said.append(("put_off", due.last_day))
    if due.state is DueState.DISPUTED:
        said.append(("disputed", None))
    if due.id in marks.waiting:
        said.append(("waiting", marks.waiting[due.id].new_day))
    until = marks.pauses.get((due.id, person.id))
    if until and until > today:
        said.append(("paused", until))
    return "".join(
        say(f"task_mark_{name}", language, day=write_day(day, language) if day else "")
        for name, day in said
    )


async def show_item(
    work: Work, turn: Turn, person: Person, due: DueDay, *, name: str, calendar: Calendar
) -> Reply:
    """Show an item in full, with what may be done about it; to other offices its row only."""
    language = turn.language
    lines = [
        say("task_head", language, item=name),
        clip("\n".join(_describe(due, language)), LONGEST_ROW),
        say("source", language, source=describe_due_source(due, language)),
    ]
    if not may_see(person, due):
        day = write_weekday(due.due_on, language)
        lines.append(say("task_whose_when", language, office=name_office(due), day=day))
        return Reply("\n".join(lines))
    marks = await load_marks(work, person, [due])
    events = [e for e in await work.due_events.of(due.id) if e.undone_at is None]
    waits = write_marks(due, marks, person, today=turn.today, language=language)
    lines.append(_write_state(due, turn, calendar) + waits)
    if due.state is DueState.DONE:
        lines.append(await _write_done(work, due, language))
    if events:
        history = "; ".join(_write_event(event, language) for event in events[-MOST_EVENTS:])
        lines.append(say("task_history", language, events=history))
    return Reply("\n".join(lines), await _offer(work, turn, person, due, marks, events))


def _describe(due: DueDay, language: str) -> list[str]:
    if due.plan:
        return describe_row(due.plan, due.task, language)
    return [say("row_content", language, text=due.task.content)]


def _write_state(due: DueDay, turn: Turn, calendar: Calendar) -> str:
    is_open = due.state in (DueState.OPEN, DueState.DISPUTED)
    today, language = turn.today, turn.language
    left = write_days_left(due, calendar=calendar, today=today, language=language)
    return say(
        "task_state",
        language,
        office=name_office(due),
        day=write_weekday(due.due_on, language),
        left=left if is_open else "",
        state=say(f"task_state_{due.state.value}", language),
    )


async def _write_done(work: Work, due: DueDay, language: str) -> str:
    day = local_day(due.done_at) if due.done_at else due.due_on
    doer = await work.people.get(due.done_by, on=day) if due.done_by else None
    return say(
        "task_done_by",
        language,
        name=name_person(doer),
        day=write_day(day, language),
        note=word_note(due.done_note, language),
    )


def _write_event(event: DueEvent, language: str) -> str:
    day = local_day(event.at)
    return say(
        "task_event",
        language,
        at=f"{day:%d/%m}",
        name=event.person or name_person(None),
        act=say(f"task_event_{event.action.value}", language),
        day=" " + write_day(event.day, language) if event.day else "",
        note=f" ({clip(event.note, LONGEST_NOTE)})" if event.note else "",
    )


async def _offer(
    work: Work,
    turn: Turn,
    person: Person,
    due: DueDay,
    marks: Marks,
    events: Sequence[DueEvent],
) -> tuple[Button, ...]:
    """Offer what this person may do about an item as it is now."""
    language = turn.language
    if due.state is DueState.DISPUTED and may_decide_dispute(person, due):
        return offer_decisions(due, language=language)
    if due.state is DueState.DONE:
        last = events[-1] if events else None
        is_own = last and last.person_id == person.id and local_day(last.at) == turn.today
        return (make_button("task_undo", language, code=write_code(due.id)),) if is_own else ()
    if due.state is not DueState.OPEN:
        return ()
    verdict = await _offer_verdict(work, turn, person, due, marks)
    if may_act_for(person, due.office_id):
        return (*verdict, *offer_acts(due.id, language))
    return (*verdict, offer_urging([due.id], language)) if may_urge(person, due) else verdict


async def _offer_verdict(
    work: Work, turn: Turn, person: Person, due: DueDay, marks: Marks
) -> tuple[Button, ...]:
    if due.id not in marks.waiting:
        return ()
    directory = await open_directory(work, due.locality_id, now=turn.now)
    is_able = may_decide(person, due, directory)
    day = marks.waiting[due.id].new_day
    return offer_verdict(due, day, turn.language) if is_able else ()
