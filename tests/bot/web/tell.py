"""Another process's reply, for tests: python -m tests.bot.web.tell URL KEY USER TEXT."""

import asyncio
import datetime as dt
import sys

from handlers.messages import Reply, dump_reply
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address, OutboxKind


async def main(url: str, key: str, user: str, text: str) -> None:
    database = Database(url, Cipher([key]))
    now = dt.datetime.now(dt.UTC)
    async with database.write() as work:
        outgoing = await work.outbox.add(
            Address("web", user),
            dump_reply(Reply(text)),
            kind=OutboxKind.NOTICE,
            now=now,
            lease=dt.timedelta(minutes=1),
        )
        await work.outbox.delivered(outgoing, now=now)
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
