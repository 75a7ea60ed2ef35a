"""A conversation in a test: real database and handlers, a set clock, a recording channel."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from bot.app import App, build
from bot.channels.base import TryLater
from bot.settings import Settings
from handlers.messages import Message, Reply
from knowledge.search.base import Embedder
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import Address

LAN = Address("web", "lan")
MONDAY = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)  # 09:00 in Viet Nam


@dataclass(slots=True)
class FixedClock:
    """A clock that a test sets."""

    moment: dt.datetime = MONDAY

    def now(self) -> dt.datetime:
        return self.moment

    def advance(self, **step: float) -> None:
        self.moment += dt.timedelta(**step)


@dataclass(slots=True)
class RecordingChannel:
    """Keep what was sent; fail as often as told."""

    name: str = "web"
    sent: list[tuple[Address, Reply, str]] = field(default_factory=list)
    failures: int = 0

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        if self.failures:
            self.failures -= 1
            raise TryLater
        self.sent.append((address, reply, key))


def build_settings(**changes: object) -> Settings:
    """Build settings that read neither the environment nor a file."""
    return Settings(_env_file=None, **changes)  # type: ignore[arg-type]


@dataclass(slots=True)
class Chat:
    """One person's conversation, through inbox, worker and outbox."""

    app: App
    channel: RecordingChannel
    clock: FixedClock
    address: Address = LAN

    async def says(self, text: str, *, message_id: str | None = None) -> str:
        """Send a text and return what was answered."""
        before = len(self.channel.sent)
        message = Message(self.address, message_id or uuid.uuid4().hex, text, self.clock.now())
        await self.app.intake.receive(message)
        await self.app.drain()
        self.clock.advance(seconds=1)
        return "\n".join(reply.text for _, reply, _ in self.channel.sent[before:])

    @property
    def buttons(self) -> list[str]:
        """What the last reply's buttons say."""
        return [button.says for button in self.channel.sent[-1][1].buttons]

    def heard(self) -> list[str]:
        """Everything this person was told."""
        return [reply.text for address, reply, _ in self.channel.sent if address == self.address]

    def other(self, user: str) -> "Chat":
        """The same program, another person."""
        return Chat(self.app, self.channel, self.clock, Address("web", user))


def build_chat(database: Database, *, embedder: Embedder | None = None, **settings: object) -> Chat:
    """Build a program around a database, with fakes at its outermost seams."""
    channel, clock = RecordingChannel(), FixedClock()
    app = build(
        build_settings(**settings),
        database,
        channels={channel.name: channel},
        clock=clock,
        embedder=embedder or WordEmbedder(),
    )
    return Chat(app, channel, clock)
