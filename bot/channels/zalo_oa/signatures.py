"""Whether a webhook's request comes from Zalo: sources disagree on what exactly is signed."""

import datetime as dt
import hashlib
import hmac
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product

from bot.settings import Settings

OLDEST = dt.timedelta(hours=24)  # retries come within two hours
AHEAD = dt.timedelta(minutes=10)
_SECONDS_BELOW = 10**12  # a number of seconds; above, of milliseconds
_MAC = re.compile(r"[0-9a-f]{64}", re.ASCII)
_STAMP = re.compile(r"\d{9,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Match:
    """What a signature was made with: whose number, which time, which secret."""

    owner: str
    stamp: str
    secret: str
    moment: dt.datetime

    def describe(self) -> str:
        """Name the combination, without any value."""
        return f"{self.owner} + body + {self.stamp} + {self.secret}"


class Signatures:
    """Know the app's secrets, and try what may have been signed with them."""

    def __init__(self, settings: Settings, numbers: Collection[str] = ()) -> None:
        self._owners = {"app_id": settings.zalo_app_id}
        self._owners |= {f"oa_id {number[-4:]}": number for number in numbers}
        secrets = {"oa_secret": settings.zalo_oa_secret, "app_secret": settings.zalo_app_secret}
        self._secrets = {name: secret for name, secret in secrets.items() if secret}

    def find(self, headers: Mapping[str, str], body: bytes, stamp: object) -> Match | None:
        """Find what a request was signed with; `stamp` is the body's, header names lower case."""
        given = headers.get("x-zevent-signature", "").strip().lower()
        given = given.removeprefix("mac=").removeprefix("sha256=")
        if not _MAC.fullmatch(given):
            return None
        stamps = {"header": headers.get("x-zevent-timestamp", "").strip(), "body": str(stamp)}
        found = None
        for owner, number in self._owners.items():
            begun = hashlib.sha256(number.encode() + body)  # once: a body may have a megabyte
            for (place, time), (name, secret) in product(stamps.items(), self._secrets.items()):
                is_same = hmac.compare_digest(_finish(begun, time, secret), given)
                moment = read_stamp(time) if is_same else None
                if moment and not found:
                    found = Match(owner, place, name, moment)
        return found


def _finish(begun: "hashlib._Hash", stamp: str, secret: str) -> str:
    whole = begun.copy()
    whole.update(stamp.encode(errors="replace") + secret.encode())
    return whole.hexdigest()


def read_stamp(text: object) -> dt.datetime | None:
    """Read a moment in milliseconds, or in seconds."""
    if not _STAMP.fullmatch(str(text)):
        return None
    number = int(str(text))
    seconds = number if number < _SECONDS_BELOW else number / 1000
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def is_timely(moment: dt.datetime, *, now: dt.datetime) -> bool:
    """Tell a request from what somebody has kept and brings again."""
    return now - OLDEST <= moment <= now + AHEAD
