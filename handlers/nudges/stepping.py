"""What is due to be told of one due day, and when it is to be looked at again."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from handlers.ladders import plan_ladder
from handlers.nudges.passing_on import find_passers
from handlers.people.directory import Directory
from knowledge.calendar import ONE_DAY, Calendar
from knowledge.ladder import (
    LEADERS,
    Audience,
    LadderSettings,
    Step,
    find_next_day,
    latest_reached,
)
from storage.values import DueKind, NewNudge, Person, PlannedDay, Told

_Key = tuple[bool, dt.date, dt.date, dt.date]  # of due days with the same steps
SUPPORT = -1000  # the code of the one notice to a supporting office


class Part(StrEnum):
    """Which part of a digest tells of an item."""

    OWN = "own"
    PASS_ON = "pass_on"  # noqa: S105 - for somebody who has no chat
    HEAD = "head"
    CLERK = "clerk"
    LEADER = "leader"
    SUPPORT = "support"


_PARTS = {
    Audience.HEAD: Part.HEAD,
    Audience.CLERK: Part.CLERK,
    Audience.DEPUTY: Part.LEADER,
    Audience.CHAIRMAN: Part.LEADER,
}


@dataclass(frozen=True, slots=True)
class Nudge:
    """A step that a person is told; `holder` is whom it is passed on to, where that is another."""

    row: PlannedDay
    code: int
    person: Person
    part: Part
    is_late: bool = False
    holder: Person | None = None

    @property
    def told(self) -> Told:
        """The key under which it is told once."""
        return Told(self.row.id, self.row.due_on, self.person.id, self.code)

    @property
    def as_new(self) -> NewNudge:
        """What is stored of it until it is told."""
        holder_id = self.holder.id if self.holder else None
        return NewNudge(self.told, self.part.value, self.is_late, holder_id)


@dataclass(frozen=True, slots=True)
class _Call:
    """Who hears what of all due days that are alike: of one office, with the same steps.

    Without a step it is somebody who hears only at the end of a pause.
    """

    person: Person
    part: Part
    step: Step | None
    is_late: bool
    holder: Person | None = None


@dataclass(slots=True)
class Stepper:
    """Find the steps of a place's due days on a day; what is alike is worked out once."""

    directory: Directory
    settings: LadderSettings
    calendar: Calendar
    today: dt.date
    told: set[Told] = field(default_factory=set)
    pauses: Mapping[tuple[int, int], dt.date] = field(default_factory=dict)
    _plans: dict[_Key, tuple[Step, ...]] = field(default_factory=dict)
    _calls: dict[tuple[object, ...], Sequence[_Call]] = field(default_factory=dict)
    _ends: dict[int, list[dt.date]] = field(init=False)  # of pauses, by due day
    _supporters: set[tuple[int, int]] = field(init=False)  # told, whichever day it led to

    def __post_init__(self) -> None:
        """Gather which supporters were told, and when pauses end."""
        told = (each for each in self.told if each.step == SUPPORT)
        self._supporters = {(each.due_day_id, each.person_id) for each in told}
        self._ends = defaultdict(list)
        for (id_, _), until in self.pauses.items():
            self._ends[id_].append(until)

    def plan(self, row: PlannedDay) -> tuple[Step, ...]:
        """Give all steps of a due day."""
        key = _key(row)
        if key not in self._plans:
            self._plans[key] = plan_ladder(row, self.settings, self.calendar)
        return self._plans[key]

    def waits(self, row: PlannedDay) -> bool:
        """Tell whether it became known only today, and may wait for the next morning."""
        return row.known_since >= self.today and row.due_on > self.today

    def find_next(self, row: PlannedDay) -> dt.date | None:
        """Find the next day on which somebody may have to be told of it."""
        days = [until for until in self._ends.get(row.id, ()) if until > self.today]
        if self.waits(row):
            days.append(self.today + ONE_DAY)
        step = find_next_day(self.plan(row), self.today)
        return min([*days, step] if step else days, default=None)

    def find_due(self, row: PlannedDay, *, leaders_only: bool = False) -> Iterator[Nudge]:
        """Yield what is to be told today and was not; what was missed is merged into the last."""
        if self.waits(row):
            return
        key = (*_key(row), row.office_id, row.next_on)
        if key not in self._calls:
            self._calls[key] = list(self._call(row))
        for call in self._calls[key]:
            if call.part is Part.LEADER or not leaders_only:
                yield from self._answer(row, call)

    def _answer(self, row: PlannedDay, call: _Call) -> Iterator[Nudge]:
        """Yield what one hears of a due day: its last step, or that a pause has ended."""
        until = None if call.holder else self.pauses.get((row.id, call.person.id))
        if until and until > self.today:
            return
        codes = [call.step.code] if call.step else []
        codes += [until.toordinal()] if until else []
        late = call.is_late and until is None
        for code in codes:
            nudge = Nudge(row, code, call.person, call.part, late, call.holder)
            if nudge.told not in self.told:
                yield nudge

    def _call(self, row: PlannedDay) -> Iterator[_Call]:
        for audience in Audience:
            is_office = audience is Audience.OFFICE
            yield from self._call_office(row) if is_office else self._call_others(row, audience)

    def _call_office(self, row: PlannedDay) -> Iterator[_Call]:
        for holder in self.directory.find_officers(row.office_id):
            since = max(row.known_since, holder.since)
            steps = [step for step in self.plan(row) if step.day >= since]
            step = latest_reached(steps, self.today, Audience.OFFICE)
            late, person = self._is_late(row, step), holder.person
            if person.has_chat:
                yield _Call(person, Part.OWN, step, late)
                continue
            for other in find_passers(self.directory, person, row.office_id) if step else ():
                yield _Call(other, Part.PASS_ON, step, late, person)

    def _call_others(self, row: PlannedDay, audience: Audience) -> Iterator[_Call]:
        step = latest_reached(self.plan(row), self.today, audience)
        if audience in LEADERS and not self._is_leaders_day(row, step):
            step = None
        heads = self.directory.find_heads(row.office_id)
        part = Part.CLERK if audience is Audience.HEAD and not heads else _PARTS[audience]
        for person in self.directory.find_audience(audience, row.office_id):
            if person.has_chat:
                yield _Call(person, part, step, self._is_late(row, step))

    def _is_leaders_day(self, row: PlannedDay, step: Step | None) -> bool:
        """Tell whether leaders hear today of a step: it is its day, or nobody looked on that.

        What is reopened in the middle of a week waits for their next step.
        """
        return step is not None and (step.day == self.today or self._is_late(row, step))

    def _is_late(self, row: PlannedDay, step: Step | None) -> bool:
        """Tell whether a tick was to tell a step on its day, and there was none."""
        return step is not None and (row.next_on or self.today) <= step.day < self.today

    def is_at_first_step(self, row: PlannedDay) -> bool:
        """Tell whether a step before the day has come, so that supporters are told once."""
        if row.kind is DueKind.LINE or self.waits(row):
            return False
        step = latest_reached(self.plan(row), self.today, Audience.OFFICE)
        return step is not None and step.code <= 0

    def find_supporters(self, row: PlannedDay, units: Sequence[str]) -> Iterator[Nudge]:
        """Yield the one notice to each office that supports a task."""
        offices = filter(None, map(self.directory.find_office, units))
        members = (member.id for each in offices for member in self.directory.find_members(each))
        for member_id in members:
            for holder in self.directory.find_officers(member_id):
                person = holder.person
                is_new = person.has_chat and (row.id, person.id) not in self._supporters
                if is_new and member_id != row.office_id:
                    yield Nudge(row, SUPPORT, person, Part.SUPPORT)


def _key(row: PlannedDay) -> _Key:
    return row.kind is DueKind.LINE, row.due_on, row.known_since, row.ends_on
