"""An official's words on their way to the citizen: worded, recorded, told."""

import datetime as dt
from dataclasses import replace

from handlers.handover.officials import subject_of
from handlers.handover.opening import end_button
from handlers.handover.standing import KIND, OPEN, load_standing, save_standing
from handlers.messages import Reply
from handlers.texts import say
from storage.values import Handover, OutboxKind
from storage.work import Work


def word_answer(handover: Handover, place: str, text: str) -> str:
    """Write an answer as the citizen will read it."""
    return say("handover_answer", handover.language, place=place, answer=text)


async def give_answer(
    work: Work, handover: Handover, place: str, text: str, *, now: dt.datetime
) -> Reply:
    """Record an answer to an open handover; return what reaches the citizen.

    What the citizen writes next goes to the officials again, even if the assistant was asked.
    """
    await work.handovers.add_answer(handover.id, text, now=now)
    dialogues = await work.dialogues.of(handover.citizen)
    standing = load_standing(dialogues.get(KIND), now=now)
    if standing and standing.step == OPEN:
        heard = replace(standing, aside=False, acknowledged=True)
        await save_standing(work, handover.citizen, heard, now=now)
    return Reply(
        word_answer(handover, place, text),
        (end_button(handover.language),),
        kind=OutboxKind.NOTICE,
        to=handover.citizen,
    )


def word_closing(handover: Handover, place: str) -> str:
    """Write what the citizen reads when an official ends the conversation."""
    key = "handover_closed" if handover.answer else "handover_closed_unanswered"
    return say(key, handover.language, place=place)


async def end_handover(work: Work, handover: Handover, text: str, *, now: dt.datetime) -> Reply:
    """Close an open handover and let the assistant answer again; return what the citizen reads."""
    await work.handovers.close(handover.id, now=now)
    await work.dialogues.remove(handover.citizen, KIND)
    await work.outbox.withdraw(subject_of(handover.id))
    return Reply(text, kind=OutboxKind.NOTICE, to=handover.citizen)
