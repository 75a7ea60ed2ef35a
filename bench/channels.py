"""Measure an hour's traffic, compressed, under faults and kills; and quiet traffic beside an echo.

python -m bench.channels
python -m bench.channels quiet
python -m bench.channels traffic --people 30 --seconds 10 --kills 1

Telegram is polled. Zalo's bot brings its messages to the webhook, for an update is lost with a
poll's answer; before the program stands what holds such a request while the program starts.
"""

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.channel_program import Program, run_killable
from bench.channel_scene import KINDS, Size, WatchedTelegram, build_scene
from bench.channel_scripts import CAST, STEPS, Part, Role, tidy
from bench.channel_traffic import (
    Outcome,
    Person,
    find_latencies,
    judge,
    let_live,
    wait_until_recorded,
)
from bench.channel_watch import TracedFaults, Watch
from bench.figures import Figure, find_p95, show_figures
from storage.values import Address

ECHO = "bench.echo_bot"
MB = 1024 * 1024
MOST_MEMORY = 500.0  # MB
QUIET = Size(people=60, seconds=60.0, kills=0, faults=0.0, is_paced=False)
SHORT = Size(people=15, seconds=3.0, kills=1, variants=1, has_model=False)
SHORT_QUIET = replace(QUIET, people=4, seconds=2.0, variants=1, has_model=False)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of the traffic."""

    outcome: Outcome
    seconds: float
    program: Program


async def run_traffic(size: Size, folder: Path) -> Run:
    """Let people write on three channels while calls fail and the program is killed."""
    async with build_scene(size, folder) as scene:
        people = await scene.cast(KINDS, CAST)
        async with run_killable(scene.prepare_program()) as program:
            await scene.wait_until_open()
            seconds = await let_live(people, program, size.seconds, kills=size.kills)
            await wait_until_recorded(scene.database)
        outcome = await judge(people, scene.database, program.killed_at[: size.kills])
    return Run(outcome, seconds, program)


def list_figures(size: Size, run: Run) -> list[Figure]:
    """List what was counted; the first five must be nought."""
    outcome, program = run.outcome, run.program
    return [
        Figure("replies that never came", outcome.lost, "", 0),
        Figure("people whose messages had not each one effect", outcome.wrong, "", 0),
        Figure("replies before an earlier one", outcome.disordered, "", 0),
        Figure("copies that neither a fault nor a kill explains", outcome.unexplained, "", 0),
        Figure("messages or replies given up", outcome.parked, "", 0),
        Figure("messages", outcome.messages),
        Figure("replies", outcome.replies),
        Figure("  copies after a lost answer or a kill", outcome.repeated),
        Figure("cases", outcome.cases),
        Figure("kills", size.kills),
        *(Figure(f"send calls: {name}", n) for name, n in sorted(outcome.faults.items())),
        Figure("messages a second, outages included", outcome.messages / run.seconds),
        *_list_latencies("", outcome.latencies),
        Figure("peak memory of the program", program.peak / MB, "MB", MOST_MEMORY),
        Figure("start to ready, slowest", max(program.started_in), "s"),
    ]


def _list_latencies(name: str, latencies: Sequence[float]) -> list[Figure]:
    return [
        Figure(f"{name}update to send call, p50", statistics.median(latencies) * 1000, "ms"),
        Figure(f"{name}update to send call, p95", find_p95(latencies) * 1000, "ms"),
    ]


# Beside a bare bot


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a bot answers: seconds each while there is time, messages a second in a flood."""

    latencies: list[float]
    rate: float


async def measure_pace(people: Sequence[Person], program: Program, seconds: float) -> Pace:
    """Let half of the people write in their time, then the others all at once."""
    half = len(people) // 2
    await let_live(people[:half], program, seconds)
    latencies = [each for person in people[:half] for each in find_latencies(person)]
    spent = await let_live(people[half:], program, 0.0)
    return Pace(latencies, (len(people) - half) * STEPS / spent)


async def measure_ours(size: Size, folder: Path) -> Pace:
    """Measure the whole program, on Telegram alone, with no limits on sending."""
    async with build_scene(size, folder) as scene:
        people = await scene.cast(("telegram",), (Part.ASKER,))
        async with run_killable(scene.prepare_program()) as program:
            await scene.wait_until_open()
            return await measure_pace(people, program, size.seconds)


async def measure_echo(size: Size, folder: Path) -> Pace:
    """Measure python-telegram-bot alone, which answers the same texts with themselves."""
    async with WatchedTelegram(Watch(), TracedFaults()) as service:
        people = [_cast_echoed(number, size, service) for number in range(size.people)]
        program = Program((ECHO, service.token, service.url), folder / "echo.log")
        async with run_killable(program):
            return await measure_pace(people, program, size.seconds)


def _cast_echoed(number: int, size: Size, service: WatchedTelegram) -> Person:
    role = Role(Part.ASKER, number % size.variants, "telegram")
    answers = [[tidy(step.words)] for step in role.script]
    phone = service.phone(f"{70_000_000 + number}")
    return Person(phone, role, Address("telegram", phone.user), number, service.seen, answers)


async def measure_both(size: Size, folder: Path) -> tuple[Pace, Pace]:
    """Measure the program, then the bare bot."""
    (folder / "quiet").mkdir()
    return await measure_ours(size, folder / "quiet"), await measure_echo(size, folder)


def show_quiet(ours: Pace, echo: Pace) -> None:
    """Print both, and how they compare."""
    slower = statistics.median(ours.latencies) / statistics.median(echo.latencies)
    figures = [
        *_list_latencies("ours: ", ours.latencies),
        *_list_latencies("echo: ", echo.latencies),
        Figure("  ours to echo, p50", slower, "×"),
        Figure("ours: messages a second, all at once", ours.rate),
        Figure("echo: messages a second, all at once", echo.rate),
        Figure("  echo to ours", echo.rate / ours.rate, "×"),
    ]
    show_figures("Telegram, no faults, beside python-telegram-bot alone", figures)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what came of the traffic."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("traffic", "quiet"))
    parser.add_argument("--short", action="store_true", help="a little, to see that it runs")
    for name in ("people", "kills"):
        parser.add_argument(f"--{name}", type=int)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--url", help="a new database on PostgreSQL")
    given = parser.parse_args(arguments)
    size, quiet = (SHORT, SHORT_QUIET) if given.short else (Size(), QUIET)
    changes = {k: v for k in ("people", "kills", "seconds", "url") if (v := getattr(given, k))}
    with tempfile.TemporaryDirectory() as folder:
        if given.what in (None, "traffic"):
            size = replace(size, **changes)
            run = asyncio.run(run_traffic(size, Path(folder)))
            show_figures(f"{size.people} people on three channels", list_figures(size, run))
        if given.what in (None, "quiet"):
            show_quiet(*asyncio.run(measure_both(quiet, Path(folder))))


if __name__ == "__main__":
    main()
