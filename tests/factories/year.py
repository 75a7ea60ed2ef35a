"""A year of a dozen places, stepped through by the clock: what people do, and what they are told.

Only nudges are put out, by the units of work that a tick opens for them; the other duties of a
tick, and delivery, have tests of their own.
"""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select

from handlers.messages import Reply
from handlers.nudges.service import Nudges
from handlers.plans.confirming import confirm_plan
from handlers.plans.rows import LateRows
from knowledge.calendar import Calendar
from knowledge.plan import Plan
from storage.database import Database
from storage.models import DueDayRow, NudgeRow, PlanRow, TaskRow
from storage.values import Address, DueState, Invitation, Role
from storage.work import Work
from tests.factories.plans_many import GROUP, MEMBERS, OFFICES, VACANT
from tests.factories.year_rules import CHAIRMAN, DAY, DEPUTY, Away, Crew, Officer

# ruff: noqa: TID251 - chance needs no secrets; the test looks at rows as they are
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TIMES = ("05:00", "06:59", "07:00", "07:30", "12:00", "19:59", "20:00", "23:00")
NOON = "12:00"
ECONOMY, CULTURE = OFFICES[1], OFFICES[2]


@dataclass(slots=True)
class Town:
    """A place with its offices by name and its people."""

    id: int
    name: str
    offices: dict[str, int]
    crew: Crew


@dataclass(frozen=True, slots=True)
class Row:
    """A due day as it stands in the database."""

    id: int
    task_id: int
    place_id: int
    office_id: int | None
    kind: str
    state: str
    due_on: dt.date
    ends_on: dt.date
    known_since: dt.date
    plan_state: str | None

    @property
    def is_in_force(self) -> bool:
        return self.plan_state in (None, "confirmed")


_COLUMNS: tuple[Any, ...] = (
    DueDayRow.id, DueDayRow.task_id, DueDayRow.locality_id, DueDayRow.office_id, DueDayRow.kind,
    DueDayRow.state, DueDayRow.due_on, DueDayRow.ends_on, DueDayRow.known_since, PlanRow.state,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """A step that was told at a tick."""

    row: int
    due_on: dt.date
    person: int
    code: int


@dataclass
class Year:
    """The world: its clock, places, people, and everything that was told at the last tick."""

    database: Database
    nudges: Nudges
    calendar: Calendar
    dice: random.Random
    now: dt.datetime
    towns: dict[int, Town] = field(default_factory=dict)
    asleep: set[dt.date] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)  # changed by people since the last full day
    told: set[Telling] = field(default_factory=set)
    replies: list[Reply] = field(default_factory=list)
    newcomers: Iterator[int] = field(default_factory=lambda: iter(range(1, 10_000)))

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(HANOI).date()

    async def tick(self, time: str) -> list[Telling]:
        """Let the schedule tick at a time of today; return what was told."""
        moment = dt.datetime.combine(self.today, dt.time.fromisoformat(time), HANOI)
        self.now, self.replies = moment.astimezone(dt.UTC), []
        for place_id in await self.nudges.find_places(now=self.now):
            async with self.database.write() as work:
                is_ours = await self.nudges.claim(work, place_id, now=self.now)
                if is_ours:
                    self.replies += await self.nudges.tell_clerks(work, place_id, now=self.now)
            while is_ours and (replies := await self._put_out(place_id)):
                self.replies += replies
        return await self._read_told() if self.replies else []

    async def _put_out(self, place_id: int) -> Sequence[Reply]:
        async with self.database.write() as work:
            return await self.nudges.put_out(work, place_id, now=self.now)

    async def _read_told(self) -> list[Telling]:
        columns = NudgeRow.due_day_id, NudgeRow.due_on, NudgeRow.person_id, NudgeRow.step
        async with self.database.read() as work:
            rows = await work._session.execute(select(*columns).where(NudgeRow.told_at == self.now))
        return [Telling(*row) for row in rows]

    async def read_rows(self, *which: ColumnElement[bool]) -> dict[int, Row]:
        """Read some due days."""
        statement = (
            select(*_COLUMNS)
            .join(TaskRow, TaskRow.id == DueDayRow.task_id)
            .outerjoin(PlanRow, PlanRow.id == TaskRow.plan_id)
            .where(*which)
        )
        async with self.database.read() as work:
            return {row[0]: Row(*row) for row in await work._session.execute(statement)}

    async def read_open(self) -> list[Row]:
        """Read what is open, of plans in force."""
        rows = await self.read_rows(DueDayRow.state == "open")
        return [row for row in rows.values() if row.is_in_force]

    async def find_supporting(self, task_id: int) -> Sequence[str]:
        """Find which offices support a task."""
        async with self.database.read() as work:
            return (await work.due_days.supporting({task_id})).get(task_id, ())

    # What people do

    async def confirm(self, plan: Plan, *, replaces: int | None = None) -> int:
        """Add a plan and confirm it, as a clerk does."""
        plan_id = await self.add(plan, replaces=replaces)
        async with self.database.write() as work:
            await confirm_plan(work, plan_id, late=LateRows({}, None), now=self.now)
        return plan_id

    async def add(self, plan: Plan, *, replaces: int | None = None) -> int:
        """Add a plan that nobody has confirmed."""
        async with self.database.write() as work:
            place = await work.localities.ensure(plan.locality or "")
            return await work.plans.add(
                plan,
                locality_id=place.id,
                digest=f"{plan.source}-{self.now}",
                is_sample=False,
                now=self.now,
                replaces_id=replaces,
            )

    async def work_day(self) -> None:
        """Let people answer what is due soon or late: most do it, some ask, some say not ours."""
        soon = [row for row in await self.read_open() if row.due_on <= self.today + 7 * DAY]
        waiting = (await self.read_rows(DueDayRow.state == "disputed")).values()
        async with self.database.write() as work:
            for row in soon:
                await self._answer(work, row)
            for row in waiting:
                if self.dice.random() < 0.3:
                    await work.due_days.reopen(row.id, DueState.OPEN, on=self.today)
                    self.touched.add(row.id)

    async def _answer(self, work: Work, row: Row) -> None:
        chance = self.dice.random()
        if chance < 0.2:
            await work.due_days.finish(row.id, person_id=None, note="số 45", now=self.now)
        elif chance < 0.21:
            await work.due_days.dispute(row.id)
        elif chance < 0.22:
            later = self.today + self.dice.randint(3, 30) * DAY
            await work.due_days.put_off(row.id, max(later, row.due_on + DAY), on=self.today)
            self.touched.add(row.id)

    async def move_people(self) -> None:
        """Let somebody leave and another join, and somebody be away for a week."""
        town = self.dice.choice(list(self.towns.values()))
        officers = [o for o in town.crew.officers if o.role == "officer" and not o.has_left]
        leaving, away, substitute = self.dice.sample(officers, 3)
        async with self.database.write() as work:
            await work.people.leave(leaving.id, now=self.now, today=self.today)
            leaving.has_left = True
            await self.join(work, town, "officer", leaving.offices, has_chat=leaving.has_chat)
            last = self.today + self.dice.randint(1, 8) * DAY
            if not town.crew.away:
                await self._go_away(work, town, away, substitute, last)

    async def _go_away(
        self, work: Work, town: Town, officer: Officer, substitute: Officer, last: dt.date
    ) -> None:
        await work.absences.set(
            officer.id, from_day=self.today, to_day=last, substitute_id=substitute.id
        )
        town.crew.away[officer.id] = Away(self.today, last, substitute)

    async def join(
        self,
        work: Work,
        town: Town,
        role: str,
        offices: frozenset[int],
        *,
        has_chat: bool = True,
        title: str = "",
    ) -> Officer:
        """Let somebody join a place, linked in chat or not."""
        user = f"{role}-{next(self.newcomers)}"
        invitation = Invitation(0, town.id, None, None, user, Role(role), self.now, None)
        address = Address("web", user)
        person = await work.people.join(invitation, address, now=self.now, today=self.today)
        for office in offices:
            await work.people.hold(person.id, office, from_day=self.today)
        if not has_chat:
            await work.people.forget_address(address)
        officer = Officer(person.id, user, role, offices, self.today, has_chat, title)
        town.crew.officers.append(officer)
        return officer


