"""Measure how long the shared plans take to read, and in how much memory.

A process of its own, so that importing, learning the model of the language and its memory count.

python -m bench.reading
"""

import os
import resource
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from knowledge.files import read
from knowledge.parsing import parse


def main() -> None:
    """Print a row a plan, the whole, and the process's peak."""
    folder = Path(os.environ.get("MOTCUA_SHARED", "../shared")) / "plans"
    files = sorted(folder.glob("00*.txt")) or [Path("bot/samples/ke-hoach-2026.txt")]
    table = Table("plan", "tasks", "paragraphs", "ms", title="reading")
    started = time.perf_counter()
    for path in files:
        before = time.perf_counter()
        plan = parse(read(path.name, path.read_bytes()))
        spent = (time.perf_counter() - before) * 1000
        table.add_row(path.name, str(len(plan.tasks)), str(len(plan.paragraphs)), f"{spent:.0f}")
    total = (time.perf_counter() - started) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row("all", "", "", f"{total:.0f}")
    spent = time.process_time()
    table.caption = f"of the process: peak memory {peak:.0f} MB, processor time {spent:.1f} s"
    Console().print(table)


if __name__ == "__main__":
    main()
