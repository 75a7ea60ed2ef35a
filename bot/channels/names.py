"""Names of channels: a kind, and the end of the bot's public number."""

import re
from dataclasses import dataclass

_DIGITS = 8
_TOKEN = re.compile(r"\d{3,20}:[\w.~+-]{1,200}", re.ASCII)  # a part of addresses


@dataclass(frozen=True, slots=True)
class BotToken:
    """A bot's token as set, and the place that it is for, if it says so."""

    token: str
    place: str = ""

    @property
    def number(self) -> str:
        """The public part of the token."""
        return self.token.partition(":")[0]

    @property
    def is_whole(self) -> bool:
        """Tell whether it looks like a token: what does not may be cut anywhere, so say none."""
        return _TOKEN.fullmatch(self.token) is not None and ":" not in self.place


def read_token(setting: str) -> BotToken:
    """Read “TOKEN” or “xã …=TOKEN”."""
    place, mark, token = setting.rpartition("=")
    return BotToken(token.strip(), place.strip() if mark else "")


def name_channel(kind: str, number: str) -> str:
    """Name the channel of a bot or account: “telegram:12345678”.

    Bots may be set in another order tomorrow, and people's addresses name the channel.
    """
    return f"{kind}:{number[-_DIGITS:]}"
