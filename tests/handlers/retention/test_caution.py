"""An age made shorter, by mistake perhaps, lets nothing go for a day."""

import datetime as dt
from dataclasses import replace

import pytest

from handlers.retention.ages import Ages
from handlers.retention.caution import may_forget
from storage.database import Database
from tests.factories.talk import MONDAY

HOUR = dt.timedelta(hours=1)


async def ask(database: Database, ages: Ages, hours: float = 0) -> bool:
    async with database.write() as work:
        return await may_forget(work, ages, now=MONDAY + hours * HOUR)


@pytest.mark.parametrize(
    "shorter",
    [{"anonymise": 1}, {"bodies": 14}, {"delete": 10}, {"attachments": 30}, {"changes": 2}],
)
async def test_a_shorter_age_waits_a_day(sqlite: Database, shorter: dict[str, int]) -> None:
    assert await ask(sqlite, Ages())
    assert not await ask(sqlite, replace(Ages(), **shorter), 1)
    assert not await ask(sqlite, replace(Ages(), **shorter), 24)
    assert await ask(sqlite, replace(Ages(), **shorter), 25)
    assert await ask(sqlite, replace(Ages(), **shorter), 26)


@pytest.mark.parametrize("longer", [{"anonymise": 9}, {"bodies": 60}, {"logins": 7}])
async def test_a_longer_age_does_not(sqlite: Database, longer: dict[str, int]) -> None:
    assert await ask(sqlite, Ages())
    assert await ask(sqlite, replace(Ages(), **longer), 1)


async def test_a_mistake_taken_back_harms_nobody(sqlite: Database) -> None:
    assert await ask(sqlite, Ages())
    assert not await ask(sqlite, replace(Ages(), anonymise=1), 1)
    assert not await ask(sqlite, Ages(), 2)
    assert await ask(sqlite, Ages(), 26)
