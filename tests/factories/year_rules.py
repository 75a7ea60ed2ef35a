"""The rules of nudges written a second time, from the design and not from the program.

Slow and plain on purpose: days are walked one by one.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

OFFICE, HEAD, CLERK, DEPUTY, CHAIRMAN = "office", "head", "clerk", "deputy", "chairman"
LEADERS = (DEPUTY, CHAIRMAN)
AFTER = ((1, OFFICE), (2, HEAD), (3, CLERK), (5, DEPUTY), (10, CHAIRMAN))
DAY = dt.timedelta(days=1)
Works = Callable[[dt.date], bool]


class Step(NamedTuple):
    """Who is told on which day; `code` names the step."""

    day: dt.date
    code: int
    audience: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The ladder of a place that has set nothing."""

    works: Works

    def first_of_week(self, day: dt.date) -> bool:
        """Tell whether it is the first day of its week that is worked."""
        monday = day - day.weekday() * DAY
        return self.works(day) and not any(
            self.works(monday + n * DAY) for n in range(day.weekday())
        )

    def back(self, day: dt.date, count: int) -> dt.date:
        """Walk so many working days back, first onto one."""
        while not self.works(day):
            day -= DAY
        for _ in range(count):
            day -= DAY
            while not self.works(day):
                day -= DAY
        return day

    def on(self, day: dt.date, count: int) -> dt.date:
        """Walk so many working days on."""
        for _ in range(count):
            day += DAY
            while not self.works(day):
                day += DAY
        return day

    def count(self, after: dt.date, until: dt.date) -> int:
        return sum(self.works(after + n * DAY) for n in range(1, (until - after).days + 1))

    def list_steps(self, kind: str, due_on: dt.date, known: dt.date, ends: dt.date) -> list[Step]:
        """List the steps of a due day, none before it became known."""
        due = self.back(due_on, 0)
        if kind == "line":
            steps = [Step(self.back(due, n), -n, OFFICE) for n in (5, 0)]
        else:
            before = self._choose(due_on, due, known)
            steps = [Step(self.back(due, n), -n, OFFICE) for n in before]
            after = [self._escalate(due, n, audience) for n, audience in AFTER]
            steps += [*after, *self._weekly(max(step.day for step in after), ends)]
        return [step for step in steps if step.day >= known]

    def _choose(self, due_on: dt.date, due: dt.date, known: dt.date) -> tuple[int, ...]:
        if (due_on - known).days >= 60:
            return 20, 7, 3, 1, 0
        return (3, 1, 0) if self.count(known, due) <= 10 else (7, 3, 1, 0)

    def _escalate(self, due: dt.date, count: int, audience: str) -> Step:
        day = self.on(due, count)
        while audience in LEADERS and not self.first_of_week(day):
            day += DAY
        return Step(day, count, audience)

    def _weekly(self, after: dt.date, ends: dt.date) -> Iterator[Step]:
        day = after + DAY
        while day <= ends:
            if self.first_of_week(day):
                for audience in (OFFICE, HEAD, DEPUTY, CHAIRMAN):
                    yield Step(day, day.toordinal(), audience)
            day += DAY


def build_rules(works: Works) -> Rules:
    """Build the rules on working days, each asked for once."""
    return Rules(lru_cache(maxsize=None)(works))


@dataclass(slots=True)
class Officer:
    """Somebody who works for a place, as the test knows it."""

    id: int
    user: str
    role: str
    offices: frozenset[int]
    since: dt.date
    has_chat: bool = True
    title: str = ""
    has_left: bool = False


class Away(NamedTuple):
    first: dt.date
    last: dt.date
    substitute: Officer


class Acting(NamedTuple):
    """Who answers for an office, and since when."""

    officer: Officer
    since: dt.date


@dataclass(slots=True)
class Crew:
    """The people of a place, and whom the design tells of an office's work."""

    officers: list[Officer] = field(default_factory=list)
    away: dict[int, Away] = field(default_factory=dict)
    overseers: dict[int, Officer] = field(default_factory=dict)

    def in_role(self, role: str) -> list[Officer]:
        return [each for each in self.officers if each.role == role and not each.has_left]

    def holders(self, office: int, today: dt.date) -> list[Acting]:
        """Give who holds an office, substitutes in the place of those who are away."""
        held = [o for o in self.officers if office in o.offices and not o.has_left]
        return [self._stand_in(each, today) for each in held if each.since <= today]

    def _stand_in(self, officer: Officer, today: dt.date) -> Acting:
        away = self.away.get(officer.id)
        if away and away.first <= today <= away.last and not away.substitute.has_left:
            return Acting(away.substitute, max(officer.since, away.first))
        return Acting(officer, officer.since)

    def answering(self, office: int, today: dt.date) -> list[Acting]:
        held = self.holders(office, today)
        return [each for each in held if each.officer.role != "head"] or held

    def heads(self, office: int, today: dt.date) -> list[Officer]:
        held = self.holders(office, today)
        return [each.officer for each in held if each.officer.role == "head"]

    def passers(self, office: int, today: dt.date) -> list[Officer]:
        """Give who passes on what a holder without chat cannot be told."""
        heads = [each for each in self.heads(office, today) if each.has_chat]
        return heads or [each for each in self.in_role("clerk") if each.has_chat]

    def find(self, audience: str, office: int, today: dt.date) -> list[Acting]:
        """Give whom a step is told to; nobody who has no chat."""
        if audience == OFFICE:
            return self._find_office(office, today)
        chairmen = [each for each in self.in_role("leader") if each.title == CHAIRMAN]
        deputies = [each for each in self.in_role("leader") if each.title == DEPUTY] or chairmen
        overseer = self.overseers.get(office)
        found = {
            HEAD: self.heads(office, today) or self.in_role("clerk"),
            CLERK: self.in_role("clerk"),
            DEPUTY: [overseer] if overseer and not overseer.has_left else deputies,
            CHAIRMAN: chairmen,
        }[audience]
        return [Acting(each, dt.date.min) for each in found if each.has_chat]

    def _find_office(self, office: int, today: dt.date) -> list[Acting]:
        told: dict[int, Acting] = {}
        for acting in self.answering(office, today):
            if acting.officer.has_chat:
                told[acting.officer.id] = acting
                continue
            for passer in self.passers(office, today):
                told.setdefault(passer.id, Acting(passer, acting.since))
        return list(told.values())

    def is_linked(self, office: int, today: dt.date) -> bool:
        return any(each.officer.has_chat for each in self.holders(office, today))
