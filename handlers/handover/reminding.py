"""Each working morning, officials are told which citizens have waited since an earlier day."""

import datetime as dt
from collections import defaultdict

from handlers.buttons import make_button
from handlers.daytime import is_working_daytime
from handlers.handover.officials import find_responsible
from handlers.handover.wording import say_waiting
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import Address, Handover, OutboxKind
from storage.work import Work

_REMINDED_ON = "handovers_reminded_on"


async def remind_officials(work: Work, calendar: Calendar, *, now: dt.datetime) -> list[Reply]:
    """Remind those who were asked, once a working day; return a notice for each."""
    today = local_day(now)
    if not is_working_daytime(now, calendar):
        return []
    if not await work.meta.save(_REMINDED_ON, today.isoformat()):
        return []
    waiting: dict[Address, list[Handover]] = defaultdict(list)
    for handover in await work.handovers.list_open():
        if _has_waited(handover, today):
            for person in await find_responsible(work, handover, now=now):
                waiting[person.addresses[0]].append(handover)
    return [_remind(address, held, now) for address, held in waiting.items()]


def _has_waited(handover: Handover, today: dt.date) -> bool:
    since = handover.waiting_since
    return since is not None and local_day(since) < today


def _remind(address: Address, waiting: list[Handover], now: dt.datetime) -> Reply:
    oldest = min(waiting, key=lambda each: each.waiting_since or now)
    text = say(
        "handovers_reminder",
        count=len(waiting),
        number=oldest.id,
        state=say_waiting(oldest, language="vi", now=now),
    )
    return Reply(text, (make_button("list_handovers"),), kind=OutboxKind.NOTICE, to=address)
