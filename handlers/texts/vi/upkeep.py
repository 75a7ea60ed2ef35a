"""What is said of upgrades, logs and what an operator has to do, in Vietnamese."""

SENTENCES: dict[str, str] = {}
