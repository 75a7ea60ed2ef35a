"""How far a reply in several parts has got, as long as the process lives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from storage.values import Address

KEPT = 10_000  # replies remembered at most
T = TypeVar("T")


@dataclass(slots=True)
class Progress:
    """How many parts of a reply went out, so that the next attempt goes on after them."""

    _out: dict[str, int] = field(default_factory=dict)

    def go_on(self, address: Address, text: str, key: str, parts: Sequence[T]) -> Iterator[T]:
        """Give the parts that are not out; one is out when the next is asked for.

        A reply that is out as a whole is remembered, too: where its record failed it comes again.
        Its text is part of what it is known by: an emptied outbox gives its numbers out anew.
        """
        mark = f"{address.user} {key} {hash(text)}"
        for part in parts[self._out.get(mark, 0) :]:
            yield part
            self._note(mark)

    def _note(self, mark: str) -> None:
        self._out[mark] = self._out.pop(mark, 0) + 1
        if len(self._out) > KEPT:
            del self._out[next(iter(self._out))]
