"""What events become: messages stored once, presses as words, a human's answers as silence."""

import datetime as dt

import pytest

from bot.app import App
from bot.channels.base import Answered, Pressed, Said
from bot.channels.presses import Presses
from handlers.handover import staffed
from handlers.messages import Attachment, Button, Message, Reply, dump_reply, read_incoming
from storage.database import Database
from storage.models import OutboxRow
from storage.values import Address, OutboxKind
from tests.factories.talk import MONDAY, build_chat

LAN = Address("telegram:12345678", "lan")


@pytest.fixture
def app(sqlite: Database) -> App:
    return build_chat(sqlite).app


async def put_reply(database: Database, payload: str, *, to: Address = LAN) -> str:
    async with database.write() as work:
        outgoing = await work.outbox.add(to, payload, kind=OutboxKind.REPLY, now=MONDAY)
    return str(outgoing.id)


async def claim(database: Database) -> list[Message]:
    async with database.write() as work:
        found = await work.inbox.claim(now=MONDAY, lease=dt.timedelta(seconds=30), limit=9)
    return [read_incoming(incoming) for incoming in found]


def press(token: str, number: str = "p1", by: Address = LAN) -> Pressed:
    return Pressed(by, number, token, MONDAY)


TWO = Reply("Việc 1", (Button("Xong", "xong 1"), Button("Để sau", "nhắc lại 1 thứ hai")))


async def test_a_press_says_what_its_button_says_and_counts_once(app: App) -> None:
    key = await put_reply(app.database, dump_reply(TWO))
    token = Presses(app.database.cipher).sign(LAN, key, 1, "nhắc lại 1 thứ hai")
    assert await app.receiver.receive(press(token))
    assert not await app.receiver.receive(press(token))
    [message] = await claim(app.database)
    assert (message.text, message.attachments) == ("nhắc lại 1 thứ hai", ())


@pytest.mark.parametrize(
    "case", ["purged", "another release", "another key", "forged", "another's"]
)
async def test_a_press_that_says_nothing_any_more_is_answered(app: App, case: str) -> None:
    payload = dump_reply(TWO)
    if case == "another release":
        payload = payload.replace('"v": 1', '"v": 2')
    key = await put_reply(app.database, payload)
    if case == "another key":
        async with app.database.write() as work:
            row = await work._session.get(OutboxRow, int(key))
            assert row
            row.body_sealed = b"sealed with a key that is gone"
    number = "999" if case == "purged" else key
    token = Presses(app.database.cipher).sign(LAN, number, 0, "xong 1")
    by = Address(LAN.channel, "minh") if case == "another's" else LAN
    token = token[:-1] + ("0" if token[-1] != "0" else "1") if case == "forged" else token
    assert await app.receiver.receive(press(token, by=by))
    [message] = await claim(app.database)
    assert (message.text, message.attachments) == ("", (Attachment("old_button"),))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("xin chào", "xin chào"),
        ("nửa chữ \ud83d", "nửa chữ ?"),
        ("a\0b", "ab"),
        ("", ""),
        ("x" * 200_000, "x" * 200_000),
    ],
)
async def test_what_no_database_takes_is_mended(app: App, text: str, stored: str) -> None:
    attachment = Attachment("document", name=text[:40], source=text[:40])
    await app.receiver.receive(Said(Message(LAN, "1", text, MONDAY, (attachment,))))
    [message] = await claim(app.database)
    assert message.text == stored
    assert message.attachments[0].source == stored[:40]


async def test_an_endless_number_is_stored_under_a_short_one_once(database: Database) -> None:
    receiver = build_chat(database).app.receiver
    event = Said(Message(LAN, "7" * 5000, "xin chào", MONDAY))
    assert await receiver.receive(event)
    assert not await receiver.receive(event)
    assert await receiver.receive(Said(Message(LAN, "8" * 5000, "xin chào", MONDAY)))
    stranger = Address(LAN.channel, "u" * 129)
    assert not await receiver.receive(Said(Message(stranger, "9", "xin chào", MONDAY)))
    assert len(await claim(database)) == 1  # of one address at most one at a time
    async with database.read() as work:
        assert await work.inbox.count("new") == 1


async def test_a_humans_answer_silences_the_bot(app: App) -> None:
    assert await app.receiver.receive(Answered(LAN, "Chào bác", MONDAY))
    async with app.database.read() as work:
        kept = await work.dialogues.of(LAN)
    assert staffed.KIND in kept
