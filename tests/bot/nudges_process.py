"""The whole service in processes that a test kills while it nudges officials over HTTP.

python -m tests.bot.nudges_process

It loads the program once and forks for each line on its standard input, URL KEY ADDRESS AHEAD; it
answers with the number of the new process. ADDRESS is where messages are posted to, AHEAD by how
many seconds the clock of the process is ahead, so that it is always a working morning there.
"""

import asyncio
import datetime as dt
import os
import signal
import sys
from dataclasses import dataclass

from bot.app import build
from bot.service import Service
from knowledge.calendar import load_calendar
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.http_double import HttpChannel
from tests.factories.talk import build_settings

LEASE, TICK = "PT5S", "PT0.5S"
PATIENCE = 0.5  # seconds that the channel waits for an answer


@dataclass(frozen=True, slots=True)
class ClockAhead:
    """The machine's clock, moved."""

    ahead: dt.timedelta

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self.ahead


async def main(url: str, key: str, address: str, ahead: str) -> None:
    channel = HttpChannel(address, PATIENCE)
    app = build(
        build_settings(lease=LEASE, tick=TICK),
        Database(url, Cipher([key])),
        channels={channel.name: channel},
        clock=ClockAhead(dt.timedelta(seconds=float(ahead))),
        embedder=WordEmbedder(),
    )
    await Service(app).run(on_started=_nothing)
    await channel.close()
    await app.close()


async def _nothing() -> None:
    """Tell nobody."""


def serve() -> None:
    """Fork for each line; what has been killed needs nobody to wait for it."""
    load_calendar()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if (process := os.fork()) == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            asyncio.run(main(*line.split()))
            os._exit(0)
        print(process, flush=True)


if __name__ == "__main__":
    serve()
