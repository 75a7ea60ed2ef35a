"""How each day was served: replies within a few seconds, and nothing lost."""

import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from handlers.places import own_place
from handlers.texts.forms import begin_day, local_day
from storage.values import Locality
from storage.values.service import ServiceDay
from storage.work import Work

SHARE = 0.95  # of replies that are to be in time
EVERY, HOUR = dt.timedelta(minutes=5), dt.timedelta(hours=1)
WEEK, MONTH = 7, 30
DAY = dt.timedelta(days=1)
LOOKED_AT_AGAIN = 7  # days: what was given up may be sent again by hand
_LEASE, _WEEKLY = "service days", "service week"


@dataclass(frozen=True, slots=True)
class Served:
    """How messages of a day, or of several, were answered; `slowest` is in seconds."""

    replies: int = 0
    in_time: int = 0
    seconds: int = 0
    slowest: float = 0
    lost: int = 0

    @property
    def share(self) -> float | None:
        """Give the share of replies in time; None where there were none."""
        return self.in_time / self.replies if self.replies else None

    @property
    def percent(self) -> int:
        """Give that share as whole percents, never rounded up."""
        return self.in_time * 100 // self.replies if self.replies else 0

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise was kept."""
        return not self.lost and (self.share is None or self.share >= SHARE)


async def count_days(work: Work, *, seconds: int, now: dt.datetime) -> None:
    """Count today and yesterday anew every few minutes, the week every hour, in one process.

    With 10,000 replies a day a day takes 50 ms, for which SQLite keeps other writers waiting.
    """
    holder = secrets.token_hex(16)
    if not await work.leases.take(_LEASE, holder, now=now, lease=EVERY):
        return
    is_hour_over = await work.leases.take(_WEEKLY, holder, now=now, lease=HOUR)
    today = local_day(now)
    for back in range(LOOKED_AT_AGAIN if is_hour_over else 2):
        day = today - back * DAY
        since, until = begin_day(day), begin_day(day + DAY)
        found = await work.service_days.count(day, since, until, seconds=seconds, now=now)
        await work.service_days.save(found, now=now)


def add_up(days: Iterable[ServiceDay]) -> Served:
    """Add up what channels have served."""
    whole = list(days)
    return Served(
        replies=sum(each.replies for each in whole),
        in_time=sum(each.in_time for each in whole),
        seconds=max((each.seconds for each in whole), default=0),
        slowest=max((each.slowest_ms for each in whole), default=0) / 1000,
        lost=sum(each.lost for each in whole),
    )


async def list_days(
    work: Work, place: Locality, first: dt.date, *, place_name: str | None
) -> Sequence[ServiceDay]:
    """List the days of a place's channels from one on, the latest first."""
    is_ours = await _find_channels(work, place, place_name)
    return [each for each in await work.service_days.list_from(first) if is_ours(each.channel)]


async def _find_channels(
    work: Work, place: Locality, place_name: str | None
) -> Callable[[str], bool]:
    """Give what tells a place's channels: its own, and those that serve every place."""
    homes = {each.channel: each.locality_id for each in await work.accounts.list_all()}
    own = own_place(await work.localities.list_all(), place_name)
    common = place.id if own is None else own.id
    return lambda channel: (homes.get(channel) or common) == place.id


async def find_week(
    work: Work, place: Locality, *, place_name: str | None, now: dt.datetime
) -> Served:
    """Add up the last seven days that are over."""
    today = local_day(now)
    days = await list_days(work, place, today - WEEK * DAY, place_name=place_name)
    return add_up(each for each in days if each.day < today)
