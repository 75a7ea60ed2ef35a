"""Updates on their way to a bot: kept until asked for, or brought to its webhook."""

import asyncio
import contextlib
from collections.abc import Sequence
from itertools import count
from urllib.parse import urlsplit

import aiohttp

from tests.doubles.base import Fault, Faults
from tests.doubles.telegram_text import ApiError, Json

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
MOST = 100  # updates an answer
FIRST_PAUSE = 0.05  # seconds until a webhook that failed is tried again, doubled each time
LONGEST_PAUSE = 2.0


class Feed:
    """Keep updates until they are acknowledged.

    `hook` is where they are brought to; `reach` stands for its scheme and host on this machine,
    since Telegram takes public HTTPS addresses only.
    """

    def __init__(self, faults: Faults) -> None:
        self.hook: str | None = None
        self.secret = ""
        self.reach = ""
        self.allowed: Sequence[str] = ()
        self.pending: list[Json] = []
        self.last_error = ""
        self._faults = faults
        self._ids = count(101)
        self._poller = 0
        self._news = asyncio.Event()
        self._shaping = Fault.NONE

    def add(self, kind: str, content: Json) -> None:
        """Put an update at the end, where the bot asked for its kind."""
        if not self.allowed or kind in self.allowed:
            self.pending.append({"update_id": next(self._ids), kind: content})
            self._news.set()

    def set_hook(self, url: str | None, secret: str = "", *, drop: bool = False) -> None:
        """Bring updates to an address from now on, or to none."""
        self.hook, self.secret = url, secret
        if drop:
            self.pending.clear()
        self._news.set()

    async def ask(self, *, offset: int, limit: int, patience: float) -> list[Json]:
        """Give what waits from `offset` on; what is older was acknowledged and is gone."""
        self._poller += 1
        mine = self._poller
        self._news.set()
        self._acknowledge(offset)
        until = asyncio.get_running_loop().time() + patience
        while True:
            if self.hook:
                raise ApiError(409, HOOKED)
            if self._poller != mine:
                raise ApiError(409, OTHER)
            if self.pending or asyncio.get_running_loop().time() >= until:
                return self._shape(self.pending[: max(1, min(limit, MOST))])
            await self._wait(until)

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [each for each in self.pending if each["update_id"] >= offset]

    async def _wait(self, until: float) -> None:
        self._news.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._news.wait()

    def shape_next(self, fault: Fault) -> None:
        """Bring the next update twice, or the next two in the wrong order."""
        self._shaping = fault

    def _shape(self, updates: list[Json]) -> list[Json]:
        if self._shaping is Fault.TWICE and updates:
            updates, self._shaping = [updates[0], *updates], Fault.NONE
        if self._shaping is Fault.SWAPPED and len(updates) > 1:
            _swap(updates)
            self._shaping = Fault.NONE
        return updates

    async def push(self) -> None:
        """Bring what waits to the webhook, one after the other, until each is taken."""
        pause = FIRST_PAUSE
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60)) as session:
            while True:
                if not (self.hook and self.pending):
                    self._news.clear()
                    await self._news.wait()
                elif await self._bring(session):
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)

    async def _bring(self, session: aiohttp.ClientSession) -> bool:
        """Bring the oldest update; tell whether it was taken."""
        fault = self._faults.take("webhook")
        if fault is Fault.SWAPPED and len(self.pending) > 1:
            _swap(self.pending)
        update = self.pending[0]
        for _ in range(2 if fault is Fault.TWICE else 1):
            taken = await self._post(session, update)
        if taken and update in self.pending:
            self.pending.remove(update)
        return taken

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self._find_target(), json=update, headers=headers) as answer:
                self.last_error = "" if answer.ok else f"Wrong response: {answer.status}"
                return answer.ok
        except (aiohttp.ClientError, TimeoutError):
            self.last_error = "Connection failed"
            return False

    def _find_target(self) -> str:
        """Give where the webhook is on this machine."""
        assert self.hook
        return self.reach + urlsplit(self.hook).path if self.reach else self.hook


def _swap(updates: list[Json]) -> None:
    """Let two updates change places; their numbers stay in order."""
    first, second = updates[:2]
    updates[:2] = [
        {**second, "update_id": first["update_id"]},
        {**first, "update_id": second["update_id"]},
    ]
