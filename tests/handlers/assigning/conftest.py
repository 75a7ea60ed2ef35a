"""A place whose officials give work out; offices beside those of the usual town, and a group."""

import datetime as dt
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from handlers.assigning.giving import NewWork, give_out
from handlers.assigning.skill import AssigningSkill
from handlers.cases.moves import CaseDesk
from handlers.casework import CaseworkSkill
from handlers.library.scopes import Library
from handlers.messages import Reply, load_reply
from handlers.people.directory import load_directory
from knowledge.calendar import load_calendar
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import DueDay, DueState, Outgoing, Role
from tests.factories.cases import JUSTICE, LAND, TODAY, Town, found_town
from tests.factories.casework import Talk
from tests.factories.talk import MONDAY
from tests.handlers.conftest import Prepared

ECONOMY, GROUP = "Phòng Kinh tế", "Các ban, ngành"
CALENDAR = load_calendar()


@dataclass(slots=True)
class Desk(Talk):
    """The officials of a town, with what waits for them in the outbox and what they have to do."""

    sent: list[Outgoing] = field(default_factory=list)

    async def notices(self, user: str) -> list[tuple[Reply, dt.datetime | None]]:
        """Give the notices that waited for somebody, each with when it may go."""
        later = self.now + dt.timedelta(hours=40)
        async with self.database.write() as work:
            while rows := await work.outbox.claim(
                now=later, lease=dt.timedelta(1), limit=99, channels=["web"]
            ):
                self.sent += rows
                for row in rows:
                    await work.outbox.delivered(row, now=later)
        return [(load_reply(r.payload), r.not_before) for r in self.sent if r.address.user == user]

    async def due_days(self, *states: DueState) -> Sequence[DueDay]:
        async with self.database.read() as work:
            return await work.due_days.of_place(self.town.place_id, states or [DueState.OPEN])

    async def give(
        self,
        content: str,
        *offices: str,
        last_day: dt.date = TODAY + dt.timedelta(4),
        by: str = "chutich",
        now: dt.datetime = MONDAY,
    ) -> Sequence[DueDay]:
        """Give work to offices by name, as if agreed to."""
        async with self.database.write() as work:
            [place] = await work.localities.list_all()
            directory = await load_directory(work, place, on=TODAY)
            named = tuple(office for each in offices if (office := directory.find_office(each)))
            new = NewWork(named, content, last_day)
            giver = self.town.people[by]
            given = await give_out(work, directory, new, by=giver, now=now, calendar=CALENDAR)
        return given.due_days

    async def finish(self, *due_days: DueDay) -> None:
        async with self.database.write() as work:
            for due in due_days:
                await work.due_days.finish(due.id, person_id=None, note="", now=self.now)


async def settle(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        economy = await work.offices.ensure(town.place_id, ECONOMY)
        group = await work.offices.ensure(town.place_id, GROUP)
        members = [town.offices[LAND], town.offices[JUSTICE], economy.id]
        await work.offices.set_members(group.id, members)


async def find_town(database: Database) -> Town:
    """Find again the town that was founded in a file that is copied."""
    async with database.read() as work:
        [place] = await work.localities.list_all()
        offices = {office.name: office.id for office in await work.offices.list_all(place.id)}
        people = {p.addresses[0].user: p for p in await work.people.list_all(on=TODAY)}
    return Town(place.id, offices, people, CaseDesk(CALENDAR, Role.LEADER))


@pytest.fixture
async def desk(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Desk]:
    database = await prepared.copy(settle, tmp_path / "motcua.sqlite")
    town = await find_town(database)
    library = Library(WordEmbedder())
    skills = CaseworkSkill(database, town.desk, library), AssigningSkill(database, CALENDAR)
    yield Desk(database, town, skills)
    await database.close()
