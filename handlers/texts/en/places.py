"""Places, their superiors and what an office says of itself."""

SENTENCES: dict[str, str] = {}