async def found_town(year: Year, name: str) -> Town:
    """Found a place: two hold one office, one has no chat, one office has only a head."""
    async with year.database.write() as work:
        place = await work.localities.ensure(name)
        names = (*OFFICES, VACANT, "Chủ tịch UBND", "Phó Chủ tịch UBND")
        ids = {each: (await work.offices.ensure(place.id, each)).id for each in names}
        group = await work.offices.ensure(place.id, GROUP, is_group=True)
        await work.offices.set_members(group.id, [ids[each] for each in MEMBERS])
        town = Town(place.id, name, ids, Crew())
        for office in (*OFFICES, ECONOMY):
            has_chat = office != OFFICES[5] or bool(place.id % 3)
            await year.join(work, town, "officer", frozenset({ids[office]}), has_chat=has_chat)
        for office in (ECONOMY, OFFICES[5]) if place.id % 2 else (CULTURE,):
            await year.join(work, town, "head", frozenset({ids[office]}))
        await year.join(work, town, "clerk", frozenset({ids[OFFICES[0]]}))
        await _seat_leaders(year, work, town)
    year.towns[place.id] = town
    return town


async def _seat_leaders(year: Year, work: Work, town: Town) -> None:
    titles = ((CHAIRMAN, "Chủ tịch UBND"), (DEPUTY, "Phó Chủ tịch UBND"))
    for title, office in titles:
        offices = frozenset({town.offices[office]})
        leader = await year.join(work, town, "leader", offices, title=title)
        if title == DEPUTY and town.id % 2:
            await work.overseers.set(town.offices[ECONOMY], [leader.id])
            town.crew.overseers[town.offices[ECONOMY]] = leader


def texts_by_user(replies: Sequence[Reply]) -> dict[str, str]:
    """Join what each person is told."""
    found: dict[str, list[str]] = defaultdict(list)
    for reply in replies:
        assert reply.to
        found[reply.to.user].append(reply.text)
    return {user: "\n".join(texts) for user, texts in found.items()}
