"""A place with officials, and due days laid by hand, for tests of what they are told when."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from knowledge.plan import PlannedTask
from storage.values import (
    Address,
    DueKind,
    DueState,
    Invitation,
    Locality,
    NewDueDay,
    Person,
    Role,
)
from storage.work import Work
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import Chat

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
PLACE = "xã Bến Lụa"
KNOWN = dt.date(2026, 11, 2)


def at(day: dt.date | str, time: str = "07:30") -> dt.datetime:
    """Give a moment in Viet Nam."""
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=HANOI)


@dataclass
class Town:
    """A place in a test: offices and officers by name, due days added one by one."""

    chat: Chat
    place: Locality
    people: dict[str, Person] = field(default_factory=dict)
    plans: int = 0

    async def seat(
        self,
        name: str,
        *offices: str,
        role: Role = Role.OFFICER,
        since: dt.date = KNOWN,
        has_chat: bool = True,
    ) -> Person:
        """Let somebody hold offices; the name is the address in chat."""
        async with self.chat.app.database.write() as work:
            person_id = await self._join(work, name, role, since, has_chat=has_chat)
            for office in offices:
                found = await work.offices.ensure(self.place.id, office)
                await work.people.hold(person_id, found.id, from_day=since)
            person = await work.people.get(person_id, on=dt.date(2099, 1, 1))
        assert person
        self.people[name] = person
        return person

    async def _join(
        self, work: Work, name: str, role: Role, since: dt.date, *, has_chat: bool
    ) -> int:
        invitation = Invitation(0, self.place.id, None, None, name, role, at(since), None)
        address = Address("web", name)
        person = await work.people.join(invitation, address, now=at(since), today=since)
        if not has_chat:
            await work.people.forget_address(address)
        return person.id

    async def add(
        self,
        office: str | None,
        last_day: dt.date,
        *,
        known: dt.date = KNOWN,
        task: PlannedTask | None = None,
        **more: object,
    ) -> int:
        """Add a confirmed plan's row with one due day; return the due day's id."""
        self.plans += 1
        content = f"Việc số {self.plans} phải làm"
        row = task or build_task(content, lead=(office,) if office else (), last_day=last_day)
        async with self.chat.app.database.write() as work:
            plan = replace(build_plan(row, year=last_day.year), number=f"{self.plans}/KH-UBND")
            plan_id = await work.plans.add(
                plan, locality_id=self.place.id, digest=f"d{self.plans}", is_sample=False,
                now=at(known),
            )  # fmt: skip
            await work.plans.confirm(plan_id, now=at(known))
            [stored] = await work.plans.tasks(plan_id)
            named = await work.offices.ensure(self.place.id, office) if office else None
            state, kind = more.pop("state", DueState.OPEN), more.pop("kind", DueKind.TASK)
            assert isinstance(state, DueState)
            assert isinstance(kind, DueKind)
            due = NewDueDay(
                stored.id, named.id if named else None, "", last_day, state, known, kind
            )
            await work.due_days.add([due], locality_id=self.place.id)
            [kept] = await work.due_days.of_plan(plan_id)
        return kept.id

    async def tick(self, day: dt.date | str, time: str = "07:30") -> dict[str, list[str]]:
        """Let nudges be put out at a moment; return what was told, by name."""
        before = len(self.chat.channel.sent)
        self.chat.clock.moment = at(day, time)
        await self.chat.app.duties.nudge(now=self.chat.clock.now())
        await self.chat.app.drain()
        told: dict[str, list[str]] = {}
        for address, reply, _ in self.chat.channel.sent[before:]:
            told.setdefault(address.user, []).append(reply.text)
        return told

    async def days_of(
        self, name: str, first: dt.date, last: dt.date, time: str = "07:30"
    ) -> list[dt.date]:
        """Tick each day of a span; return the days on which somebody was told something."""
        return [day for day in each_day(first, last) if name in await self.tick(day, time)]


def each_day(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    """Give the days from the first to the last."""
    return [first + dt.timedelta(n) for n in range((last - first).days + 1)]


async def found_town(chat: Chat) -> Town:
    """Found a place without anybody in it."""
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
    return Town(chat, place)
