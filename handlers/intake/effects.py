"""What comes of a turn with a draft: it is kept, ended, or kept beside an answer."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_word_button
from handlers.files.identity import forget
from handlers.intake.drafts import KIND, Draft, save_draft
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.work import Work


def keep(turn: Turn, draft: Draft, reply: Reply) -> Effect:
    """Keep a draft and say something; what waits to be said of its photos is overtaken."""

    async def effect(work: Work) -> Sequence[Reply]:
        await work.outbox.withdraw(draft.subject)
        await save_draft(work, turn.message.address, draft, now=turn.now)
        return [reply]

    return effect


def drop(turn: Turn, draft: Draft, reply: Reply) -> Effect:
    """Give a draft up with its files."""

    async def effect(work: Work) -> Sequence[Reply]:
        await work.outbox.withdraw(draft.subject)
        await forget(work, [number for _, number in draft.files])
        await work.dialogues.remove(turn.message.address, KIND)
        return [reply]

    return effect


def answer_beside(turn: Turn, draft: Draft, answer: Effect) -> Effect:
    """Answer something else and say that the draft is kept."""
    kept = say("intake_kept", draft.language)
    resume = make_word_button("resume", draft.language)

    async def effect(work: Work) -> Sequence[Reply]:
        await work.outbox.withdraw(draft.subject)
        await save_draft(work, turn.message.address, draft, now=turn.now)
        *others, last = await answer(work)
        told = replace(last, text=f"{last.text}\n\n{kept}", buttons=(*last.buttons, resume))
        return [*others, told]

    return effect


def say_before(text: str | None, effect: Effect) -> Effect:
    """Say something before what an effect says."""
    if not text:
        return effect

    async def both(work: Work) -> Sequence[Reply]:
        replies = await effect(work)
        if not replies:
            return [Reply(text)]
        first, *others = replies
        return [replace(first, text=f"{text}\n{first.text}"), *others]

    return both
