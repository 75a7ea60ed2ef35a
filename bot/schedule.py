"""The alarm clock: it only wakes us; what is due is read from, and claimed in, the database."""

import datetime as dt
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Schedule:
    """Call `ring` every `interval` while started, the first time at once."""

    def __init__(self, ring: Callable[[], None], *, interval: dt.timedelta) -> None:
        self._ring = ring
        self._scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=interval.total_seconds(),
            next_run_time=dt.datetime.now(dt.UTC),
            coalesce=True,
            misfire_grace_time=None,
        )

    async def _run(self) -> None:
        """Ring on the loop itself, not in one of the scheduler's threads."""
        self._ring()

    def start(self) -> None:
        """Start ringing on the running loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ringing; nothing that was begun is cancelled, as ringing takes no time."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
