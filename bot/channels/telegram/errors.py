"""The library's errors, mapped to what we do next.

They are known by name here, since one file imports the library. Their words end here: they may hold
the bot's token, or what a person wrote.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.channels.base import Refused, TryLater, Unreachable
from bot.channels.silence import CONFLICT, name_silence

CONFLICT_PAUSE = dt.timedelta(seconds=5)
_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})  # httpx's
_OURS = frozenset({"InvalidURL", "UnsupportedProtocol", "LocalProtocolError"})
_NOBODY = re.compile(
    r"(?:chat|user) not found|deactivated|peer_id_invalid|can't initiate|have no rights to send",
    re.IGNORECASE,
)


def map_error(error: Exception) -> Exception:
    """Map an error of python-telegram-bot; one of a later release as its base."""
    for kind in type(error).__mro__:
        if kind.__name__ in MAPPED:
            return MAPPED[kind.__name__](error)
    return Refused(type(error).__name__)


def _judge_wire(error: Exception) -> Exception:
    """Tell what was never sent, and what the service refused, from what may have arrived."""
    cause = error.__cause__
    if "Entity Too Large" in str(error):
        return Refused("too_large")
    if type(cause).__name__ in _OURS:
        return Refused("bad_address")
    is_answered = cause is None or type(cause).__name__ in MAPPED
    is_unsent = type(cause).__name__ in _NOT_SENT
    may_have_arrived = not (is_answered or is_unsent)
    return TryLater(may_have_arrived=may_have_arrived, code=name_silence(error))


def _judge_request(error: Exception) -> Exception:
    """Name what was wrong in the service's words, up to where they may quote ours."""
    words = str(error)
    if _NOBODY.search(words):
        return Unreachable()
    if "file is too big" in words.lower():
        return Refused("too_large")
    return Refused(re.split(r'[:"]', words)[0][:60])


def _wait_as_told(error: Exception) -> Exception:
    after = getattr(error, "retry_after", None)
    return TryLater(after if isinstance(after, dt.timedelta) else None)


MAPPED: Mapping[str, Callable[[Exception], Exception]] = MappingProxyType(
    {
        "BadRequest": _judge_request,
        "ChatMigrated": lambda _: Unreachable(),
        "Conflict": lambda _: TryLater(CONFLICT_PAUSE, code=CONFLICT),
        "EndPointNotFound": lambda _: Refused("unknown_method"),
        "Forbidden": lambda _: Unreachable(),
        "InvalidCallbackData": lambda _: Refused("callback_data"),
        "InvalidToken": lambda _: Refused("invalid_token"),
        "NetworkError": _judge_wire,
        "PassportDecryptionError": lambda _: Refused("passport"),
        "RetryAfter": _wait_as_told,
        "TelegramError": lambda _: TryLater(may_have_arrived=True),  # an answer that is no JSON
        "TimedOut": _judge_wire,
    }
)
