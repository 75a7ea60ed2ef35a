"""What the Telegram adapter makes of failures: every error of the library means something to do."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from telegram import error as errors

from bot.channels.base import Refused, TryLater, Unreachable
from bot.channels.telegram.bot import TelegramBot
from bot.channels.telegram.errors import MAPPED, map_error
from handlers.messages import Reply
from storage.database import Database
from storage.values import Address
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble
from tests.factories.telegram import NAME, open_bot

LAN = Address(NAME, "5012345678")


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        double.phone(LAN.user)
        yield double


@pytest.fixture
async def bot(double: TelegramDouble, sqlite: Database) -> AsyncIterator[TelegramBot]:
    async with open_bot(double, sqlite, lease=dt.timedelta(seconds=2)) as bot:
        yield bot


@pytest.mark.parametrize(
    ("fault", "kind", "may_have_arrived"),
    [
        (Fault.BUSY, TryLater, False),
        (Fault.BUSY_SILENT, TryLater, False),
        (Fault.BROKEN, TryLater, False),
        (Fault.MALFORMED, TryLater, True),
        (Fault.HANG, TryLater, True),
        (Fault.CUT, TryLater, True),
        (Fault.BLOCKED, Unreachable, None),
        (Fault.UNAUTHORIZED, Refused, None),
    ],
)
async def test_failures_of_sending(
    double: TelegramDouble,
    bot: TelegramBot,
    fault: Fault,
    kind: type[Exception],
    may_have_arrived: bool | None,
) -> None:
    double.faults.script("sendMessage", fault)
    with pytest.raises(kind) as caught:
        await bot.send(LAN, Reply("Xin chào"), key="1")
    assert getattr(caught.value, "may_have_arrived", None) is may_have_arrived
    assert bool(double.phone(LAN.user).heard()) is bool(may_have_arrived)


@pytest.mark.parametrize(
    ("code", "description", "expected"),
    [
        (400, "Bad Request: chat not found", Unreachable),
        (400, "Bad Request: user not found", Unreachable),
        (400, "Bad Request: PEER_ID_INVALID", Unreachable),
        (403, "Forbidden: user is deactivated", Unreachable),
        (403, "Forbidden: bot can't initiate conversation with a user", Unreachable),
        (400, "Bad Request: message is too long", "Message is too long"),
        (400, "Bad Request: BUTTON_DATA_INVALID", "Button_data_invalid"),
        (400, 'Bad Request: can\'t parse entities: tag "nhà tôi"', "Can't parse entities"),
        (413, "Request Entity Too Large", "too_large"),
        (404, "Not Found", "invalid_token"),
        (500, "Internal Server Error", TryLater),
        (409, "Conflict: terminated by other getUpdates request", TryLater),
    ],
)
async def test_refusals(
    double: TelegramDouble,
    bot: TelegramBot,
    code: int,
    description: str,
    expected: type[Exception] | str,
) -> None:
    double.refuse("sendMessage", code, description)
    kind = Refused if isinstance(expected, str) else expected
    with pytest.raises(kind) as caught:
        await bot.send(LAN, Reply("Xin chào"), key="1")
    if isinstance(expected, str):
        assert str(caught.value) == expected


async def test_a_group_that_moved_is_not_reached(double: TelegramDouble, bot: TelegramBot) -> None:
    double.refuse("sendMessage", 400, "Bad Request: upgraded", migrate_to_chat_id=-1001)
    with pytest.raises(Unreachable):
        await bot.send(LAN, Reply("Xin chào"), key="1")


async def test_what_was_never_sent_cannot_have_arrived(sqlite: Database) -> None:
    async with TelegramDouble() as gone:
        url = gone.url
    async with open_bot(gone, sqlite, telegram_url=url) as bot:
        with pytest.raises(TryLater) as caught:
            await bot.send(LAN, Reply("Xin chào"), key="1")
        assert not caught.value.may_have_arrived


@pytest.mark.parametrize("cause", [httpx.InvalidURL(""), httpx.UnsupportedProtocol("")])
def test_an_address_that_is_none_is_a_setting_to_mend(cause: Exception) -> None:
    error = errors.NetworkError("")
    error.__cause__ = cause
    mapped = map_error(error)
    assert isinstance(mapped, Refused)
    assert mapped.code == "bad_address"


def list_errors(base: type[Exception]) -> Iterator[type[Exception]]:
    yield base
    for each in base.__subclasses__():
        yield from list_errors(each)


@pytest.mark.parametrize("kind", sorted(set(list_errors(errors.TelegramError)), key=str))
def test_every_error_of_the_library_is_mapped(kind: type[Exception]) -> None:
    assert kind.__name__ in MAPPED


def test_an_error_of_a_later_release_goes_as_its_base() -> None:
    class Muted(errors.Forbidden):
        pass

    class NewOne(Exception):
        pass

    assert isinstance(map_error(Muted("Forbidden: muted")), Unreachable)
    assert str(map_error(NewOne("riêng tư"))) == "NewOne"
