"""A place with offices, officers and open work, put straight into the database."""

import datetime as dt
from dataclasses import dataclass

from handlers.people.directory import Directory, load_directory
from storage.database import Database
from storage.values import (
    Address,
    DueDay,
    DueState,
    Invitation,
    Locality,
    NewDueDay,
    Person,
    Role,
)
from storage.work import Work
from tests.factories.plans import build_task
from tests.factories.talk import MONDAY

TODAY = MONDAY.date()
PLACE = "xã Bến Lụa"
ECONOMY = "Phòng Kinh tế"


@dataclass(frozen=True, slots=True)
class TownHall:
    """A place in a unit of work, to be filled."""

    work: Work
    place: Locality

    async def seat(
        self, name: str, office: str, role: Role = Role.OFFICER, *, has_chat: bool = True
    ) -> Person:
        """Let somebody hold an office since the day before; their user is their last name."""
        since = MONDAY - dt.timedelta(days=1)
        found = await self.work.offices.ensure(self.place.id, office)
        invitation = Invitation(
            0, self.place.id, found.id, office, name, role, expires_at=MONDAY, used_at=None
        )
        address = Address("web", name.split()[-1])
        person = await self.work.people.join(invitation, address, now=since, today=since.date())
        if not has_chat:
            await self.work.people.forget_address(address)
        return person

    async def add_work(
        self,
        office: str | None,
        content: str = "Báo cáo rà soát thủ tục",
        due_on: dt.date = TODAY + dt.timedelta(days=4),
        *,
        state: DueState = DueState.OPEN,
    ) -> DueDay:
        """Give out work that is due on a day."""
        named = await self.work.offices.ensure(self.place.id, office) if office else None
        task_id = await self.work.assignments.add(
            build_task(content), locality_id=self.place.id, document="", by=None, now=MONDAY
        )
        office_id = named.id if named else None
        new = NewDueDay(task_id, office_id, "", due_on, state, TODAY)
        await self.work.due_days.add([new], locality_id=self.place.id)
        [due] = await self.work.due_days.of_tasks([task_id])
        return due

    async def directory(self) -> Directory:
        """Load who is who."""
        return await load_directory(self.work, self.place, on=TODAY)


async def found_hall(work: Work, place: str = PLACE) -> TownHall:
    """Find or make the place."""
    return TownHall(work, await work.localities.ensure(place))


async def fill_hall(database: Database) -> None:
    """Seat a clerk, a head with chat and an officer without, who has two items to do."""
    async with database.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        await hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD)
        await hall.seat("Trần Văn An", ECONOMY, has_chat=False)
        await hall.add_work(ECONOMY, "Báo cáo rà soát thủ tục")
        await hall.add_work(ECONOMY, "Niêm yết giá tại chợ", TODAY + dt.timedelta(days=10))
