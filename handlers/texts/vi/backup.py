"""What is said of backups, restoring and moving, in Vietnamese."""

SENTENCES: dict[str, str] = {}
