"""A number that stands for nothing is asked about, and is never a question."""

import pytest

from storage.database import Database
from tests.factories.clerk import link, load
from tests.factories.talk import Chat, build_chat


@pytest.fixture
def chat(sqlite: Database) -> Chat:
    return build_chat(sqlite)


@pytest.mark.parametrize("number", ["1", "3", "12", "3."])
async def test_a_stray_number_is_asked_about(chat: Chat, number: str) -> None:
    await load(chat)
    assert "chưa ứng với lựa chọn nào" in await chat.says(number)


async def test_officials_are_told_of_their_list(chat: Chat) -> None:
    await load(chat)
    await link(chat)
    assert "“việc của tôi”" in await chat.says("9")


async def test_a_year_is_still_a_question(chat: Chat) -> None:
    await load(chat)
    assert "chưa ứng với" not in await chat.says("2026")
