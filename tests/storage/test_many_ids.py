"""More ids than one statement takes: 65,535 values on PostgreSQL, 32,766 on SQLite."""

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from storage.database import Database
from storage.work import Work

IDS = range(1, 66_000)
DAY = dt.date(2026, 12, 4)


@pytest.mark.parametrize(
    "ask",
    [
        lambda work: work.due_days.find_open(IDS),
        lambda work: work.due_days.plan_anew(ids=IDS, on=DAY),
    ],
    ids=["find_open", "plan_anew"],
)
async def test_many_ids(database: Database, ask: Callable[[Work], Awaitable[object]]) -> None:
    async with database.write() as work:
        assert not await ask(work)
