"""Zalo's Bot API: what its webhook admits, and the bot inside the program."""

import datetime as dt
import json
import logging
from typing import Any

import pytest

from bot.channels.base import Malformed, Refused, Said, TryLater
from handlers.messages import Reply
from handlers.nudges.quotas import name_month
from storage.database import Database
from storage.values import Address
from tests.doubles.base import Fault
from tests.doubles.zalo_bot import TOKEN, ZaloBotDouble
from tests.factories.photos import write_jpeg
from tests.factories.talk import MONDAY, FixedClock
from tests.factories.zalo_bot import open_app, open_bot

SECRET = TOKEN.partition(":")[2]
NAME = "zalo_bot:87654321"
PRIVATE = "chuyện riêng"
PUBLIC: dict[str, Any] = {"receive_by": "webhook", "public_url": "https://xa.example/"}

# Webhook


@pytest.mark.parametrize("is_flat", [False, True])
async def test_both_shapes_of_a_webhook(sqlite: Database, is_flat: bool) -> None:
    update = {
        "event_name": "message.text.received",
        "message": {"chat": {"id": "a1"}, "from": {"id": "a1"}, "message_id": "m", "text": "chào"},
    }
    body = json.dumps(update if is_flat else {"ok": True, "result": update}).encode()
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        (event,) = bot.read_hook({}, body, now=MONDAY)
    assert isinstance(event, Said)
    assert (event.message.text, event.message.received_at) == ("chào", MONDAY)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b"null"])
async def test_what_is_no_update_is_malformed(sqlite: Database, body: bytes) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        with pytest.raises(Malformed):
            bot.read_hook({}, body, now=MONDAY)


async def test_only_who_knows_the_secret_is_admitted(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite, **PUBLIC) as bot:
        await bot.open()
        hook = double.bots[TOKEN].hook
        assert hook
        for given in ("", hook.secret[:-1], hook.secret + "0", hook.secret.upper(), "ư\xff", TOKEN):
            assert not bot.admits({"x-bot-api-secret-token": given})
        assert not bot.admits({})


# In the program


async def test_a_question_is_answered_and_counted(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_app(double, sqlite) as (app, bot):
        phone = double.phone("lan")
        await phone.says("xin chào")
        await bot.poll(app.receiver.receive)
        await app.drain()
        assert len(phone.heard()) == 1
        async with sqlite.read() as work:
            sent = await work.quotas.sent(name_month(app.clock.now()))
        assert sent == {NAME: 1}


async def test_a_repeated_update_has_one_effect(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_app(double, sqlite) as (app, bot):
        phone = double.phone("lan")
        double.faults.script("getUpdates", Fault.TWICE)
        await phone.says("xin chào")
        for _ in range(2):
            await bot.poll(app.receiver.receive)
        await app.drain()
        assert len(phone.heard()) == 1


async def test_a_used_up_quota_halts_the_bot_and_loses_nothing(sqlite: Database) -> None:
    async with ZaloBotDouble(quota=0) as double, open_app(double, sqlite) as (app, bot):
        phone = double.phone("lan")
        await phone.says("xin chào")
        await bot.poll(app.receiver.receive)
        await app.drain()
        assert not app.courier.can_take(NAME)
        assert double.count_calls("sendMessage") == 1
        double.quota = 5
        clock = app.clock
        assert isinstance(clock, FixedClock)
        clock.advance(minutes=1, seconds=1)
        await app.drain()
        assert len(phone.heard()) == 1


async def test_a_photo_with_words_is_kept(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_app(double, sqlite) as (app, bot):
        phone = double.phone("lan")
        await phone.sends_photo(write_jpeg(), "phản ánh: đèn đường trước nhà văn hoá bị hỏng")
        await bot.poll(app.receiver.receive)
        await app.drain()
        assert phone.heard()
        async with sqlite.read() as work:
            kept = await work.files.count_since(
                Address(NAME, phone.user), app.clock.now() - dt.timedelta(hours=1)
            )
        assert kept == 1


async def test_no_log_holds_the_token(sqlite: Database, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with ZaloBotDouble() as double, open_bot(double, sqlite, **PUBLIC) as bot:
            phone = double.phone("lan")
            to = Address(NAME, phone.user)
            double.outcome = "webhook.err.dns"
            await bot.open()
            double.faults.script("sendMessage", *Fault)
            double.faults.hang = 0.01
            for number, _ in enumerate(Fault):
                try:
                    await bot.send(to, Reply(PRIVATE), key=str(number))
                except (TryLater, Refused) as error:
                    logging.getLogger("test").error("failed", exc_info=error)
    assert "failed" in caplog.text
    for secret in (SECRET, PRIVATE, phone.user):
        assert secret not in caplog.text
