"""Parts of a page that follow what they show."""

from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.errors import word_failure
from bot.web.elements import Tag
from handlers.errors import HandlerError
from storage.values import Topic

SIGNED_OUT = "desk_signed_out"
View = TypeVar("View")


@dataclass(eq=False, slots=True)
class Part(Generic[View]):
    """A part of a page that is built anew whenever another view is read."""

    topics: Set[Topic]
    _read: Callable[[], Awaitable[View]]
    _build: Callable[[View], None]
    _box: Tag
    view: View | None = field(default=None, init=False)
    _turn: int = field(default=0, init=False)

    async def fill(self) -> None:
        """Read anew; build anew if what was read is another.

        What was asked for before something newer, and is read after it, is left.
        """
        self._turn = turn = self._turn + 1
        view = await self._read()
        if turn != self._turn or view == self.view or self._box.is_deleted:
            return
        self.view = view
        self._box.clear()
        with self._box:
            self._build(view)

    async def refresh(self) -> None:
        """Read anew; say why there is nothing to show any more of what the visitor has lost."""
        turn = self._turn + 1
        try:
            await self.fill()
        except HandlerError as error:
            if error.code == SIGNED_OUT:
                raise
            if turn == self._turn:
                self._empty(word_failure(error, "vi"))

    def _empty(self, why: str) -> None:
        self.view = None
        self._box.clear()
        with self._box:
            Tag("p", why, style="desk-empty", role="status")
