"""What the Telegram adapter sends, in which parts and how fast, and what it makes of failures."""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator

import pytest

from bot.channels.base import TryLater, Unreachable
from bot.channels.telegram.bot import TelegramBot
from bot.channels.telegram.replies import (
    BURST,
    KEPT,
    LONGEST_TEXT,
    Pace,
    arrange,
    count_units,
    split_reply,
)
from handlers.messages import Button, Reply, ShownFile
from storage.database import Database
from storage.values import Address
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_text import count_units as count_strictly
from tests.factories.photos import write_jpeg
from tests.factories.telegram import NAME, keep_file, open_bot

LAN = Address(NAME, "5012345678")
HOA = Address(NAME, "5098765432")


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        double.phone(LAN.user)
        double.phone(HOA.user)
        yield double


@pytest.fixture
async def bot(double: TelegramDouble, sqlite: Database) -> AsyncIterator[TelegramBot]:
    async with open_bot(double, sqlite, lease=dt.timedelta(seconds=2)) as bot:
        yield bot


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pace, "wait", lambda *_, **__: 0.0)


def heard(double: TelegramDouble, address: Address = LAN) -> list[str]:
    return [shown.text for shown in double.phone(address.user).heard()]


# Texts and buttons


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "<b>không in đậm</b>", "*sao* _gạch_ `mã`", "&lt;", "https://xa.vn"]
)
async def test_a_text_is_shown_as_it_is(
    double: TelegramDouble, bot: TelegramBot, text: str
) -> None:
    await bot.send(LAN, Reply(text), key="1")
    assert heard(double) == [text]


@pytest.mark.usefixtures("hasty")
async def test_a_long_text_goes_in_parts_with_buttons_under_the_last(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    items = [f"{number}. " + "việc phải làm " * 40 for number in range(1, 25)]
    await bot.send(LAN, Reply("\n".join(items), (Button("Xem thêm", "xem thêm"),)), key="1")
    shown = double.phone(LAN.user).heard()
    assert len(shown) > 2
    assert [part.buttons for part in shown] == [()] * (len(shown) - 1) + [("Xem thêm",)]
    lines = [line.strip() for part in shown for line in part.text.splitlines()]
    assert lines == [item.strip() for item in items]


@pytest.mark.parametrize("letter", ["a", "ế", "🌾", "🌾a"])
def test_parts_fit_however_letters_are_counted(letter: str) -> None:
    parts = split_reply(letter * 5000)
    assert "".join(parts) == letter * 5000
    assert all(count_strictly(part) <= LONGEST_TEXT for part in parts)
    assert count_units(letter) == count_strictly(letter)


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ([], []),
        (["Gửi", "Sửa", "Huỷ"], [["Gửi", "Sửa", "Huỷ"]]),
        (["1", "2", "3", "4"], [["1", "2", "3"], ["4"]]),
        (["Đã giải quyết", "Giải quyết một phần"], [["Đã giải quyết"], ["Giải quyết một phần"]]),
        (
            ["Xong 1", "Hoãn 1", "Tôi cần thêm thời gian"],
            [["Xong 1", "Hoãn 1"], ["Tôi cần thêm thời gian"]],
        ),
    ],
)
def test_short_labels_stand_beside_each_other(labels: list[str], rows: list[list[str]]) -> None:
    arranged = arrange([Button(label, label) for label in labels])
    assert [[label for _, label in row] for row in arranged] == rows
    assert [index for row in arranged for index, _ in row] == list(range(len(labels)))


async def test_labels_are_clipped_and_never_empty(double: TelegramDouble, bot: TelegramBot) -> None:
    buttons = (Button("việc " * 30, "việc"), Button(" ", "nói gì"))
    await bot.send(LAN, Reply("Chọn", buttons), key="123456789012345678")
    [shown] = double.phone(LAN.user).heard()
    assert len(shown.buttons[0]) <= 64
    assert shown.buttons[0].endswith("…")
    assert shown.buttons[1] == "nói gì"


# Files


async def test_files_follow_the_text(
    double: TelegramDouble, bot: TelegramBot, sqlite: Database
) -> None:
    photo = await keep_file(sqlite, LAN.user, write_jpeg(), "rác.jpg", "image/jpeg")
    paper = await keep_file(sqlite, LAN.user, b"%PDF-1.7", "đơn.pdf", "application/pdf")
    files = (ShownFile(photo, "Ảnh 1"), ShownFile(paper, "Đơn"), ShownFile("0" * 32, "Mất"))
    await bot.send(LAN, Reply("Hai tệp", files=files), key="1")
    shown = double.phone(LAN.user).heard()
    assert [(each.text, each.files) for each in shown] == [
        ("Hai tệp", ()),
        ("Ảnh 1", ("photo",)),
        ("Đơn", ("document",)),
    ]
    sent = list(double.store.chats[LAN.user].posted.values())[-1].message["document"]
    assert sent["file_name"] == "đơn.pdf"
    assert double.store.files[sent["file_id"]].data == b"%PDF-1.7"


