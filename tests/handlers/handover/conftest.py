"""A citizen, Lan, and the clerk of her commune."""

import pytest

from storage.database import Database
from tests.factories.handover import ask_official, build_town, link_official
from tests.factories.talk import Chat


@pytest.fixture
async def lan(sqlite: Database) -> Chat:
    return await build_town(sqlite)


@pytest.fixture
async def clerk(lan: Chat) -> Chat:
    return await link_official(lan, "an", "Trần Văn An")


@pytest.fixture
async def asked(lan: Chat, clerk: Chat) -> None:
    """Let Lan ask the officials."""
    await ask_official(lan)


@pytest.fixture
async def second(lan: Chat, asked: None) -> Chat:
    """Link a clerk who came after the question."""
    return await link_official(lan, "binh", "Lê Thị Bình")
