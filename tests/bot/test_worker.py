"""The worker and the courier: retries, parking, late claims; nothing is lost or done twice."""

import datetime as dt
from typing import Any

import pytest

from bot.app import build
from bot.delivery.delays import LONGEST_DELAY, back_off
from handlers.conversation import Conversation
from handlers.messages import Message, Reply
from handlers.turn import Effect, only_say
from storage.database import Database
from storage.values import Address, OutboxKind
from tests.factories.talk import FixedClock, RecordingChannel, build_chat, build_settings

LAN = Address("web", "lan")
GOOD = '{"v": 1, "text": "xin chào", "buttons": []}'


class BrokenConversation:
    """Fail as often as told, then answer."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    async def respond(self, message: Message, **facts: Any) -> Effect:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("a defect")
        return only_say(Reply(f"đã đọc: {message.text}"))


def build_broken(database: Database, failures: int) -> tuple[Any, RecordingChannel, FixedClock]:
    channel, clock = RecordingChannel(), FixedClock()
    conversation: Conversation = BrokenConversation(failures)  # type: ignore[assignment]
    app = build(
        build_settings(),
        database,
        channels={"web": channel},
        clock=clock,
        conversation=conversation,
    )
    return app, channel, clock


async def test_a_defect_is_retried_and_then_answered(sqlite: Database) -> None:
    app, channel, clock = build_broken(sqlite, failures=2)
    await app.intake.receive(Message(LAN, "m1", "xin chào", clock.now()))
    for _ in range(4):
        await app.drain()
        clock.advance(minutes=2)
    assert [reply.text for _, reply, _ in channel.sent] == ["đã đọc: xin chào"]


async def test_five_defects_park_the_message_say_so_and_free_the_next(sqlite: Database) -> None:
    app, channel, clock = build_broken(sqlite, failures=5)
    await app.intake.receive(Message(LAN, "m1", "một", clock.now()))
    await app.intake.receive(Message(LAN, "m2", "hai", clock.now()))
    for _ in range(6):
        await app.drain()
        clock.advance(minutes=2)
    texts = [reply.text for _, reply, _ in channel.sent]
    assert "sự cố" in texts[0]
    assert texts[1:] == ["đã đọc: hai"]
    async with sqlite.read() as work:
        assert await work.inbox.count("parked") == 1


async def test_a_reply_that_fails_is_sent_again(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    chat.channel.failures = 2
    assert await chat.says("huỷ") == ""
    for _ in range(3):
        chat.clock.advance(minutes=1)
        await chat.app.courier.sweep()
    assert len(chat.heard()) == 1


async def test_a_reply_whose_maker_died_is_delivered_by_another(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    lease = chat.app.settings.lease
    async with sqlite.write() as work:
        await work.outbox.add(LAN, GOOD, kind=OutboxKind.REPLY, now=chat.clock.now(), lease=lease)
    assert await chat.app.courier.sweep() == 0
    chat.clock.advance(seconds=lease.total_seconds())
    assert await chat.app.courier.sweep() == 1
    assert chat.heard() == ["xin chào"]


async def test_a_reply_for_a_channel_of_another_process_is_left_to_it(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    console = Address("console", "an")
    await chat.app.intake.receive(Message(console, "c1", "huỷ", chat.clock.now()))
    await chat.app.drain()
    assert not chat.channel.sent
    async with sqlite.read() as work:
        assert await work.outbox.count("new") == 1


async def test_one_bad_reply_stops_neither_the_others_nor_the_program(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    async with sqlite.write() as work:
        for user, payload in (("lan", "not json"), ("minh", '{"v": 9}'), ("an", GOOD)):
            address = Address("web", user)
            await work.outbox.add(address, payload, kind=OutboxKind.REPLY, now=chat.clock.now())
    await chat.app.courier.sweep()
    assert [reply.text for _, reply, _ in chat.channel.sent] == ["xin chào"]
    for _ in range(5):
        chat.clock.advance(minutes=30)
        await chat.app.courier.sweep()
    async with sqlite.read() as work:
        assert await work.outbox.count("parked") == 2


async def test_replies_whose_lease_ended_in_a_slow_batch_are_left_to_the_next(
    sqlite: Database,
) -> None:
    chat = build_chat(sqlite)
    lease = chat.app.settings.lease
    async with sqlite.write() as work:
        born = [
            await work.outbox.add(
                LAN, GOOD, kind=OutboxKind.DIGEST, now=chat.clock.now(), lease=lease
            )
            for _ in range(2)
        ]
    await chat.app.courier.deliver(born[:1])
    chat.clock.advance(seconds=lease.total_seconds())
    await chat.app.courier.deliver(born[1:])
    assert len(chat.heard()) == 1
    await chat.app.courier.sweep()
    assert len(chat.heard()) == 2


async def test_a_reply_waits_for_the_one_that_another_process_is_delivering(
    sqlite: Database,
) -> None:
    chat = build_chat(sqlite)
    async with sqlite.write() as work:
        other = await work.outbox.add(
            LAN, GOOD, kind=OutboxKind.REPLY, now=chat.clock.now(), lease=chat.app.settings.lease
        )
    assert await chat.says("cảm ơn") == ""
    await chat.app.courier.deliver([other])
    await chat.app.courier.sweep()
    assert [text[:8] for text in chat.heard()] == ["xin chào", "Cảm ơn Ô"]


@pytest.mark.parametrize("attempts", range(20))
def test_delays_double_up_to_a_limit(attempts: int) -> None:
    delay = back_off(attempts)
    assert dt.timedelta(seconds=1) < delay <= LONGEST_DELAY * 1.25
