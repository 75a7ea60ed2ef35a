"""SIGKILL at the worst moments: after a restart there is one effect, and the reply arrives."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.messages import Message, dump_message
from knowledge.case_codes import find_code
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from tests.factories.talk import MONDAY, Chat, build_chat

ROOT = Path(__file__).parents[2]
LAN = Address("web", "lan")
MESSAGE = Message(LAN, "m-kill", "gửi", MONDAY)


def run_worker(point: str, url: str, key: str, file: Path) -> int:
    command = [sys.executable, "-m", "tests.bot.worker_process", point, url, key, str(file)]
    return subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode


async def write_draft(database: Database) -> None:
    """Bring a citizen to the point where "gửi" makes a case."""
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    chat: Chat = build_chat(database)
    for text in ("phản ánh", "Đèn đường đầu thôn hỏng cả tháng nay", "bỏ qua"):
        await chat.says(text)


async def deliver_update(database: Database) -> None:
    """Store the update as a channel does; a second time changes nothing."""
    async with database.write() as work:
        await work.inbox.add(LAN, MESSAGE.id, dump_message(MESSAGE), now=MONDAY)


@pytest.mark.parametrize(
    ("point", "deliveries"),
    [("before_ack", 1), ("after_claim", 1), ("before_commit", 1), ("after_commit", 1),
     ("after_send", 2)],
)  # fmt: skip
async def test_one_effect_and_the_reply_arrives(
    point: str, deliveries: int, database_url: str, keys: list[str], tmp_path: Path
) -> None:
    database = Database(database_url, Cipher(keys))
    await write_draft(database)
    if point != "before_ack":
        await deliver_update(database)
    sent = tmp_path / "sent.jsonl"
    killed = await asyncio.to_thread(run_worker, point, database_url, keys[0], sent)
    assert killed == -9
    await deliver_update(database)  # the channel was not told, so it brings the update again
    assert await asyncio.to_thread(run_worker, "none", database_url, keys[0], sent) == 0
    async with database.read() as work:
        cases = await work.cases.list_all()
    await database.close()
    delivered = [json.loads(line) for line in sent.read_text("utf-8").splitlines()]
    assert len(cases) == 1
    assert [find_code(d["text"]) for d in delivered] == [cases[0].code] * deliveries
    assert len({d["key"] for d in delivered}) == 1  # a repeat is visible as one
