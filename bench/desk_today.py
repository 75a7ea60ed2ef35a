"""“Hôm nay” and “Báo cáo” as the server reads them, with years of work in the database.

python -m bench.desk_today [--quick]
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.desk_scene import SHORT, Size, fill_scene
from bench.figures import Figure, find_p95, show_figures
from bot.app import App, build
from bot.settings import Settings
from handlers.desk.figures import read_files, read_report
from handlers.desk.today import read_today
from handlers.desk.visitor import Visitor, find_visitor
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from storage.work import Work
from tests.factories.desk_world import RunningClock, name_secret

MOST = 300  # ms
ROUNDS = 20
Read = Callable[[Work, Visitor], Awaitable[object]]


async def measure_today(app: App, *, rounds: int) -> list[Figure]:
    """Measure what each role's “Hôm nay” takes, and figures of a quarter and of a year."""
    now, calendar, desk = app.clock.now(), app.calendar, app.desk
    figures: list[Figure] = []
    for who in ("clerk", "leader", "officer", "operator"):
        spent = await _time(
            app,
            who,
            lambda work, visitor: read_today(work, visitor, now=now, calendar=calendar, desk=desk),
            rounds,
        )
        figures += [
            Figure(f"Hôm nay of the {who}, median", statistics.median(spent), "ms"),
            Figure("  p95", find_p95(spent), "ms", MOST),
        ]
    for name, code, most in (("the quarter", "", MOST), ("the year", "2026", None)):
        spent = await _time(
            app,
            "clerk",
            lambda work, visitor, code=code: read_report(  # type: ignore[misc]
                work, visitor, code=code, now=now, calendar=calendar
            ),
            max(1, rounds // 4),
        )
        figures.append(Figure(f"Báo cáo of {name}", statistics.median(spent), "ms", most))
    spent = await _time(
        app,
        "clerk",
        lambda work, visitor: read_files(work, visitor, now=now, calendar=calendar),
        1,
    )
    return [*figures, Figure("the quarter's files, unwritten", spent[0], "ms")]


async def _time(app: App, who: str, read: Read, rounds: int) -> list[float]:
    spent = []
    for _ in range(rounds):
        async with app.database.read() as work:
            secret, now = name_secret(who), app.clock.now()
            visitor = await find_visitor(work, secret, place_name="xã Bến Lụa", now=now)
            assert visitor, who
            started = time.perf_counter()
            await read(work, visitor)
            spent.append((time.perf_counter() - started) * 1_000)
    return spent


async def measure(folder: Path, size: Size, *, rounds: int) -> list[Figure]:
    """Fill a database of its own and measure over it."""
    url = f"sqlite:///{folder / 'motcua.sqlite'}"
    await asyncio.to_thread(migrate, url)
    database = Database(url, Cipher([new_key()]))
    settings = Settings(_env_file=None)
    app = build(settings, database, clock=RunningClock(), embedder=WordEmbedder())
    await fill_scene(app, size)
    try:
        return await measure_today(app, rounds=rounds)
    finally:
        await app.close()


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small database, few rounds")
    is_quick = parser.parse_args(arguments).quick
    size, rounds = (SHORT, 3) if is_quick else (Size(), ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder), size, rounds=rounds))
    title = f"Hôm nay, Báo cáo: {size.cases} cases, {size.due_days} due days"
    show_figures(title, figures)


if __name__ == "__main__":
    main()
