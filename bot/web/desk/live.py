"""Open pages hear within a second of what was changed anywhere: by a page, in chat, by a command.

One task of a process compares the stamps of all topics while pages are open, whoever has written.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.failures import log_failure
from storage.database import Database
from storage.values import Topic

log = logging.getLogger(__name__)
BETWEEN_LOOKS = 0.4  # seconds
AFTER_FAILURE = 5.0
Stamped = Mapping[Topic, tuple[Any, ...]]


@dataclass(eq=False, slots=True)
class Ear:
    """What an open page listens with; `known` are the stamps of what it shows."""

    known: Stamped = field(default_factory=dict)
    event: asyncio.Event = field(default_factory=asyncio.Event)
    changed: set[Topic] = field(default_factory=set)

    def compare(self, found: Stamped) -> None:
        """Note the topics whose stamps are others than those known, and wake who listens."""
        changed = {topic for topic in found if found[topic] != self.known.get(topic)}
        self.known = found
        if changed:
            self.changed |= changed
            self.event.set()

    def take(self) -> set[Topic]:
        """Give what has changed since the last time."""
        self.event.clear()
        taken, self.changed = self.changed, set()
        return taken


class Watch:
    """Look for changes while somebody listens."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ears: set[Ear] = set()
        self._task: asyncio.Task[None] | None = None

    def open(self, known: Stamped) -> Ear:
        """Begin to listen for what changes after some stamps were read."""
        ear = Ear(known)
        self._ears.add(ear)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look_on(), name="desk watch")
        return ear

    def close(self, ear: Ear) -> None:
        """Listen no more."""
        self._ears.discard(ear)

    async def _look_on(self) -> None:
        while self._ears:
            try:
                async with self._database.read() as work:
                    found = await work.stamps.read()
            except Exception as error:  # noqa: BLE001  the database may be away for a while
                log_failure(log, error, "the desk could not look for changes")
                await asyncio.sleep(AFTER_FAILURE)
                continue
            for ear in self._ears:
                ear.compare(found)
            await asyncio.sleep(BETWEEN_LOOKS)