async def test_a_file_without_a_name_is_named_as_it_is_shown(
    double: TelegramDouble, bot: TelegramBot, sqlite: Database
) -> None:
    paper = await keep_file(sqlite, LAN.user, b"%PDF-1.7", "", "application/pdf")
    await bot.send(LAN, Reply("Tệp", files=(ShownFile(paper, "Đơn"),)), key="1")
    sent = list(double.store.chats[LAN.user].posted.values())[-1].message["document"]
    assert sent["file_name"] == "Đơn"


async def test_a_file_goes_only_to_who_may_open_it(
    double: TelegramDouble, bot: TelegramBot, sqlite: Database
) -> None:
    photo = await keep_file(sqlite, LAN.user, write_jpeg(), "rác.jpg", "image/jpeg")
    await bot.send(HOA, Reply("Ảnh", files=(ShownFile(photo, "Ảnh 1"),)), key="1")
    assert heard(double, HOA) == ["Ảnh"]


async def test_a_photo_that_is_refused_goes_as_a_document(
    double: TelegramDouble, bot: TelegramBot, sqlite: Database
) -> None:
    photo = await keep_file(sqlite, LAN.user, write_jpeg(), "rác.jpg", "image/jpeg")
    double.refuse("sendPhoto", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    await bot.send(LAN, Reply("Ảnh", files=(ShownFile(photo, "Ảnh 1"),)), key="1")
    assert double.phone(LAN.user).heard()[1].files == ("document",)


# Parts and pace


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("fault", [Fault.BUSY_SILENT, Fault.BROKEN])
async def test_the_next_attempt_goes_on_where_the_last_stopped(
    double: TelegramDouble, bot: TelegramBot, fault: Fault
) -> None:
    reply = Reply("\n".join(["việc" + " việc" * 600] * 3))
    double.faults.script("sendMessage", Fault.NONE, fault)
    with pytest.raises(TryLater):
        await bot.send(LAN, reply, key="7")
    assert len(heard(double)) == 1
    await bot.send(LAN, reply, key="7")
    assert heard(double) == split_reply(reply.text)
    await bot.send(LAN, reply, key="7")  # its record failed: nothing is left
    assert len(heard(double)) == 3
    await bot.send(LAN, reply, key="8")
    assert len(heard(double)) == 6


@pytest.mark.usefixtures("hasty")
async def test_another_address_gets_the_whole(double: TelegramDouble, bot: TelegramBot) -> None:
    reply = Reply("\n".join(["việc" + " việc" * 600] * 3))
    double.faults.script("sendMessage", Fault.NONE, Fault.BLOCKED)
    with pytest.raises(Unreachable):
        await bot.send(LAN, reply, key="7")
    await bot.send(HOA, reply, key="7")
    assert heard(double, HOA) == split_reply(reply.text)


def test_a_chat_is_written_to_once_a_second_after_a_burst() -> None:
    pace, waits = Pace(), []
    for _ in range(BURST + 2):
        waits.append(pace.wait("lan", now=100.0))
        pace.take("lan", now=100.0)
    assert waits == [0.0] * BURST + [1.0, 2.0]
    assert pace.wait("hoa", now=100.0) == 0
    assert pace.wait("lan", now=200.0) == 0


def test_paces_of_chats_at_rest_are_forgotten() -> None:
    pace = Pace()
    for number in range(KEPT + 10):
        pace.take(str(number), now=float(number))
    assert len(pace._full_at) < 20


async def test_too_many_at_once_are_put_off(
    double: TelegramDouble, bot: TelegramBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.replies.LONGEST_WAIT", 1.1)

    async def send(number: int) -> TryLater | None:
        try:
            await bot.send(LAN, Reply(str(number)), key=str(number))
        except TryLater as error:
            return error
        return None

    began = time.monotonic()
    results = await asyncio.gather(*(send(number) for number in range(BURST + 3)))
    put_off = [error for error in results if error]
    assert len(put_off) == 2
    assert all(error.after and error.after.total_seconds() > 1.1 for error in put_off)
    assert not any(error.whole_channel or error.may_have_arrived for error in put_off)
    assert time.monotonic() - began > 0.9
    assert len(heard(double)) == BURST + 1


async def test_a_busy_chat_is_left_alone_and_two_mean_the_bot(
    double: TelegramDouble, bot: TelegramBot
) -> None:
    double.faults.retry_after = 30
    double.faults.script("sendMessage", Fault.BUSY, Fault.BUSY)
    with pytest.raises(TryLater) as first:
        await bot.send(LAN, Reply("một"), key="1")
    assert (first.value.after, first.value.whole_channel) == (dt.timedelta(seconds=30), False)
    with pytest.raises(TryLater) as again:
        await bot.send(LAN, Reply("một"), key="1")
    assert again.value.after
    assert double.count_calls("sendMessage") == 1
    with pytest.raises(TryLater) as second:
        await bot.send(HOA, Reply("hai"), key="2")
    assert second.value.whole_channel
