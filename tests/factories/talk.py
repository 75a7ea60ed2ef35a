"""A conversation in a test: real database and handlers, a set clock, a recording channel."""

import datetime as dt
import tempfile
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import App, build
from bot.channels.base import TryLater, Unreachable
from bot.settings import Settings
from handlers.files.rules import Upload
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
    shows_later: bool = False
    unreachable: set[Address] = field(default_factory=set)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        if address in self.unreachable:
            raise Unreachable
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

    async def says(self, text: str, *uploads: Upload, message_id: str | None = None) -> str:
        """Send a text, with files, and return what was answered."""
        before = len(self.channel.sent)
        message = Message(self.address, message_id or uuid.uuid4().hex, text, self.clock.now())
        await self.app.intake.receive(message, uploads)
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

    def heard_by(self, user: str) -> list[str]:
        """Everything that another person was told."""
        return [reply.text for address, reply, _ in self.channel.sent if address.user == user]

    def other(self, user: str) -> "Chat":
        """The same program, another person."""
        return Chat(self.app, self.channel, self.clock, Address("web", user))


def place_files(database: Database) -> Path:
    """Where a test's files go: beside an SQLite file, else into the machine's scratch folder."""
    name = database._engine.url.database or "motcua"
    beside = Path(name) if Path(name).is_absolute() else Path(tempfile.gettempdir()) / name
    return beside.with_name(f"{beside.name}-files")


def build_chat(database: Database, *, embedder: Embedder | None = None, **settings: object) -> Chat:
    """Build a program around a database, with fakes at its outermost seams."""
    channel, clock = RecordingChannel(), FixedClock()
    settings.setdefault("files_dir", str(place_files(database)))
    app = build(
        build_settings(**settings),
        database,
        channels={channel.name: channel},
        clock=clock,
        embedder=embedder or WordEmbedder(),
    )
    return Chat(app, channel, clock)
