"""Passing a citizen's messages on while a handover is open, and ending it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.courtesy import is_courtesy
from handlers.handover.officials import subject_of, tell_officials
from handlers.handover.opening import buttons_for
from handlers.handover.standing import KIND, OPEN, Standing, save_standing
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.wishes import Wish, find_wish
from storage.values import Handover
from storage.work import Work

MOST_AN_HOUR = 20
HOUR = dt.timedelta(hours=1)


def typed(turn: Turn) -> str:
    """Give a message as typed, with a word on files that came with it."""
    files = len(turn.message.attachments)
    text = turn.message.text.strip()
    return f"{text} {say('handover_files', count=files)}" if files else text


def forget(turn: Turn, text: str) -> Effect:
    """Forget what was asked for, and say so."""

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        return [Reply(text)]

    return effect


def come_back(turn: Turn, standing: Standing) -> Effect:
    """Let the next messages go to the officials again."""

    async def effect(work: Work) -> Sequence[Reply]:
        back = replace(standing, aside=False)
        await save_standing(work, turn.message.address, back, now=turn.now)
        return [Reply(say("handover_back", turn.language))]

    return effect


def end(turn: Turn, standing: Standing) -> Effect:
    """End the conversation as the citizen wishes, and tell the officials."""

    async def effect(work: Work) -> Sequence[Reply]:
        handover = await work.handovers.hold_of(turn.message.address)
        await work.dialogues.remove(turn.message.address, KIND)
        if handover:
            await work.handovers.close(handover.id, now=turn.now)
            await work.outbox.withdraw(subject_of(handover.id))
            ended = Reply(say("handover_notice_ended", number=handover.id))
            await tell_officials(work, handover, ended, now=turn.now)
        return [Reply(say("handover_ended", standing.language))]

    return effect


def forward(turn: Turn, standing: Standing) -> Effect:
    """Pass a message on; only the first is acknowledged."""

    async def effect(work: Work) -> Sequence[Reply]:
        handover = await work.handovers.hold_of(turn.message.address)
        if handover is None:
            return await _say_over(work, turn, standing)
        since = turn.now - HOUR
        if await work.handovers.count_messages(handover.id, since=since) >= MOST_AN_HOUR:
            return await _refuse_more(work, turn, standing)
        await _add(work, turn, handover)
        heard = replace(standing, step=OPEN, acknowledged=True)
        await save_standing(work, turn.message.address, heard, now=turn.now)
        return [] if standing.acknowledged else [_acknowledge(turn, standing)]

    return effect


async def _add(work: Work, turn: Turn, handover: Handover) -> None:
    text = typed(turn)
    needs_answer = _says_something(turn)
    await work.handovers.add_message(handover, text, needs_answer=needs_answer, now=turn.now)
    more = Reply(say("handover_notice_more", number=handover.id, text=text), buttons_for(handover))
    await tell_officials(work, handover, more, now=turn.now)


def _says_something(turn: Turn) -> bool:
    """Tell whether a message wants an answer: thanks and thumbs do not, a lone "?" does."""
    is_worded = any(letter.isalnum() or letter == "?" for letter in turn.text)
    return is_worded and not is_courtesy(turn.folded)


def _acknowledge(turn: Turn, standing: Standing) -> Reply:
    is_impatient = find_wish(turn.text) is Wish.IMPATIENCE
    key = "handover_passed_on_sorry" if is_impatient else "handover_passed_on"
    return Reply(say(key, standing.language))


async def _refuse_more(work: Work, turn: Turn, standing: Standing) -> Sequence[Reply]:
    """Say once an hour that no more is passed on."""
    last = standing.limited_at
    if last and turn.now - dt.datetime.fromisoformat(last) < HOUR:
        return []
    limited = replace(standing, limited_at=turn.now.isoformat())
    await save_standing(work, turn.message.address, limited, now=turn.now)
    return [Reply(say("handover_too_many", standing.language, most=MOST_AN_HOUR))]


async def _say_over(work: Work, turn: Turn, standing: Standing) -> Sequence[Reply]:
    """Say that the conversation has ended meanwhile; give back what was typed for it."""
    await work.dialogues.remove(turn.message.address, KIND)
    text = "\n".join(filter(None, (standing.question, typed(turn))))
    return [Reply(say("handover_over", standing.language, text=text))]
