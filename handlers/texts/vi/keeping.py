"""What is said of keys and what is kept how long, in Vietnamese."""

SENTENCES: dict[str, str] = {}
