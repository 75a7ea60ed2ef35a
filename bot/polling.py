"""Bots: opened by every process, asked for what came by one of them, as long as it lives."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from bot.app import App
from bot.channels.base import Bot, Event, Polled, Refused, TryLater
from bot.failures import attempt, log_failure
from storage.values import Account

log = logging.getLogger(__name__)
PAUSE = 2.0  # seconds before a bot is tried again; doubled with each failure
LONGEST_PAUSE = 60.0
DAILY = 24 * 3600.0
LAST_TRIES = 5  # to store, after a stop, what will not be brought again
BEATS = 3  # times that a turn is prolonged within a lease
T = TypeVar("T")


class Polling:
    """Open each bot; poll those that are asked, in turns that a lease gives."""

    def __init__(self, app: App, stop: asyncio.Event) -> None:
        self._app = app
        self._stop = stop
        self._holder = secrets.token_hex(16)
        self._lease = app.settings.lease
        self._beat = self._lease.total_seconds() / BEATS

    async def run(self, bot: Bot) -> None:
        """Serve one bot until told to stop."""
        if isinstance(bot, Polled) and self._app.settings.is_polling:
            await until(self._stop, partial(self._open, bot))
            await self._poll_by_turns(bot)
        else:
            await self._open_daily(bot)

    async def _poll_by_turns(self, bot: Polled) -> None:
        while not self._stop.is_set():
            if await attempt("taking a turn", partial(self._take_turn, bot)):
                await self._poll_in_turn(bot)
            await pause(self._stop, self._beat)

    async def _open_daily(self, bot: Bot) -> None:
        """Keep the tokens of an account alive that nobody writes to, and mend a lost webhook."""
        while not self._stop.is_set():
            await until(self._stop, partial(self._open, bot))
            await pause(self._stop, DAILY)

    async def _open(self, bot: Bot) -> None:
        failures = 0
        opening = partial(self._open_once, bot)
        while (wait := await self._try(bot.name, opening)) is not None:
            await pause(self._stop, max(wait, grow(failures)))
            if self._stop.is_set():
                return
            failures += 1

    async def _open_once(self, bot: Bot) -> None:
        account = await bot.open()
        await finish(self._save(account))

    async def _save(self, account: Account) -> None:
        async with self._app.database.write() as work:
            await work.accounts.save(account, now=self._app.clock.now())

    async def _take_turn(self, bot: Polled) -> bool:
        """Take or prolong the turn; tell whether it is ours."""
        now = self._app.clock.now()
        async with self._app.database.write() as work:
            return await work.leases.take(_name(bot), self._holder, now=now, lease=self._lease)

    async def _give_turn(self, bot: Polled) -> None:
        async with self._app.database.write() as work:
            await work.leases.release(_name(bot), self._holder)

    async def _poll_in_turn(self, bot: Polled) -> None:
        """Poll as long as the turn can be prolonged, and give it back at a stop."""
        over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._poll(bot, over))
            await self._keep_turn(bot)
            over.set()
        await attempt("giving a turn back", partial(self._give_turn, bot))

    async def _keep_turn(self, bot: Polled) -> None:
        is_ours: bool | None = True
        while is_ours and not self._stop.is_set():
            await pause(self._stop, self._beat)
            is_ours = await attempt("keeping a turn", partial(self._take_turn, bot))

    async def _poll(self, bot: Polled, over: asyncio.Event) -> None:
        """Poll until the turn is over, which cuts off only a poll that no event is lost by."""
        failures = 0
        poll = partial(self._try, bot.name, partial(bot.poll, self._receive))
        while not over.is_set():
            wait = await (until(over, poll) if bot.may_be_cut else poll())
            failures = 0 if wait is None else failures + 1
            if wait is not None:
                await pause(over, max(wait, grow(failures - 1)))
        await self._store_left(bot, poll)

    async def _store_left(self, bot: Polled, poll: Callable[[], Awaitable[float | None]]) -> None:
        """Store what the service will not bring again, though the turn is over.

        A turn ends just when the database fails; a stop does not wait for it without end.
        """
        tries = 0
        while bot.unstored and tries < LAST_TRIES:
            await asyncio.sleep(PAUSE)
            await poll()
            tries += self._stop.is_set()
        if bot.unstored:
            log.error("%s: %s messages could not be stored", bot.name, bot.unstored)

    async def _receive(self, event: Event) -> bool:
        return await finish(self._app.receiver.receive(event))

    async def _try(self, name: str, act: Callable[[], Awaitable[None]]) -> float | None:
        """Do something with a bot; after a failure, give the least seconds to wait."""
        try:
            await act()
        except TryLater as error:
            log.warning("%s does not answer for now", name)
            return min(error.after.total_seconds() if error.after else 0, LONGEST_PAUSE)
        except Refused as error:
            log.error("%s is refused by its service: %s", name, error.code)
            return LONGEST_PAUSE
        except Exception as error:  # noqa: BLE001  one bot must not stop the others
            log_failure(log, error, "%s failed", name)
            return PAUSE
        return None


def _name(bot: Polled) -> str:
    return f"poll {bot.name}"


def grow(failures: int) -> float:
    """Double the seconds with each failure before."""
    return min(PAUSE * 2.0 ** min(failures, 10), LONGEST_PAUSE)


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
