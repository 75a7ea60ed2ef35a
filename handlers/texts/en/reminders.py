"""A row as written, and reminders that were asked for."""

SENTENCES: dict[str, str] = {}
