"""One turn of a conversation: what is known before thinking, and what comes of it.

A skill looks at a turn outside any transaction and returns an effect, or None when the turn is
not for it. The effect runs in one write transaction together with the replies it returns.
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.messages import Message, Reply
from handlers.texts.forms import local_day
from knowledge.text import clean, fold
from storage.values import Dialogue, Locality, Person
from storage.work import Work

Effect = Callable[[Work], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class Turn:
    """A message with the state of its conversation; `place` is the chat's own locality."""

    message: Message
    language: str
    now: dt.datetime
    dialogues: Mapping[str, Dialogue]
    person: Person | None
    places: Sequence[Locality]
    place: Locality | None

    @property
    def text(self) -> str:
        """The text in one line, composed."""
        return clean(self.message.text)

    @property
    def folded(self) -> str:
        """The text without marks, in lower case."""
        return fold(self.text).strip(" .!?,")

    @property
    def today(self) -> dt.date:
        """The day in Viet Nam."""
        return local_day(self.now)


class Skill(Protocol):
    """Something the bot can do in a conversation."""

    async def take(self, turn: Turn) -> Effect | None:
        """Return what comes of the turn, or None when it is not for this skill."""


def only_say(*replies: Reply) -> Effect:
    """Make an effect that changes nothing and says the replies."""

    async def effect(_work: Work) -> Sequence[Reply]:
        return replies

    return effect
