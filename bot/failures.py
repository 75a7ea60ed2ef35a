"""Failures in the log: what kind, and where; never the message, which may quote what was typed."""

import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import TypeVar

_log = logging.getLogger(__name__)
T = TypeVar("T")


def log_failure(log: logging.Logger, error: BaseException, what: str, *args: object) -> None:
    """Log the kind of an error and the lines it passed, after `what` (with %-arguments)."""
    passed = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    log.error("%s: %s\n%s", what % args, type(error).__name__, passed)


async def attempt(what: str, act: Callable[[], Awaitable[T]]) -> T | None:
    """Do something that may fail for now, as when the database is gone for a minute."""
    try:
        return await act()
    except Exception as error:  # noqa: BLE001  logged below, without its words
        log_failure(_log, error, "%s failed", what)
        return None
