"""`motcua chat`: the conversation of the web chat, on the terminal."""

import asyncio
import contextlib
import getpass
import os
import sys
import threading
import uuid

import typer

from bot.app import App
from bot.channels.console import NAME, ConsoleChannel, split_paths
from bot.cli.frame import command, open_app, tell
from handlers.files.rules import Upload
from handlers.messages import Message
from storage.values import Address

POLL = 1.0


@command
async def chat() -> None:
    """Talk to the assistant on the terminal; a number presses a button, @path sends a file.

    Example: motcua chat
    """
    channel = ConsoleChannel(typer.echo)
    async with open_app(channels={NAME: channel}) as app:
        if sys.stdin.isatty():
            tell("chat_head")
        address = Address(NAME, getpass.getuser())
        reminders = asyncio.create_task(_show_reminders(app, address))
        try:
            await _converse(app, channel, address)
        finally:
            reminders.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await reminders


async def _converse(app: App, channel: ConsoleChannel, address: Address) -> None:
    lines = _read_lines()
    while (line := await lines.get()) is not None:
        if not line.strip():
            continue
        await _send(app, address, channel.read(line.rstrip("\n")))
        await app.drain(user=address.user)


async def _send(app: App, address: Address, line: str) -> None:
    """Store a line, with the files that it names; a file that is not there stops the line."""
    paths, text = split_paths(line)
    missing = [str(each) for each in paths if not (each.is_file() and os.access(each, os.R_OK))]
    if missing:
        tell("file_not_found", name=", ".join(missing))
        return
    message = Message(address, uuid.uuid4().hex, text, app.clock.now())
    with contextlib.ExitStack() as opened:
        uploads = [
            Upload(path.name, opened.enter_context(path.open("rb")), path.stat().st_size)
            for path in paths
        ]
        await app.intake.receive(message, uploads)


def _read_lines() -> asyncio.Queue[str | None]:
    """Read the terminal in a thread that does not hold up Ctrl-C; None ends the lines."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        with contextlib.suppress(RuntimeError):  # the loop may be gone
            for line in sys.stdin:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True, name="terminal").start()
    return lines


async def _show_reminders(app: App, address: Address) -> None:
    """Deliver what another process has put out for this terminal."""
    while True:
        await app.courier.sweep(user=address.user)
        await asyncio.sleep(POLL)
