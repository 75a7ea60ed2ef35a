"""Names of channels: a kind, and the end of the bot's public number."""

from dataclasses import dataclass

_DIGITS = 8


@dataclass(frozen=True, slots=True)
class BotToken:
    """A bot's token as set, and the place that it is for, if it says so."""

    token: str
    place: str = ""

    @property
    def number(self) -> str:
        """The public part of the token."""
        return self.token.partition(":")[0]


def read_token(setting: str) -> BotToken:
    """Read “TOKEN” or “xã …=TOKEN”."""
    place, mark, token = setting.rpartition("=")
    return BotToken(token.strip(), place.strip() if mark else "")


def name_channel(kind: str, number: str) -> str:
    """Name the channel of a bot or account: “telegram:12345678”.

    Bots may be set in another order tomorrow, and people's addresses name the channel.
    """
    return f"{kind}:{number[-_DIGITS:]}"
