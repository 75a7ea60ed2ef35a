"""The webhook of Official Accounts: signed by their app, or not taken at all."""

import datetime as dt
import json
import logging
from collections.abc import Mapping, Sequence

from bot.channels.base import Event, Forged, Malformed, Said
from bot.channels.zalo_oa.events import OaEvent, read_echo, read_event, read_message
from bot.channels.zalo_oa.signatures import Match, Signatures, is_timely
from bot.settings import Settings

log = logging.getLogger(__name__)


class ZaloHook:
    """Take the app's webhook, for all accounts."""

    path = "zalo-oa"

    def __init__(self, settings: Settings, accounts: Mapping[str, str]) -> None:
        self._channels = accounts
        self._signatures = Signatures(settings, accounts)
        self._told: set[str] = set()

    def admits(self, headers: Mapping[str, str]) -> bool:
        """Admit all: what is signed is the body, and the console's first probe is unsigned."""
        del headers
        return True

    def read_hook(
        self, headers: Mapping[str, str], body: bytes, *, now: dt.datetime
    ) -> Sequence[Event]:
        """Read a request's event; raise Forged or Malformed."""
        told = _read_json(body)
        if told == {} or not body:
            return ()
        match = self._signatures.find(headers, body, told.get("timestamp") if told else None)
        if match is None or not is_timely(match.moment, now=now):
            self._tell_once("no signature matches" if match is None else "it is out of its time")
            raise Forged
        self._tell_match(match)
        if told is None:
            raise Malformed
        event = read_event(told, now=now)
        return self._read(event) if event else ()

    def _read(self, event: OaEvent) -> Sequence[Event]:
        channel = self._channels.get(event.number)
        if channel is None:
            self._tell_once(f"nobody has logged in for the account …{event.number[-4:]}")
            return ()
        if echo := read_echo(event, channel):
            return [echo]
        message = read_message(event, channel)
        return [Said(message)] if message else ()

    def _tell_match(self, match: Match) -> None:
        self._tell_once(f"signed as {match.describe()}", level=logging.INFO)

    def _tell_once(self, what: str, *, level: int = logging.WARNING) -> None:
        if what not in self._told:
            self._told.add(what)
            log.log(level, "events of Official Accounts: %s", what)


def _read_json(body: bytes) -> dict[str, object] | None:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
