"""`motcua chat`: the conversation of the web chat, on the terminal."""

import asyncio
import contextlib
import getpass
import sys
import uuid

import typer

from bot.app import App
from bot.channels.console import NAME, ConsoleChannel
from bot.cli.frame import command, open_app, tell
from handlers.messages import Message
from storage.values import Address

POLL = 1.0


@command
async def chat() -> None:
    """Talk to the assistant on the terminal; a number presses a button.

    Example: motcua chat
    """
    channel = ConsoleChannel(typer.echo)
    async with open_app(channels={NAME: channel}) as app:
        if sys.stdin.isatty():
            tell("chat_head")
        address = Address(NAME, getpass.getuser())
        reminders = asyncio.create_task(_show_reminders(app))
        try:
            await _converse(app, channel, address)
        finally:
            reminders.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await reminders


async def _converse(app: App, channel: ConsoleChannel, address: Address) -> None:
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not line.strip():
            continue
        now = app.clock.now()
        message = Message(address, uuid.uuid4().hex, channel.read(line.rstrip("\n")), now)
        await app.intake.receive(message)
        await app.drain()


async def _show_reminders(app: App) -> None:
    """Deliver what another process has put out for this terminal."""
    while True:
        await app.courier.sweep()
        await asyncio.sleep(POLL)
