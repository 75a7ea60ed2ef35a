"""Replies as Telegram shows them: parts, rows of buttons, and how fast a chat is written to."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.channels.base import TryLater
from bot.channels.progress import Progress
from bot.channels.wording import split_text
from handlers.messages import Button
from handlers.texts.forms import clip
from storage.values import Address

LONGEST_TEXT = 4096  # UTF-16 units
LONGEST_CAPTION = 1024
LONGEST_LABEL = 64  # letters
ROW = 28  # letters that fit beside each other on a narrow phone
MOST_IN_ROW = 3
BURST = 3  # messages to a chat at once: “short bursts are tolerated”
LONGEST_WAIT = 4.0  # seconds that a reply's parts may wait for their turns before it is put off
KEPT = 10_000  # chats remembered at most
Step = Callable[[], Awaitable[object]]


def count_units(text: str) -> int:
    """Count UTF-16 units, as Telegram counts letters."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def split_reply(text: str) -> list[str]:
    """Split a text into messages."""
    return split_text(text, LONGEST_TEXT, measure=count_units)


def arrange(buttons: Sequence[Button]) -> list[list[tuple[int, str]]]:
    """Arrange labels in rows, short ones beside each other; each comes with its place."""
    rows: list[list[tuple[int, str]]] = []
    room = 0
    for index, button in enumerate(buttons):
        label = clip(button.label.strip() or button.says, LONGEST_LABEL)
        if rows and len(label) <= room and len(rows[-1]) < MOST_IN_ROW:
            rows[-1].append((index, label))
            room -= len(label)
        else:
            rows.append([(index, label)])
            room = ROW - len(label)
    return rows


@dataclass(slots=True)
class Pace:
    """One message a second to a chat after a short burst; moments are the loop's, in seconds."""

    _full_at: dict[str, float] = field(default_factory=dict)
    _held_until: dict[str, float] = field(default_factory=dict)

    def wait(self, chat: str, *, now: float) -> float:
        """Tell how long the next message to a chat has to wait."""
        paced = self._full_at.get(chat, now) - now - (BURST - 1)
        return max(0.0, paced, self._held_until.get(chat, now) - now)

    def take(self, chat: str, *, now: float) -> None:
        """Count a message that goes out now."""
        self._full_at[chat] = max(now, self._full_at.get(chat, now)) + 1
        if len(self._full_at) > KEPT:
            self._full_at = {c: until for c, until in self._full_at.items() if until > now}

    def hold(self, chat: str, seconds: float, *, now: float) -> bool:
        """Write no more to a chat for a while; tell whether others are held as well.

        Telegram does not say whether a chat or the bot has been too fast: where two chats are told
        to wait at a time, it is the bot.
        """
        self._held_until = {c: until for c, until in self._held_until.items() if until > now}
        self._held_until[chat] = now + seconds
        return len(self._held_until) > 1


@dataclass(slots=True)
class Turns:
    """Send replies part by part, each part in its chat's turn."""

    _pace: Pace = field(default_factory=Pace)
    _progress: Progress = field(default_factory=Progress)

    async def run(self, address: Address, text: str, key: str, steps: Sequence[Step]) -> None:
        """Go on with a reply's steps that are not done."""
        chat, waited = address.user, 0.0
        for step in self._progress.go_on(address, text, key, steps):
            waited += await self._wait(chat, LONGEST_WAIT - waited)
            try:
                await step()
            except TryLater as error:
                raise self._hold(chat, error) from None

    async def _wait(self, chat: str, patience: float) -> float:
        """Wait for the chat's turn; tell for how long."""
        now = asyncio.get_running_loop().time()
        wait = self._pace.wait(chat, now=now)
        if wait > patience:
            raise TryLater(dt.timedelta(seconds=wait))
        self._pace.take(chat, now=now)
        await asyncio.sleep(wait)
        return wait

    def _hold(self, chat: str, error: TryLater) -> TryLater:
        """Hold what else goes to a chat that was written to too fast, or all of it."""
        if error.after is None:
            return error
        now = asyncio.get_running_loop().time()
        is_all = self._pace.hold(chat, error.after.total_seconds(), now=now)
        return TryLater(error.after, whole_channel=is_all)
