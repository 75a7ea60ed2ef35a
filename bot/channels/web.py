"""The web chat: a reply is delivered when it is stored, since the page reads the thread itself.

Sending only wakes the pages that are open in this process; those of another listen for new rows:
see bot/web/listening.
"""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from handlers.messages import Reply
from storage.values import Address

NAME = "web"


@dataclass(slots=True)
class WebChannel:
    """Wake the open pages of an address."""

    name: str = NAME
    shows_later: bool = True
    _waiting: dict[str, set[asyncio.Event]] = field(
        default_factory=lambda: defaultdict(set), init=False
    )

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        """Tell the address's open pages to look at their thread."""
        del reply, key
        self.wake(address.user)

    @property
    def has_pages(self) -> bool:
        """Tell whether any page is open in this process."""
        return bool(self._waiting)

    def wake(self, user: str) -> None:
        """Let a user's open pages look for what is new."""
        for event in self._waiting.get(user, ()):
            event.set()

    def open_page(self, user: str) -> asyncio.Event:
        """Register a page; its event is set when there is something new."""
        event = asyncio.Event()
        self._waiting[user].add(event)
        return event

    def close_page(self, user: str, event: asyncio.Event) -> None:
        """Forget a page."""
        self._waiting[user].discard(event)
        if not self._waiting[user]:
            del self._waiting[user]
