"""What is forgotten by age: message bodies and dialogues after 30 days, questions after 180."""

import datetime as dt

from handlers.handover import standing
from handlers.intake import drafts as feedback
from handlers.texts.forms import local_day
from storage.work import Work

BODIES_KEPT = dt.timedelta(days=30)
QUESTIONS_KEPT = dt.timedelta(days=180)
REMINDERS_KEPT = dt.timedelta(days=60)
ONCE_KEPT = dt.timedelta(days=400)  # what is told once a year
_PURGED_ON = "purged_on"
_CLOSED_ALOUD = (feedback.KIND, standing.KIND)  # each by its own rule, and with a sentence


async def purge_daily(work: Work, *, now: dt.datetime) -> None:
    """Forget what is old, once a day."""
    today = local_day(now).isoformat()
    if not await work.meta.save(_PURGED_ON, today):
        return
    await work.inbox.purge(now - BODIES_KEPT)
    await work.outbox.purge(now - BODIES_KEPT)
    await work.dialogues.purge(now - BODIES_KEPT, but=_CLOSED_ALOUD)
    await work.logins.purge(now)
    await work.invitations.purge(now - BODIES_KEPT)
    await work.reminders.purge(local_day(now) - REMINDERS_KEPT)
    await work.once.purge(now - ONCE_KEPT)
    await work.faq.purge(now - QUESTIONS_KEPT)
    await work.handovers.purge(now - QUESTIONS_KEPT)
