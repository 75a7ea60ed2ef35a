"""SQLite in the event loop's own thread, for tests: two switches of threads fewer a statement.

They were half of a conversation's time. A writing transaction still begins in aiosqlite's thread,
since it may have to wait for another one of this process; what a test starts runs as in earnest.
Whoever is cancelled meanwhile tidies up behind it in that thread: two threads in one connection
crash the interpreter.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite
import pytest

_WAITS = "BEGIN IMMEDIATE"


def run_inline(patch: pytest.MonkeyPatch) -> None:
    """Let aiosqlite's connections call SQLite at once, and others go first, as a thread would."""
    in_thread: Callable[..., Any] = aiosqlite.Connection._execute
    busy: Counter[int] = Counter()  # connections with calls in their threads

    async def execute_in_turn(self: aiosqlite.Connection, call: Callable[[], Any]) -> Any:
        def run() -> Any:
            try:
                return call()
            finally:
                busy[id(self)] -= 1

        busy[id(self)] += 1
        return await in_thread(self, run)

    async def execute(
        self: aiosqlite.Connection, call: Callable[..., Any], *args: Any, **options: Any
    ) -> Any:
        if not self._running or not self._connection:
            return await in_thread(self, call, *args, **options)
        if args[:1] == (_WAITS,) or busy[id(self)]:
            return await execute_in_turn(self, partial(call, *args, **options))
        await asyncio.sleep(0)
        return call(*args, **options)

    patch.setattr(aiosqlite.Connection, "_execute", execute)
