"""Several worker processes on one database: each message once, in order for each person."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from handlers.messages import Message, dump_message
from knowledge.case_codes import build_code
from storage.database import Database
from storage.values import Address
from tests.bot.conftest import Workers
from tests.factories.talk import MONDAY

pytestmark = pytest.mark.slow

PEOPLE, MESSAGES, PROCESSES = 12, 8, 3  # fewer look-ups of unknown codes than one may try


def code(person: int, number: int) -> str:
    return build_code(MONDAY.date(), [0, 0, 0, person, number])


async def store_messages(database: Database) -> None:
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        for number in range(MESSAGES):
            for person in range(PEOPLE):
                address = Address("web", f"p{person}")
                message = Message(address, f"{person}-{number}", code(person, number), MONDAY)
                await work.inbox.add(address, message.id, dump_message(message), now=MONDAY)


async def test_three_processes_keep_order_and_count(
    database: Database, database_url: str, tmp_path: Path, workers: Workers
) -> None:
    await store_messages(database)
    sent = tmp_path / "sent.jsonl"
    assert await workers.run(database_url, sent, count=PROCESSES) == [0] * PROCESSES
    heard: dict[str, list[str]] = defaultdict(list)
    for line in sent.read_text("utf-8").splitlines():
        delivered = json.loads(line)
        heard[delivered["user"]].append(delivered["text"])
    for person in range(PEOPLE):
        texts = heard[f"p{person}"]
        assert len(texts) == MESSAGES
        for number, text in enumerate(texts):
            assert code(person, number) in text
