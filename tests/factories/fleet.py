"""A fleet of `motcua run` processes on one database, each killed or stopped by its number."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Member:
    """One process of the fleet."""

    role: str
    process: int
    port: int
    log: Path

    @property
    def is_alive(self) -> bool:
        """Tell whether the process is still there."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, 0)
            return True
        return False

    def kill(self) -> None:
        """Kill it as a power cut would."""
        os.kill(self.process, signal.SIGKILL)

    @property
    def url(self) -> str:
        """Where its pages are."""
        return f"http://127.0.0.1:{self.port}"


@dataclass
class Fleet:
    """Start and stop the processes; `environment` is common to all."""

    folder: Path
    environment: dict[str, str]
    members: list[Member] = field(default_factory=list)

    def __enter__(self) -> "Fleet":
        command = [sys.executable, "-m", "tests.bot.fleet_process"]
        self._nursery = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(self, *_: object) -> None:
        for member in self.members:
            with contextlib.suppress(ProcessLookupError):
                member.kill()
        self._nursery.communicate(timeout=30)

    def start(self, *roles: str) -> list[Member]:
        """Start processes, all at once."""
        assert self._nursery.stdin
        assert self._nursery.stdout
        started = []
        for role in roles:
            number, port = len(self.members), _find_port()
            log = self.folder / f"{role}-{number}.log"
            own = {"MOTCUA_PORT": str(port)}
            given = {
                "role": role,
                "folder": str(self.folder),
                "log": str(log),
                "environment": self.environment | own,
            }
            print(json.dumps(given), file=self._nursery.stdin, flush=True)
            member = Member(role, int(self._nursery.stdout.readline()), port, log)
            self.members.append(member)
            started.append(member)
        return started

    async def wait_until_started(self, *members: Member) -> None:
        """Wait until each has greeted."""
        async with asyncio.timeout(50):
            for member in members:
                while (
                    "worker is running" not in (text := _read(member)) and "desk link" not in text
                ):
                    assert member.is_alive, text
                    await asyncio.sleep(0.05)

    async def stop(self) -> None:
        """Stop all that live, as a supervisor does."""
        living = [member for member in self.members if member.is_alive]
        for member in living:
            os.kill(member.process, signal.SIGTERM)
        async with asyncio.timeout(40):
            while any(member.is_alive for member in living):  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    def logs(self) -> str:
        """Give what all have logged."""
        return "\n".join(f"{m.log.name}:\n{_read(m)}" for m in self.members)


def _read(member: Member) -> str:
    return member.log.read_text("utf-8") if member.log.exists() else ""


def _find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
