"""How the week was served, in one sentence that everybody may read."""

import datetime as dt

from handlers.inherited import find_publicity
from handlers.service.promise import Served, find_week
from handlers.texts import say
from storage.values import Locality
from storage.work import Work


def say_served(served: Served, language: str = "vi", *, key: str = "service_week") -> str:
    """Say how many replies were in time and what was lost; empty where nothing was asked."""
    if not served.replies and not served.lost:
        return ""
    lost = say_lost(served, language)
    return say(key, language, percent=served.percent, seconds=served.seconds, lost=lost)


def say_lost(served: Served, language: str) -> str:
    """Say how many messages were lost."""
    key = "service_lost" if served.lost else "service_none_lost"
    return say(key, language, count=served.lost)


async def say_week(
    work: Work, place: Locality | None, language: str, *, place_name: str | None, now: dt.datetime
) -> str:
    """Say how a place was served last week, where its office shows it; else nothing."""
    if place is None or not (await find_publicity(work, place.id)).value:
        return ""
    return say_served(await find_week(work, place, place_name=place_name, now=now), language)
