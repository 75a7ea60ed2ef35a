"""The net under the suite catches what it is for."""

import json
import logging
from collections.abc import Callable
from urllib.parse import quote

import pytest

from handlers.messages import Message, dump_message
from storage.database import Database
from tests.factories.leaks import Net
from tests.factories.talk import LAN, MONDAY, build_chat, build_settings

TOKEN = "987654321:AAhardlyAnyTokenLooksLikeThisOne"
SAID = "Cống trước số nhà 12 ngõ Gạch tắc đã hai tuần"


@pytest.fixture
async def told(sqlite: Database) -> None:
    """Somebody has said something."""
    async with sqlite.write() as work:
        await work.inbox.add(LAN, "1", dump_message(Message(LAN, "1", SAID, MONDAY)), now=MONDAY)


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.ERROR])
def test_a_text_is_caught_at_every_level(net: Net, told: None, level: int) -> None:
    logging.getLogger("some.library").log(level, "calling with %r", {"text": SAID})
    assert net.draw() == ["some.library: text"]
    assert net.draw() == []


@pytest.mark.parametrize("disguise", [quote, json.dumps, repr])
def test_a_text_is_caught_in_disguise(net: Net, told: None, disguise: Callable[[str], str]) -> None:
    logging.getLogger("some.library").info("POST %s", disguise(SAID))
    assert net.draw() == ["some.library: text"]


def test_a_text_is_caught_in_a_traceback(net: Net, told: None) -> None:
    try:
        raise ValueError(SAID)
    except ValueError:
        logging.getLogger("bot.worker").exception("it failed")
    assert net.draw() == ["bot.worker: text"]


def test_tokens_are_caught_that_were_set_and_those_of_the_shape(net: Net) -> None:
    build_settings(zalo_app_secret="hardly-a-secret")
    logging.getLogger("a").debug("hardly-a-secret")
    logging.getLogger("b").debug("https://api.telegram.org/bot%s/getMe", TOKEN)
    assert net.draw() == ["a: token", "b: token"]


@pytest.mark.parametrize("phone", ["0912345678", "0912 345 678", "+84912345678", "84 912 345 678"])
def test_a_phone_is_caught(net: Net, phone: str) -> None:
    logging.getLogger("a").info("calling %s now", phone)
    assert net.draw() == ["a: phone"]


@pytest.mark.parametrize("number", ["1750316131602", "2026-11-23 07:30:00", "10.7626, 106.6602"])
def test_other_numbers_are_let_through(net: Net, number: str) -> None:
    logging.getLogger("a").info("at %s", number)
    assert net.draw() == []


async def test_a_conversation_is_looked_into(sqlite: Database, net: Net) -> None:
    chat = build_chat(sqlite)
    answer = await chat.says(SAID)
    logging.getLogger("a").info("answered %s", answer.splitlines()[0])
    assert net.draw() == ["a: text"]
