"""The tokens of an Official Account: renewed early, by one process at a time, kept before use.

A refresh token works once. What is asked for is therefore never cut off by who waits for it.
"""

import asyncio
import datetime as dt
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.base import Refused, TryLater
from bot.channels.wire import Wire
from bot.channels.zalo_oa.codes import ZaloFailure
from bot.clock import Clock
from bot.failures import log_failure
from bot.settings import Settings
from storage.database import Database
from storage.values import TokenPair

log = logging.getLogger(__name__)
RENEWED_AT = 0.8  # of its life
FIRST_LIFE = dt.timedelta(hours=1)  # where the service does not say
_LEASE = dt.timedelta(seconds=40)  # two tries, each within the wire's patience
_LOOKS, _PAUSE = 20, 0.1  # looks for what another process is fetching, and seconds between them
KEEP_PAUSE = 1.0  # seconds
_KEEPS = 5  # tries to keep a new pair, within the lease
_AFTER_FAILURE = dt.timedelta(minutes=5)
_TOKEN_PATH = "/v4/oa/access_token"  # noqa: S105 - a path


@dataclass(frozen=True, slots=True)
class NewPair:
    """A pair as the service gives it out."""

    access: str
    refresh: str
    lasts: dt.timedelta


@dataclass(frozen=True, slots=True)
class _Unkept:
    """A pair that the service has given and no database has taken yet; `spent` bought it."""

    spent: str
    new: NewPair
    at: dt.datetime


async def fetch_pair(wire: Wire, settings: Settings, grant: Mapping[str, str]) -> NewPair:
    """Fetch a pair for a code or a refresh token; raise TryLater or ZaloFailure."""
    answer = await wire.call(
        "POST",
        _TOKEN_PATH,
        form={"app_id": settings.zalo_app_id, **grant},
        headers={"secret_key": settings.zalo_app_secret},
    )
    access, refresh = answer.body.get("access_token"), answer.body.get("refresh_token")
    if not (isinstance(access, str) and isinstance(refresh, str) and access and refresh):
        raise ZaloFailure(read_code(answer.body) or -answer.status)
    return NewPair(access, refresh, _read_life(answer.body.get("expires_in")))


def read_code(body: Mapping[str, object]) -> int:
    """Read an answer's code; 0 where there is none."""
    code = body.get("error")
    try:
        return int(str(code)) if code is not None else 0
    except ValueError:
        return -1


def _read_life(told: object) -> dt.timedelta:
    seconds = str(told)
    is_told = seconds.isdecimal() and len(seconds) < 9 and int(seconds) > 0
    return dt.timedelta(seconds=int(seconds)) if is_told else FIRST_LIFE


def find_renewal(pair: TokenPair) -> dt.datetime:
    """Tell from when on a pair is to be renewed."""
    return pair.changed_at + (pair.expires_at - pair.changed_at) * RENEWED_AT


