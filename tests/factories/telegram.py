"""A Telegram bot of the program, with a real database behind it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import App, build
from bot.channels.building import build_shelf
from bot.channels.telegram.bot import TelegramBot
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import Address, NewFile
from tests.doubles.telegram import TelegramDouble
from tests.factories.talk import MONDAY, FixedClock, build_settings, place_files

NAME = "telegram:23456789"


@asynccontextmanager
async def open_bot(
    double: TelegramDouble, database: Database, **changes: object
) -> AsyncIterator[TelegramBot]:
    """Open the bot of a double; `changes` are settings."""
    changes = {"files_dir": str(place_files(database)), **double.settings(), **changes}
    settings, clock = build_settings(**changes), FixedClock()
    shelf = build_shelf(settings, database, clock)
    bot = TelegramBot(double.token, settings, database.cipher, shelf, clock, locality_id=None)
    yield bot
    await bot.close()


@asynccontextmanager
async def open_program(double: TelegramDouble, database: Database) -> AsyncIterator[App]:
    """Open a whole program that lives on a double."""
    folder = str(place_files(database))
    settings = build_settings(closed_to_citizens="", files_dir=folder, **double.settings())
    async with open_bot(double, database) as bot:
        yield build(
            settings,
            database,
            channels={bot.name: bot},
            clock=FixedClock(),
            embedder=WordEmbedder(),
        )


async def keep_file(database: Database, user: str, data: bytes, name: str, media: str) -> str:
    """Keep a file of a person's own; give its random name."""
    from storage.file_store import FileStore

    stored = FileStore(Path(place_files(database)), database.cipher).add(data)
    async with database.write() as work:
        new = NewFile(stored, media, len(data), name)
        await work.files.add(Address(NAME, user), new, now=MONDAY)
    return stored
