"""Bad hours to try the program in: a database that is away, a small disk, a line that is cut."""

import asyncio
import contextlib
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import Unavailable
from storage.work import Work


class AwayDatabase(Database):
    """A real database that is away when told so; whoever watches hears of it as always."""

    is_away: bool = False
    refused: int = 0

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        self._refuse("reads")
        async with super().read() as work:
            yield work

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        self._refuse("writes")
        async with super().write() as work:
            yield work

    def _refuse(self, where: str) -> None:
        if self.is_away:
            self.refused += 1
            fault = Unavailable("database_unreachable")
            if self.watching:
                self.watching.failed(fault, where)
            raise fault


@contextmanager
def small_disk(folder: Path, *options: str, size: str = "1m") -> Iterator[Path]:
    """Mount a small disk of its own, or skip: not everybody may."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", ",".join([f"size={size}", *options]), "tmpfs"]
    mounted = subprocess.run([*command, str(folder)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path, *options: str) -> None:
    """Mount a disk anew with other options, as a kernel does that has found it failing."""
    subprocess.run(["mount", "-o", ",".join(["remount", *options]), str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Fill a disk to its last byte; removing the file that is returned makes room again."""
    path = folder / "full"
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return path


class Line:
    """A line to a server on loopback or a local socket, that a test cuts and mends."""

    def __init__(self, target: str | tuple[str, int]) -> None:
        self._target = target
        self._open: set[asyncio.StreamWriter] = set()
        self.is_cut = False
        self.port = 0

    async def __aenter__(self) -> "Line":
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        self._server.close()

    def cut(self) -> None:
        """Cut every connection in the middle of what it says; new ones are not taken."""
        self.is_cut = True
        for writer in self._open:
            writer.transport.abort()

    def mend(self) -> None:
        """Let connections through again."""
        self.is_cut = False

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_cut:
            writer.transport.abort()
            return
        there, back = await self._connect()
        both = {writer, back}
        self._open |= both
        with contextlib.suppress(OSError):
            await asyncio.gather(_pump(reader, back), _pump(there, writer))
        self._open -= both
        for each in both:
            each.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self._target, str):
            return await asyncio.open_unix_connection(self._target)
        return await asyncio.open_connection(*self._target)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.transport.abort()
