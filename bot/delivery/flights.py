"""What is on its way beside everything else, counted by channel."""

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine

from bot.failures import log_failure

log = logging.getLogger(__name__)


class Flights:
    """Let deliveries go on beside; `stirred` is set when one has ended."""

    def __init__(self) -> None:
        self.stirred = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._counts: Counter[str] = Counter()

    def start(self, channel: str, delivery: Coroutine[None, None, None]) -> None:
        """Start a delivery."""
        self._counts[channel] += 1
        task = asyncio.create_task(self._run(channel, delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, channel: str, delivery: Coroutine[None, None, None]) -> None:
        try:
            await delivery
        except Exception as error:  # noqa: BLE001  the lease ends, and the rows are tried again
            log_failure(log, error, "delivering failed")
        finally:
            self._counts[channel] -= 1
            self.stirred.set()

    def count(self, channel: str) -> int:
        """Count a channel's deliveries."""
        return self._counts[channel]

    async def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        while self._tasks:
            await asyncio.wait(self._tasks)
