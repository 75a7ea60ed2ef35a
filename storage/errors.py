"""Errors of `storage`, split by what the caller does next.

StorageError              carries a code and facts, like every error of this project
├── CannotOpen            the database cannot be used at all; the program stops with a sentence
│   └── Unavailable       … for now: a running program keeps what it has, and tries again
├── BadArchive            a backup cannot be read; the caller takes another, or the right key
├── BadPlace              a backup or a copy cannot be written there; the caller prepares the place
├── Conflict              somebody else was first; the caller reads again or tells its user so
└── LostClaim             the lease ran out, another has the row; the caller drops its work
"""


class StorageError(Exception):
    """Carry a code and the facts its sentence needs."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class CannotOpen(StorageError):
    """Say that the database or its key cannot be used."""


class Unavailable(CannotOpen):
    """Say that the database or the disk takes nothing for now."""


class BadArchive(StorageError):
    """Say that a backup cannot be read, or not by us."""


class BadPlace(StorageError):
    """Say that a place is not fit for what is to be written there, or read."""


class Conflict(StorageError):
    """Say that the row exists or has changed meanwhile."""


class LostClaim(StorageError):
    """Say that the claim on a row is no longer ours."""
