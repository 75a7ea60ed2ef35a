"""The Vietnamese sentences, by subject."""

from handlers.texts.vi import errors, reports, talk

SENTENCES: dict[str, str] = {**talk.SENTENCES, **errors.SENTENCES, **reports.SENTENCES}