class Tokens:
    """Give an account's access token, and renew it."""

    def __init__(
        self, channel: str, database: Database, wire: Wire, settings: Settings, clock: Clock
    ) -> None:
        self._channel = channel
        self._database = database
        self._wire = wire
        self._settings = settings
        self._clock = clock
        self._holder = secrets.token_hex(16)
        self._renewing: asyncio.Task[str] | None = None
        self._rests_until: dt.datetime | None = None
        self._unkept: _Unkept | None = None

    async def get(self) -> str:
        """Give a token that works; raise TryLater, or Refused where nobody has logged in."""
        pair = await self.read()
        now = self._clock.now()
        if now < find_renewal(pair):
            return pair.access
        try:
            return await self.replace(pair.access)
        except TryLater:
            if now < pair.expires_at:  # the old one still works
                return pair.access
            raise

    async def replace(self, stale: str) -> str:
        """Give a token other than this one; senders of one process wait for the same answer."""
        if self._rests_until and self._clock.now() < self._rests_until:
            raise TryLater(self._rests_until - self._clock.now(), whole_channel=True)
        if self._renewing is None:
            self._renewing = asyncio.create_task(self._renew(stale))
            self._renewing.add_done_callback(self._forget)
        return await asyncio.shield(self._renewing)

    async def read(self) -> TokenPair:
        """Read the pair; raise Refused where there is none."""
        async with self._database.read() as work:
            pair = await work.token_pairs.find(self._channel)
        if pair is None:
            raise Refused("zalo no_tokens")
        return pair

    async def settle(self) -> None:
        """Wait until what was asked for is kept."""
        if self._renewing:
            await asyncio.wait({self._renewing})

    def _forget(self, done: asyncio.Task[str]) -> None:
        self._renewing = None
        if not done.cancelled():
            done.exception()  # those who waited may have gone

    async def _renew(self, stale: str) -> str:
        for _ in range(_LOOKS):
            pair = await self.read()
            if pair.access != stale:
                return pair.access
            if await self._take_turn():
                break
            await asyncio.sleep(_PAUSE)
        else:
            raise TryLater(dt.timedelta(seconds=2), whole_channel=True)
        try:
            pair = await self.read()  # another may have done it just before our turn
            return pair.access if pair.access != stale else await self._refresh(pair)
        finally:
            async with self._database.write() as work:
                await work.leases.release(self._lease_name, self._holder)

    @property
    def _lease_name(self) -> str:
        return f"token {self._channel}"

    async def _take_turn(self) -> bool:
        now = self._clock.now()
        async with self._database.write() as work:
            return await work.leases.take(self._lease_name, self._holder, now=now, lease=_LEASE)

    async def _refresh(self, pair: TokenPair) -> str:
        if self._unkept is None or self._unkept.spent != pair.refresh:
            new = await self._ask(pair.refresh)
            self._unkept = _Unkept(pair.refresh, new, self._clock.now())
        access = await self._keep(self._unkept)
        self._rests_until = self._unkept = None
        log.info("the tokens of %s were renewed", self._channel)
        return access

    async def _ask(self, refresh: str) -> NewPair:
        """Ask for a new pair; tell the operator where none is to be had."""
        try:
            return await self._ask_twice(refresh)
        except ZaloFailure as error:
            raise await self._note_failure(str(error.code)) from None
        except TryLater as error:
            if error.may_have_arrived:
                raise await self._note_failure("no answer") from None
            raise

    async def _keep(self, unkept: _Unkept) -> str:
        """Keep a new pair: there is no other way to it, so a database that fails is asked again."""
        new, at = unkept.new, unkept.at
        for tries_left in reversed(range(_KEEPS)):
            try:
                async with self._database.write() as work:
                    await work.token_pairs.save(
                        self._channel, new.access, new.refresh, expires_at=at + new.lasts, now=at
                    )
            except Exception as error:
                log_failure(log, error, "the new tokens of %s could not be kept", self._channel)
                if not tries_left:
                    raise
                await asyncio.sleep(KEEP_PAUSE)
            else:
                break
        return new.access

    async def _ask_twice(self, refresh: str) -> NewPair:
        """Ask; where the answer was lost, the same token may still work."""
        grant = {"grant_type": "refresh_token", "refresh_token": refresh}
        try:
            return await fetch_pair(self._wire, self._settings, grant)
        except TryLater as error:
            if not error.may_have_arrived:
                raise
        return await fetch_pair(self._wire, self._settings, grant)

    async def _note_failure(self, failure: str) -> TryLater:
        """Tell the operator, once: an administrator of the account has to consent anew."""
        now = self._clock.now()
        self._rests_until = now + _AFTER_FAILURE
        async with self._database.write() as work:
            is_first = await work.token_pairs.note_failure(self._channel, failure, now=now)
        if is_first:
            log.error(
                "the tokens of %s could not be renewed (%s): motcua zalo login",
                self._channel,
                failure,
            )
        return TryLater(_AFTER_FAILURE, whole_channel=True)
