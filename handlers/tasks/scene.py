"""An official who acts on one item in chat, and the words about it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.errors import HandlerError
from handlers.messages import Button, Reply
from handlers.tasks.lists import find_focus, find_listed, list_own, may_see
from handlers.tasks.telling import open_directory
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.turn import Turn
from knowledge.calendar import Calendar
from knowledge.ladder import REQUEST_STEPS
from knowledge.tasks.acts import ActKind, ItemRef, TaskAct
from storage.values import DueDay, DueKind, DueState, Person
from storage.work import Work

LINE_KEPT = 10  # working days for which a line of result is still of use to a report


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to act on an item and to speak of it; `name` is how the person calls it."""

    work: Work
    turn: Turn
    person: Person
    calendar: Calendar
    due: DueDay
    name: str

    @property
    def language(self) -> str:
        """The language of the reply."""
        return self.turn.language

    def say(self, key: str, **facts: object) -> str:
        """Say a sentence about this item."""
        return say(key, self.language, item=self.name, **facts)

    def button(self, name: str, **facts: object) -> Button:
        """Offer to do something with this item."""
        return make_button(name, self.language, code=write_code(self.due.id), **facts)

    def refuse(self, error: HandlerError) -> Reply:
        """Say why something cannot be done with this item."""
        facts = {**error.facts, "item": self.name}
        return Reply(say(f"error_{error.code}", self.language, **facts))


async def list_work(
    work: Work,
    person: Person,
    *,
    today: dt.date,
    calendar: Calendar,
    states: Collection[DueState] = (DueState.OPEN,),
) -> Sequence[DueDay]:
    """List what a person's offices have to do; a line of result only around its day."""
    every = await list_own(work, person, states=states)
    return [due for due in every if _is_current(due, today, calendar)]


def _is_current(due: DueDay, today: dt.date, calendar: Calendar) -> bool:
    if due.kind is not DueKind.LINE:
        return True
    first = calendar.minus_working_days(due.due_on, REQUEST_STEPS[0])
    return first <= today <= calendar.plus_working_days(due.due_on, LINE_KEPT)


@dataclass(frozen=True, slots=True)
class Meant:
    """The items that an act is about, each with its name, and refusals of those it cannot be."""

    due_days: Sequence[tuple[str, DueDay]] = ()
    refusals: Sequence[str] = ()
    listed: Sequence[int] = ()


async def find_meant(
    work: Work, turn: Turn, person: Person, act: TaskAct, *, calendar: Calendar
) -> Meant:
    """Find the items that an act is about; without any named, the one spoken of."""
    listed = find_listed(turn)
    if listed is None:
        own = await _find_unlisted(work, turn, person, act, calendar)
        listed = [due.id for due in own]
    if not act.items:
        focus = find_focus(turn)
        due = await work.due_days.find(focus) if focus is not None else None
        if due is None or not may_see(person, due):
            return Meant((), (say("task_which", turn.language),), listed)
        return Meant(((name_item(due.id, listed), due),), (), listed)
    found: list[tuple[str, DueDay]] = []
    refusals: list[str] = []
    for ref in act.items:
        id_ = _find_id(ref, listed)
        due = await work.due_days.find(id_) if id_ else None
        name = str(ref.number) if ref.number else name_item(ref.due_day_id or 0, listed)
        if due and (may_see(person, due) or _may_read(person, due, act)):
            found.append((name, due))
        else:
            refusals.append(_refuse(turn, person, due, name))
    return Meant(found, refusals, listed)


async def _find_unlisted(
    work: Work, turn: Turn, person: Person, act: TaskAct, calendar: Calendar
) -> Sequence[DueDay]:
    """Give what numbers stand for where no list was shown: the open work of whose it is."""
    if act.on_behalf:
        directory = await open_directory(work, person.locality_id, now=turn.now)
        office = directory.find_office(act.on_behalf)
        if office:
            return await work.due_days.of_offices([office.id], locality_id=person.locality_id)
    return await list_work(work, person, today=turn.today, calendar=calendar)


def _find_id(ref: ItemRef, listed: Sequence[int]) -> int | None:
    if ref.due_day_id is not None:
        return ref.due_day_id
    number = ref.number or 0
    return listed[number - 1] if 0 < number <= len(listed) else None


def name_item(due_day_id: int, listed: Sequence[int]) -> str:
    """Name an item by its number in the last list, else by its code."""
    if due_day_id in listed:
        return str(listed.index(due_day_id) + 1)
    return write_code(due_day_id)


def _may_read(person: Person, due: DueDay, act: TaskAct) -> bool:
    """Tell whether an item is only to be shown, and is a row of the place's own plans."""
    is_own_place = person.locality_id == due.locality_id
    return act.kind is ActKind.SHOW and is_own_place and due.plan is not None


def _refuse(turn: Turn, person: Person, due: DueDay | None, name: str) -> str:
    """Say that there is no such item, or, in one's own place, whose it is."""
    if due is None or due.locality_id != person.locality_id:
        key = "no_such_item" if name.isdigit() else "task_no_such_code"
        return say(key, turn.language, number=name)
    office = due.office or say("no_office", turn.language)
    return say("error_task_of_others", turn.language, item=name, office=office)
