"""SIGKILL at the worst moments: after a restart there is one effect, and the reply arrives."""

import json
from pathlib import Path

import pytest

from handlers.messages import Message, dump_message
from knowledge.case_codes import find_code
from storage.database import Database
from storage.values import Address, PlanState
from tests.bot.conftest import Workers
from tests.factories.clerk import NEXT, add, link_clerk, load
from tests.factories.talk import MONDAY, Chat, build_chat

pytestmark = pytest.mark.slow

LAN = Address("web", "lan")
MESSAGE = Message(LAN, "m-kill", "gửi", MONDAY)


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
    point: str,
    deliveries: int,
    database: Database,
    database_url: str,
    tmp_path: Path,
    workers: Workers,
) -> None:
    await write_draft(database)
    if point != "before_ack":
        await deliver_update(database)
    sent = tmp_path / "sent.jsonl"
    assert await workers.run(database_url, sent, point=point) == [-9]
    await deliver_update(database)  # the channel was not told, so it brings the update again
    assert await workers.run(database_url, sent) == [0]
    async with database.read() as work:
        cases = await work.cases.list_all()
    delivered = [json.loads(line) for line in sent.read_text("utf-8").splitlines()]
    assert len(cases) == 1
    assert [find_code(d["text"]) for d in delivered] == [cases[0].code] * deliveries
    assert len({d["key"] for d in delivered}) == 1  # a repeat is visible as one


async def confirm_newer(database: Database) -> None:
    """Let a clerk say that a new version is right, to nobody yet."""
    chat: Chat = build_chat(database)
    await load(chat)
    await link_clerk(chat)
    await add(chat, NEXT, is_announced=False)
    async with database.write() as work:
        confirm = Message(LAN, "m-confirm", "xác nhận kế hoạch 2", MONDAY)
        await work.inbox.add(LAN, confirm.id, dump_message(confirm), now=MONDAY)


async def list_states(database: Database) -> list[PlanState]:
    async with database.read() as work:
        return [plan.state for plan in await work.plans.list_all()]


@pytest.mark.parametrize(
    ("point", "states"),
    [
        ("before_commit", [PlanState.CONFIRMED, PlanState.DRAFT]),
        ("after_commit", [PlanState.SUPERSEDED, PlanState.CONFIRMED]),
    ],
)
async def test_the_old_plan_or_the_new_one_is_in_force_never_both(
    point: str,
    states: list[PlanState],
    database: Database,
    database_url: str,
    tmp_path: Path,
    workers: Workers,
) -> None:
    sent = tmp_path / "sent.jsonl"
    await confirm_newer(database)
    assert await workers.run(database_url, sent, point=point) == [-9]
    assert await list_states(database) == states
    assert await workers.run(database_url, sent) == [0]
    assert await list_states(database) == [PlanState.SUPERSEDED, PlanState.CONFIRMED]
    assert "Đã xác nhận kế hoạch 2" in json.loads(sent.read_text("utf-8").splitlines()[-1])["text"]
