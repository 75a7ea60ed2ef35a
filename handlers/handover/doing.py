"""What an official does with a citizen's question, whatever it is said or pressed with."""

import datetime as dt
from dataclasses import replace

from handlers.handover.answering import end_handover, word_closing
from handlers.handover.officials import find_officials, find_person, notify, subject_of
from handlers.messages import Reply
from handlers.texts import say
from storage.values import Handover, HandoverState, Person
from storage.work import Work


async def seize(work: Work, handover: Handover, person: Person, *, now: dt.datetime) -> Handover:
    """Take a held handover; those who were asked, or who had it, are told."""
    await work.handovers.take(handover.id, person_id=person.id, now=now)
    await work.outbox.withdraw(subject_of(handover.id))
    text = say("handover_notice_taken", number=handover.id, name=person.name)
    await _tell_others(work, handover, person, text, now=now)
    return replace(handover, state=HandoverState.TAKEN, person_id=person.id)


async def finish(
    work: Work, handover: Handover, person: Person, place: str, *, now: dt.datetime
) -> Reply:
    """End a held handover; return what the citizen reads. Who was asked in vain is told."""
    told = await end_handover(work, handover, word_closing(handover, place), now=now)
    if handover.person_id is None:
        text = say("handover_notice_closed", number=handover.id, name=person.name)
        await _tell_others(work, handover, person, text, now=now)
    return told


async def _tell_others(
    work: Work, handover: Handover, person: Person, text: str, *, now: dt.datetime
) -> None:
    if handover.person_id:
        before = await find_person(work, handover.person_id, now=now)
        others = [before] if before and before.addresses else []
    else:
        others = await find_officials(work, handover.locality_id, now=now, but=handover.citizen)
    for other in others:
        if other.id != person.id:
            await notify(work, handover, other, Reply(text), now=now)
