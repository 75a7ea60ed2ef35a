"""The machine's clock, doubted: what is due by a clock that is wrong waits until it is right.

Replies do not wait. What is due is claimed once, whatever the clock does, so that a jump makes
nothing go out twice; it can make things go out at the wrong hour, or delete them too early.
"""

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.errors import terminal_language
from bot.probes import fetch_time
from bot.settings import Settings
from bot.troubles import Troubles
from handlers.texts import say
from storage.database import Database

log = logging.getLogger(__name__)
BUILT_ON = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)  # renewed with every release
JUMP = dt.timedelta(minutes=2)
APART = dt.timedelta(minutes=10)
ASKED_EVERY = 3600.0  # seconds between looks at another machine's clock
ASKED_AGAIN = 300.0  # while the clock is in doubt
LONGEST_DOUBT = 24 * 3600.0  # by what only the inbox says: it may have been wrong before
FetchTime = Callable[[str], Awaitable[dt.datetime | None]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock is not believed: a sentence's key, and how many minutes it is off."""

    key: str
    minutes: int = 0
    may_pass: bool = False  # what others say of the time weighs more


class ClockWatch:
    """Compare the clock with what else tells the time."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        troubles: Troubles,
        *,
        sources: Sequence[str] = (),
        trusts_server: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
        fetch: FetchTime = fetch_time,
    ) -> None:
        self._database = database
        self._clock = clock
        self._troubles = troubles
        self._sources = sources
        self._trusts_server = trusts_server
        self._monotonic = monotonic
        self._fetch = fetch
        self._drift: dt.timedelta | None = None  # of the clock from the monotonic one
        self._believed: dt.timedelta | None = None  # that drift when nothing first spoke against it
        self._asked_at: float | None = None
        self._off: dt.timedelta | None = None  # from other machines, when last asked
        self._doubted_at: float | None = None

    async def is_right(self) -> bool:
        """Tell whether what is due may be done by the clock; say so where that changes."""
        self._look_for_jump()
        doubt = await self._find_doubt()
        if doubt is None:
            self._doubted_at = None
            self._believed = self._drift if self._believed is None else self._believed
            self._troubles.clear("clock")
            return True
        if self._doubted_at is None:
            self._doubted_at = self._monotonic()
        sentence = say(doubt.key, terminal_language(), minutes=doubt.minutes)
        self._troubles.note("clock", "clock", sentence)
        return False

    def _look_for_jump(self) -> None:
        """Say in the log that the clock was set, or that the machine slept."""
        now, passed = self._clock.now(), dt.timedelta(seconds=self._monotonic())
        drift = now - dt.datetime.min.replace(tzinfo=dt.UTC) - passed
        jump = drift - self._drift if self._drift is not None else dt.timedelta()
        self._drift = drift
        if abs(jump) > JUMP:
            self._asked_at = None  # what others said was said of the clock before
            key = "log_clock_forward" if jump > dt.timedelta() else "log_clock_back"
            minutes = round(abs(jump) / dt.timedelta(minutes=1))
            log.warning("%s", say(key, terminal_language(), minutes=minutes))

    async def _find_doubt(self) -> Doubt | None:
        if self._clock.now() < BUILT_ON:
            return Doubt("log_clock_before_build")
        doubt = await self._ask_database()
        off = await self._ask_others(is_doubted=doubt is not None)
        if off is not None:
            return Doubt("log_clock_off", _minutes(off)) if abs(off) > APART else None
        return None if doubt and doubt.may_pass and self._may_pass() else doubt

    async def _ask_database(self) -> Doubt | None:
        async with self._database.read() as work:
            theirs = await work.standings.find_time() if self._trusts_server else None
            newest = await work.inbox.find_newest()
        now = self._clock.now()
        if theirs and abs(theirs - now) > APART:
            return Doubt("log_clock_differs", _minutes(theirs - now))
        if newest and newest - now > APART:
            return Doubt("log_clock_behind", _minutes(newest - now), may_pass=True)
        return None

    def _may_pass(self) -> bool:
        """Tell whether messages from later than now were stored by a clock that was ahead.

        So it is where the clock is back at what was believed first, or nothing better comes up.
        """
        doubted, drift = self._doubted_at, self._drift
        if doubted is not None and self._monotonic() - doubted > LONGEST_DOUBT:
            self._believed = drift
        return (
            drift is not None and self._believed is not None and abs(drift - self._believed) <= JUMP
        )

    async def _ask_others(self, *, is_doubted: bool) -> dt.timedelta | None:
        """Give by how much the services' clocks are ahead of ours; None where none answers."""
        doubts = is_doubted or self._doubted_at is not None
        pause, now = ASKED_AGAIN if doubts else ASKED_EVERY, self._monotonic()
        if self._asked_at is None or now - self._asked_at >= pause:
            self._asked_at = now
            self._off = await measure_off(self._sources, self._clock, fetch=self._fetch)
        return self._off


async def measure_off(
    urls: Sequence[str], clock: Clock, *, fetch: FetchTime = fetch_time
) -> dt.timedelta | None:
    """Measure by how much other machines are ahead of our clock; the nearest to ours counts."""
    offs = await asyncio.gather(*(_measure_one(url, clock, fetch) for url in urls))
    known = [off for off in offs if off is not None]
    return min(known, key=abs) if known else None


async def _measure_one(url: str, clock: Clock, fetch: FetchTime) -> dt.timedelta | None:
    begun = clock.now()
    theirs = await fetch(url)
    return theirs - (begun + (clock.now() - begun) / 2) if theirs else None


def list_sources(settings: Settings) -> list[str]:
    """List the services that are in use anyway: their clocks are right, ours may not be."""
    used = {
        settings.telegram_url: settings.telegram_tokens,
        settings.zalo_bot_url: settings.zalo_bot_tokens,
        settings.zalo_oa_url: settings.zalo_app_id,
    }
    return [url for url, is_used in used.items() if is_used and url.startswith("https://")]


def _minutes(off: dt.timedelta) -> int:
    return round(abs(off) / dt.timedelta(minutes=1))
