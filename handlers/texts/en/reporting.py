"""When periodic reports are due."""

SENTENCES: dict[str, str] = {}
