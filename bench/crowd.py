"""Two hundred places beside five: who asks one place must not wait for the others."""

import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from bench.figures import Figure, find_p95
from bench.installation import TODAY, Asked, add_plans, open_installation
from bench.localities import invent_places
from bot.app import App
from knowledge.questions.places import bare_name
from knowledge.search.base import Embedder, Matrix, Vector
from knowledge.text import fold
from storage.values import Locality

PLACES = 200
ROWS = 100
REPEATS = 2
MOST = 1.2  # times as long as with the five alone
_NOISE = 0.3  # a cosine of about 0.96 to the real vector; two rows of one plan have 0.85 to 0.95

Pairs = list[tuple[float, float]]


class NoisyPassages:
    """Give passages vectors near those of a few real ones; questions their own."""

    def __init__(self, embedder: Embedder, texts: Sequence[str]) -> None:
        self.name, self.related_from = embedder.name, embedder.related_from
        self.dimensions = embedder.dimensions
        self.embed_query: Callable[[str], Vector] = embedder.embed_query
        self._real = embedder.embed_passages(list(texts))
        self._dice = np.random.default_rng(7)

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array."""
        near = self._real[self._dice.integers(len(self._real), size=len(texts))]
        noise = self._dice.normal(0, _NOISE / np.sqrt(near.shape[1]), near.shape)
        rows = np.asarray(near + noise, dtype=np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


async def measure_crowd(
    folder: Path, asked: Sequence[Asked], embedder: Embedder, *, is_short: bool
) -> list[Figure]:
    """Copy the installation of five, add the many, and ask both in turn."""
    number = 6 if is_short else PLACES
    many = folder / "many"
    many.mkdir()
    shutil.copyfile(folder / "motcua.sqlite", many / "motcua.sqlite")
    await _add_many(many, embedder, number=number, rows=12 if is_short else ROWS)
    async with (
        open_installation(folder, embedder) as five,
        open_installation(many, embedder) as crowded,
    ):
        places = await _find_places(five)
        owned = [(each.text, places[each.source]) for each in asked if each.source in places]
        naming = [(each.text, None) for each in asked if _names(each.text, places.values())]
        own = await _compare(five, crowded, owned)
        named = await _compare(five, crowded, naming)
        everywhere = [await _time(crowded, each.text, None) for each in asked]
    beside = f"{number} places beside 5"
    return [
        *_figures(f"place known, {beside}", own),
        *_figures(f"place named, {beside}", named),
        Figure(f"any place, {beside}, slowest (first)", max(everywhere), "ms"),
        Figure(f"any place, {beside}, median", statistics.median(everywhere), "ms"),
    ]


async def _add_many(folder: Path, embedder: Embedder, *, number: int, rows: int) -> None:
    places = invent_places(number, rows=rows)
    real = invent_places(1, rows=60, seed=1)[0].text.splitlines()
    async with open_installation(folder, NoisyPassages(embedder, real)) as app:
        for at, place in enumerate(places):
            await add_plans(app, {f"invented-{at:03}.txt": place.text.encode()})


async def _find_places(app: App) -> dict[str | None, Locality]:
    """Return the place of each plan by the plan's source."""
    async with app.database.read() as work:
        plans = await work.plans.list_all()
        places = {place.id: place for place in await work.localities.list_all()}
    return {plan.facts.source: places[plan.locality_id] for plan in plans}


def _names(text: str, places: Iterable[Locality]) -> bool:
    return any(bare_name(place.name) in fold(text) for place in places)


async def _compare(five: App, crowded: App, asked: Sequence[tuple[str, Locality | None]]) -> Pairs:
    """Return the milliseconds of each question at both, asked in turn and once before."""
    found: Pairs = []
    for turn in range(REPEATS + 1):
        for text, place in random.Random(turn).sample(asked, len(asked)):
            pair = await _time(five, text, place), await _time(crowded, text, place)
            if turn:
                found.append(pair)
    return found


async def _time(app: App, text: str, place: Locality | None) -> float:
    started = time.perf_counter()
    await app.questions.answer(text, today=TODAY, place=place)
    return (time.perf_counter() - started) * 1000


def _figures(name: str, pairs: Pairs) -> list[Figure]:
    five, crowded = zip(*pairs, strict=True)
    medians = statistics.median(five), statistics.median(crowded)
    slow = find_p95(five), find_p95(crowded)
    return [
        Figure(f"{name}: median", medians[1], "ms"),
        Figure("  times the median of five", medians[1] / medians[0], "×", MOST),
        Figure(f"{name}: p95", slow[1], "ms"),
        Figure("  times the p95 of five", slow[1] / slow[0], "×", MOST),
    ]
