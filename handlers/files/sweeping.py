"""Files that nobody waits for: sent and never used in a case, or left on the disk by a crash."""

import asyncio
import datetime as dt

from handlers.texts.forms import HANOI
from storage.file_store import FileStore
from storage.work import Work

LOOSE_KEPT = dt.timedelta(days=1)
LOOSE_AT_LAST = dt.timedelta(days=7)  # as long as an incomplete feedback waits for its sender
UNKNOWN_KEPT = dt.timedelta(hours=1)  # bytes are written before their row
_SWEPT_IN = "files_swept_in"


async def sweep_files(work: Work, store: FileStore, *, now: dt.datetime) -> None:
    """Remove, once an hour, files that no case took in time and bytes that no row names."""
    if not await work.meta.save(_SWEPT_IN, f"{now.astimezone(HANOI):%Y-%m-%d %H}"):
        return
    await work.files.remove_loose(now - LOOSE_KEPT, at_last=now - LOOSE_AT_LAST)
    old = await asyncio.to_thread(store.list_old, now - UNKNOWN_KEPT)
    store.remove(await work.files.find_unknown(old))
