"""Guides, and who may read a document."""

SENTENCES: dict[str, str] = {}
