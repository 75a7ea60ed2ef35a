"""What is said of keys and what is kept how long, in English."""

SENTENCES: dict[str, str] = {}
