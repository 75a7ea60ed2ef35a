"""What is said of backups, restoring and moving, in English."""

SENTENCES: dict[str, str] = {}
