"""Asking bots for what came: of several processes one asks, as long as it lives."""

import asyncio
import contextlib
import logging
import secrets
from functools import partial

from bot.app import App
from bot.channels.base import Bot, Polled, TryLater
from bot.failures import attempt, log_failure

log = logging.getLogger(__name__)
PAUSE = 2.0  # seconds before a bot is asked again that could not be, or is another's
LONG_PAUSE = 30.0  # seconds after what another try will hardly mend
LEASES = 3  # times the settings' lease: a long poll takes most of one


class Polling:
    """Open each bot, then poll it until told to stop."""

    def __init__(self, app: App, stop: asyncio.Event) -> None:
        self._app = app
        self._stop = stop
        self._holder = secrets.token_hex(16)
        self._lease = app.settings.lease * LEASES

    async def run(self, bot: Bot) -> None:
        """Serve one bot; one that is brought its messages is only opened."""
        is_open = False
        while not self._stop.is_set():
            is_mine = await attempt("taking turns", partial(self._take_turn, bot))
            if is_mine and not is_open:
                is_open = bool(await attempt("opening a bot", partial(self._open, bot)))
            if not (is_mine and is_open):
                await pause(self._stop, PAUSE)
            elif isinstance(bot, Polled) and self._app.settings.is_polling:
                await self._poll(bot)
            else:
                await pause(self._stop, self._lease.total_seconds() / 2)
        await attempt("giving a turn back", partial(self._give_turn, bot))

    async def _take_turn(self, bot: Bot) -> bool:
        now = self._app.clock.now()
        async with self._app.database.write() as work:
            return await work.leases.take(_name(bot), self._holder, now=now, lease=self._lease)

    async def _give_turn(self, bot: Bot) -> None:
        async with self._app.database.write() as work:
            await work.leases.release(_name(bot), self._holder)

    async def _open(self, bot: Bot) -> bool:
        account = await bot.open()
        async with self._app.database.write() as work:
            await work.accounts.save(account, now=self._app.clock.now())
        return True

    async def _poll(self, bot: Polled) -> None:
        """Poll once; a stop cuts a poll off where no event can be lost by that."""
        poll = asyncio.create_task(self._try(bot))
        if bot.may_be_cut:
            stopped = asyncio.create_task(self._stop.wait())
            await asyncio.wait({poll, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            if self._stop.is_set():
                poll.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            if (wait := await poll) is not None:
                await pause(self._stop, wait)

    async def _try(self, bot: Polled) -> float | None:
        """Poll once; give how many seconds to wait after a failure."""
        try:
            await bot.poll(self._app.receiver.receive)
        except TryLater as error:
            return error.after.total_seconds() if error.after else PAUSE
        except Exception as error:  # noqa: BLE001  one bot must not stop the others
            log_failure(log, error, "polling %s failed", bot.name)
            return LONG_PAUSE
        return None


def _name(bot: Bot) -> str:
    return f"poll {bot.name}"


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait for some seconds, or until told to stop."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), timeout=seconds)
