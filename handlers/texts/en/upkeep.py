"""What is said of upgrades, logs and what an operator has to do, in English."""

SENTENCES: dict[str, str] = {}
