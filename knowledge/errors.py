"""Errors of `knowledge`.

KnowledgeError            a document or expression that cannot be used; carries a code and facts
├── UnreadableFile        the bytes are not a document we can read
└── RefusedDocument       readable, but not ours to keep (a secrecy stamp)
"""


class KnowledgeError(Exception):
    """Carry a code and the facts its sentence needs; sentences are made by handlers."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class UnreadableFile(KnowledgeError):
    """Say that the bytes are not a document we can read."""


class RefusedDocument(KnowledgeError):
    """Say that the document must not be kept."""
