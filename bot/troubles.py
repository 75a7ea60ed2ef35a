"""Troubles that last, in the log: one sentence when one begins, one a minute, one when it is over.

A database that is away fails every loop several times a second; the operator reads it once.
"""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.channels.silence import SILENT
from bot.errors import explain, terminal_language
from bot.failures import log_failure
from handlers.texts import say
from storage.errors import Unavailable

log = logging.getLogger(__name__)
AGAIN = 60.0  # seconds between two lines on one trouble, whether it has been over or not
CALM = 5.0  # seconds without a failure after which what shares a cause works again
T = TypeVar("T")


@dataclass(slots=True)
class Trouble:
    """What is known of one trouble; `parts` are those who meet it, moments are monotonic."""

    sentence: str
    calm: float
    parts: set[str] = field(default_factory=set)
    began: float = 0.0
    failed: float = 0.0
    told: float | None = None
    is_told: bool = False  # in this spell
    count: int = 0


class Troubles:
    """Note what fails and what works again; tell the operator now and then."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._known: dict[str, Trouble] = {}

    def failed(self, fault: Unavailable, where: str) -> None:
        """Note that the database or the disk takes nothing for now."""
        self.note(fault.code, where, explain(fault), calm=CALM)

    def worked(self, *where: str) -> None:
        """Note what works; a trouble is over when it does for all who met it."""
        if self._known:
            for each in where:
                self.clear(each)

    def note(
        self,
        key: str,
        part: str,
        sentence: str,
        *,
        level: int = logging.ERROR,
        calm: float = 0.0,
        tell: Callable[[], None] | None = None,
    ) -> None:
        """Note a failure; log it when it is new or has not been told for a minute.

        `tell` writes the first line instead of `sentence`.
        """
        now = self._now()
        trouble = self._known.setdefault(key, Trouble(sentence, calm))
        if not trouble.parts:
            trouble.began, trouble.is_told = now, False
        trouble.parts.add(part)
        trouble.sentence, trouble.failed, trouble.count = sentence, now, trouble.count + 1
        if trouble.told is None or now - trouble.told >= AGAIN:
            self._tell(trouble, level, tell, now=now)

    def note_service(self, channel: str, key: str, what: str, /, **facts: object) -> None:
        """Note that a channel's service does not do what it was asked for."""
        level = logging.WARNING if key == SILENT else logging.ERROR
        sentence = say(f"trouble_{key}", terminal_language(), name=channel, **facts)
        self.note(f"{channel} {key}", f"{what} {channel}", sentence, level=level)

    def _tell(
        self, trouble: Trouble, level: int, tell: Callable[[], None] | None, *, now: float
    ) -> None:
        if trouble.count > 1:
            seconds = round(now - (trouble.began if trouble.told is None else trouble.told))
            log.log(level, "%s", _say("again", trouble, count=trouble.count, seconds=seconds))
        elif tell:
            tell()
        else:
            log.log(level, "%s", trouble.sentence)
        trouble.told, trouble.is_told, trouble.count = now, True, 0

    def clear(self, part: str) -> None:
        """Note that a part works; the last one that does ends the trouble."""
        now = self._now()
        for trouble in self._known.values():
            if part not in trouble.parts or now - trouble.failed < trouble.calm:
                continue
            trouble.parts.discard(part)
            if not trouble.parts and trouble.is_told:
                log.warning("%s", _say("over", trouble, seconds=round(now - trouble.began)))
                trouble.count = 0

    async def attempt(self, what: str, act: Callable[[], Awaitable[T]]) -> T | None:
        """Do something that may fail for now; what does so again and again is told seldom."""
        try:
            done = await act()
        except Unavailable:
            return None  # told by whoever found it
        except Exception as error:  # noqa: BLE001  logged without its words
            self.note_failure(what, error)
            return None
        if self._known:
            self.clear(what)
        return done

    def note_failure(self, what: str, error: Exception) -> None:
        """Log a failure of which nothing is known: where it happened, the first time."""
        if isinstance(error, Unavailable):
            return
        kind = type(error).__name__
        sentence = say("trouble_defect", terminal_language(), what=what, kind=kind)
        self.note(
            f"{what} {kind}", what, sentence,
            tell=lambda: log_failure(log, error, "%s failed", what),
        )  # fmt: skip


def _say(key: str, trouble: Trouble, **facts: object) -> str:
    return say(f"trouble_{key}", terminal_language(), sentence=trouble.sentence, **facts)
