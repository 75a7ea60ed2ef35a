"""Troubles in the log: one sentence, then one a minute with a count, then that it is over."""

import logging
from dataclasses import dataclass

import pytest

from bot.troubles import AGAIN, CALM, Troubles
from storage.errors import Unavailable

GONE = "The database cannot be reached: check that it runs, and MOTCUA_DATABASE_URL."
AWAY = Unavailable("database_unreachable")


@dataclass
class Stopwatch:
    """Seconds that a test counts."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def troubles(watch: Stopwatch) -> Troubles:
    return Troubles(watch)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    told = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    caplog.clear()
    return told


def test_a_minute_of_failures_is_one_sentence_and_one_count(
    troubles: Troubles, watch: Stopwatch, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(240):
        troubles.failed(AWAY, "writes")
        troubles.failed(AWAY, "reads")
        watch.seconds += 0.5
    assert lines(caplog) == [GONE, f"{GONE} (Not yet: 240 times in 60 s.)"]
    watch.seconds += CALM
    troubles.worked("reads", "writes")
    assert lines(caplog) == [f"Works again after 125 s: {GONE}"]
    troubles.worked("reads", "writes")
    assert lines(caplog) == []


def test_what_still_fails_for_one_is_not_over(
    troubles: Troubles, watch: Stopwatch, caplog: pytest.LogCaptureFixture
) -> None:
    full = Unavailable("disk_full")
    troubles.failed(full, "writes")
    troubles.failed(full, "files")
    watch.seconds += CALM
    troubles.worked("reads", "writes")
    assert len(lines(caplog)) == 1
    troubles.worked("files")
    assert [line.split(":")[0] for line in lines(caplog)] == ["Works again after 5 s"]


def test_what_comes_and_goes_is_told_twice_a_minute_at_most(
    troubles: Troubles, watch: Stopwatch, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(6):
        troubles.failed(AWAY, "writes")
        watch.seconds += CALM
        troubles.worked("writes")
    assert lines(caplog) == [GONE, f"Works again after 5 s: {GONE}"]
    watch.seconds = AGAIN
    troubles.failed(AWAY, "writes")
    assert lines(caplog) == [f"{GONE} (Not yet: 6 times in 60 s.)"]


def test_a_single_success_between_failures_is_no_recovery(
    troubles: Troubles, watch: Stopwatch, caplog: pytest.LogCaptureFixture
) -> None:
    troubles.failed(AWAY, "writes")
    watch.seconds += 1
    troubles.worked("writes")
    assert lines(caplog) == [GONE]


async def test_a_defect_shows_where_it_was_once(
    troubles: Troubles, watch: Stopwatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> int:
        raise ValueError("what somebody wrote")

    async def work() -> int:
        return 1

    for _ in range(130):
        assert await troubles.attempt("a tick", fail) is None
        watch.seconds += 0.5
    first, second = lines(caplog)
    assert first.startswith("a tick failed: ValueError\n")
    assert __file__ in first
    assert second == "a tick: error ValueError (Not yet: 120 times in 60 s.)"
    assert await troubles.attempt("a tick", work) == 1
    assert lines(caplog) == ["Works again after 65 s: a tick: error ValueError"]
    assert "somebody" not in caplog.text


async def test_what_others_tell_is_not_told_twice(
    troubles: Troubles, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        troubles.failed(AWAY, "writes")
        raise AWAY

    await troubles.attempt("a tick", fail)
    await troubles.attempt("delivering", fail)
    assert lines(caplog) == [GONE]


def test_each_service_and_reason_is_told_by_itself(
    troubles: Troubles, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        troubles.note_service("telegram:1", "conflict", "asking")
        troubles.note_service("zalo_bot:2", "certificate", "asking")
    told = lines(caplog)
    assert [line.split(":")[0] for line in told] == ["telegram", "zalo_bot"]
    assert "same token" in told[0]
    assert "certificate" in told[1]
