"""A short rest after the database was away, before anything is claimed again."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from bot.clock import Clock
from storage.database import Database
from storage.errors import Unavailable

REST = dt.timedelta(seconds=2)


class Settling:
    """Let those record first who have sent something and could not write that down.

    Leases have ended meanwhile: who claims at once would send the same again.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._was_away = False
        self._until: dt.datetime | None = None

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note that the database is away."""
        try:
            yield
        except Unavailable:
            self._was_away = True
            raise

    async def rests(self) -> bool:
        """Tell whether to wait; the rest begins when the database answers."""
        if self._was_away:
            async with self._database.read() as work:
                await work.meta.find("")
            self._was_away, self._until = False, self._clock.now() + REST
        left = self._until - self._clock.now() if self._until else dt.timedelta()
        return dt.timedelta() < left <= REST  # longer: the clock was set back meanwhile
