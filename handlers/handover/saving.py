"""An answer given to one citizen, kept for all who ask the same, without personal data."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button, make_word_button
from handlers.errors import HandlerError
from handlers.faq.service import NewFaq, check_faq, prepare_faq, store_faq
from handlers.faq.skill import warn_personal
from handlers.handover.deeds import Deed
from handlers.handover.drafts import SAVED, SAVING, Draft, save_draft
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.redacting import redact, without_brackets
from handlers.texts import say
from storage.values import NewFaqEntry, Person


async def propose(deed: Deed) -> Sequence[Reply]:
    """Show question and answer as all would read them; the question may be put in other words."""
    if not deed.handover.answer:
        return [Reply(deed.say("handover_save_no_answer"))]
    asked = deed.command.text or without_brackets(redact(deed.handover.question))
    try:
        question, answer = check_faq(asked, deed.handover.answer)
    except HandlerError as error:
        reason = say(f"error_{error.code}", deed.command.language, **error.facts)
        return [Reply(f"{reason} {deed.say('handover_save_reword')}")]
    language = deed.command.language
    draft = Draft(SAVING, deed.handover.id, language, answer, question)
    await save_draft(deed.work, deed.turn.message.address, draft, now=deed.turn.now)
    text = deed.say("handover_save_preview", question=question, answer=answer)
    lines = [text, *warn_personal(answer, language)]
    buttons = make_button("confirm", language), make_word_button("cancel", language)
    return [Reply("\n".join(lines), buttons)]


async def prepare(
    library: Library, draft: Draft, person: Person, *, now: dt.datetime
) -> NewFaqEntry:
    """Embed the question that the answer will be found by, outside any transaction."""
    author = f"person:{person.id}"
    new = NewFaq(person.locality_id, draft.question, draft.text, author)
    return await prepare_faq(library, new, now=now)


async def keep(deed: Deed, draft: Draft, entry: NewFaqEntry) -> Sequence[Reply]:
    """Keep the answer; it is found at the next question."""
    await store_faq(deed.work, entry)
    saved = replace(draft, step=SAVED, text="", question="")
    await save_draft(deed.work, deed.turn.message.address, saved, now=deed.turn.now)
    return [Reply(say("faq_saved", draft.language))]
