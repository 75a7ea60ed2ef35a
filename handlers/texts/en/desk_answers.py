"""Questions and answers at the desk."""

SENTENCES: dict[str, str] = {}
