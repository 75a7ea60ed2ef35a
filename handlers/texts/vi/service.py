"""What is said of the program's health and its daily promise, in Vietnamese."""

SENTENCES: dict[str, str] = {}
