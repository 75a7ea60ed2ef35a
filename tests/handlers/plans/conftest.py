"""A program three weeks before the plan's days, over SQLite; where rows change hands over both."""

import pytest

from storage.database import Database
from tests.factories.clerk import BEFORE
from tests.factories.talk import Chat, build_chat


def start(database: Database) -> Chat:
    chat = build_chat(database)
    chat.clock.moment = BEFORE
    return chat


@pytest.fixture
def chat(sqlite: Database) -> Chat:
    return start(sqlite)


@pytest.fixture
def either(database: Database) -> Chat:
    return start(database)
