"""The Telegram adapter against its double: what comes, webhooks, files, a whole conversation."""

import datetime as dt
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.base import Bot, Hooked, Malformed, Polled, Pressed, Refused, Said, TryLater
from bot.channels.silence import CONFLICT
from bot.channels.telegram.bot import TelegramBot
from handlers.messages import Button, Reply
from storage.database import Database
from storage.values import Account, Address
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble
from tests.factories.heard import Heard
from tests.factories.photos import write_jpeg
from tests.factories.talk import MONDAY
from tests.factories.telegram import NAME, open_bot, open_program

LAN = Address(NAME, "5012345678")
PUBLIC: dict[str, Any] = {"receive_by": "webhook", "public_url": "https://xa.example/"}
SECRET = "x-telegram-bot-api-secret-token"


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def bot(double: TelegramDouble, sqlite: Database) -> AsyncIterator[TelegramBot]:
    async with open_bot(double, sqlite, lease=dt.timedelta(seconds=2)) as bot:
        yield bot


def texts(heard: Heard) -> list[str]:
    return [event.message.text for event in heard.events if isinstance(event, Said)]


# Opening


async def test_who_we_are(double: TelegramDouble, bot: TelegramBot) -> None:
    assert await bot.ask() == Account(NAME, "123456789", "Một cửa", "https://t.me/motcua_bot")
    assert [method for method, _, _ in double.calls] == ["getMe"]
    assert isinstance(bot, Bot)
    assert isinstance(bot, Polled)
    assert isinstance(bot, Hooked)


