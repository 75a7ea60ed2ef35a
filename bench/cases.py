"""Measure cases: random walks, the final "gửi" beside plain inserts, look-ups of codes.

python -m bench.cases
python -m bench.cases walks --count 10000
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from rich.console import Console

from bench.figures import show_figures
from bench.final_steps import measure_final_steps
from bench.lookups import measure_lookups
from storage.migrate import migrate
from tests.factories.case_machine import build_machine
from tests.factories.walk_world import World

WALKS = 200
STEPS = 15
WALKS_A_DATABASE = 100
_MEMORY = Path("/dev/shm")  # durability is not what walks are about


def measure_walks(count: int) -> None:
    """Let people try things with cases at random, and say how many walks held."""
    started, walked = time.perf_counter(), 0
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        template = Path(folder) / "template.sqlite"
        migrate(f"sqlite:///{template}")
        for first in range(0, count, WALKS_A_DATABASE):
            path = Path(folder) / f"{first}.sqlite"
            shutil.copyfile(template, path)
            walked += _walk(path, min(WALKS_A_DATABASE, count - first))
            for file in Path(folder).glob(f"{first}.sqlite*"):
                file.unlink()
    spent = time.perf_counter() - started
    Console().print(f"random walks that held: {walked} of {walked}, {spent:.0f} s")


def _walk(path: Path, count: int) -> int:
    world = World(path)
    wanted = settings(
        max_examples=count,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(build_machine(world), settings=wanted)
    finally:
        world.close()
    return world.walked


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each figure in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("walks", "steps", "lookups"))
    parser.add_argument("--count", type=int, default=WALKS, help="how many walks")
    parser.add_argument("--short", action="store_true", help="a few of each, to see that it runs")
    given = parser.parse_args(arguments)
    is_short = given.short
    if given.what in (None, "walks"):
        measure_walks(2 if is_short else given.count)
    if given.what in (None, "steps"):
        steps = measure_final_steps(is_short=is_short)
        show_figures("sending PAKN", steps)
    if given.what in (None, "lookups"):
        lookups = measure_lookups(4) if is_short else measure_lookups()
        show_figures("looking codes up", lookups)


if __name__ == "__main__":
    main()
