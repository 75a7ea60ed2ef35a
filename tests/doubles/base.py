"""What all doubles share: a server on loopback, scripted faults, and phones that use the service.

A double knows nothing of the program: it takes what its service takes, refuses what it refuses.
"""

import asyncio
import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, Self

from aiohttp import web


class Fault(StrEnum):
    """What a service does with a call, instead of answering it."""

    NONE = "none"
    BUSY = "busy"  # 429 with the seconds to wait, where the service tells them
    BUSY_SILENT = "busy silent"  # 429 without
    BLOCKED = "blocked"  # the person has blocked the bot
    UNAUTHORIZED = "unauthorized"  # 401, or what the service says of a bad token
    BROKEN = "broken"  # 502 with a page of HTML
    MALFORMED = "malformed"  # 200, and a body that is no JSON
    HANG = "hang"  # taken, and no answer within anybody's patience
    CUT = "cut"  # taken, and the line is cut before the answer
    TWICE = "twice"  # the next event is brought twice
    SWAPPED = "swapped"  # the next two events are brought in the wrong order


SENDING = (Fault.BUSY, Fault.BUSY_SILENT, Fault.BROKEN, Fault.MALFORMED, Fault.HANG, Fault.CUT)


@dataclass
class Faults:
    """Faults to come: those scripted for a method first, then by chance at a rate."""

    rate: float = 0.0  # of calls that may fail by chance
    kinds: Sequence[Fault] = SENDING
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    retry_after: int = 1  # seconds, of BUSY
    hang: float = 60.0  # seconds, of HANG
    happened: list[tuple[str, Fault]] = field(default_factory=list)
    _scripted: dict[str, deque[Fault]] = field(default_factory=dict)

    def script(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method ("sendMessage", "getUpdates", "cs", …) fail so."""
        self._scripted.setdefault(method, deque()).extend(faults)

    def take(self, method: str, *, by_chance: bool = False) -> Fault:
        """Give what happens to this call; `by_chance` where the rate applies to the method."""
        waiting = self._scripted.get(method)
        fault = Fault.NONE
        if waiting:
            fault = waiting.popleft()
        elif by_chance and self.rate and self.dice.random() < self.rate:
            fault = self.dice.choice(list(self.kinds))
        if fault is not Fault.NONE:
            self.happened.append((method, fault))
        return fault


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person saw: a text, with what could be pressed below it, and files by their kind."""

    text: str
    buttons: tuple[str, ...] = ()
    files: tuple[str, ...] = ()  # "photo", "document", "form" (a request for one's details)
    key: str = ""  # the service's number of the message


class Phone(Protocol):
    """One person's telephone, as they use it."""

    user: str

    async def says(self, text: str) -> None:
        """Send a text."""

    async def sends_photo(self, data: bytes, caption: str = "") -> None:
        """Send a photo (JPEG or PNG)."""

    async def sends_odd(self, kind: str) -> None:
        """Send a sticker, voice, contact, location or unsupported."""

    async def presses(self, label: str) -> None:
        """Press what is labelled so under the latest message that has it, or type its number."""

    def heard(self) -> list[Shown]:
        """Give everything this person was shown, oldest first."""


class Served:
    """A double's HTTP server, on loopback while entered; `url` has no slash at its end."""

    url: str = ""

    async def __aenter__(self) -> Self:
        """Start serving."""
        self._runner = web.AppRunner(self.build_app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving."""
        await self._runner.cleanup()

    def build_app(self) -> web.Application:
        """Build the routes."""
        raise NotImplementedError


async def fail_wire(request: web.Request, fault: Fault, hang: float) -> web.StreamResponse | None:
    """Fail as the wire fails: cut the line, hang, a page of HTML, a broken body; else None."""
    if fault is Fault.CUT:
        assert request.transport
        request.transport.abort()
        return web.Response()
    if fault is Fault.HANG:
        await asyncio.sleep(hang)
        return web.Response()
    if fault is Fault.BROKEN:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    if fault is Fault.MALFORMED:
        return web.Response(text='{"ok": tru', content_type="application/json")
    return None
