"""What is said of the program's health and its daily promise, in English."""

SENTENCES: dict[str, str] = {}
