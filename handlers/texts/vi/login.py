"""Logging in to the desk."""

SENTENCES: dict[str, str] = {}
