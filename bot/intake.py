"""Storing what arrives, before anybody is told that it did."""

import asyncio

from bot.clock import Clock
from handlers.messages import Message, dump_message
from storage.database import Database


class Intake:
    """Put messages into the inbox and wake the worker of this process."""

    def __init__(self, database: Database, *, clock: Clock, wake: asyncio.Event) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake

    async def receive(self, message: Message) -> bool:
        """Store a message once and commit; tell whether it is new."""
        async with self._database.write() as work:
            is_new = await work.inbox.add(
                message.address, message.id, dump_message(message), now=self._clock.now()
            )
        self._wake.set()
        return is_new
