"""The whole program over a filled world, in a process of its own, for tests with a browser.

python -m tests.bot.web.desk.serve URL KEY PORT
"""

import asyncio
import sys

from bot.app import build
from bot.channels.web import WebChannel
from bot.service import Service
from bot.tuning import keep_pauses_short
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from tests.bot.web.serve import beside_database
from tests.factories.desk_world import RunningClock, fill_world
from tests.factories.talk import build_settings


async def main(url: str, key: str, port: str) -> None:
    database = Database(url, Cipher([key]))
    web = WebChannel()
    settings = build_settings(port=int(port), files_dir=str(beside_database(url)))
    app = build(
        settings,
        database,
        channels={web.name: web},
        clock=RunningClock(),
        embedder=WordEmbedder(),
    )
    async with database.read() as work:
        is_empty = not await work.localities.list_all()
    if is_empty:
        await fill_world(app)

    async def say_started() -> None:
        print("started", flush=True)

    with keep_pauses_short():
        await Service(app, site=build_site(app, web)).run(on_started=say_started)
    await app.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
