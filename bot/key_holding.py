"""What runs tells under which key it writes, so that a rotation waits for its restart."""

import asyncio
import datetime as dt
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import App
from bot.waiting import pause

BEAT = 20  # seconds
LEASE = dt.timedelta(seconds=60)  # of a process that was killed


@asynccontextmanager
async def tell_key(app: App) -> AsyncIterator[None]:
    """Keep a note of this process's newest key while it runs."""
    process, stop = secrets.token_hex(8), asyncio.Event()
    await _note(app, process)
    noting = asyncio.create_task(_keep_noting(app, process, stop))
    try:
        yield
    finally:
        stop.set()
        await noting


async def _keep_noting(app: App, process: str, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await pause(stop, BEAT)
        await (_leave if stop.is_set() else _note)(app, process)


async def _note(app: App, process: str) -> None:
    async def note() -> None:
        key_id = app.database.cipher.key_ids[0]
        async with app.database.write() as work:
            await work.key_holders.note(process, key_id, now=app.clock.now(), lease=LEASE)

    await app.troubles.attempt("noting the key in use", note)


async def _leave(app: App, process: str) -> None:
    async def leave() -> None:
        async with app.database.write() as work:
            await work.key_holders.leave(process)

    await app.troubles.attempt("taking back the note of the key", leave)
