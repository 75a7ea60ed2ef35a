"""A Zalo bot against its double, alone or inside the program."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.app import App, build
from bot.channels.base import Event, Said
from bot.channels.zalo_bot.bot import ZaloBot
from bot.settings import Settings
from bot.shelf import Shelf
from handlers.cases.moves import CaseDesk
from handlers.messages import Message
from knowledge.calendar import load_calendar
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Role
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.factories.talk import FixedClock, build_settings, place_files


@dataclass
class Heard:
    """Keep what a bot receives; fail as often as told."""

    events: list[Event] = field(default_factory=list)
    failures: int = 0

    async def __call__(self, event: Event) -> bool:
        if self.failures:
            self.failures -= 1
            raise ConnectionError
        self.events.append(event)
        return True

    @property
    def messages(self) -> list[Message]:
        return [event.message for event in self.events if isinstance(event, Said)]


def build_bot(settings: Settings, database: Database, clock: FixedClock) -> ZaloBot:
    """Build the first bot that is set."""
    desk = CaseDesk(load_calendar(), Role.LEADER)
    files = FileStore(place_files(database), database.cipher)
    shelf = Shelf(database, files, desk, clock)
    token = settings.zalo_bot_tokens[0]
    return ZaloBot(token, settings, database.cipher, shelf, clock, locality_id=None)


@asynccontextmanager
async def open_bot(
    double: ZaloBotDouble, database: Database, clock: FixedClock | None = None, **changes: object
) -> AsyncIterator[ZaloBot]:
    """Build a bot alone."""
    settings = build_settings(**{**double.settings(), **changes})
    bot = build_bot(settings, database, clock or FixedClock())
    try:
        yield bot
    finally:
        await bot.close()


@asynccontextmanager
async def open_app(
    double: ZaloBotDouble, database: Database, **changes: object
) -> AsyncIterator[tuple[App, ZaloBot]]:
    """Build the program around a bot, open for citizens; the fixture closes the database."""
    settings = build_settings(
        **{
            **double.settings(),
            "closed_to_citizens": "",
            "files_dir": str(place_files(database)),
            **changes,
        }
    )
    clock = FixedClock()
    bot = build_bot(settings, database, clock)
    app = build(settings, database, channels={bot.name: bot}, clock=clock, embedder=WordEmbedder())
    try:
        yield app, bot
    finally:
        await bot.close()
        app.library.close()
