"""The scopes that were asked about last, as many as their passages allow."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Scope = TypeVar("Scope")


class ScopeCache(Generic[Scope]):
    """Keep one revision of each scope; drop the longest unused when there are too many passages.

    The scope put in last stays, however large.
    """

    def __init__(self, most: int, *, size_of: Callable[[Scope], int]) -> None:
        self._most = most
        self._size_of = size_of
        self._kept: OrderedDict[Hashable, tuple[Hashable, Scope]] = OrderedDict()
        self._size = 0

    def get(self, name: Hashable, revision: Hashable) -> Scope | None:
        """Give a scope as it is at a revision; None where that is not kept."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != revision:
            return None
        self._kept.move_to_end(name)
        return kept[1]

    def put(self, name: Hashable, revision: Hashable, scope: Scope) -> None:
        """Keep a scope in place of its other revision."""
        self._drop(name)
        self._kept[name] = (revision, scope)
        self._size += self._size_of(scope)
        while self._size > self._most and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def list_kept(self) -> list[Scope]:
        """List the scopes that are kept."""
        return [scope for _, scope in self._kept.values()]

    def _drop(self, name: Hashable) -> None:
        if kept := self._kept.pop(name, None):
            self._size -= self._size_of(kept[1])
