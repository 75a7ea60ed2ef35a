"""What is forgotten by age: message bodies after 30 days, sessions and links when they end."""

import datetime as dt

from handlers.texts.forms import HANOI
from storage.work import Work

BODIES_KEPT = dt.timedelta(days=30)
_PURGED_ON = "purged_on"


async def purge_daily(work: Work, *, now: dt.datetime) -> None:
    """Forget what is old, once a day."""
    today = now.astimezone(HANOI).date().isoformat()
    if not await work.meta.save(_PURGED_ON, today):
        return
    await work.inbox.purge(now - BODIES_KEPT)
    await work.outbox.purge(now - BODIES_KEPT)
    await work.logins.purge(now)
