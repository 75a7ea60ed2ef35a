"""Cases at the desk."""

SENTENCES: dict[str, str] = {}
