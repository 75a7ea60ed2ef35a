"""A look at the whole installation: what the database says, and what this process sees."""

import asyncio
import contextlib
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from bot.app import App
from bot.channels.base import Polled
from bot.polling import name_turn
from bot.settings import Settings
from handlers.service.promise import DAY, Served, add_up
from handlers.texts.forms import local_day
from storage.disk import measure_free
from storage.migrate import head_revision
from storage.values.service import ServiceDay, Standing
from storage.work import Work

PATIENCE = 5.0  # seconds for the database; who asks gives up later


@dataclass(frozen=True, slots=True)
class Found:
    """What only the database knows; `ahead` is its clock minus ours, None where it has none."""

    standing: Standing
    ahead: dt.timedelta | None
    today: Served
    yesterday: Served
    mornings_missing: int


@dataclass(frozen=True, slots=True)
class Look:
    """How things stood at a moment; `found` is None where the database did not answer."""

    at: dt.datetime
    found: Found | None
    head: str | None
    free: int | None
    pollers: Sequence[str]
    leases: Mapping[str, dt.datetime] = field(default_factory=dict)


class Looking:
    """Look, but not more often than asked for, and once for all who ask at the same time."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._turn = asyncio.Lock()
        self._last: Look | None = None
        self._count = 0

    async def look(self, *, most_age: dt.timedelta) -> Look:
        """Give a look that is no older than that, or one that ended while we waited for it.

        Where the database hangs a look takes seconds: who asks meanwhile does not look in turn.
        """
        before = self._count
        async with self._turn:
            if self._last and self._count != before:
                return self._last
            now, last = self._app.clock.now(), self._last
            if last is None or not last.at <= now < last.at + most_age:
                last = self._last = await self._look_anew(now)
                self._count += 1
            return last

    async def _look_anew(self, now: dt.datetime) -> Look:
        bots = self._app.bots if self._app.settings.is_polling else ()
        pollers = [bot.name for bot in bots if isinstance(bot, Polled)]
        found = await self._find(now)
        leases = found.standing.leases if found else {}
        return Look(
            at=now,
            found=found,
            head=self._head,
            free=await asyncio.to_thread(self._measure_free),
            pollers=pollers,
            leases={name: leases[turn] for name in pollers if (turn := name_turn(name)) in leases},
        )

    @cached_property
    def _head(self) -> str | None:
        return head_revision()

    async def _find(self, now: dt.datetime) -> Found | None:
        """Ask the database; where it does not answer in time, that is what there is to tell."""
        return await self._app.troubles.attempt("looking", partial(self._ask, now))

    async def _ask(self, now: dt.datetime) -> Found:
        async with asyncio.timeout(PATIENCE), self._app.database.read() as work:
            return await self._read(work, now)

    async def _read(self, work: Work, now: dt.datetime) -> Found:
        today = local_day(now)
        standing = await work.standings.read(today=today, now=now)
        days = await work.service_days.list_from(today - DAY)
        return Found(
            standing=standing,
            ahead=await self._compare_clocks(work),
            today=_add_up(days, today),
            yesterday=_add_up(days, today - DAY),
            mornings_missing=await self._app.nudges.count_untold(work, now=now),
        )

    async def _compare_clocks(self, work: Work) -> dt.timedelta | None:
        before = self._app.clock.now()
        theirs = await work.standings.find_time()
        ours = before + (self._app.clock.now() - before) / 2
        return theirs - ours if theirs else None

    def _measure_free(self) -> int | None:
        with contextlib.suppress(OSError):
            return measure_fuller(self._app.settings)
        return None


def measure_fuller(settings: Settings) -> int:
    """Give the free bytes of the fuller of the disks that are written to."""
    folders = {settings.files_folder} | (set() if settings.database_url else {settings.data_dir})
    return min(map(measure_free, folders))


def _add_up(days: Sequence[ServiceDay], day: dt.date) -> Served:
    return add_up(each for each in days if each.day == day)
