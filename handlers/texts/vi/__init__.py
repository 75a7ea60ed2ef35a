"""The Vietnamese sentences, by subject."""

from handlers.texts.vi import answers, deadlines, errors, reports, talk

SENTENCES: dict[str, str] = {
    **talk.SENTENCES,
    **answers.SENTENCES,
    **errors.SENTENCES,
    **reports.SENTENCES,
    **deadlines.SENTENCES,
}
