"""A Zalo bot against its double, alone or inside the program."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import App, build
from bot.channels.building import build_shelf
from bot.channels.zalo_bot.bot import ZaloBot
from bot.settings import Settings
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.factories.talk import FixedClock, build_settings, place_files


def build_bot(settings: Settings, database: Database, clock: FixedClock) -> ZaloBot:
    """Build the first bot that is set."""
    shelf = build_shelf(settings, database, clock)
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
