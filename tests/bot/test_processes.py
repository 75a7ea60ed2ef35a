"""Several worker processes on one database: each message once, in order for each person."""

import asyncio
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from handlers.messages import Message, dump_message
from knowledge.case_codes import build_code
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from tests.factories.talk import MONDAY

ROOT = Path(__file__).parents[2]
PEOPLE, MESSAGES, PROCESSES = 8, 12, 3


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
    database_url: str, keys: list[str], tmp_path: Path
) -> None:
    database = Database(database_url, Cipher(keys))
    await store_messages(database)
    sent = tmp_path / "sent.jsonl"
    command = [sys.executable, "-m", "tests.bot.worker_process", "none", database_url, keys[0]]
    running = [subprocess.Popen([*command, str(sent)], cwd=ROOT) for _ in range(PROCESSES)]
    codes = [await asyncio.to_thread(process.wait, 90) for process in running]
    await database.close()
    assert codes == [0] * PROCESSES
    heard: dict[str, list[str]] = defaultdict(list)
    for line in sent.read_text("utf-8").splitlines():
        delivered = json.loads(line)
        heard[delivered["user"]].append(delivered["text"])
    for person in range(PEOPLE):
        texts = heard[f"p{person}"]
        assert len(texts) == MESSAGES
        for number, text in enumerate(texts):
            assert code(person, number) in text
