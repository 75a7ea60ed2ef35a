"""Every code that Zalo's Bot API documents, and what is done about it."""

import datetime as dt

import pytest

from bot.channels.base import Refused, TryLater, Unreachable
from bot.channels.zalo_bot.bot import ZaloBot
from handlers.messages import Reply
from storage.database import Database
from storage.values import Address
from tests.doubles.base import Fault
from tests.doubles.zalo_bot import TOKEN, ZaloBotDouble
from tests.factories.heard import Heard
from tests.factories.talk import FixedClock
from tests.factories.zalo_bot import open_bot

NOW, PERHAPS = TryLater(), TryLater(may_have_arrived=True)
BUSY = TryLater(dt.timedelta(minutes=1), whole_channel=True)
Failure = TryLater | Refused | Unreachable


async def fail(bot: ZaloBot, user: str) -> Failure:
    """Send something that fails; give the error."""
    with pytest.raises((TryLater, Refused, Unreachable)) as told:
        await bot.send(Address(bot.name, user), Reply("xin chào"), key="1")
    error = told.value
    assert isinstance(error, Failure)
    assert user not in str(error)
    return error


def describe(error: Failure) -> object:
    """Describe an error by what the courier goes by."""
    if isinstance(error, TryLater):
        return error.after, error.whole_channel, error.may_have_arrived
    return str(error)


@pytest.mark.parametrize("fails_with_200", [False, True])
@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (400, Refused("400")),
        (401, Refused("401")),
        (403, PERHAPS),
        (404, Refused("404")),
        (408, PERHAPS),
        (426, Refused("426")),
        (429, BUSY),
        (500, NOW),
        (503, NOW),
        (418, Refused("418")),
    ],
)
async def test_codes(sqlite: Database, code: int, expected: Failure, fails_with_200: bool) -> None:
    async with (
        ZaloBotDouble(fails_with_200=fails_with_200) as double,
        open_bot(double, sqlite) as bot,
    ):
        user = double.phone("lan").user
        double.refuse("sendMessage", code, f"no {user}")
        assert describe(await fail(bot, user)) == describe(expected)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.BUSY, BUSY),
        (Fault.BUSY_SILENT, BUSY),
        (Fault.BLOCKED, Refused("400")),
        (Fault.UNAUTHORIZED, Refused("401")),
        (Fault.BROKEN, NOW),
        (Fault.MALFORMED, PERHAPS),
        (Fault.CUT, PERHAPS),
        (Fault.HANG, PERHAPS),
    ],
)
async def test_faults(
    sqlite: Database, fault: Fault, expected: Failure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo_bot.bot.PATIENCE", 0.8 if fault is Fault.HANG else 10)
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        phone = double.phone("lan")
        double.faults.script("sendMessage", fault)
        error = await fail(bot, phone.user)
        assert describe(error) == describe(expected)
        may_have_arrived = isinstance(error, TryLater) and error.may_have_arrived
        assert len(phone.heard()) == may_have_arrived


async def test_a_service_that_is_gone_has_taken_nothing(sqlite: Database) -> None:
    async with ZaloBotDouble() as double:
        pass
    async with open_bot(double, sqlite) as bot:
        assert describe(await fail(bot, "a1")) == describe(NOW)


async def test_who_never_wrote_cannot_be_written_to(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        assert describe(await fail(bot, "6ede9afa66b88fe6d6a9")) == "400"


async def test_waits_grow_while_the_quota_stays_used_up(sqlite: Database) -> None:
    clock, waits = FixedClock(), []
    async with ZaloBotDouble(quota=0) as double, open_bot(double, sqlite, clock) as bot:
        user = double.phone("lan").user
        for _ in range(5):
            error = await fail(bot, user)
            assert isinstance(error, TryLater)
            assert error.after
            waits.append(error.after / dt.timedelta(minutes=1))
            clock.moment += error.after
        double.quota = 1
        await bot.send(Address(bot.name, user), Reply("xin chào"), key="2")
        assert describe(await fail(bot, user)) == describe(BUSY)
    assert waits == [1, 4, 16, 60, 60]


async def test_senders_side_by_side_wait_together(sqlite: Database) -> None:
    clock = FixedClock()
    async with ZaloBotDouble(quota=0) as double, open_bot(double, sqlite, clock) as bot:
        user = double.phone("lan").user
        assert describe(await fail(bot, user)) == describe(BUSY)
        clock.advance(seconds=20)
        wait = TryLater(dt.timedelta(seconds=40), whole_channel=True)
        assert describe(await fail(bot, user)) == describe(wait)


async def test_a_busy_poll_makes_no_send_wait_longer(sqlite: Database) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        user = double.phone("lan").user
        for _ in range(3):
            double.refuse("getUpdates", 429)
            with pytest.raises(TryLater) as told:
                await bot.poll(Heard())
            assert told.value.after == dt.timedelta(minutes=1)
        double.quota = 0
        assert describe(await fail(bot, user)) == describe(BUSY)


async def test_a_refused_token_is_told_once(
    sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with ZaloBotDouble() as double, open_bot(double, sqlite) as bot:
        user = double.phone("lan").user
        double.faults.script("sendMessage", *[Fault.UNAUTHORIZED] * 3)
        for _ in range(3):
            await fail(bot, user)
        assert len(caplog.records) == 1
        await bot.ask()
        double.faults.script("sendMessage", Fault.UNAUTHORIZED)
        await fail(bot, user)
    assert len(caplog.records) == 2
    assert TOKEN not in caplog.text
