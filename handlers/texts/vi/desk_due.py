"""Due days at the desk."""

SENTENCES: dict[str, str] = {}
