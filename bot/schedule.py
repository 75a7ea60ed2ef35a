"""The alarm clock: it only wakes us; what is due is read from, and claimed in, the database."""

import datetime as dt
import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)


class Schedule:
    """Call `tick` every `interval` while started; ticks never overlap."""

    def __init__(self, tick: Callable[[], Awaitable[object]], *, interval: dt.timedelta) -> None:
        self._tick = tick
        self._scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=interval.total_seconds(),
            next_run_time=dt.datetime.now(dt.UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    async def _run(self) -> None:
        try:
            await self._tick()
        except Exception:  # a bad tick must not stop the clock
            log.exception("a tick of the schedule failed")

    def start(self) -> None:
        """Start ticking on the running loop, the first time at once."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
