"""SQLite in the event loop's own thread, for tests: two switches of threads fewer a statement.

They were half of a conversation's time. A writing transaction still begins in aiosqlite's thread,
since it may have to wait for another one of this process; what a test starts runs as in earnest.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import aiosqlite
import pytest

_WAITS = "BEGIN IMMEDIATE"


def run_inline(patch: pytest.MonkeyPatch) -> None:
    """Let aiosqlite's connections call SQLite at once, and others go first, as a thread would."""
    in_thread: Callable[..., Any] = aiosqlite.Connection._execute

    async def execute(
        self: aiosqlite.Connection, call: Callable[..., Any], *args: Any, **options: Any
    ) -> Any:
        if not self._running or not self._connection or args[:1] == (_WAITS,):
            return await in_thread(self, call, *args, **options)
        await asyncio.sleep(0)
        return call(*args, **options)

    patch.setattr(aiosqlite.Connection, "_execute", execute)
