"""Measure messages from inbox to delivered reply, beside the bare commits they need.

python -m bench.pipeline

A message costs four durable commits (store, claim, effect, delivery record); the same number of
bare commits on the same kind of file in the same run is the floor that it is compared with.
"""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from tests.factories.talk import build_chat

MESSAGES = 200
COMMITS = 4


async def run_messages(url: str) -> list[float]:
    """Send "huỷ" again and again; return the seconds each took from message to reply."""
    database = Database(url, Cipher([new_key()]))
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    chat = build_chat(database)
    await chat.says("huỷ")
    spent = []
    for _ in range(MESSAGES):
        started = time.perf_counter()
        await chat.says("huỷ")
        spent.append(time.perf_counter() - started)
    await database.close()
    return spent


def run_commits(path: Path) -> float:
    """Commit one small row at a time, as durably; return the seconds of one message's commits."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB)")
    started = time.perf_counter()
    for _ in range(MESSAGES * COMMITS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row (body) VALUES (?)", (b"x" * 300,))
        connection.execute("COMMIT")
    spent = time.perf_counter() - started
    connection.close()
    return spent / MESSAGES


def measure_both() -> tuple[list[float], float]:
    """Return the seconds of each message, and those of one message's bare commits."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/motcua.sqlite"
        migrate(url)
        floor = run_commits(Path(folder) / "bare.sqlite")
        return asyncio.run(run_messages(url)), floor


def main() -> None:
    """Print messages a second, p50 and p95, and the ratio to the bare commits."""
    spent, floor = measure_both()
    p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
    table = Table("figure", "value", title="messages, SQLite, one worker")
    table.add_row("messages a second", f"{1 / statistics.mean(spent):.0f}")
    table.add_row("p50, p95", f"{p50 * 1000:.1f} ms, {p95 * 1000:.1f} ms")
    table.add_row(f"{COMMITS} bare commits", f"{floor * 1000:.1f} ms")
    table.add_row("p50 to bare commits", f"{p50 / floor:.1f} ×")
    Console().print(table)


if __name__ == "__main__":
    main()
