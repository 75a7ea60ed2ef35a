"""Files of plans that are being read: they go on when the page that sent them is closed.

A reading lives in the memory of its process: what a stop interrupts is sent again by its officer,
who sees it missing from the list; nothing of it is stored before it is whole.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from nicegui import background_tasks

from bot.app import App
from bot.errors import word_failure
from bot.failures import log_failure
from handlers.desk.plans.deeds import note_added
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.plans.sources import ReadFile
from handlers.plans.values import ImportReport, Outcome
from handlers.texts import say
from knowledge.errors import KnowledgeError
from knowledge.files.reading import refuse_unread
from knowledge.text import fold
from storage.errors import StorageError
from storage.values import StoredPlan
from storage.work import Work

log = logging.getLogger(__name__)
AT_ONCE = 2  # files that are read side by side; the cores are for those who chat, too
MOST_WAITING = 12  # files of all places that are kept in memory
MOST_ENDED = 8  # of a place that are still told
BETWEEN_TELLINGS = 0.4  # seconds
LANGUAGE = "vi"
Listener = Callable[[], Awaitable[None]]


class Stage(StrEnum):
    """Where a file stands."""

    WAITING = "waiting"
    READING = "reading"
    KEEPING = "keeping"
    ASKING = "asking"  # it names another place
    DONE = "done"
    FAILED = "failed"


ENDED = (Stage.DONE, Stage.FAILED)
AT_REST = (*ENDED, Stage.ASKING)  # of which nothing is read: they take no other's turn


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A file as its place's pages show it; `done` of `total` pages or passages."""

    number: int
    name: str
    by: str
    stage: Stage
    done: int = 0
    total: int = 0
    said: str = ""
    plan_id: int = 0
    outcome: Outcome | None = None


@dataclass(eq=False, slots=True)
class _Reading:
    number: int
    visitor: Visitor
    name: str
    digest: str
    data: bytes
    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    said: str = ""
    plan_id: int = 0
    outcome: Outcome | None = None
    read: ReadFile | None = None

    @property
    def place_id(self) -> int:
        return self.visitor.place.id

    def progress(self, done: int, total: int) -> None:
        """Hear how far it is; called from whichever thread reads."""
        self.done, self.total = done, total

    def show(self) -> ReadingView:
        return ReadingView(
            self.number, self.name, self.visitor.name, self.stage,
            self.done, self.total, self.said, self.plan_id, self.outcome,
        )  # fmt: skip


