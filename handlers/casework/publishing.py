"""What everybody may read of a case: shown without personal data, put in other words, agreed to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_word_button
from handlers.cases.changes import Facts
from handlers.cases.personal import find_doubtful_words, redact_for_public
from handlers.casework.deed import Deed
from handlers.casework.drafts import DONE, REVIEW
from handlers.messages import Reply
from knowledge.text import fold
from storage.values import Case

_CORRECTION = re.compile(r"^\s*(?:(noi dung|content)|(?:tra loi|ket qua|answer))\s*:\s*(?=\S)")


async def publish(deed: Deed) -> Sequence[Reply]:
    """Publish what was agreed to; show it first."""
    deed.desk.find_step(deed.case, deed.action, deed.doer)
    case = deed.case
    corrected = read_correction(case, deed.fields.get("correction", ""))
    if corrected is not None or not deed.is_confirmed:
        given = {
            "content": redact_for_public(case.content, case),
            "answer": redact_for_public(case.answer.text, case),
        }
        before = {name: deed.fields[name] for name in given if name in deed.fields}
        return await _preview(replace(deed, fields={**given, **before, **(corrected or {})}))
    await deed.move(build_publication(case, deed.fields["content"], deed.fields["answer"]))
    await replace(deed, fields={}).keep(DONE)
    return [Reply(deed.say("casework_done_publish"), (deed.button("unpublish_case"),))]


def build_publication(case: Case, content: str, answer: str) -> Facts:
    """Give the facts of publishing words that were agreed to."""
    name = find_public_name(case)
    return Facts(public_content=content, public_answer=answer, public_sender=name)


def is_correction(text: str) -> bool:
    """Tell whether words are meant for publication instead of others."""
    return _CORRECTION.match(fold(text)) is not None


def read_correction(case: Case, text: str) -> dict[str, str] | None:
    """Read "nội dung: …" or "trả lời: …" as words to publish instead, without personal data."""
    found = _CORRECTION.match(fold(text))
    if not found:
        return None
    name = "content" if found[1] else "answer"
    # A person chose these words, so that what strictness hid for nothing may come back.
    return {name: redact_for_public(text[found.end() :].strip(), case, is_chosen=True)}


def find_public_name(case: Case) -> str:
    """Give the sender's name where that was agreed to; else nobody is named."""
    return case.contact.name if case.may_publish_name and not case.hides_name else ""


async def _preview(deed: Deed) -> Sequence[Reply]:
    await deed.keep(REVIEW)
    name = find_public_name(deed.case)
    doubtful = find_doubtful_words(deed.case, deed.fields["content"], deed.fields["answer"])
    text = deed.say(
        "casework_preview_publish",
        content=deed.fields["content"],
        answer=deed.fields["answer"],
        sender=name or deed.say("casework_nobody_named"),
    )
    if doubtful:
        text += "\n" + deed.say("casework_publish_doubtful", words="; ".join(doubtful))
    language = deed.language
    buttons = make_word_button("agree_publish", language), make_word_button("cancel", language)
    return [Reply(text, buttons)]
