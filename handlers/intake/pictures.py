"""Photos, voices and documents of a draft: counted, answered together, given back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.channels.odd import LOCATION, STICKER, find_odd, say_odd
from handlers.files.identity import forget_given_away
from handlers.files.wording import count_words, say_refusals
from handlers.intake.asking import ask, ask_again
from handlers.intake.drafts import Draft, Step, save_draft
from handlers.intake.effects import keep
from handlers.intake.spots import add_spot, has_spot
from handlers.intake.steps import go_on
from handlers.messages import Message, Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.work import Work

MORE_PHOTOS = dt.timedelta(seconds=3)  # an album comes photo by photo: it gets one reply


def add_files(draft: Draft, message: Message) -> Draft:
    """Add to a draft what was kept of a message's files, and the place that it points at."""
    kept = tuple(
        (each.kind, each.file_id) for each in message.attachments if each.file_id is not None
    )
    return add_spot(replace(draft, files=(*draft.files, *kept)), message)


def has_kept(message: Message) -> bool:
    """Tell whether a file of a message was kept."""
    return any(each.file_id is not None for each in message.attachments)


def describe_files(turn: Turn, language: str) -> str | None:
    """Say what was received and what was not, of the files of a message with words."""
    count = count_words(
        [each for each in turn.message.attachments if each.file_id is not None], language
    )
    received = say("intake_files", language, count=count) if count else None
    refused = say_refusals(turn.message.attachments, language)
    return "\n".join(filter(None, (received, refused))) or None


def take_wordless(turn: Turn, draft: Draft) -> Effect:
    """Take files without a word; the reply waits for more of them."""
    refused = say_refusals(turn.message.attachments, draft.language)
    if not has_kept(turn.message):
        return _take_odd(turn, draft, refused)
    reply = _ask(turn, draft)
    text = "\n".join(filter(None, (refused, reply.text)))
    not_before = turn.now + MORE_PHOTOS
    return keep(
        turn, draft, replace(reply, text=text, subject=draft.subject, not_before=not_before)
    )


def _take_odd(turn: Turn, draft: Draft, refused: str | None) -> Effect:
    """Say what cannot be read, and ask again; a place on the map answers where it is."""
    kind = find_odd(turn.message.attachments)
    if kind == LOCATION and has_spot(draft):
        draft = go_on(draft)
        reply, told = ask(turn, draft), _tell_spot(draft)
    else:
        reply = ask_again(turn, draft)
        told = "" if kind == STICKER else say_odd(kind, draft.language)
    text = "\n".join(filter(None, (refused or told, reply.text)))
    return keep(turn, draft, replace(reply, text=text))


def _tell_spot(draft: Draft) -> str:
    return say("intake_located", draft.language) if draft.content else ""


def _ask(turn: Turn, draft: Draft) -> Reply:
    reply = ask(turn, draft)
    if draft.step is Step.CONTENT and not draft.content:
        return reply
    count = count_words(draft.attachments, draft.language)
    received = say("intake_files", draft.language, count=count)
    return replace(reply, text=f"{received}\n{reply.text}")


def forget_paper(turn: Turn, draft: Draft) -> Effect:
    """Give up the photos that words show to be an identity paper."""

    async def effect(work: Work) -> Sequence[Reply]:
        gone = await forget_given_away(work, turn.message)
        numbers = [number for _, number in draft.files]
        left = {file.id for file in await work.files.list_by_id(numbers)}
        files = tuple(each for each in draft.files if each[1] in left)
        kept = replace(draft, files=files)
        await work.outbox.withdraw(draft.subject)
        await save_draft(work, turn.message.address, kept, now=turn.now)
        reply = ask_again(turn, kept)
        told = say_refusals(gone, draft.language)
        return [replace(reply, text="\n".join(filter(None, (told, reply.text))))]

    return effect
