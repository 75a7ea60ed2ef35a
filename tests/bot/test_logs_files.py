"""The log's file: bounded, closed to others, and never a reason to stop."""

import errno
import json
import logging
import os
import shutil
import stat
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs.files import KEPT, RETRY, LogFile
from bot.logs.forms import JsonForm, TextForm
from bot.logs.keeping import build_handler, keep_log
from bot.logs.strays import catch_strays, log_loop_failure, log_uncaught
from tests.factories.logged import heard_by_the_log
from tests.factories.talk import build_settings

SECRET = "Nguyễn Thị Lan, thôn 3"


class Hand:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "motcua.log"


@pytest.fixture
def file(path: Path, hand: Hand) -> Iterator[LogFile]:
    handler = LogFile(path, size=2000, clock=hand)
    handler.setFormatter(TextForm("web"))
    yield handler
    handler.close()


def say(handler: logging.Handler, text: str) -> None:
    handler.emit(logging.LogRecord("bot.x", logging.ERROR, "x", 1, text, (), None))


def read_all(path: Path) -> str:
    return "".join(each.read_text() for each in path.parent.iterdir())


def test_files_are_for_their_owner_and_of_bounded_size_and_number(
    file: LogFile, path: Path
) -> None:
    for number in range(400):
        say(file, f"việc {number}")
    files = list(path.parent.iterdir())
    assert len(files) == KEPT + 1
    assert all(each.stat().st_size <= 2100 for each in files)
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert "việc 399\n" in path.read_text()


def test_two_programs_turn_one_file_over_once(file: LogFile, path: Path, hand: Hand) -> None:
    other = LogFile(path, size=2000, clock=hand)
    other.setFormatter(TextForm("worker"))
    for number in range(60):  # five files' worth
        say(file, f"trang {number:03}")
        say(other, f"việc {number:03}")
    other.close()
    written = read_all(path)
    assert all(f"trang {n:03}" in written and f"việc {n:03}" in written for n in range(60))
    assert min(each.stat().st_size for each in path.parent.iterdir() if each != path) > 1800


def test_who_comes_second_does_not_turn_over_what_another_has(
    file: LogFile, path: Path, hand: Hand
) -> None:
    other = LogFile(path, size=2000, clock=hand)
    say(file, "một")
    say(other, "hai")  # both have the same file open
    file.doRollover()
    say(file, "ba")
    other.doRollover()
    other.close()
    assert "ba" in path.read_text()
    assert not path.with_name("motcua.log.2").exists()


def test_a_folder_that_vanishes_is_made_anew(file: LogFile, path: Path) -> None:
    say(file, "trước")
    shutil.rmtree(path.parent)
    say(file, "sau")
    assert path.read_text().endswith("sau\n")


def test_a_file_that_somebody_moves_away_is_followed_by_another(file: LogFile, path: Path) -> None:
    say(file, "trước")
    path.rename(path.with_suffix(".old"))
    say(file, "sau")
    assert "trước" not in path.read_text()


def test_a_folder_that_cannot_be_used_sends_records_elsewhere_until_it_can(
    file: LogFile, path: Path, hand: Hand, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.write_text("a file in the folder's place")
    for number in range(3):
        say(file, f"lúc hỏng {number}")
        hand.at += 1
    told = capsys.readouterr().err
    assert told.count("the log file motcua.log cannot be written") == 1
    assert all(f"lúc hỏng {n}" in told for n in range(3))
    path.parent.unlink()
    hand.at += RETRY
    say(file, "lại được")
    assert path.read_text().endswith("lại được\n")
    assert not capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_stops_nothing(
    file: LogFile,
    path: Path,
    hand: Hand,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(file, "còn chỗ")
    with monkeypatch.context() as patch:
        patch.setattr(file, "stream", open("/dev/full", "w", buffering=1))  # noqa: SIM115
        patch.setattr(file, "_is_ours", lambda: True)
        patch.setattr(file, "shouldRollover", lambda _record: False)
        say(file, "hết chỗ")
    told = capsys.readouterr().err
    assert os.strerror(errno.ENOSPC) in told
    assert "hết chỗ" in told
    hand.at += RETRY
    say(file, "lại có chỗ")
    assert path.read_text().endswith("lại có chỗ\n")


def test_settings_say_where_and_how(tmp_path: Path) -> None:
    to_file = build_handler(
        build_settings(log_file=str(tmp_path / "a.log"), log_format="json", log_max_mb=3), "web"
    )
    assert isinstance(to_file, LogFile)
    assert (to_file.maxBytes, type(to_file.formatter)) == (3 * 1024 * 1024, JsonForm)
    assert isinstance(build_handler(build_settings(), "web").formatter, TextForm)


async def test_the_log_is_kept_as_set_and_left_as_it_was(tmp_path: Path) -> None:
    path, root = tmp_path / "a.log", logging.getLogger()
    before = (root.level, list(root.handlers), sys.excepthook, logging.raiseExceptions)
    settings = build_settings(log_file=str(path), log_format="json", log_level="INFO")
    with keep_log(settings, role="worker"):
        logging.getLogger("bot.x").info("xin chào")
        logging.getLogger("bot.x").debug("không ghi")
    [line] = path.read_text().splitlines()
    assert [json.loads(line)[name] for name in ("message", "role")] == ["xin chào", "worker"]
    assert (root.level, list(root.handlers), sys.excepthook, logging.raiseExceptions) == before


# What nobody catches


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_catches_is_told_by_its_kind() -> None:
    def fail() -> None:
        raise LookupError(SECRET)

    class Fragile:
        def __del__(self) -> None:
            raise OSError(SECRET)

    with heard_by_the_log() as heard, catch_strays(), warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = warnings.showwarning  # as set by catch_strays
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        Fragile()
        log_uncaught(ValueError, ValueError(SECRET), None)
    kinds = [each["error"] for each in heard.of("bot.logs.strays")]
    assert kinds == ["LookupError", "OSError", "ValueError"]
    assert SECRET not in "".join(heard.lines)


def test_a_library_that_warns_is_told_by_kind_and_place() -> None:
    with warnings.catch_warnings(), heard_by_the_log() as heard, catch_strays():
        warnings.simplefilter("always")
        warnings.warn(SECRET, RuntimeWarning, stacklevel=1)
    [told] = heard.of("bot.logs.strays")
    assert told["message"].startswith("a warning of a library: RuntimeWarning at ")
    assert SECRET not in "".join(heard.lines)


async def test_a_task_that_nobody_waits_for_is_told_by_its_kind() -> None:
    import asyncio
    import gc

    async def fail() -> None:
        raise LookupError(SECRET)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log_loop_failure)
    with heard_by_the_log() as heard:
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        del task
        gc.collect()
    assert [each["error"] for each in heard.of("bot.logs.strays")] == ["LookupError"]
    assert SECRET not in "".join(heard.lines)
