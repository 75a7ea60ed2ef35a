"""What must hold of every nudge, and what must have been told by the evening."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from handlers.dialogues import read_dialogue
from handlers.tasks import lists
from storage.models import DueDayRow
from storage.values import Address, OutboxKind
from tests.factories.year import HANOI, Row, Telling, Town, Year, texts_by_user
from tests.factories.year_rules import DAY, LEADERS, Acting, Rules, Step

SUPPORT = -1000
EARLY, MORNING, EVENING = dt.time(7, 0), dt.time(7, 30), dt.time(20, 0)
CLOSE = 3  # working days before a day on which the clerk hears of an office that nobody reaches
Ladder = dict[str, list[Step]]


@dataclass
class Check:
    """Compare what was told with what the design asks for; `faults` says where they differ."""

    year: Year
    rules: Rules
    faults: list[str] = field(default_factory=list)
    clerks_heard: dict[int, str] = field(default_factory=lambda: defaultdict(str))
    last_day: dt.date = dt.date.min  # on which everything was told that was due
    late: set[int] = field(default_factory=set)  # known since today: told the next morning
    _ladders: dict[tuple[object, ...], Ladder] = field(default_factory=dict)

    def ladder(self, row: Row) -> Ladder:
        """Give the steps of a due day by audience, in order."""
        key = row.kind, row.due_on, row.known_since, row.ends_on
        if key not in self._ladders:
            by_audience: Ladder = defaultdict(list)
            for step in sorted(self.rules.list_steps(*key)):
                by_audience[step.audience].append(step)
            self._ladders[key] = by_audience
        return self._ladders[key]

    def find_reached(self, row: Row, audience: str, since: dt.date) -> Step | None:
        """Find the last step of an audience that has come, none before a day."""
        steps = self.ladder(row)[audience]
        at = bisect_right(steps, self.year.today, key=attrgetter("day"))
        return steps[at - 1] if at and steps[at - 1].day >= since else None

    # Each tick

    async def after_tick(self, told: Sequence[Telling]) -> None:
        """Check what a tick has told."""
        ids = {telling.row for telling in told}
        rows = await self.year.read_rows(DueDayRow.id.in_(ids)) if told else {}
        self._check_moment(told)
        for telling in told:
            problem = await self._find_problem(telling, rows[telling.row])
            if problem:
                self.fail(problem, telling, rows[telling.row])
            if telling in self.year.told:
                self.fail("told twice", telling)
        self.year.told.update(told)
        await self._check_replies(told)

    def fail(self, problem: str, *facts: object) -> None:
        local = self.year.now.astimezone(HANOI)
        self.faults.append(f"{local:%a %d/%m/%Y %H:%M} {problem}: {facts}")

    def _check_moment(self, told: Sequence[Telling]) -> None:
        time = self.year.now.astimezone(HANOI).time()
        is_day = self.rules.works(self.year.today) and EARLY <= time < EVENING
        if (told or self.year.replies) and not is_day:
            self.fail("outside working hours", told)

    async def _find_problem(self, telling: Telling, row: Row) -> str | None:
        """Say what is wrong with a nudge, if anything."""
        if row.state != "open" or not row.is_in_force:
            return f"told of what is {row.state}"
        if telling.due_on != row.due_on:
            return "told of a day that counts no more"
        crew = self.year.towns[row.place_id].crew
        if telling.code == SUPPORT:
            return await self._find_support_problem(telling, row)
        for audience, steps in self.ladder(row).items():
            step = next((each for each in steps if each.code == telling.code), None)
            people = crew.find(audience, row.office_id or 0, self.year.today)
            for acting in (a for a in people if a.officer.id == telling.person):
                if step:
                    return self._find_step_problem(row, step, acting)
        return "not for this person, or no step"

    def _find_step_problem(self, row: Row, step: Step, acting: Acting) -> str | None:
        time = self.year.now.astimezone(HANOI).time()
        if step.day > self.year.today:
            return "too early"
        if step.audience not in LEADERS and time < MORNING:
            return "before half past seven"
        latest = self.find_reached(row, step.audience, acting.since)
        if latest != step:
            return f"not the last step that has come, {latest}"
        was_asleep = step.day in self.year.asleep
        if step.audience in LEADERS and step.day != self.year.today and not was_asleep:
            return "leaders on another day than the first of a week"
        return None

    async def _find_support_problem(self, telling: Telling, row: Row) -> str | None:
        town = self.year.towns[row.place_id]
        units = await self.year.find_supporting(row.task_id)
        offices = [town.offices[unit] for unit in units if unit in town.offices]  # else groups
        today = self.year.today
        people = [a.officer.id for o in offices for a in town.crew.answering(o, today)]
        earlier = [t for t in self.year.told if t.row == row.id and t.code == SUPPORT]
        if telling.person not in people:
            return "does not support this"
        if any(t.person == telling.person for t in earlier):
            return "a supporting office told twice"
        return None

    async def _check_replies(self, told: Sequence[Telling]) -> None:
        """Everybody told has a digest whose numbers stand for what was told; nobody else has."""
        users = {o.id: o.user for t in self.year.towns.values() for o in t.crew.officers}
        clerks = {o.user for t in self.year.towns.values() for o in t.crew.in_role("clerk")}
        by_user: dict[str, set[int]] = defaultdict(set)
        for telling in told:
            by_user[users[telling.person]].add(telling.row)
        texts = texts_by_user(self.year.replies)
        if not (by_user.keys() <= texts.keys() <= by_user.keys() | clerks):
            self.fail("digests of others", by_user.keys() ^ texts.keys())
        if any(reply.kind is not OutboxKind.DIGEST for reply in self.year.replies):
            self.fail("no digest")
        for user, ids in by_user.items():
            if await self._read_list(user) != ids:
                self.fail("a list of other items", user, ids)
        for town in self.year.towns.values():
            for clerk in town.crew.in_role("clerk"):
                self.clerks_heard[town.id] += texts.get(clerk.user, "")

    async def _read_list(self, user: str) -> set[int]:
        async with self.year.database.read() as work:
            kept = await work.dialogues.of(Address("web", user))
        state = read_dialogue(kept.get(lists.KIND), lists.VERSION)
        return set(state["due_days"]) if state else set()

    # Each evening

    async def after_day(self) -> None:
        """Check that everybody was told what they were to be told by the evening of today."""
        today = self.year.today
        if not self.rules.works(today) or today in self.year.asleep:
            return
        rows = await self.year.read_open()
        late = {row.id for row in rows if row.known_since == today < row.due_on}
        for row in rows:
            if row.id not in late:
                self._check_told(row)
        for town in self.year.towns.values():
            self._check_unlinked(town, [row for row in rows if row.place_id == town.id])
        self.clerks_heard.clear()
        self.year.touched.clear()
        self.last_day, self.late = today, late

    def _check_told(self, row: Row) -> None:
        """Check one due day: its steps since the last day; all, where somebody has changed it."""
        is_new = row.id in self.late
        since = row.known_since if is_new else self.last_day + DAY
        crew = self.year.towns[row.place_id].crew
        for audience in self.ladder(row):
            # What is opened again in the middle of a week waits for the leaders' next morning.
            is_opened_again = audience in LEADERS and row.id in self.year.touched
            if is_opened_again or self.find_reached(row, audience, since) is None:
                continue
            for acting in crew.find(audience, row.office_id or 0, self.year.today):
                # Who takes an office over in the course of a day has not missed its morning.
                step = self.find_reached(row, audience, max(since, acting.since + DAY))
                if step is None:
                    continue
                telling = Telling(row.id, row.due_on, acting.officer.id, step.code)
                if telling not in self.year.told:
                    self.fail("nobody told", telling, step, row)

    def _check_unlinked(self, town: Town, rows: Iterable[Row]) -> None:
        """Check that the clerk heard of the offices that nobody answers for in chat."""
        names = {id_: name for name, id_ in town.offices.items()}
        for office in set(self._find_unlinked(town, rows)):
            if names.get(office, "") not in self.clerks_heard[town.id]:
                self.fail("the clerk was not told", town.name, names.get(office))

    def _find_unlinked(self, town: Town, rows: Iterable[Row]) -> Iterator[int]:
        today = self.year.today
        for row in rows:
            if not today <= row.due_on <= self.rules.on(today, CLOSE):
                continue
            was_there = row.known_since < today and row.id not in self.year.touched
            if was_there and row.office_id and not town.crew.is_linked(row.office_id, today):
                yield row.office_id
