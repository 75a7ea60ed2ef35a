"""A service on the wire that keeps what it was sent, and fails in all the ways that one can."""

import asyncio
import contextlib
import datetime as dt
import json
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import httpx

from bot.channels.base import TryLater
from handlers.messages import Reply
from storage.values import Address


class Fault(StrEnum):
    """What the service does with a message."""

    NONE = "none"
    BUSY = "busy"  # 429 for this person
    ALL_BUSY = "all busy"  # 429 for the whole channel
    BROKEN = "broken"  # 500
    HANG = "hang"  # taken, and no answer within anybody's patience
    CUT = "cut"  # taken, and the line is cut before the answer


DECK = (Fault.BUSY, Fault.ALL_BUSY, Fault.BROKEN, Fault.HANG, Fault.CUT, *([Fault.NONE] * 20))
_TAKEN = frozenset({Fault.NONE, Fault.HANG, Fault.CUT})
_ANSWERS = {
    Fault.NONE: "200 OK\r\n",
    Fault.BUSY: "429 Too Many Requests\r\nretry-after: 1\r\n",
    Fault.ALL_BUSY: "429 Too Many Requests\r\nretry-after: 1\r\nx-limit: channel\r\n",
    Fault.BROKEN: "500 Internal Server Error\r\n",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the service has taken, from which process, and what it did then."""

    key: str
    user: str
    sender: int
    fault: Fault


@dataclass
class HttpDouble:
    """Serve on loopback while entered; every fault of the deck comes before one comes again."""

    dice: random.Random = field(default_factory=lambda: random.Random(7))
    taken: list[Taken] = field(default_factory=list)
    refused: int = 0
    url: str = ""

    async def __aenter__(self) -> "HttpDouble":
        self._faults = self._deal()
        self._lines: set[asyncio.StreamWriter] = set()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        host, port = self._server.sockets[0].getsockname()
        self.url = f"http://{host}:{port}/"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for line in self._lines:
            line.transport.abort()
        await asyncio.sleep(0)
        await self._server.wait_closed()

    def _deal(self) -> Iterator[Fault]:
        while True:
            yield from self.dice.sample(DECK, len(DECK))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._lines.add(writer)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._answer(await _read_request(reader), reader, writer):
                pass
        writer.transport.abort()
        self._lines.discard(writer)

    async def _answer(
        self, sent: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Take a message or refuse it; tell whether the line still stands."""
        fault = next(self._faults)
        if fault in _TAKEN:
            body = json.loads(sent)
            self.taken.append(Taken(body["key"], body["user"], body["sender"], fault))
        else:
            self.refused += 1
        if fault in _ANSWERS:
            writer.write(f"HTTP/1.1 {_ANSWERS[fault]}content-length: 0\r\n\r\n".encode())
            await writer.drain()
            return True
        if fault is Fault.HANG:
            await reader.read()  # until the other side has had enough
        return False


async def _read_request(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").lower()
    length = head.partition("content-length:")[2].split("\r\n", 1)[0]
    return await reader.readexactly(int(length))


@dataclass
class HttpChannel:
    """Send to the double as a channel does: what may have arrived is told from what has not."""

    url: str
    patience: float  # seconds
    name: str = "web"
    shows_later: bool = False

    def __post_init__(self) -> None:
        self._client = httpx.AsyncClient(timeout=self.patience)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        body = {"key": key, "user": address.user, "text": reply.text, "sender": os.getpid()}
        try:
            answer = await self._client.post(self.url, json=body)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise TryLater from error
        except httpx.TransportError as error:
            raise TryLater(may_have_arrived=True) from error
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            after = dt.timedelta(seconds=int(answer.headers["retry-after"]))
            raise TryLater(after, whole_channel="x-limit" in answer.headers)
        if answer.is_server_error:
            raise TryLater
        answer.raise_for_status()

    async def close(self) -> None:
        await self._client.aclose()
