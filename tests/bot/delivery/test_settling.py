"""The rest after the database was away."""

import contextlib
import datetime as dt

from bot.delivery.settling import REST, Settling
from storage.database import Database
from storage.errors import Unavailable
from tests.factories.talk import FixedClock


def build_after_trouble(database: Database, clock: FixedClock) -> Settling:
    settling = Settling(database, clock)
    with contextlib.suppress(Unavailable), settling.noting():
        raise Unavailable("database_unreachable")
    return settling


async def test_it_rests_once_and_shortly(sqlite: Database) -> None:
    clock = FixedClock()
    settling = build_after_trouble(sqlite, clock)
    assert await settling.rests()
    clock.moment += REST
    assert not await settling.rests()


async def test_a_clock_set_back_does_not_prolong_it_by_hours(sqlite: Database) -> None:
    clock = FixedClock()
    settling = build_after_trouble(sqlite, clock)
    assert await settling.rests()
    clock.moment -= dt.timedelta(hours=7)
    assert not await settling.rests()
