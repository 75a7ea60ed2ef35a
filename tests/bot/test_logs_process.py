"""The log of the program itself, in a process of its own."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.bot.test_app import free_port, process_environment

pytestmark = pytest.mark.slow

SECRET = "Nguyễn Thị Lan, thôn 3, 0912345678"
FAILING = f"""
import sys, threading, asyncio, logging
from bot.cli import main
program = sys.modules["bot.cli.run"]
greet = program._greet

async def fail():
    raise LookupError({SECRET!r})

async def greet_and_fail(app, role, **more):
    logging.getLogger("some.library").warning("cannot read %r", {SECRET!r})
    threading.Thread(target=int, args=({SECRET!r},)).start()
    asyncio.ensure_future(fail())
    await greet(app, role, **more)
    if {{ends}}:
        raise RuntimeError({SECRET!r})

program._greet = greet_and_fail
main()
"""


@contextmanager
def running(folder: Path, code: str, **more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-c", code, "run"],
        cwd=folder,
        env=process_environment(
            folder, MOTCUA_PORT=str(port), MOTCUA_LOG_FORMAT="json", PYTHONASYNCIODEBUG="", **more
        ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process, port
        finally:
            process.kill()


def read_json(text: str) -> list[dict[str, Any]]:
    """Read what is logged; what is told to the operator before the log begins is no JSON."""
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def test_a_program_that_fails_says_so_by_kind_in_its_own_form(tmp_path: Path) -> None:
    with running(tmp_path, FAILING.replace("{ends}", "True")) as (process, _):
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Lan" not in out + err
    assert "0912345678" not in out + err
    assert "Traceback" not in err
    told = read_json(err)
    assert {each["role"] for each in told} == {"all"}
    assert told[-1]["message"] == "the program failed"
    kinds = {each.get("error") for each in told}
    assert {"ValueError"} <= kinds  # of the thread
    assert (
        any("in it RuntimeError" in line for line in told[-1]["stack"]) or "RuntimeError" in kinds
    )
    assert any(each["logger"] == "some.library" for each in told)


def test_a_program_that_runs_logs_into_its_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "log" / "motcua.log"
    code = FAILING.replace("{ends}", "False")
    with running(tmp_path, code, MOTCUA_LOG_FILE=str(path)) as (process, port):
        assert process.stdout
        while "desk link" not in process.stdout.readline():
            assert process.poll() is None
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/healthz", headers={"X-Request-ID": "proxy-0001"}
        )
        with urllib.request.urlopen(asked) as answer:
            assert answer.headers["X-Request-ID"] == "proxy-0001"
        until = time.monotonic() + 30
        while "a thread failed" not in (path.read_text() if path.exists() else ""):
            assert time.monotonic() < until
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    written = path.read_text()
    assert "Lan" not in written + err
    assert read_json(written)
    assert not read_json(err)
    assert path.stat().st_mode & 0o777 == 0o600
