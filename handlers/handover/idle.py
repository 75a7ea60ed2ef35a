"""Conversations left alone: closed, with a sentence, in the daytime."""

import datetime as dt

from handlers.daytime import is_daytime
from handlers.faq.service import keep_question
from handlers.handover.answering import end_handover
from handlers.handover.officials import tell_officials
from handlers.handover.opening import say_contact
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import clip, local_day
from knowledge.calendar import Calendar
from storage.values import Handover, HandoverState, KeptFor
from storage.work import Work

IDLE_AFTER = dt.timedelta(days=1)
ANSWERED_WITHIN = 3  # working days
LONGEST_QUOTE = 160
FORGOTTEN = "handover_closed_forgotten"


async def close_idle(work: Work, calendar: Calendar, *, now: dt.datetime) -> list[Reply]:
    """Close what was answered a day ago, and what waited three working days in vain."""
    if not is_daytime(now):
        return []
    replies = []
    for found in await work.handovers.list_open():
        if not _key(found, calendar, now):
            continue
        handover = await work.handovers.hold(found.id)
        key = handover and _key(handover, calendar, now)  # another process may have been first
        if handover and key:
            replies.append(await _close(work, handover, key, now=now))
    return replies


def _key(handover: Handover, calendar: Calendar, now: dt.datetime) -> str | None:
    """Give the sentence with which a handover ends now; None where it goes on."""
    if handover.state is HandoverState.CLOSED:
        return None
    if handover.waiting_since is None:
        is_done = now - handover.changed_at >= IDLE_AFTER
        return "handover_closed_idle" if is_done else None
    today, since = map(local_day, (now, handover.waiting_since))
    is_forgotten = today > calendar.plus_working_days(since, ANSWERED_WITHIN)
    return FORGOTTEN if is_forgotten and calendar.is_working_day(today) else None


async def _close(work: Work, handover: Handover, key: str, *, now: dt.datetime) -> Reply:
    if key == FORGOTTEN:
        return await _apologise(work, handover, now=now)
    return await end_handover(work, handover, say(key, handover.language), now=now)


async def _apologise(work: Work, handover: Handover, *, now: dt.datetime) -> Reply:
    """Close an unanswered handover: the citizen gets the phone, the clerk keeps the question."""
    places = {place.id: place for place in await work.localities.list_all()}
    place = places[handover.locality_id]
    apology = say(FORGOTTEN, handover.language, days=ANSWERED_WITHIN)
    text = f"{apology}\n{say_contact(place, handover.language)}"
    told = await end_handover(work, handover, text, now=now)
    await keep_question(work, place.id, handover.question, KeptFor.NOT_FOUND, now=now)
    question = clip(" ".join(handover.question.split()), LONGEST_QUOTE)
    notice = say(
        "handover_notice_forgotten", number=handover.id, question=question, days=ANSWERED_WITHIN
    )
    await tell_officials(work, handover, Reply(notice), now=now)
    return told
