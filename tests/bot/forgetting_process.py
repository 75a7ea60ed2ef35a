"""Forgetting in a process that a test kills.

python -m tests.bot.forgetting_process URL KEY FOLDER POINT

POINT says where the process kills itself with SIGKILL: "in_batch" (in the middle of a transaction),
"after_commit" (before the bytes go), "between" (after a batch), or "none".
"""

import asyncio
import datetime as dt
import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from handlers.cases.moves import CaseDesk
from handlers.retention.ages import Ages
from handlers.retention.forgetting import STEPS, Forgetting
from knowledge.calendar import load_calendar
from storage.cipher import Cipher
from storage.database import Database
from storage.erasing import Erasing
from storage.file_store import FileStore
from storage.work import Work
from tests.factories.talk import MONDAY

BATCH, LATE = 4, MONDAY + dt.timedelta(days=366 * 6)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DyingStore(FileStore):
    """Die when the first bytes are to go."""

    def remove(self, names: Iterable[str]) -> None:
        die()


class _DyingErasing(Erasing):
    """Die in the second batch, at its third case."""

    count = 0

    async def erase_case(self, case_id: int, *, now: dt.datetime) -> None:
        await super().erase_case(case_id, now=now)
        _DyingErasing.count += 1
        if _DyingErasing.count == BATCH + 3:
            die()


async def main(url: str, key: str, folder: str, point: str) -> None:
    database = Database(url, Cipher([key]))
    store = DyingStore if point == "after_commit" else FileStore
    database.files = store(Path(folder), database.cipher)
    if point == "in_batch":
        dying = property(lambda work: _DyingErasing(work._session, work._cipher))
        setattr(Work, "erasing", dying)  # noqa: B010  no type says that it may be another
    forgetting = Forgetting(database, CaseDesk(load_calendar()), Ages())
    [step] = [replace(each, batch=BATCH) for each in STEPS if each.name == "cases_anonymised"]
    while await forgetting.take(step, now=LATE) == BATCH:
        if point == "between":
            die()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
