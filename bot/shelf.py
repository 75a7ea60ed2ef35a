"""Stored files for whoever may open them, on whichever channel they ask."""

import asyncio
from dataclasses import dataclass

from bot.clock import Clock
from handlers.cases.moves import CaseDesk
from handlers.files.opening import may_open, note_opening
from handlers.texts.forms import local_day
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Address, StoredFile


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
        data = await asyncio.to_thread(self.files.read, name) if is_allowed else None
        return Opened(file, data) if file and data is not None else None
