"""Measure how fast questions are answered, beside the limits of the product.

    python -m bench.answers [--short]

Real plans and questions of MOTCUA_SHARED (default ../shared), else invented ones; the bundled
embedder, SQLite, the program as `motcua` builds it. `--short` takes seconds: invented plans, a bag
of words as embedder, and no figure that means anything.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.crowd import measure_crowd
from bench.figures import Figure, find_p95, show_figures
from bench.installation import TODAY, Asked, add_plans, load_material, open_installation
from bench.starting import measure_start
from bot.app import App
from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.words import WordEmbedder

REPEATS = 3
MOST_MS = 60
MOST_RATIO = 4


async def measure_answers(
    app: App, asked: Sequence[Asked], embedder: Embedder, *, repeats: int
) -> list[Figure]:
    """Ask in another order each time; after each answer embed its question alone."""
    answers, embeddings = [], []
    for turn in range(repeats + 1):
        shuffled = random.Random(turn).sample(asked, len(asked))
        for each in shuffled if turn else shuffled[:10]:  # the first turn warms up
            answers.append(await time_answer(app, each))
            started = time.perf_counter()
            embedder.embed_query(each.text)
            embeddings.append(_since(started))
        if not turn:
            answers, embeddings = [], []
    median, p95 = statistics.median(answers), find_p95(answers)
    alone = statistics.median(embeddings)
    return [
        Figure("answer, median", median, "ms"),
        Figure("answer, p95", p95, "ms", MOST_MS),
        Figure("embedding alone, median", alone, "ms"),
        Figure("answer p95 / embedding median", p95 / alone, "×", MOST_RATIO),
    ]


async def time_answer(app: App, asked: Asked) -> float:
    """Return the milliseconds that the last question of a chat takes to answer."""
    memory = None
    for text in asked.earlier:
        memory = (await app.questions.answer(text, today=TODAY, memory=memory)).memory
    started = time.perf_counter()
    await app.questions.answer(asked.text, today=TODAY, memory=memory)
    return _since(started)


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


async def measure(folder: Path, *, is_short: bool) -> list[Figure]:
    """Build the installations and take every figure."""
    files, asked = load_material(is_short=is_short)
    embedder: Embedder = WordEmbedder() if is_short else NanoEmbedder()
    async with open_installation(folder, embedder) as app:
        await add_plans(app, files)
        repeats = 1 if is_short else REPEATS
        figures = await measure_answers(app, asked, embedder, repeats=repeats)
    if not is_short:
        figures += await measure_start(folder, asked)
    return figures + await measure_crowd(folder, asked, embedder, is_short=is_short)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), is_short=args.short))
    if args.short:  # a bag of words is no embedder to be held to anything
        figures = [replace(figure, most=None) for figure in figures]
    show_figures("answers", figures)


if __name__ == "__main__":
    main()
