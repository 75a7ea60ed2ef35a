"""The office's own words as whoever asks reads them."""

import datetime as dt

from handlers.questions.answers import Answer
from handlers.questions.memory import Memory, remember
from handlers.texts import say
from handlers.texts.forms import local_day, write_day
from knowledge.questions.understanding import Question
from storage.values import FaqEntry


def compose_faq(
    entry: FaqEntry,
    question: Question,
    memory: Memory,
    *,
    office: str | None = None,
    is_same: bool = True,
) -> Answer:
    """Compose the office's own words with their date; a question only near is named first."""
    language = question.language
    near = [] if is_same else [say("faq_near", language, question=entry.question)]
    text = "\n".join([*near, word_faq(entry.answer, entry.written_at, office, language)])
    kept = remember(memory, question.text, ())
    return Answer("answered", text, basis=(text,), memory=kept)


def word_faq(answer: str, written_at: dt.datetime, office: str | None, language: str) -> str:
    """Write an answer as whoever asks reads it, with whose words it is and of which day."""
    day = write_day(local_day(written_at), language)
    source = say("faq_source", language, office=office or say("the_office", language), day=day)
    return f"{answer}\n{source}"
