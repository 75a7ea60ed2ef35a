"""A town with one case that has just come in, and its officials talking."""

import pytest

from storage.database import Database
from storage.values import Case
from tests.factories.cases import Town, found_town, open_case
from tests.factories.casework import Talk, build_talk


@pytest.fixture
async def town(sqlite: Database) -> Town:
    async with sqlite.write() as work:
        return await found_town(work)


@pytest.fixture
async def case(sqlite: Database, town: Town) -> Case:
    async with sqlite.write() as work:
        return await open_case(work, town.place_id)


@pytest.fixture
def talk(sqlite: Database, town: Town) -> Talk:
    return build_talk(sqlite, town)
