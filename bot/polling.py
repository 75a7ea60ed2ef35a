"""Bots: opened by every process, asked for what came by one of them, as long as it lives."""

import asyncio
import datetime as dt
import logging
import os
import secrets
from collections.abc import Awaitable, Callable
from functools import partial

from bot.app import App
from bot.channels.base import Bot, Event, Polled, Refused, TryLater
from bot.channels.silence import CONFLICT
from bot.clock import Seldom
from bot.waiting import finish, pause, until
from storage.values import Account

log = logging.getLogger(__name__)
PAUSE = 2.0  # seconds before a bot is tried again; doubled with each failure
LONGEST_PAUSE = 60.0
DAILY = 24 * 3600.0
LAST_TRIES = 5  # to store, after a stop, what will not be brought again
TURN = 2 / 3  # of the lease: with a look every third of it a turn is taken over within 27 of 30 s
NOTED_EVERY = dt.timedelta(minutes=5)  # that another program asks with our token
BEATS = 3  # times that a turn is prolonged within its length


class Polling:
    """Open each bot; poll those that are asked, in turns that a lease gives."""

    def __init__(self, app: App, stop: asyncio.Event) -> None:
        self._app = app
        self._stop = stop
        self._holder = f"{os.getpid()} {secrets.token_hex(8)}"
        self._lease = app.settings.lease * TURN
        self._beat = self._lease.total_seconds() / BEATS
        self._noting = Seldom(NOTED_EVERY)

    async def run(self, bot: Bot) -> None:
        """Serve one bot until told to stop."""
        if isinstance(bot, Polled) and self._app.settings.is_polling:
            await until(self._stop, partial(self._open, bot))
            await self._poll_by_turns(bot)
        else:
            await self._open_daily(bot)

    async def _poll_by_turns(self, bot: Polled) -> None:
        while not self._stop.is_set():
            if await self._app.troubles.attempt("taking a turn", partial(self._take_turn, bot)):
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
            return await work.leases.take(
                name_turn(bot.name), self._holder, now=now, lease=self._lease
            )

    async def _give_turn(self, bot: Polled) -> None:
        async with self._app.database.write() as work:
            await work.leases.release(name_turn(bot.name), self._holder)

    async def _poll_in_turn(self, bot: Polled) -> None:
        """Poll as long as the turn can be prolonged, and give it back at a stop."""
        over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._poll(bot, over))
            await self._keep_turn(bot)
            over.set()
        await self._app.troubles.attempt("giving a turn back", partial(self._give_turn, bot))

    async def _keep_turn(self, bot: Polled) -> None:
        is_ours: bool | None = True
        while is_ours and not self._stop.is_set():
            await pause(self._stop, self._beat)
            is_ours = await self._app.troubles.attempt(
                "keeping a turn", partial(self._take_turn, bot)
            )

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

    async def _note_conflict(self, name: str) -> None:
        """Note for `motcua check` that another program asks for a bot's messages."""
        async with self._app.database.write() as work:
            await work.meta.save(name_conflict(name), self._app.clock.now().isoformat())

    async def _try(self, name: str, act: Callable[[], Awaitable[None]]) -> float | None:
        """Do something with a bot; after a failure, give the least seconds to wait."""
        troubles = self._app.troubles
        try:
            await act()
        except TryLater as error:
            troubles.note_service(name, error.code, "asking")
            if error.code == CONFLICT and self._noting.is_due(now=self._app.clock.now()):
                await troubles.attempt("noting a conflict", partial(self._note_conflict, name))
            return min(error.after.total_seconds() if error.after else 0, LONGEST_PAUSE)
        except Refused as error:
            troubles.note_service(name, "refused", "asking", code=error.code)
            return LONGEST_PAUSE
        except Exception as error:  # noqa: BLE001  one bot must not stop the others
            troubles.note_failure(f"asking {name}", error)
            return PAUSE
        troubles.worked(f"asking {name}")
        return None


def name_conflict(channel: str) -> str:
    """Name the fact of when another program was last seen asking for a channel's messages."""
    return f"conflict {channel}"


def name_turn(channel: str) -> str:
    """Name the lease of who polls a channel's bot."""
    return f"poll {channel}"


def grow(failures: int) -> float:
    """Double the seconds with each failure before."""
    return min(PAUSE * 2.0 ** min(failures, 10), LONGEST_PAUSE)
