"""Failures that nobody catches: into the log like others, by their kind."""

import asyncio
import logging
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TextIO

from bot.failures import log_failure

log = logging.getLogger(__name__)


@contextmanager
def catch_strays() -> Iterator[None]:
    """Log what threads, the loop, garbage and libraries would print, words and all."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning)
    is_loud, logging.raiseExceptions = logging.raiseExceptions, False
    sys.excepthook = log_uncaught
    threading.excepthook = _log_thread
    sys.unraisablehook = _log_unraisable
    warnings.showwarning = _log_warning
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = before
        logging.raiseExceptions = is_loud


def log_loop_failure(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """Log what a task or call-back failed by; the loop's own words quote the error's."""
    error = context.get("exception")
    if isinstance(error, BaseException):
        log_failure(log, error, "something failed that nobody waited for")
    else:
        log.error("the loop met a failure without an error")


def log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what ends the program; Ctrl-C is no failure."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        log_failure(log, error, "the program failed")


def _log_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value and not isinstance(args.exc_value, SystemExit):
        log_failure(log, args.exc_value, "a thread failed")


def _log_unraisable(args: "sys.UnraisableHookArgs") -> None:
    if args.exc_value:
        log_failure(log, args.exc_value, "something failed where nothing can be raised")


def _log_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del message, file, line
    log.warning("a warning of a library: %s at %s:%s", category.__name__, filename, lineno)
