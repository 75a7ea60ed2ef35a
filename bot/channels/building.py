"""The bots and accounts that the settings and the database name."""

from bot.channels.base import Bot, Bots
from bot.channels.names import read_token
from bot.channels.telegram.bot import TelegramBot
from bot.channels.zalo_bot.bot import ZaloBot
from bot.channels.zalo_oa.account import build_accounts
from bot.clock import Clock
from bot.settings import Settings
from bot.shelf import Shelf
from handlers.cases.moves import CaseDesk
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from storage.database import Database
from storage.file_store import FileStore
from storage.values import Role


async def build_bots(settings: Settings, database: Database, clock: Clock) -> Bots:
    """Build them; raise `HandlerError` for two of one name, no token, or an unknown place."""
    shelf = build_shelf(settings, database, clock)
    telegram = [
        TelegramBot(token, settings, database.cipher, shelf, clock, locality_id=place_id)
        for token, place_id in await _read(settings, "telegram_tokens", database)
    ]
    zalo = [
        ZaloBot(token, settings, database.cipher, shelf, clock, locality_id=place_id)
        for token, place_id in await _read(settings, "zalo_bot_tokens", database)
    ]
    accounts = await build_accounts(settings, database, shelf, clock)
    channels: list[Bot] = [*telegram, *zalo, *accounts.channels]
    names = [channel.name for channel in channels]
    if len(names) > len(set(names)):
        raise HandlerError("bot_twice", name=next(n for n in names if names.count(n) > 1))
    return Bots(channels, [*telegram, *zalo, *accounts.hooks])


def build_shelf(settings: Settings, database: Database, clock: Clock) -> Shelf:
    """Build what opens stored files for those who may see them."""
    desk = CaseDesk(load_calendar(), Role(settings.answer_approved_by))
    return Shelf(database, FileStore(settings.files_folder, database.cipher), desk, clock)


async def _read(settings: Settings, name: str, database: Database) -> list[tuple[str, int | None]]:
    """Read a setting's tokens, each with the number of its place."""
    found = []
    for each in getattr(settings, name):
        bot, place_id = read_token(each), None
        if not bot.is_whole:
            raise HandlerError("bot_token_malformed", name=f"MOTCUA_{name.upper()}")
        if bot.place:
            async with database.read() as work:
                place = await work.localities.find(bot.place)
            if place is None:
                raise HandlerError("place_unknown", name=bot.place)
            place_id = place.id
        found.append((bot.token, place_id))
    return found
