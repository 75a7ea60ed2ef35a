"""How the Official Account brings events: signed, within two seconds, again on a ladder."""

import asyncio
import contextlib
import hashlib
import itertools
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.doubles.base import Fault, Faults

PATIENCE = 2.0  # seconds
LADDER = (30.0, 300.0, 900.0, 1800.0, 3600.0)  # seconds
Deliver = Callable[[Mapping[str, str], bytes], Awaitable[int]]


class Account(Protocol):
    """What sending events needs to know of the account."""

    app_id: str
    oa_id: str
    secret: str
    faults: Faults

    def moment(self) -> Any:
        """Give the time on the service's clock."""


class HookSender:
    """Bring events to a hook; `abandoned` counts those that no retry could bring."""

    def __init__(
        self, account: Account, hook: str | Deliver | None, *, stamps: str, factor: float
    ) -> None:
        self.hook = hook
        self.stamps = stamps
        self.factor = factor
        self.brought: list[tuple[Mapping[str, str], bytes]] = []
        self.statuses: list[int] = []  # 0: no answer in time
        self.abandoned = 0
        self._account = account
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: tuple[dict[str, str], bytes] | None = None
        self._ticks = itertools.count()

    async def bring(self, event_name: str, **fields: Any) -> int:
        """Bring an event; give what its first try was answered (0: nothing)."""
        headers, body = self.sign({"event_name": event_name, **fields})
        fault = self._account.faults.take("webhook")
        if fault is Fault.SWAPPED:
            self._held = headers, body
            return 0
        held, self._held = self._held, None
        status = await self._try(headers, body)
        for again in [(headers, body)] if fault is Fault.TWICE else []:
            await self._try(*again)
        if held:
            await self._try(*held)
        return status

    async def echo(self, user: str, event_name: str, message: Mapping[str, Any]) -> int:
        """Bring what the account has sent."""
        ids = {"sender": {"id": self._account.oa_id}, "recipient": {"id": user}}
        return await self.bring(event_name, message=message, **ids)

    def echo_later(self, user: str, event_name: str, message: Mapping[str, Any]) -> None:
        """Bring what was sent by the API, beside its answer."""
        self._start(self._echo(user, event_name, message))

    async def _echo(self, user: str, event_name: str, message: Mapping[str, Any]) -> None:
        await self.echo(user, event_name, message)

    async def probe(self) -> int:
        """Save the hook's address in the console: an unsigned, empty object."""
        return await self._deliver({"content-type": "application/json"}, b"{}")

    def sign(self, event: Mapping[str, Any]) -> tuple[dict[str, str], bytes]:
        """Write an event as it goes over the wire, with its signature."""
        milliseconds = int(self._account.moment().timestamp() * 1000) + next(self._ticks) % 1000
        stamp, other = str(milliseconds), str(milliseconds + 7)
        in_body = other if self.stamps == "header" else stamp
        full = {"app_id": self._account.app_id, **event, "timestamp": in_body}
        body = json.dumps(full, ensure_ascii=False).encode()
        signed = self._account.app_id.encode() + body + (stamp + self._account.secret).encode()
        headers = {
            "content-type": "application/json",
            "x-zevent-signature": f"mac={hashlib.sha256(signed).hexdigest()}",
        }
        if self.stamps != "body":
            headers["x-zevent-timestamp"] = stamp
        return headers, body

    async def settle(self) -> None:
        """Wait until every event was brought or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Stop bringing events."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _try(self, headers: dict[str, str], body: bytes) -> int:
        if self.hook is None:
            return 0
        status = await self._deliver(headers, body)
        if status != 200:
            self._start(self._retry(headers, body))
        return status

    async def _retry(self, headers: dict[str, str], body: bytes) -> None:
        for number, wait in enumerate(LADDER, 1):
            await asyncio.sleep(wait * self.factor)
            if await self._deliver(headers | {"num_retry": str(number)}, body) == 200:
                return
        self.abandoned += 1

    async def _deliver(self, headers: dict[str, str], body: bytes) -> int:
        status = 0
        with contextlib.suppress(TimeoutError, ClientError, OSError):
            async with asyncio.timeout(PATIENCE):
                status = await self._post(headers, body)
        self.brought.append((headers, body))
        self.statuses.append(status)
        return status

    async def _post(self, headers: dict[str, str], body: bytes) -> int:
        if callable(self.hook):
            return await self.hook(headers, body)
        assert self.hook
        async with (
            ClientSession(timeout=ClientTimeout(total=PATIENCE)) as session,
            session.post(self.hook, data=body, headers=headers) as answer,
        ):
            return answer.status

    def _start(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
