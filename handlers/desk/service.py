"""“Báo cáo”: how the last days were served."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from handlers.desk.visitor import Power, Visitor
from handlers.service.promise import DAY, MONTH, Served, add_up, list_days
from handlers.texts.forms import local_day
from storage.work import Work


@dataclass(frozen=True, slots=True)
class ServiceView:
    """How the last days were served, the latest first, and all of them together."""

    days: tuple[tuple[dt.date, Served], ...]
    whole: Served


async def read_service(
    work: Work, visitor: Visitor, *, place_name: str | None, now: dt.datetime
) -> ServiceView:
    """Read how the channels of the visitor's place have served the last thirty days."""
    visitor.check(Power.VIEW_REPORTS)
    first = local_day(now) - (MONTH - 1) * DAY
    days = await list_days(work, visitor.place, first, place_name=place_name)
    by_day = groupby(days, key=lambda each: each.day)
    return ServiceView(tuple((day, add_up(each)) for day, each in by_day), add_up(days))
