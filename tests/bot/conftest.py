"""Worker processes that tests kill, or run several of at once."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Workers:
    """What loads the program once, and forks for every worker."""

    process: subprocess.Popen[str]
    key: str

    async def run(self, url: str, file: Path, *, point: str = "none", count: int = 1) -> list[int]:
        """Run workers on a database until they end; give their exit codes, -9 for a kill."""
        return await asyncio.to_thread(self._ask, f"{count} {point} {url} {self.key} {file}")

    def _ask(self, line: str) -> list[int]:
        assert self.process.stdin
        assert self.process.stdout
        print(line, file=self.process.stdin, flush=True)
        return [int(code) for code in self.process.stdout.readline().split()]


@pytest.fixture(scope="session")
def workers(keys: list[str]) -> Iterator[Workers]:
    command = [sys.executable, "-m", "tests.bot.worker_process"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Workers(process, keys[0])
        process.communicate(timeout=30)
