"""What a unit of work notes for whoever counts: told after the commit, so that it has happened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from storage.values import find_kind


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that happened: what it was, of which kinds, how many times or how long.

    The kinds are few and known beforehand; nothing of a person stands in them.
    """

    what: str
    kinds: tuple[str, ...] = ()
    amount: float = 1


class Counting(Protocol):
    """Who counts what has happened in this process."""

    def count(self, noted: Sequence[Noted]) -> None:
        """Count what a committed unit of work has done."""

    def count_fault(self, code: str) -> None:
        """Count that the database could not be used."""


class Notes:
    """The notes of one unit of work."""

    def __init__(self) -> None:
        self.kept: list[Noted] = []

    def add(self, what: str, *kinds: str, amount: float = 1) -> None:
        """Note something."""
        self.kept.append(Noted(what, kinds, amount))

    def add_rows(self, what: str, rows: Collection[tuple[str, str]]) -> None:
        """Note rows by the kind of their channel and their state."""
        for channel, state in rows:
            self.add(what, find_kind(channel), state)
