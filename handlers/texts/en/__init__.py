"""The English sentences, by subject."""

from handlers.texts.en import (
    answers,
    deadlines,
    errors,
    faq,
    guides,
    handover,
    places,
    refusals,
    reminders,
    reporting,
    reports,
    talk,
)

SENTENCES: dict[str, str] = {
    **talk.SENTENCES,
    **answers.SENTENCES,
    **errors.SENTENCES,
    **reports.SENTENCES,
    **deadlines.SENTENCES,
    **faq.SENTENCES,
    **guides.SENTENCES,
    **handover.SENTENCES,
    **places.SENTENCES,
    **refusals.SENTENCES,
    **reminders.SENTENCES,
    **reporting.SENTENCES,
}
