"""A bot without a service: it gives what a test puts into it, and fails as told."""

import asyncio
import datetime as dt
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.channels.base import Event, Forged, Malformed, Receive, Said
from handlers.files.rules import Upload
from handlers.messages import Message, Reply
from storage.values import Account, Address

SECRET = "a-secret-of-32-letters-for-a-hook"


@dataclass
class ToldBot:
    """Polled or hooked, as the settings say."""

    name: str = "telegram:12345678"
    path: str = "telegram/12345678"
    shows_later: bool = False
    may_be_cut: bool = True
    unstored: int = 0
    waiting: asyncio.Queue[Event] = field(default_factory=asyncio.Queue)
    failures: list[Exception] = field(default_factory=list)  # of opening and polling, in turn
    fetched: dict[str, Upload | Exception] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    opened: int = 0
    polling: int = 0  # polls under way
    polled: int = 0
    cut: int = 0

    async def ask(self) -> Account:
        if self.failures:
            raise self.failures.pop(0)
        return Account(self.name, self.name.partition(":")[2], "Bot Bến Lụa")

    async def open(self) -> Account:
        account = await self.ask()
        self.opened += 1
        return account

    async def poll(self, receive: Receive) -> None:
        self.polled += 1
        if self.failures:
            raise self.failures.pop(0)
        self.polling += 1
        try:
            event = await self.waiting.get()
            await receive(event)
        except asyncio.CancelledError:
            self.cut += 1
            raise
        finally:
            self.polling -= 1

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        self.sent.append((address.user, reply.text))

    async def fetch(self, source: str) -> Upload:
        await asyncio.sleep(0)
        found = self.fetched[source]
        if isinstance(found, Exception):
            raise found
        return found

    async def close(self) -> None:
        pass

    def admits(self, headers: Mapping[str, str]) -> bool:
        given = headers.get("x-secret", "")
        return hmac.compare_digest(given.encode(), SECRET.encode())

    def read_hook(
        self, headers: Mapping[str, str], body: bytes, *, now: dt.datetime
    ) -> Sequence[Event]:
        """Read {"user", "id", "text"}; what says "forged" is, and "broken" meets a defect."""
        try:
            told = json.loads(body)
        except ValueError:
            raise Malformed from None
        if told.get("text") == "forged":
            raise Forged
        return [self.says(told["user"], told["id"], told["text"], at=now)]

    def says(self, user: str, number: str, text: str, *, at: dt.datetime) -> Event:
        return Said(Message(Address(self.name, user), number, text, at))
