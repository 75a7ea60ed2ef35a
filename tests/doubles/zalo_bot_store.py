"""What the Zalo double remembers of one bot: who wrote to it, what waits, what was sent."""

import asyncio
import hashlib
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp

from tests.doubles.base import Fault, Faults, Shown

Json = dict[str, Any]
SHAPING = (Fault.TWICE, Fault.SWAPPED)


@dataclass
class Hook:
    """Where a bot's updates are brought: the address as set, and its secret."""

    url: str
    secret: str
    updated_at: int


@dataclass
class BotStore:
    """One bot: `quota` is what it may still send this month."""

    token: str
    faults: Faults
    quota: int
    is_flat: bool
    hook: Hook | None = None
    reach: str = ""
    answers: list[int] = field(default_factory=list)  # of the webhook; 0 where there was none
    shown: dict[str, list[Shown]] = field(default_factory=dict)
    _waiting: deque[Json] = field(default_factory=deque)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _held: Json | None = None
    _shaping: Fault = Fault.NONE
    _ids: "count[int]" = field(default_factory=count)

    @property
    def number(self) -> str:
        """The public part of the token."""
        return self.token.partition(":")[0]

    def make_id(self) -> str:
        """Make an opaque id of twenty hex digits."""
        return hashlib.sha256(f"{self.token} {next(self._ids)}".encode()).hexdigest()[:20]

    def show(self, user: str, text: str, *files: str) -> Json:
        """Put a message on a person's phone."""
        key = self.make_id()
        self.shown[user].append(Shown(text, files=files, key=key))
        return {"message_id": key, "date": time.time_ns() // 1_000_000}

    async def bring(self, update: Json) -> None:
        """Let an update wait for a poll, or post it to the webhook: once, for none is repeated."""
        if not self.hook:
            async with self._news:
                self._waiting.append(update)
                self._news.notify_all()
            return
        for each in self._shape(update, self.faults.take("webhook")):
            self.answers.append(await self._post(self.hook, each))

    async def ask(self, patience: float, is_there: Callable[[], bool]) -> Json | None:
        """Give the next update, and forget it: there is no acknowledgement."""
        try:
            async with asyncio.timeout(patience), self._news:
                await self._news.wait_for(lambda: bool(self._waiting) or not is_there())
                return self._take() if is_there() else None
        except TimeoutError:
            return None

    def shape_next(self, fault: Fault) -> None:
        """Give the next update twice, or the next two in the wrong order."""
        self._shaping = fault

    def _take(self) -> Json:
        update = self._waiting.popleft()
        if self._shaping is Fault.TWICE:
            self._waiting.appendleft(update)
            self._shaping = Fault.NONE
        elif self._shaping is Fault.SWAPPED and self._waiting:
            self._waiting.appendleft(update)
            update = self._waiting[1]
            del self._waiting[1]
            self._shaping = Fault.NONE
        return update

    def _shape(self, update: Json, fault: Fault) -> list[Json]:
        if fault is Fault.SWAPPED:
            self._held = update
            return []
        held, self._held = self._held, None
        return [update] * (2 if fault is Fault.TWICE else 1) + ([held] if held else [])

    async def _post(self, hook: Hook, update: Json) -> int:
        url = self.reach + "/" + hook.url.split("/", 3)[3] if self.reach else hook.url
        body = update if self.is_flat else {"ok": True, "result": update}
        headers = {"X-Bot-Api-Secret-Token": hook.secret, "User-Agent": "Java/1.8.0_192"}
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(10)) as session,
                session.post(url, json=body, headers=headers) as answer,
            ):
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0