@dataclass(eq=False)
class Readings:
    """Read files in the background and say how far they are."""

    app: App
    _readings: dict[int, _Reading] = field(default_factory=dict)
    _listeners: set[Listener] = field(default_factory=set)
    _last: int = 0
    _gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _telling: asyncio.Task[None] | None = None

    def start(self, visitor: Visitor, name: str, data: bytes) -> int:
        """Begin to read a file for the visitor's place; give its number.

        Raise `HandlerError` or `KnowledgeError` for what is not taken at all.
        """
        visitor.check(Power.EDIT_PLANS)
        refuse_unread(name, data)
        digest = hashlib.sha256(data).hexdigest()
        self._refuse_double(visitor, name, digest)
        self._last += 1
        reading = _Reading(self._last, visitor, name, digest, data)
        self._readings[reading.number] = reading
        self._forget_old(reading.place_id)
        background_tasks.create(self._read(reading), name="plan reading")
        self._tell_on()
        return reading.number

    def _refuse_double(self, visitor: Visitor, name: str, digest: str) -> None:
        open_ = [each for each in self._readings.values() if each.stage not in ENDED]
        if any(each.digest == digest and each.place_id == visitor.place.id for each in open_):
            raise HandlerError("reading_already", name=name)
        if sum(each.stage not in AT_REST for each in open_) >= MOST_WAITING:
            raise HandlerError("reading_many", name=name)

    def _forget_old(self, place_id: int) -> None:
        ended = [
            each.number
            for each in self._readings.values()
            if each.place_id == place_id and each.stage in AT_REST
        ]
        for number in ended[:-MOST_ENDED]:
            del self._readings[number]

    def list(self, place_id: int) -> tuple[ReadingView, ...]:
        """List the files of a place, the last one first."""
        mine = [each.show() for each in self._readings.values() if each.place_id == place_id]
        return tuple(reversed(mine))

    def keep_anyway(self, visitor: Visitor, number: int) -> None:
        """Keep a file that names another place for the visitor's."""
        visitor.check(Power.EDIT_PLANS)
        reading = self._find(visitor, number)
        if reading.stage is Stage.ASKING:
            reading.stage = Stage.KEEPING
            background_tasks.create(self._keep(reading), name="plan keeping")
            self._tell_on()

    def forget(self, visitor: Visitor, number: int) -> None:
        """Show a file no more, unless it is still read."""
        visitor.check(Power.EDIT_PLANS)
        reading = self._find(visitor, number)
        if reading.stage in AT_REST:
            del self._readings[number]
            self._tell_on()

    def _find(self, visitor: Visitor, number: int) -> _Reading:
        reading = self._readings.get(number)
        if reading is None or reading.place_id != visitor.place.id:
            raise HandlerError("desk_gone")
        return reading

    async def _read(self, reading: _Reading) -> None:
        async with self._gate:
            reading.stage = Stage.READING
            await self._try(reading, self._read_file)
        if reading.stage is Stage.READING:
            await self._keep(reading)

    async def _read_file(self, reading: _Reading) -> None:
        read = await self.app.plans.read(reading.name, reading.data, on_progress=reading.progress)
        reading.read, reading.data = read, b""
        place, named = reading.visitor.place.name, read.plan.locality
        if named and read.plan.tasks and fold(named) != fold(place):
            reading.stage = Stage.ASKING
            facts = {"name": reading.name, "named": named, "place": place}
            reading.said = say("error_plan_names_other", LANGUAGE, **facts)

    async def _keep(self, reading: _Reading) -> None:
        reading.stage, reading.said = Stage.KEEPING, ""
        reading.progress(0, 0)
        await self._try(reading, self._store)

    async def _store(self, reading: _Reading) -> None:
        assert reading.read
        now = self.app.clock.now()

        async def note(work: Work, plan: StoredPlan) -> None:
            await note_added(work, reading.visitor, plan, now=now)

        report: ImportReport = await self.app.plans.keep(
            reading.read,
            now=now,
            locality=reading.visitor.place.name,
            on_progress=reading.progress,
            on_stored=note,
        )
        reading.plan_id, reading.outcome = report.plan_id, report.outcome
        reading.read, reading.stage = None, Stage.DONE

    async def _try(self, reading: _Reading, step: Callable[[_Reading], Awaitable[None]]) -> None:
        try:
            await step(reading)
        except (HandlerError, KnowledgeError, StorageError) as error:
            self._fail(reading, word_failure(error, LANGUAGE, name=reading.name))
        except Exception as error:  # noqa: BLE001  the officer must learn that it was not read
            log_failure(log, error, "a plan could not be read")
            self._fail(reading, say("error_reading_failed", LANGUAGE, name=reading.name))

    def _fail(self, reading: _Reading, said: str) -> None:
        """Keep nothing of a file but why it was not taken."""
        reading.stage, reading.said = Stage.FAILED, said
        reading.data, reading.read = b"", None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call a listener whenever something may have changed; give what ends that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def _tell_on(self) -> None:
        if self._telling is None or self._telling.done():
            self._telling = background_tasks.create(self._tell(), name="plan readings")

    async def _tell(self) -> None:
        is_more = True
        while is_more:
            await asyncio.sleep(BETWEEN_TELLINGS)
            is_more = any(each.stage not in AT_REST for each in self._readings.values())
            for listener in tuple(self._listeners):
                await self._call(listener)

    async def _call(self, listener: Listener) -> None:
        try:
            await listener()
        except Exception as error:  # noqa: BLE001  one page that is gone must not silence others
            log_failure(log, error, "a page could not show how far a plan is")
