"""The English sentences, by subject."""

from handlers.texts.en import errors, reports, talk

SENTENCES: dict[str, str] = {**talk.SENTENCES, **errors.SENTENCES, **reports.SENTENCES}
