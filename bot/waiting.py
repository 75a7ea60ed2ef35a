"""Waiting that a stop ends, and work that no stop breaks off."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait for some seconds, or until told to stop."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), timeout=seconds)


async def until(stop: asyncio.Event, act: Callable[[], Awaitable[T]]) -> T | None:
    """Do something, and give what it gives; a stop cuts it off."""
    doing = asyncio.ensure_future(act())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({doing, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        doing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        return await doing
    return None


async def finish(act: Awaitable[T]) -> T:
    """Do to its end what was begun, such as a transaction, also where a stop cuts us off."""
    doing = asyncio.ensure_future(act)
    try:
        return await asyncio.shield(doing)
    finally:
        await asyncio.wait({doing})
