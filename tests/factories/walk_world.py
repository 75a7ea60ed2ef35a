"""Two places with all sorts of people on a real SQLite file, for one walk after another."""

import asyncio
import datetime as dt
import sqlite3
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.errors import CannotOpen
from storage.models import HoldingRow
from storage.values import Address, Contact, Invitation, Role
from storage.work import Work
from tests.factories.case_model import Walker
from tests.factories.cases import LAND, OFFICE, TODAY, Town, found_town
from tests.factories.talk import MONDAY

Value = TypeVar("Value")
LONG_AGO, FAR_AHEAD = dt.date(2026, 1, 1), dt.date(2099, 1, 1)
CONTACT = Contact("Lò Thị Xuyến", "0987 246 135", "Bản Huổi Lếch")
CONTENT = "Tôi là Lò Thị Xuyến, số 0987 246 135: mương nội đồng vỡ gần cầu treo"
ADDED = "vỡ thêm một đoạn, gọi 0987 246 135"
DRAFT = "Đã đắp lại bờ mương bằng đá hộc"
SECRETS = (
    "Xuyến",
    "0987 246 135",
    "0987246135",
    "Huổi Lếch",
    "mương nội đồng",
    "một đoạn",
    "đá hộc",
)
PERSONAL = SECRETS[:4]


@dataclass
class World:
    """A database with two places and their people, for one walk after another."""

    path: Path
    key: str = field(default_factory=new_key)
    walked: int = 0

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self.url = f"sqlite:///{self.path}"
        self.cipher = Cipher([self.key])
        self.database = Database(self.url, self.cipher)
        self.rows = sqlite3.connect(self.path, isolation_level=None)
        self.town = self.run(self._found())
        self.walkers = self._list_walkers()

    def run(self, work: Coroutine[Any, Any, Value]) -> Value:
        """Wait for something of the database."""
        return self._loop.run_until_complete(work)

    def close(self) -> None:
        self.run(self.database.close())
        self.rows.close()
        self._loop.close()

    async def _found(self) -> Town:
        async with self.database.write() as work:
            town = await found_town(work)
            other = await found_town(work, "xã Tân Phú")
            await self._add_others(work, town)
            people = await work.people.list_all(on=TODAY, with_left=True)
        town.people = {p.addresses[0].user: p for p in people}
        assert other.place_id != town.place_id
        return town

    async def _add_others(self, work: Work, town: Town) -> None:
        """Add a clerk who has left, and one who is away with a substitute of another unit."""
        for who, role, office in (
            ("cu", Role.CLERK, OFFICE),
            ("vang", Role.OFFICER, LAND),
            ("thay", Role.OFFICER, None),
        ):
            office_id = town.offices.get(office or "")
            invited = Invitation(1, town.place_id, office_id, None, who, role, MONDAY, None)
            await work.people.join(invited, Address("web", who), now=MONDAY, today=LONG_AGO)
        named = {p.addresses[0].user: p for p in await work.people.list_all(on=TODAY)}
        away, acting = named["vang"].id, named["thay"].id
        await work.absences.set(away, from_day=LONG_AGO, to_day=FAR_AHEAD, substitute_id=acting)
        await work.people.leave(named["cu"].id, now=MONDAY, today=TODAY)
        gone = HoldingRow(person_id=named["cu"].id, office_id=town.offices[OFFICE], from_day=TODAY)
        work._session.add(gone)  # as if somebody had forgotten to end it

    def _list_walkers(self) -> tuple[Walker, ...]:
        people = (
            Walker(name, Address("web", name), person) for name, person in self.town.people.items()
        )
        strangers = (Walker(name, Address("web", name)) for name in ("lan", "hoa", "khach"))
        return (*strangers, *people, Walker("program"))

    def find(self, name: str) -> Walker:
        """Find a walker by name."""
        return next(walker for walker in self.walkers if walker.name == name)

    def read_secrets(self) -> list[str]:
        """Name what can be read in the files without the key."""
        files = [self.path, self.path.with_name(f"{self.path.name}-wal")]
        raw = b"".join(file.read_bytes() for file in files if file.exists())
        return [secret for secret in SECRETS if secret.encode() in raw]

    def can_open_without_key(self, case_id: int) -> bool:
        """Tell whether a case can be read with another key."""

        async def read() -> bool:
            database = Database(self.url, Cipher([new_key()]))
            try:
                async with database.read() as work:
                    return await work.cases.get(case_id) is not None
            except CannotOpen:
                return False
            finally:
                await database.close()

        return self.run(read())
