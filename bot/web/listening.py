"""Open chat pages hear within half a second of a reply that another process has made."""

import asyncio
import logging

from bot.channels.web import NAME, WebChannel
from bot.failures import log_failure
from storage.database import Database

log = logging.getLogger(__name__)
BETWEEN_LOOKS = 0.4  # seconds
AFTER_FAILURE = 2.0
OVERLAP = 200  # rows looked at again: PostgreSQL shows numbers in the order of commits, not theirs


class Listening:
    """Look for new rows of the outbox while pages are open; wake those of whom they are for."""

    def __init__(self, database: Database, channel: WebChannel) -> None:
        self._database = database
        self._channel = channel
        self._seen: set[int] = set()
        self._last = 0
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Listen from now on, until no page is open any more."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look_on(), name="chat pages listen")

    async def _look_on(self) -> None:
        while self._channel.has_pages:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  the database may be away for a while
                log_failure(log, error, "the chat could not look for replies")
                await asyncio.sleep(AFTER_FAILURE)
            await asyncio.sleep(BETWEEN_LOOKS)

    async def look(self) -> None:
        """Look once; of the first look everybody is woken whose rows are among the latest."""
        async with self._database.read() as work:
            rows = await work.thread.list_latest(after=self._last - OVERLAP, limit=OVERLAP)
        for row_id, address in rows:
            if row_id not in self._seen and address.channel == NAME:
                self._channel.wake(address.user)
        self._seen = {row_id for row_id, _ in rows}
        self._last = max(self._seen, default=0)
