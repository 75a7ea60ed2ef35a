"""What is said where the plans hold no answer."""

SENTENCES: dict[str, str] = {}
