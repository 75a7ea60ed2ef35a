"""Processes that upgrade a database at once, or one that is killed in the middle of it.

python -m tests.storage.releases.upgrade_process URL KEY COUNT STEP

It loads the program once, forks COUNT processes and lets them go at the same moment; each upgrades
the database and opens it, as every start does, and says who it was. STEP is the revision after
which a process kills itself with SIGKILL, all of it unsaved ("none": it lives).
"""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext

from bot.opening import open_database
from bot.settings import Settings
from storage.migrate import head_revision, migrate


def die_after(step: str) -> None:
    """Let the process die once a step was run."""
    run = MigrationContext.run_migrations

    def run_watched(self: Any, **given: Any) -> None:
        self.on_version_apply_callbacks = (lambda **facts: _die_at(step, facts["step"]),)
        run(self, **given)

    MigrationContext.run_migrations = run_watched  # type: ignore[method-assign]


def _die_at(step: str, done: Any) -> None:
    if done.up_revision_id == step:
        os.kill(os.getpid(), signal.SIGKILL)


async def open_once(url: str, key: str) -> None:
    settings = Settings(_env_file=None, database_url=url, keys=[key], data_dir=Path("/nowhere"))
    opened = await open_database(settings)
    await opened.database.close()


def upgrade(url: str, key: str) -> str:
    did = migrate(url)
    asyncio.run(open_once(url, key))
    return "upgraded" if did else "found it done"


def fork(gate: int, opener: int, url: str, key: str) -> int:
    """Start a process that waits at the gate; give its number."""
    if process := os.fork():
        return process
    code = 1
    try:
        os.close(opener)
        os.read(gate, 1)  # returns when nobody holds the other end any more
        print(upgrade(url, key), flush=True)
        code = 0
    finally:
        os._exit(code)


def main(url: str, key: str, count: str, step: str) -> None:
    head_revision()  # what is read once
    if step != "none":
        die_after(step)
    gate, opener = os.pipe()
    started = [fork(gate, opener, url, key) for _ in range(int(count))]
    os.close(opener)
    for process in started:
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if code == -signal.SIGKILL:
            print("killed", flush=True)
        elif code:
            print("failed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
