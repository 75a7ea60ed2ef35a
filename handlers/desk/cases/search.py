"""Searching cases by their words, which are sealed in the database.

What this process has opened once is kept in its memory for a while, each case at its version:
opening five thousand for every letter typed would take a second of the processor. It is allowed,
for the process has the keys and opens the same rows for whoever asks; nothing of it is written
anywhere, a changed or erased case is let go at the next look, and everything is forgotten when
nobody has asked for a quarter of an hour. Who may see or find a case is not kept: that is asked
of `handlers.cases.access` each time.
"""

import asyncio
import datetime as dt
import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from handlers.cases.access import Doer, may_see_contact
from handlers.cases.personal import list_own
from handlers.casework.finding import ABOUT_EXTENSION
from handlers.casework.viewing import gist_of
from handlers.redacting import redact
from handlers.texts.forms import clip
from knowledge.case_codes import find_code
from knowledge.cases.phones import read_phone
from knowledge.text import fold, has_marks, syllables
from storage.values import Case, CaseStub, OwnSettings
from storage.work import Work

MOST_KEPT = 20_000  # cases; some 3 kB each
A_WHILE = dt.timedelta(minutes=5)  # that clocks of two processes may differ
FORGOTTEN_AFTER = 900.0  # seconds in which nobody has asked
PLACE = 60  # characters of a place
_DIGITS = re.compile(r"[\d\s.+()-]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is searched: its syllables as written, and without their marks."""

    marked: str
    folded: str

    def hold(self, query: "Query") -> bool:
        """Tell whether every syllable of a query stands here, the last one at least begun."""
        return all(
            (syllable in self.marked or plain in self.marked) if syllable else plain in self.folded
            for syllable, plain in query.syllables
        )


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: syllables with and without marks, between spaces but for the last.

    One typed without marks is found however it is written; one with marks as it is, or where
    somebody has written it without any.
    """

    syllables: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, text: str) -> "Query":
        """Read what was typed; a case's code however it is written."""
        found = [f" {each} " for each in syllables(find_code(text) or text)]
        found[-1:] = [each.rstrip() for each in found[-1:]]
        return cls(tuple((each if has_marks(each) else "", fold(each)) for each in found))


def find_sought_phone(text: str) -> str:
    """Give the phone that is looked for; empty where it is words or a code, which has digits."""
    return read_phone(text) if _DIGITS.fullmatch(text.strip()) else ""


def read_words(*texts: str) -> Words:
    """Prepare texts to be searched."""
    marked = f" {' '.join(syllables(' '.join(texts)))} "
    return Words(marked, fold(marked))


@dataclass(eq=False, slots=True)
class Opened:
    """A case that was opened, with what is made of it where somebody needs it."""

    case: Case
    _gist: str | None = None
    _place: str | None = None
    _words: Words | None = None
    _plain: Words | None = None

    def is_like(self, stub: CaseStub) -> bool:
        """Tell whether the case is still what it was when it was opened."""
        return (self.case.version, self.case.is_erased) == (stub.version, stub.is_erased)

    @property
    def is_read(self) -> bool:
        """Tell whether its words have been read."""
        return self._words is not None

    @property
    def is_described(self) -> bool:
        """Tell whether gist and place have been written."""
        return self._gist is not None and self._place is not None

    @property
    def gist(self) -> str:
        """What it is about, without personal data (some milliseconds, the first time)."""
        if self._gist is None:
            self._gist = gist_of(self.case)
        return self._gist

    @property
    def place(self) -> str:
        """Where it is about, without personal data."""
        if self._place is None:
            where = redact(self.case.where, list_own(self.case)) if self.case.where else ""
            self._place = clip(" ".join(where.split()), PLACE)
        return self._place

    def matches(self, query: Query, doer: Doer) -> bool:
        """Tell whether it holds what is looked for, in what this doer may read of it.

        Who may not know the sender finds nothing by the sender's data, in whatever words it
        stands; hiding it takes milliseconds, so it is done for what would be found otherwise.
        """
        if not self.words.hold(query):
            return False
        return may_see_contact(doer, self.case) or self._find_plain().hold(query)

    @property
    def words(self) -> Words:
        """All that is searched, for who may know the sender."""
        if self._words is None:
            self._words = read_words(*_list_texts(self.case), self.case.contact.name)
        return self._words

    def _find_plain(self) -> Words:
        if self._plain is None:
            own = list_own(self.case)
            self._plain = read_words(*(redact(each, own) for each in _list_texts(self.case)))
        return self._plain


def _list_texts(case: Case) -> tuple[str, ...]:
    """List what is searched beside the sender's name."""
    return (
        case.code, case.content, case.where, case.answer.text, case.complained_of, case.recipient,
        case.answer.number, case.portal_code, case.incoming_number, case.outgoing_number,
    )  # fmt: skip


@dataclass(eq=False)
class CaseIndex:
    """Cases that this process has opened, by their numbers, the longest kept first."""

    most: int = MOST_KEPT
    _kept: OrderedDict[int, Opened] = field(default_factory=OrderedDict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _looked_at: dt.datetime | None = None
    _settings: Mapping[int, OwnSettings] = field(default_factory=dict)
    _timer: asyncio.TimerHandle | None = None

    @property
    def size(self) -> int:
        """How many cases are kept."""
        return len(self._kept)

    async def fetch(
        self, work: Work, stubs: Sequence[CaseStub], *, now: dt.datetime
    ) -> Mapping[int, Opened]:
        """Give cases as they are now, by their numbers; what has changed is opened anew."""
        async with self._lock:
            await self._let_go(work, now=now)
            new = [stub.id for stub in stubs if not self._is_kept(stub)]
            for case in await work.case_lists.open_some(new, ABOUT_EXTENSION):
                self._kept[case.id] = Opened(case)
            found = {stub.id: self._kept[stub.id] for stub in stubs if stub.id in self._kept}
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        self._forget_later()
        return found

    def forget(self) -> None:
        """Let everything go."""
        self._kept.clear()

    def _is_kept(self, stub: CaseStub) -> bool:
        kept = self._kept.get(stub.id)
        return kept is not None and kept.is_like(stub)

    async def _let_go(self, work: Work, *, now: dt.datetime) -> None:
        """Let go what was erased since the last look, whether it is listed or not.

        Cases say who approves their answers, which a place sets: then all are opened anew.
        """
        if self._looked_at == now:
            return
        settings = await work.localities.list_own_settings()
        if settings != self._settings:
            self._settings = settings
            self.forget()
        if self._looked_at and self._kept:
            for case_id in await work.case_lists.list_erased(self._looked_at - A_WHILE):
                self._kept.pop(case_id, None)
        self._looked_at = now

    def _forget_later(self) -> None:
        if self._timer:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(FORGOTTEN_AFTER, self.forget)


Searched = TypeVar("Searched")


async def search(query: Query, some: Sequence[tuple[Opened, Doer, Searched]]) -> list[Searched]:
    """Keep what a doer may find by a query, in a thread, so that pages go on meanwhile."""
    return await asyncio.to_thread(
        lambda: [each for opened, doer, each in some if opened.matches(query, doer)]
    )


async def prepare(some: Iterable[Opened]) -> bool:
    """Read the words of some cases, in a thread, before somebody searches them; tell if any."""
    new = [each for each in some if not each.is_read]
    if new:
        await asyncio.to_thread(lambda: [each.words for each in new])
    return bool(new)


async def write_gists(some: Iterable[Opened]) -> bool:
    """Write what some cases are about, in a thread; tell if it was not known of any."""
    new = [each for each in some if not each.is_described]
    if new:
        await asyncio.to_thread(lambda: [(each.gist, each.place) for each in new])
    return bool(new)
