"""Conversations that an official was asked into."""

SENTENCES: dict[str, str] = {}
