"""Stored files for whoever may open them, on whichever channel they ask."""

import asyncio
import datetime as dt
from dataclasses import dataclass

from bot.clock import Clock
from handlers.cases.moves import CaseDesk
from handlers.files.opening import may_open, note_opening, note_opening_by
from handlers.texts.forms import local_day
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Address, Person, StoredFile

PART_OF_PAGE = dt.timedelta(hours=12)  # as long as a session


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that somebody may open, with its bytes."""

    file: StoredFile
    data: bytes


@dataclass(frozen=True, slots=True)
class Shelf:
    """Open files by their random names; an official's opening stands in the case's history."""

    database: Database
    files: FileStore
    desk: CaseDesk
    clock: Clock

    async def open(self, asker: Address, name: str) -> Opened | None:
        """Open a file for an address; None when it is gone, or not for them."""
        now = self.clock.now()
        async with self.database.read() as work:
            file = await work.files.find_named(name)
            is_allowed = file is not None and await may_open(work, asker, file, on=local_day(now))
        if file and is_allowed and asker != file.owner:
            async with self.database.write() as work:
                is_allowed = await note_opening(work, self.desk, asker, file, now=now)
        return await self._take(file) if file and is_allowed else None

    async def open_by(self, person: Person, name: str, *, is_part: bool = False) -> Opened | None:
        """Open a file for an official at the desk; None when it is gone, or not for them.

        `is_part` of a page whose opening stands in the case's history, it is not noted again.
        """
        within = PART_OF_PAGE if is_part else None
        async with self.database.write() as work:
            file = await work.files.find_named(name)
            is_allowed = file is not None and await note_opening_by(
                work, self.desk, person, file, now=self.clock.now(), within=within
            )
        return await self._take(file) if file and is_allowed else None

    async def _take(self, file: StoredFile) -> Opened | None:
        data = await asyncio.to_thread(self.files.read, file.name)
        return Opened(file, data) if data is not None else None
