"""What the program does a second, in how much memory, and how that grows: one table at the end.

    python -m bench.board [--short] [--json FILE]

Each figure stands beside its limit: a share of what bare statements or the bare embedder did on the
same machine in the same run, or what is promised.
"""

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench import growth, pipeline
from bench.answers import MOST_RATIO, measure_answers
from bench.figures import Figure, show_figures, write_figures
from bench.final_steps import LEAST, ROUNDS, STEPS, measure_rates
from bench.installation import Asked, Files, add_plans, load_material, open_installation
from bench.nudges import GRACE, PER_SECOND, SHORT, Size, measure_delivery
from bench.starting import measure_start
from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.words import WordEmbedder
from storage.migrate import migrate

MOST_COMMITS = 10  # times the bare commits that a message needs


def measure(folder: Path, *, is_short: bool) -> Iterator[Figure]:
    """Take every figure."""
    files, asked = load_material(is_short=is_short)
    yield asyncio.run(measure_answering(folder, files, asked, is_short=is_short))
    yield asyncio.run(measure_cases(folder, is_short=is_short))
    yield asyncio.run(measure_nudges(folder, is_short=is_short))
    yield measure_messages()
    if not is_short:
        started = asyncio.run(measure_start(folder, asked))
        yield from (each for each in started if each.most is not None)
    for is_postgresql in (False,) if is_short else (False, True):
        yield from growth.measure(is_short=is_short, is_postgresql=is_postgresql)


async def measure_answering(
    folder: Path, files: Files, asked: Sequence[Asked], *, is_short: bool
) -> Figure:
    """Return answers a second, beside the embedding of their questions."""
    embedder: Embedder = WordEmbedder() if is_short else NanoEmbedder()
    async with open_installation(folder, embedder) as app:
        await add_plans(app, files)
        median, _, alone, _ = await measure_answers(app, asked, embedder, repeats=1)
    least = 1_000 / (MOST_RATIO * alone.value)
    return Figure("answers", 1_000 / median.value, "/ s", least=None if is_short else least)


async def measure_cases(folder: Path, *, is_short: bool) -> Figure:
    """Return cases stored a second, beside plain commits of the same rows."""
    urls = [f"sqlite:///{folder}/{name}.sqlite" for name in ("ours", "plain")]
    for url in urls:
        migrate(url)
    rounds, steps = (1, 3) if is_short else (ROUNDS, STEPS)
    ours, plain = await measure_rates(*urls, rounds=rounds, steps=steps)
    return Figure("cases", ours, "/ s", least=LEAST * plain)


async def measure_nudges(folder: Path, *, is_short: bool) -> Figure:
    """Return nudges handed to a channel a second."""
    url = f"sqlite:///{folder}/nudges.sqlite"
    migrate(url)
    size = SHORT if is_short else Size()
    _, rate = await measure_delivery("SQLite", url, size)
    least = size.delivered / (size.delivered / PER_SECOND + GRACE)
    return replace(rate, name="nudges", unit="/ s", least=least)


def measure_messages() -> Figure:
    """Return messages a second, one at a time, beside the bare commits that they need."""
    spent, floor = pipeline.measure_both()
    least = 1 / (MOST_COMMITS * floor)
    return Figure("messages", 1 / statistics.mean(spent), "/ s", least=least)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table, and write it as JSON where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="little, to see that it runs")
    parser.add_argument("--json", type=Path, help="a file to write")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = list(measure(Path(folder), is_short=given.short))
    show_figures("the whole", figures)
    if given.json:
        write_figures(given.json, figures)


if __name__ == "__main__":
    main()
