"""An account's tokens: renewed early, once, by one process; kept before use; failures told."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.base import Refused, TryLater
from bot.channels.zalo_oa import tokens
from bot.channels.zalo_oa import tokens as tokens_module
from bot.channels.zalo_oa.tokens import find_renewal
from handlers.messages import Reply
from storage.database import Database
from storage.token_pairs import TokenPairs
from tests.doubles.base import Fault
from tests.factories.accounts import Line, open_line, open_program
from tests.factories.talk import MONDAY

HOUR = dt.timedelta(hours=1)
EARLY, LATE = 20 * HOUR, 26 * HOUR  # of 25 h


@pytest.fixture
async def line(sqlite: Database) -> AsyncIterator[Line]:
    async with open_line(sqlite) as opened:
        await opened.meet()
        yield opened


@pytest.fixture
async def line_of_either(database: Database) -> AsyncIterator[Line]:
    async with open_line(database) as opened:
        await opened.meet()
        yield opened


async def test_a_token_is_renewed_at_four_fifths_of_its_life(line: Line) -> None:
    line.clock.moment += EARLY - dt.timedelta(seconds=1)
    await line.send(Reply("một"))
    assert line.calls("token") == 0
    line.clock.advance(seconds=1)
    await line.send(Reply("hai"))
    await line.send(Reply("ba"))
    assert line.calls("token") == 1
    pair = await line.pair()
    assert (pair.access, pair.refresh) == line.service.pair
    assert pair.changed_at == line.clock.now()
    assert pair.expires_at == line.clock.now() + 25 * HOUR


@pytest.mark.parametrize(
    ("told", "hours"), [("90000", 25), (None, 1), ("", 1), ("-5", 1), ("viele", 1), ("7200", 2)]
)
async def test_the_service_s_word_on_its_life_is_taken(
    line: Line, told: str | None, hours: int
) -> None:
    line.service.expires_in = told
    line.clock.moment += LATE
    await line.send(Reply("một"))
    assert (await line.pair()).expires_at == line.clock.now() + hours * HOUR
    assert find_renewal(await line.pair()) == line.clock.now() + 0.8 * hours * HOUR


async def test_many_senders_of_many_processes_renew_once(line_of_either: Line) -> None:
    line = line_of_either
    line.clock.moment += LATE
    async with open_program(line.service, line.app.database, line.clock) as other:
        ways = [line.oa, other.oa] * 5
        sends = [
            oa.send(line.lan, Reply(f"số {number}"), key=str(number))
            for number, oa in enumerate(ways)
        ]
        await asyncio.gather(*sends)
    assert line.calls("token") == 1
    assert len(line.heard()) == 10
    assert (await line.pair()).access == line.service.pair[0]


async def test_a_sender_cut_off_does_not_lose_the_new_pair(line: Line) -> None:
    line.clock.moment += LATE
    sending = asyncio.create_task(line.send(Reply("một")))
    while not line.calls("token"):
        await asyncio.sleep(0)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    await line.oa.tokens.settle()
    pair = await line.pair()
    assert (pair.access, pair.refresh) == line.service.pair
    assert await line.send(Reply("hai"))


async def test_a_service_that_breaks_before_it_acts_is_asked_again_later(line: Line) -> None:
    line.clock.moment += LATE
    line.service.faults.script("token", Fault.BROKEN)
    with pytest.raises(TryLater):
        await line.send(Reply("một"))
    assert (await line.pair()).failed_at is None
    assert await line.send(Reply("một"))


async def test_an_answer_that_was_lost_is_asked_for_once_more_and_then_told(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.clock.moment += LATE
    line.service.faults.script("token", Fault.CUT)  # the service has changed the pair
    with pytest.raises(TryLater) as raised:
        await line.send(Reply("một"))
    assert raised.value.whole_channel
    assert line.calls("token") == 2
    assert (await line.pair()).failure == "-14014"
    assert "could not be renewed (-14014)" in caplog.text


async def test_a_failure_is_told_once_and_not_asked_again_at_every_message(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.clock.moment += LATE
    line.service.refuse("token", -14014, always=True)
    for _ in range(5):
        with pytest.raises(TryLater):
            await line.send(Reply("một"))
    assert line.calls("token") == 1
    line.clock.advance(minutes=6)
    with pytest.raises(TryLater):
        await line.send(Reply("một"))
    assert line.calls("token") == 2
    assert caplog.text.count("could not be renewed") == 1
    assert (await line.pair()).failed_at == MONDAY + LATE
    with pytest.raises(Refused, match="token -14014"):
        await line.oa.ask()


async def test_while_the_old_token_works_a_failure_stops_nobody(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.clock.moment += EARLY
    line.service.refuse("token", -14014, always=True)
    assert await line.send(Reply("một"))
    assert "could not be renewed" in caplog.text


async def test_a_new_login_is_used_at_once(line: Line) -> None:
    line.clock.moment += LATE
    line.service.refuse("token", -14014, always=True)
    with pytest.raises(TryLater):
        await line.send(Reply("một"))
    line.service.pair = ("access-new", "refresh-new")
    async with line.app.database.write() as work:
        now = line.clock.now()
        until = now + 25 * HOUR
        await work.token_pairs.save(line.oa.name, *line.service.pair, expires_at=until, now=now)
    assert await line.send(Reply("một"))
    assert (await line.pair()).failed_at is None


async def test_what_another_process_holds_for_long_is_waited_for_a_little(
    line_of_either: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = line_of_either
    monkeypatch.setattr(tokens, "_PAUSE", 0.005)
    line.clock.moment += LATE
    async with line.app.database.write() as work:
        name, lease = f"token {line.oa.name}", dt.timedelta(minutes=1)
        await work.leases.take(name, "another", now=line.clock.now(), lease=lease)
    with pytest.raises(TryLater):
        await line.send(Reply("một"))
    assert line.calls("token") == 0
    line.clock.advance(minutes=2)
    assert await line.send(Reply("một"))


async def test_an_account_without_tokens_is_refused(line: Line) -> None:
    line.oa.tokens._channel = "zalo_oa:00000000"
    with pytest.raises(Refused, match="no_tokens"):
        await line.send(Reply("một"))


async def test_a_pair_is_kept_by_another_try_where_the_database_fails(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.clock.moment += LATE
    failing = fail_saves(monkeypatch, times=2)
    assert await line.send(Reply("một"))
    pair = await line.pair()
    assert (failing(), (pair.access, pair.refresh)) == (0, line.service.pair)
    assert line.calls("token") == 1


async def test_a_pair_that_could_not_be_kept_is_kept_before_another_is_asked_for(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.clock.moment += LATE
    fail_saves(monkeypatch, times=tokens_module._KEEPS)
    with pytest.raises(OSError, match="full"):
        await line.send(Reply("một"))
    assert await line.send(Reply("một"))
    pair = await line.pair()
    assert (pair.access, pair.refresh) == line.service.pair
    assert line.calls("token") == 1


def fail_saves(monkeypatch: pytest.MonkeyPatch, *, times: int) -> Callable[[], int]:
    """Let the database refuse some pairs; give how many refusals are left."""
    save, left = TokenPairs.save, [OSError("disk full")] * times

    async def fail(pairs: TokenPairs, *told: str, **when: dt.datetime) -> None:
        if left:
            raise left.pop()
        await save(pairs, *told, **when)  # type: ignore[arg-type]

    monkeypatch.setattr(TokenPairs, "save", fail)
    monkeypatch.setattr(tokens_module, "KEEP_PAUSE", 0.0)
    return lambda: len(left)
