"""Measure how the time of an operation grows with the installation.

python -m bench.growth [--short] [--postgresql]

From 10 places with 1,000 cases to 1,000 places with 100,000. Both installations are in the same
process and are asked in turn; what is compared are medians.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, show_figures
from bench.final_steps import start_postgres
from bench.growth_scene import Installation, fill_installation
from bot.tuning import keep_pauses_short
from handlers.desk.cases.listing import list_cases
from handlers.desk.cases.search import CaseIndex
from handlers.desk.cases.wish import CaseWish, Tab
from handlers.desk.visitor import Visitor
from handlers.intake.drafts import Step, begin, save_draft
from handlers.messages import Message
from knowledge.cases.states import CaseKind
from storage.migrate import migrate
from storage.values import Address
from tests.factories.cases import TODAY
from tests.factories.desk import sit_down

MOST = 1.5  # times as long in the large one
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Sizes:
    """Places and cases of the small and the large installation."""

    small: tuple[int, int] = (10, 1_000)
    large: tuple[int, int] = (1_000, 100_000)
    rounds: int = ROUNDS


SHORT = Sizes((2, 20), (4, 80), rounds=2)


class Scene:
    """An installation, and what somebody does in it; each deed gives the seconds it took."""

    def __init__(self, made: Installation, visitor: Visitor) -> None:
        self._made = made
        self._app = made.chat.app
        self._visitor = visitor
        self._index = CaseIndex()
        self._done = 0

    @property
    def deeds(self) -> Mapping[str, Callable[[], Awaitable[float]]]:
        """What is measured."""
        return {
            "a question of a place answered": self._answer,
            "a message, from inbox to reply": lambda: self._say("hủy"),
            "a case found by its code": self._look_up,
            "a case sent (the last “gửi”)": self._send,
            "“phản ánh của tôi”": lambda: self._say("phản ánh của tôi", "dan-1"),
            "the desk's inbox of a place": self._list,
            "stamps for open pages": self._read_stamps,
            "a tick that finds nothing to do": self._tick,
        }

    async def close(self) -> None:
        """Close the database."""
        await self._app.close()

    async def _answer(self) -> float:
        place = self._visitor.place
        started = time.perf_counter()
        answer = await self._app.questions.answer(self._made.question, today=TODAY, place=place)
        spent = time.perf_counter() - started
        assert answer
        return spent

    async def _say(self, text: str, user: str = "") -> float:
        address = Address("web", user or f"mới-{self._next()}")
        message = Message(address, uuid.uuid4().hex, text, self._app.clock.now())
        await self._app.intake.receive(message)
        started = time.perf_counter()
        assert await self._app.worker.work_once()
        spent = time.perf_counter() - started
        await self._app.courier.settle()
        return spent

    async def _look_up(self) -> float:
        self._made.chat.clock.advance(hours=0.2)  # look-ups of an hour are limited
        return await self._say(self._made.codes[self._next() % len(self._made.codes)])

    async def _send(self) -> float:
        sender = f"gửi-{self._next()}"
        draft = begin(
            "vi",
            step=Step.REVIEW,
            place=self._made.place,
            content=f"Cống đầu ngõ nhà tôi tắc, {sender}",
            kind=CaseKind.SCENE.value,
            where="đầu ngõ",
            name="Nguyễn Văn Bình",
            phone="0912345678",
        )
        async with self._app.database.write() as work:
            await save_draft(work, Address("web", sender), draft, now=self._app.clock.now())
        return await self._say("gửi", sender)

    async def _list(self) -> float:
        started = time.perf_counter()
        async with self._app.database.read() as work:
            await list_cases(
                work, self._visitor, CaseWish(tab=Tab.OPEN), index=self._index,
                desk=self._app.desk, now=self._app.clock.now(), calendar=self._app.calendar,
            )  # fmt: skip
        return time.perf_counter() - started

    async def _read_stamps(self) -> float:
        started = time.perf_counter()
        async with self._app.database.read() as work:
            await work.stamps.read()
        return time.perf_counter() - started

    async def _tick(self) -> float:
        started = time.perf_counter()
        await self._app.tick()
        return time.perf_counter() - started

    def _next(self) -> int:
        self._done += 1
        return self._done


async def open_scene(url: str, size: tuple[int, int]) -> Scene:
    """Fill an installation; what is due this morning is told before anything is measured."""
    places, cases = size
    made = await fill_installation(url, places=places, cases=cases)
    async with made.database.write() as work:
        visitor = await sit_down(work, made.clerk)
    await made.chat.app.tick()
    made.chat.clock.advance(minutes=1)
    return Scene(made, visitor)


async def measure_growth(name: str, small: str, large: str, sizes: Sizes) -> list[Figure]:
    """Do everything in both in turn; give the medians of the large one, and how they have grown."""
    scenes = [await open_scene(small, sizes.small), await open_scene(large, sizes.large)]
    figures = []
    with keep_pauses_short():
        for deed in scenes[0].deeds:
            spent = await _compare([scene.deeds[deed] for scene in scenes], sizes.rounds)
            before, after = map(statistics.median, spent)
            figures += [
                Figure(f"{name}: {deed}", after * 1000, "ms"),
                Figure("  times as long as in the small one", after / before, "×", MOST),
            ]
    for scene in scenes:
        await scene.close()
    return figures


async def _compare(
    deeds: Sequence[Callable[[], Awaitable[float]]], rounds: int
) -> list[list[float]]:
    spent: list[list[float]] = [[] for _ in deeds]
    for turn in range(rounds + 3):  # the first warm up
        for deed, times in zip(deeds, spent, strict=True):
            took = await deed()
            times += [took] if turn >= 3 else []
    return spent


@contextmanager
def open_databases(folder: Path, *, is_postgresql: bool) -> Iterator[tuple[str, str]]:
    """Give two empty databases."""
    if is_postgresql:
        with start_postgres(folder / "postgres") as urls:
            yield urls
        return
    small, large = (f"sqlite:///{folder}/{name}.sqlite" for name in ("small", "large"))
    for url in (small, large):
        migrate(url)
    yield small, large


def measure(*, is_short: bool, is_postgresql: bool = False) -> list[Figure]:
    """Measure on one kind of database."""
    name = "PostgreSQL" if is_postgresql else "SQLite"
    with (
        tempfile.TemporaryDirectory() as folder,
        open_databases(Path(folder), is_postgresql=is_postgresql) as (small, large),
    ):
        return asyncio.run(measure_growth(name, small, large, _choose(is_short=is_short)))


def _choose(*, is_short: bool) -> Sizes:
    return SHORT if is_short else Sizes()


def main(arguments: Sequence[str] | None = None) -> list[Figure]:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="little, to see that it runs")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL")
    given = parser.parse_args(arguments)
    figures = measure(is_short=given.short, is_postgresql=given.postgresql)
    sizes = _choose(is_short=given.short)
    (few, less), (many, more) = sizes.small, sizes.large
    show_figures(f"growth from {few} to {many} places, {less} to {more} cases", figures)
    return figures


if __name__ == "__main__":
    main()
