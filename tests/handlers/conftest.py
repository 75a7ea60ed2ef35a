"""A conversation over a real SQLite database with one place."""

import pytest

from storage.database import Database
from tests.factories.talk import Chat, build_chat

PLACE = "xã Bến Lụa"


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    async with sqlite.write() as work:
        await work.localities.ensure(PLACE)
    return build_chat(sqlite)
