"""Zalo's Bot API: the adapter against its double."""

import unicodedata
from typing import Any

import pytest

from bot.channels.base import Bot, Hooked, Polled, Refused, TryLater
from handlers.messages import Button, Reply, ShownFile
from storage.database import Database
from storage.values import Account, Address, OutboxKind
from tests.doubles.base import Fault
from tests.doubles.zalo_bot import TOKEN, ZaloBotDouble
from tests.factories.heard import Heard
from tests.factories.photos import write_jpeg
from tests.factories.zalo_bot import open_bot

NUMBER, SECRET = TOKEN.split(":")
NAME = "zalo_bot:87654321"
PUBLIC: dict[str, Any] = {"receive_by": "webhook", "public_url": "https://xa.example/"}
QUESTION = Reply("Ông/Bà muốn gì?", (Button("Hỏi", "câu hỏi"), Button("Gửi", "tôi muốn phản ánh")))

# Opening


async def test_who_we_are(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        assert await bot.ask() == Account(NAME, NUMBER, "Bot Một cửa")
        assert [method for method, _ in double.calls] == ["getMe"]
        assert isinstance(bot, Bot)
        assert isinstance(bot, Polled)
        assert isinstance(bot, Hooked)
        assert not bot.may_be_cut


async def test_polling_removes_the_webhook_first(sqlite: Database) -> None:
    async with ZaloBotDouble() as double:
        async with open_bot(double, sqlite, **PUBLIC) as hooked:
            await hooked.open()
        async with open_bot(double, sqlite) as polled:
            with pytest.raises(Refused):
                await polled.poll(Heard())
            await polled.open()
            await polled.poll(Heard())


async def test_no_webhook_to_remove_is_no_failure(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        double.refuse("deleteWebhook", 404)
        assert (await bot.open()).number == NUMBER
        double.refuse("deleteWebhook", 400)
        with pytest.raises(Refused, match="400"):
            await bot.open()


@pytest.mark.parametrize(
    ("outcome", "logged"),
    [
        ("webhook.ok", ""),
        ("webhook.http.403", "webhook.http.403"),
        ("webhook.err.tls", "webhook.err.tls"),
        (f"see https://x/bot{TOKEN}", "unknown"),
    ],
)
async def test_a_webhook_that_zalo_could_not_reach_is_set_and_told(
    sqlite: Database, caplog: pytest.LogCaptureFixture, outcome: str, logged: str
) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite, **PUBLIC) as bot:
        double.outcome = outcome
        await bot.open()
        hook = double.bots[TOKEN].hook
        assert hook
        assert hook.url == f"https://xa.example/webhook/zalo-bot/{NUMBER}"
        assert SECRET not in hook.secret
        assert bot.admits({"x-bot-api-secret-token": hook.secret})
    assert logged in caplog.text
    assert bool(caplog.text) == bool(logged)
    assert SECRET not in caplog.text


# Polling


async def test_one_update_a_poll_and_none_is_no_failure(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        heard, phone = Heard(), double.phone("lan")
        await phone.says("một")
        await phone.says("hai")
        for count in (1, 2, 2):
            await bot.poll(heard)
            assert len(heard.events) == count
        assert [message.text for message in heard.messages] == ["một", "hai"]
        assert heard.messages[0].address == Address(NAME, phone.user)
        assert len({message.id for message in heard.messages}) == 2


@pytest.mark.parametrize("fails_with_200", [False, True])
async def test_idle_is_told_by_status_or_by_code(sqlite: Database, fails_with_200: bool) -> None:
    async with (
        ZaloBotDouble(fails_with_200=fails_with_200, longest_poll=0.01) as double,
        open_bot(double, sqlite) as bot,
    ):
        await bot.poll(Heard())
        assert double.calls == [("getUpdates", {"timeout": "15"})]


async def test_what_could_not_be_stored_is_kept_for_the_next_poll(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        heard = Heard(failures=1)
        await double.phone("lan").says("chỉ một lần")
        with pytest.raises(ConnectionError):
            await bot.poll(heard)
        await bot.poll(heard)
        assert [message.text for message in heard.messages] == ["chỉ một lần"]
        assert double.count_calls("getUpdates") == 1


@pytest.mark.parametrize(
    "fault", [Fault.BUSY, Fault.BROKEN, Fault.MALFORMED, Fault.CUT], ids=lambda fault: fault.value
)
async def test_a_poll_that_fails_may_be_tried_later(sqlite: Database, fault: Fault) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        double.faults.script("getUpdates", fault)
        with pytest.raises(TryLater) as told:
            await bot.poll(Heard())
        assert not told.value.may_have_arrived
        await double.phone("lan").says("còn đây")
        heard = Heard()
        await bot.poll(heard)
        assert len(heard.messages) == 1


async def test_twice_and_swapped(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        heard, phone = Heard(), double.phone("lan")
        double.faults.script("getUpdates", Fault.TWICE, Fault.NONE, Fault.SWAPPED)
        for text in ("một", "hai", "ba"):
            await phone.says(text)
        for _ in range(4):
            await bot.poll(heard)
        assert [message.text for message in heard.messages] == ["một", "một", "ba", "hai"]
        assert heard.messages[0].id == heard.messages[1].id


async def test_two_bots_on_one_service(sqlite: Database) -> None:
    other = "3541029011112222:another-secret"
    async with (
        ZaloBotDouble(TOKEN, other) as double,
        open_bot(double, sqlite) as first,
        open_bot(double, sqlite, zalo_bot_tokens=[other]) as second,
    ):
        await double.phone("lan", other).says("xin chào")
        heard = Heard()
        await first.poll(heard)
        assert not heard.events
        await second.poll(heard)
        assert heard.messages[0].address.channel == "zalo_bot:11112222"
        assert first.path != second.path


# Sending


async def test_a_menu_is_numbered(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        await bot.send(Address(NAME, phone.user), QUESTION, key="1")
        [shown] = phone.heard()
        assert shown.text == "Ông/Bà muốn gì?\nNhắn số để chọn:\n1. Hỏi\n2. Gửi"
        heard = Heard()
        await phone.presses("Gửi")
        await bot.poll(heard)
        assert heard.messages[0].text == "2"


async def test_words_to_send_are_typed(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone, heard = double.phone("lan"), Heard()
        reply = Reply("Việc đến hạn.", (Button("Xong", "xong 2"),), kind=OutboxKind.DIGEST)
        await bot.send(Address(NAME, phone.user), reply, key="1")
        await phone.presses("Xong")
        await bot.poll(heard)
        assert heard.messages[0].text == "xong 2"
        with pytest.raises(LookupError):
            await phone.presses("Không có")


async def test_only_a_plain_text_is_sent(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        text = unicodedata.normalize("NFD", "**Đường** {red}Lê Lợi{/red} <b>")
        await bot.send(Address(NAME, phone.user), Reply(text), key="1")
        body = {"chat_id": phone.user, "text": "**Đường** {red}Lê Lợi{/red} <b>"}
        assert double.calls == [("sendMessage", body)]


async def test_a_long_reply_goes_out_in_parts(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        text = "\n".join(f"{i}. " + "ế😀" * 300 for i in range(1, 9))
        await bot.send(Address(NAME, phone.user), Reply(text), key="1")
        parts = [shown.text for shown in phone.heard()]
        assert len(parts) == 4
        assert "\n".join(parts) == text


async def test_parts_that_have_gone_out_are_not_sent_again(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        to, reply = Address(NAME, phone.user), Reply("\n".join(letter * 1500 for letter in "abc"))
        double.faults.script("sendMessage", Fault.NONE, Fault.BROKEN)
        with pytest.raises(TryLater):
            await bot.send(to, reply, key="1")
        for _ in range(2):  # the second time nothing is left
            await bot.send(to, reply, key="1")
        assert [shown.text[0] for shown in phone.heard()] == ["a", "b", "c"]
        await bot.send(to, reply, key="2")
        assert len(phone.heard()) == 6


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kết quả xử lý ạ.", "“Ảnh sau khi sửa”: xin mở trên trang web.\nNhắn số để chọn:"),
        (
            "Here is what was done.",
            "“Ảnh sau khi sửa”: please open it on the web page.\nSend a number to choose:",
        ),
    ],
)
async def test_a_file_is_opened_on_the_web_page(sqlite: Database, text: str, line: str) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        reply = Reply(text, QUESTION.buttons, files=(ShownFile("f", "Ảnh sau khi sửa"),))
        await bot.send(Address(NAME, phone.user), reply, key="1")
        assert phone.heard()[0].text == f"{text}\n{line}\n1. Hỏi\n2. Gửi"


# Files


@pytest.mark.parametrize("photo_field", ["photo", "photo_url"])
async def test_a_photo_is_fetched(sqlite: Database, photo_field: str) -> None:
    async with ZaloBotDouble(photo_field=photo_field) as double, open_bot(double, sqlite) as bot:
        heard, photo = Heard(), write_jpeg()
        await double.phone("lan").sends_photo(photo, "đèn hỏng")
        await bot.poll(heard)
        (attachment,) = heard.messages[0].attachments
        assert (heard.messages[0].text, attachment.kind) == ("đèn hỏng", "photo")
        upload = await bot.fetch(attachment.source)
        assert (upload.stream.read(), upload.size) == (photo, len(photo))
        assert upload.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("sticker", "sticker"),
        ("voice", "audio"),
        ("contact", "unsupported"),
        ("location", "unsupported"),
        ("unsupported", "unsupported"),
    ],
)
async def test_odd_things(sqlite: Database, kind: str, expected: str) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        heard = Heard()
        await double.phone("lan").sends_odd(kind)
        await bot.poll(heard)
        assert [each.kind for each in heard.messages[0].attachments] == [expected]


async def test_what_zalo_hides_and_what_is_said_in_groups_is_passed_over(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        heard, phone = Heard(), double.phone("lan")
        await phone.sends_hidden()
        await phone.says_in_group("a1b2c3", "@bot xin chào")
        for _ in range(3):
            await bot.poll(heard)
        assert heard.events == []


async def test_a_reply_that_goes_to_another_chat_instead_goes_there_whole(
    sqlite: Database,
) -> None:
    reply = Reply("\n".join(f"Việc thứ {number}: nộp báo cáo quý" for number in range(80)))
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        lan, minh = double.phone("1a"), double.phone("2b")
        for phone in (lan, minh):
            await bot.send(Address(NAME, phone.user), reply, key="7")
        assert len(lan.heard()) == len(minh.heard()) > 1
