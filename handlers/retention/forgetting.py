"""Forgetting what has come of age: once a day, a few things at a time, each few in one step.

A process that is killed leaves nothing half done: what was committed is gone, the rest is found
again. The bytes of files go after the commit; those that a kill leaves are swept.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.cases.moves import CaseDesk
from handlers.retention.ages import Ages
from handlers.retention.cases import list_case_steps
from handlers.retention.caution import may_forget
from handlers.retention.rows import list_row_steps
from handlers.retention.steps import Forgetter, Found, Step
from handlers.texts.forms import local_day
from storage.database import Database
from storage.work import Work

ROUNDS = 20  # batches of a step at one tick: 200 cases
STEPS = (*list_case_steps(), *list_row_steps())
_FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Coming:
    """What of a kind would go now, and what more by a moment to come."""

    name: str
    now: Found
    later: Found


class Forgetting:
    """Let go what has been kept long enough."""

    def __init__(self, database: Database, desk: CaseDesk, ages: Ages) -> None:
        self._database = database
        self._given = Forgetter(desk, ages)
        self._tried_on: dt.date | None = None

    async def list_due(self, *, now: dt.datetime) -> Sequence[Step]:
        """List the steps that have not been finished today; what failed is tried again daily.

        None on the day after an age was made shorter.
        """
        if self._tried_on != (today := local_day(now)):
            self._tried_on = today
            self._given.left.clear()
        async with self._database.read() as work:
            done = await _find_done(work, now)
        if len(done) == len(STEPS):
            return ()
        async with self._database.write() as work:
            if not await may_forget(work, self._given.ages, now=now):
                return ()
        return [step for step in STEPS if step.name not in done]

    async def go_on(self, step: Step, *, now: dt.datetime) -> int:
        """Take a step some batches further; return how many things were taken on."""
        total = 0
        for _ in range(ROUNDS):
            count = await self.take(step, now=now)
            total += count
            if count < step.batch:
                break
        if total:
            await self._database.empty_log()
        return total

    async def take(self, step: Step, *, now: dt.datetime) -> int:
        """Take one batch in a transaction; fewer than a batch means that today's is done."""
        async with self._database.write() as work:
            count = await step.forget(work, self._given, now, step.batch)
            if count < step.batch:
                done = await _find_done(work, now)
                await work.meta.save(_FORGOTTEN, " ".join([_day(now), *done, step.name]))
        return count

    async def foresee(
        self, work: Work, *, now: dt.datetime, until: dt.datetime
    ) -> Sequence[Coming]:
        """Tell, kind by kind, what would go now and what more until a moment to come."""
        return [await self._foresee(work, step, now, until) for step in STEPS]

    async def _foresee(
        self, work: Work, step: Step, now: dt.datetime, until: dt.datetime
    ) -> Coming:
        ages = self._given.ages
        first = await step.find(work, ages, now, True)
        both = await step.find(work, ages, until, False)
        codes = sorted(set(both.codes) - set(first.codes))
        count, files = max(0, both.count - first.count), max(0, both.files - first.files)
        return Coming(step.name, first, Found(count, codes, files))


async def _find_done(work: Work, now: dt.datetime) -> Sequence[str]:
    """Find which steps are done today; another process may be at the others."""
    day, *done = (await work.meta.find(_FORGOTTEN) or "").split(" ")
    return done if day == _day(now) else ()


def _day(now: dt.datetime) -> str:
    return local_day(now).isoformat()
