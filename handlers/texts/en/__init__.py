"""The English sentences, by subject."""

from handlers.texts.en import answers, deadlines, errors, reports, talk

SENTENCES: dict[str, str] = {
    **talk.SENTENCES,
    **answers.SENTENCES,
    **errors.SENTENCES,
    **reports.SENTENCES,
    **deadlines.SENTENCES,
}
