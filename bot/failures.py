"""Failures in the log: what kind, and where; never the message, which may quote what was typed."""

import logging
import traceback


def log_failure(log: logging.Logger, error: BaseException, what: str, *args: object) -> None:
    """Log the kind of an error and the lines it passed, after `what` (with %-arguments)."""
    passed = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    log.error("%s: %s\n%s", what % args, type(error).__name__, passed)
