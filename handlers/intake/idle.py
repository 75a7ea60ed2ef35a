"""A draft left alone for a day is closed, and its writer is told."""

import datetime as dt
from dataclasses import replace

from handlers.daytime import next_daytime
from handlers.intake.drafts import KIND
from handlers.intake.starting import PETITION, PETITION_KEPT
from handlers.messages import Reply
from handlers.texts import say
from storage.values import OutboxKind
from storage.work import Work

IDLE_AFTER = dt.timedelta(days=1)


async def close_idle(work: Work, *, now: dt.datetime) -> list[Reply]:
    """Close drafts left alone for a day, and say so in the daytime.

    Words that may be a petition are forgotten within the hour in which they can be sent.
    """
    await work.dialogues.remove_idle(now - PETITION_KEPT, PETITION)
    addresses = await work.dialogues.remove_idle(now - IDLE_AFTER, KIND)
    said = Reply(say("intake_idle"), kind=OutboxKind.NOTICE, not_before=next_daytime(now))
    return [replace(said, to=each) for each in addresses]
