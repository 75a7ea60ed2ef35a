"""The whole service in processes that a test kills: four workers and a courier each.

python -m tests.bot.service_process

It loads the program once and forks for each line on its standard input, URL KEY FILE; it answers
with the number of the new process. FILE collects what the channel delivered, a JSON line each, on
the disk before it counts as sent.
"""

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass

from bot.app import build
from bot.service import Service
from handlers.messages import Reply
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from tests.factories.talk import build_settings

LEASE = "PT1S"


@dataclass
class DurableChannel:
    """Append what is delivered to a file, as people's phones would keep it."""

    file: int
    name: str = "web"
    shows_later: bool = False

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        line = json.dumps({"user": address.user, "key": key, "text": reply.text}) + "\n"
        os.write(self.file, line.encode())
        os.fsync(self.file)


async def main(url: str, key: str, path: str) -> None:
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    database = Database(url, Cipher([key]))
    settings = build_settings(lease=LEASE, files_dir=f"{path}-files")
    app = build(settings, database, channels={"web": DurableChannel(file)})
    await Service(app).run(on_started=_nothing)
    await app.close()
    os.close(file)


async def _nothing() -> None:
    """Tell nobody."""


def serve() -> None:
    """Fork for each line; what has been killed needs nobody to wait for it."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if (process := os.fork()) == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            asyncio.run(main(*line.split()))
            os._exit(0)
        print(process, flush=True)


if __name__ == "__main__":
    serve()
