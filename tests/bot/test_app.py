"""The program as a whole: opening, keys, sample, start and stop."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.factories.command import environment, motcua

ROOT = Path(__file__).parents[2]
MOTCUA = [sys.executable, "-c", "from bot.cli import main; main()"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def process_environment(folder: Path, **more: str) -> dict[str, str]:
    changed = environment(folder, PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1", **more)
    return {k: v for k, v in (os.environ | changed).items() if v is not None}


class Running:
    """`motcua run` in a process of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [*MOTCUA, "run", *arguments],
            cwd=folder,
            env=process_environment(folder, MOTCUA_PORT=str(self.port), MOTCUA_TICK="PT1S"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output = ""
        self._wait_until_started()

    def _wait_until_started(self) -> None:
        assert self.process.stdout
        while "desk link" not in self.output and "/vao/" not in self.output:
            line = self.process.stdout.readline()
            assert line, self.output
            self.output += line

    def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=30)
        self.output += rest
        return self.process.returncode


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)]
)
def test_signals_drain_and_exit_0(number: signal.Signals, tmp_path: Path) -> None:
    running = Running(tmp_path, "--sample")
    base = f"http://127.0.0.1:{running.port}"
    assert httpx.get(f"{base}/healthz").json()["status"] == "ok"
    assert "Trợ lý tự động" in httpx.get(f"{base}/").text
    assert running.stop(number) == 0
    assert "Traceback" not in running.output
    assert "Stopped" in running.output


@pytest.mark.slow
def test_the_sample_is_loaded_once_and_stays_removed(tmp_path: Path) -> None:
    first = Running(tmp_path, "--sample")
    assert first.stop(signal.SIGTERM) == 0
    assert "sample plan of xã Bến Lụa" in first.output
    _, listed, _ = motcua(tmp_path, "plan", "list")
    assert "28 tasks" in listed
    assert "318/KH-UBND" in listed  # the superior's
    assert motcua(tmp_path, "plan", "remove", "1", "2")[0] == 0
    second = Running(tmp_path, "--sample")
    assert second.stop(signal.SIGTERM) == 0
    assert "sample" not in second.output
    assert "No plan is loaded" in motcua(tmp_path, "plan", "list")[1]


def test_a_message_sent_before_a_crash_is_answered_after_the_restart(tmp_path: Path) -> None:
    code, out, _ = motcua(tmp_path, "chat", stdin="xin chào\n")
    assert code == 0
    assert "Trợ lý tự động" in out


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, err = motcua(tmp_path, "run", MOTCUA_PORT=port)
    assert code == 1
    assert err.strip().splitlines()[-1].startswith(f"Port {port} on 127.0.0.1 is in use")
    assert "Traceback" not in err


def test_the_first_start_makes_a_key_and_says_so(tmp_path: Path) -> None:
    _, _, err = motcua(tmp_path, "plan", "list")
    assert "Keep a copy" in err
    env = tmp_path / ".env"
    assert re.fullmatch(r"MOTCUA_KEYS=\S{44}\n", env.read_text())
    assert env.stat().st_mode & 0o777 == 0o600
    assert "Keep a copy" not in motcua(tmp_path, "plan", "list")[2]
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("", "There is data here but no key"),
        ("nonsense", "does not hold a valid key"),
        ("3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "does not fit this database"),
    ],
)
def test_a_missing_or_wrong_key_is_one_sentence(keys: str, sentence: str, tmp_path: Path) -> None:
    motcua(tmp_path, "plan", "list")
    (tmp_path / ".env").unlink()
    more = {"MOTCUA_KEYS": keys} if keys else {}
    code, _, err = motcua(tmp_path, "plan", "list", **more)
    assert code == 2
    assert sentence in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / ".env").exists()


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    code, _, err = motcua(tmp_path, "plan", "list", MOTCUA_DATA_DIR=str(tmp_path / "file" / "in"))
    assert code == 2
    assert "cannot be written to" in err
    assert len(err.strip().splitlines()) == 1


def test_a_damaged_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "motcua.sqlite").write_bytes(b"this is not a database" * 100)
    code, _, err = motcua(tmp_path, "plan", "list")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "damaged" in err


def test_a_bad_setting_is_one_sentence(tmp_path: Path) -> None:
    code, _, err = motcua(tmp_path, "plan", "list", MOTCUA_PORT="many")
    assert (code, len(err.strip().splitlines())) == (1, 1)
    assert "MOTCUA_PORT" in err


@pytest.mark.slow
def test_a_locked_database_is_one_sentence(tmp_path: Path) -> None:
    import sqlite3

    motcua(tmp_path, "plan", "list")
    holder = sqlite3.connect(tmp_path / "data" / "motcua.sqlite")
    holder.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    code, _, err = motcua(tmp_path, "plan", "list")
    holder.close()
    assert code == 2
    assert "Another program holds the database" in err
    assert time.monotonic() - started < 60