async def test_polling_removes_the_webhook_and_sets_the_menu(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    double.hook = "https://cu.example/webhook"
    phone = double.phone(LAN.user)
    await phone.says("đã nhắn trước khi mở")
    await bot.open()
    assert double.feed.hook is None
    names = [each["command"] for each in double.store.commands[""]]
    assert names == ["huongdan", "phananh", "tracuu", "viec", "huy"]
    heard = Heard()
    await bot.poll(heard)
    assert texts(heard) == ["đã nhắn trước khi mở"]


async def test_a_token_that_is_refused(double: TelegramDouble, bot: TelegramBot) -> None:
    double.faults.script("getMe", Fault.UNAUTHORIZED)
    with pytest.raises(Refused, match="invalid_token"):
        await bot.open()


# What comes


async def test_an_update_is_gone_only_when_it_was_stored(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    phone, heard = double.phone(LAN.user), Heard(failures=1)
    await phone.says("một")
    await phone.says("hai")
    with pytest.raises(ConnectionError):
        await bot.poll(heard)
    await bot.poll(heard)
    assert texts(heard) == ["một", "hai"]
    await bot.poll(heard)
    assert (texts(heard), double.feed.pending) == (["một", "hai"], [])


async def test_what_cannot_be_read_holds_up_nothing(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    phone, heard = double.phone(LAN.user), Heard()
    await phone.says("một")
    double.feed.add("message", {"message_id": "x"})
    double.feed.add("message", [])  # type: ignore[arg-type]
    await phone.says("hai")
    await bot.poll(heard)
    assert texts(heard) == ["một", "hai"]
    await bot.poll(heard)
    assert double.feed.pending == []


@pytest.mark.parametrize(
    ("fault", "after"),
    [(Fault.BROKEN, None), (Fault.MALFORMED, None), (Fault.CUT, None), (Fault.BUSY, 1)],
)
async def test_a_poll_that_fails_is_made_again(
    double: TelegramDouble, bot: TelegramBot, fault: Fault, after: int | None
) -> None:
    await double.phone(LAN.user).says("một")
    double.faults.script("getUpdates", fault)
    with pytest.raises(TryLater) as caught:
        await bot.poll(Heard())
    assert caught.value.after == (dt.timedelta(seconds=after) if after else None)
    heard = Heard()
    await bot.poll(heard)
    assert texts(heard) == ["một"]


async def test_another_poller_is_told_of(double: TelegramDouble, bot: TelegramBot) -> None:
    double.hook = "https://khac.example/"
    with pytest.raises(TryLater) as caught:
        await bot.poll(Heard())
    assert caught.value.after == dt.timedelta(seconds=5)
    assert caught.value.code == CONFLICT


async def test_a_press_is_acknowledged_and_its_button_taken_away(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    phone, heard = double.phone(LAN.user), Heard()
    buttons = (Button("Xong 1", "xong 1"), Button("Xong 2", "xong 2"))
    await bot.send(LAN, Reply("Hai việc", buttons), key="7")
    await phone.presses("Xong 1")
    await bot.poll(heard)
    await bot.settle()
    [event] = heard.events
    assert isinstance(event, Pressed)
    assert (event.address, event.token[:6]) == (LAN, "1:7:0:")
    assert double.store.presses == set()
    assert phone.sees() == [("Hai việc", ("Xong 2",))]
    await phone.presses("Xong 2")
    await bot.poll(heard)
    await bot.settle()
    assert phone.sees() == [("Hai việc", ())]


async def test_a_press_counts_where_it_cannot_be_acknowledged(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    phone, heard = double.phone(LAN.user), Heard()
    await bot.send(LAN, Reply("Gửi chứ ạ?", (Button("Gửi", "gửi"),)), key="7")
    await phone.presses("Gửi")
    double.refuse("answerCallbackQuery", 400, "Bad Request: query is too old")
    double.refuse("editMessageReplyMarkup", 400, "Bad Request: message is not modified")
    await bot.poll(heard)
    await bot.settle()
    assert len(heard.events) == 1


# Webhooks


async def test_a_webhook_is_set_with_a_secret(double: TelegramDouble, sqlite: Database) -> None:
    async with open_bot(double, sqlite, **PUBLIC) as bot:
        await bot.open()
        assert double.hook == "https://xa.example/webhook/telegram/123456789"
        assert len(double.feed.secret) == 64
        assert double.token not in double.feed.secret
        assert bot.admits({SECRET: double.feed.secret})
        for wrong in (
            "",
            "x",
            double.feed.secret[:-1],
            double.feed.secret.upper(),
            "bí mật",
            "\udc80",
        ):
            assert not bot.admits({SECRET: wrong})
        assert not bot.admits({})


async def test_a_webhook_brings_one_update(double: TelegramDouble, sqlite: Database) -> None:
    async with open_bot(double, sqlite, **PUBLIC) as bot:
        await double.phone(LAN.user).says("Xin chào")
        [update] = double.feed.pending
        [event] = bot.read_hook({}, json.dumps(update).encode(), now=MONDAY)
        assert isinstance(event, Said)
        assert event.message.text == "Xin chào"
        for body in (b"", b"{}", b"[]", b"\xff"):
            with pytest.raises(Malformed):
                bot.read_hook({}, body, now=MONDAY)


async def test_a_webhooks_unreadable_update_is_not_asked_for_again(
    double: TelegramDouble, sqlite: Database
) -> None:
    async with open_bot(double, sqlite, **PUBLIC) as bot:
        assert bot.read_hook({}, b'{"update_id": 5, "message": {}}', now=MONDAY) == ()


async def test_a_webhooks_press_is_acknowledged(double: TelegramDouble, sqlite: Database) -> None:
    async with open_bot(double, sqlite, **PUBLIC) as bot:
        phone = double.phone(LAN.user)
        await bot.send(LAN, Reply("Gửi chứ ạ?", (Button("Gửi", "gửi"),)), key="7")
        await phone.presses("Gửi")
        [update] = double.feed.pending
        [event] = bot.read_hook({}, json.dumps(update).encode(), now=MONDAY)
        assert isinstance(event, Pressed)
        await bot.settle()
        assert phone.sees() == [("Gửi chứ ạ?", ())]


# Files


async def test_a_photo_is_fetched(double: TelegramDouble, bot: TelegramBot) -> None:
    picture, heard = write_jpeg(), Heard()
    await double.phone(LAN.user).sends_photo(picture, "Rác đầu ngõ")
    await bot.poll(heard)
    [event] = heard.events
    assert isinstance(event, Said)
    [photo] = event.message.attachments
    upload = await bot.fetch(photo.source)
    upload.stream.seek(0)
    assert (upload.stream.read(), upload.size) == (picture, len(picture))


async def test_files_that_are_not_to_be_had(
    double: TelegramDouble, bot: TelegramBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = double.store.keep(bytes(20 * 1024 * 1024 + 1), "phim.mp4")["file_id"]
    with pytest.raises(Refused, match="too_large"):
        await bot.fetch(large)
    with pytest.raises(Refused, match="Wrong file_id"):
        await bot.fetch("none")
    monkeypatch.setattr("bot.channels.telegram.bot.LARGEST", 7)
    with pytest.raises(Refused, match="too_large"):
        await bot.fetch(double.store.keep(b"%PDF-1.7", "a.pdf")["file_id"])


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("getFile", Fault.BUSY),
        ("getFile", Fault.BROKEN),
        ("file", Fault.CUT),
        ("file", Fault.BROKEN),
    ],
)
async def test_a_fetch_that_fails_is_tried_again(
    double: TelegramDouble, bot: TelegramBot, method: str, fault: Fault
) -> None:
    known = double.store.keep(b"%PDF-1.7", "a.pdf")["file_id"]
    double.faults.script(method, fault)
    with pytest.raises(TryLater):
        await bot.fetch(known)
    assert (await bot.fetch(known)).size == 8


# A whole conversation


async def test_a_conversation(double: TelegramDouble, database: Database) -> None:
    phone = double.phone(LAN.user)
    async with open_program(double, database) as app:
        [bot] = app.bots
        assert isinstance(bot, TelegramBot)
        double.faults.script("getUpdates", Fault.TWICE)
        await phone.says("/start")
        await bot.poll(app.receiver.receive)
        await app.drain()
        [greeting] = phone.heard()
        assert greeting.buttons
        await phone.presses(greeting.buttons[0])
        await bot.poll(app.receiver.receive)
        await app.drain()
        assert len(phone.heard()) == 2


async def test_an_edit_is_handled_once(double: TelegramDouble, sqlite: Database) -> None:
    phone = double.phone(LAN.user)
    async with open_program(double, sqlite) as app:
        [bot] = app.bots
        assert isinstance(bot, TelegramBot)
        await phone.says("xin chào")
        await phone.edits("xin chào ạ")
        await bot.poll(app.receiver.receive)
        await app.drain()
        assert len(phone.heard()) == 1


async def test_nothing_private_is_logged(
    double: TelegramDouble, bot: TelegramBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    phone, private = double.phone(LAN.user), "nhà tôi ở thôn Đình, số 0901234567"
    await bot.open()
    await phone.says(private)
    await bot.poll(Heard())
    double.faults.script("sendMessage", Fault.MALFORMED, Fault.BROKEN, Fault.CUT, Fault.BUSY)
    for number in range(4):
        with pytest.raises(TryLater) as caught:
            await bot.send(LAN, Reply(private), key=str(number))
        assert str(caught.value) == ""
    double.feed.add("message", {"text": private})
    await bot.poll(Heard())
    assert caplog.records
    for record in caplog.records:
        told = record.getMessage() + (record.exc_text or "")
        for secret in (double.token, double.token.partition(":")[2], private, "0901234567"):
            assert secret not in told
