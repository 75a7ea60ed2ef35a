"""A worker in earnest: it tells how it stands on its own port, and what takes over is told."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.bot.test_app import MOTCUA, process_environment
from tests.bot.test_health import find_port

pytestmark = pytest.mark.slow


@contextmanager
def run_worker(folder: Path, port: int, **settings: str) -> Iterator[subprocess.Popen[str]]:
    environment = process_environment(folder, MOTCUA_HEALTH_PORT=str(port), **settings)
    with subprocess.Popen(
        [*MOTCUA, "run", "--role", "worker"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 40
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ask(port: int, path: str, **headers: str) -> int:
    try:
        return httpx.get(f"http://127.0.0.1:{port}{path}", headers=headers).status_code
    except httpx.TransportError:
        return 0


def test_a_worker_is_watched_from_start_to_stop(tmp_path: Path) -> None:
    port = find_port()
    with run_worker(tmp_path, port) as worker:
        wait_for(lambda: ask(port, "/readyz") == 200)
        text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
        assert "motcua_ready 1.0" in text
        assert "process_resident_memory_bytes" in text
        worker.send_signal(signal.SIGTERM)
        out, _ = worker.communicate(timeout=30)
    assert worker.returncode == 0, out
    assert ask(port, "/healthz") == 0


def test_a_frozen_worker_is_not_alive_and_a_full_disk_not_ready(tmp_path: Path) -> None:
    port, token = find_port(), "a-token-for-the-figures"
    limits = {"MOTCUA_DISK_MIN_MB": "999999999", "MOTCUA_METRICS_TOKEN": token}
    with run_worker(tmp_path, port, **limits) as worker:
        wait_for(lambda: ask(port, "/healthz") == 200)
        assert ask(port, "/readyz") == 404
        assert ask(port, "/readyz", Authorization=f"Bearer {token}") == 503
        os.kill(worker.pid, signal.SIGSTOP)
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=0.5)
        os.kill(worker.pid, signal.SIGCONT)
        wait_for(lambda: ask(port, "/healthz") == 200)
