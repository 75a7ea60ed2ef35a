"""Offices and people at the desk."""

SENTENCES: dict[str, str] = {}
