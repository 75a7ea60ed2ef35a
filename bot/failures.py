"""Failures in the log: what kind, and where; never the message, which may quote what was typed."""

import logging
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

from storage.errors import Unavailable

MOST_CAUSES = 5


@dataclass(frozen=True, slots=True)
class Failed:
    """What is told of an error: its kind, and the lines that it and its causes passed."""

    kind: str
    lines: Sequence[str]


def describe(error: BaseException) -> Failed:
    """Describe an error without its words."""
    return _describe(error, set())


def _describe(error: BaseException, seen: set[int]) -> Failed:
    """Describe what is not `seen` yet: one raised out of a group leads back to that group."""
    seen.add(id(error))
    lines = _list_passed(error, seen)
    for cause in list_chain(error)[1:]:
        if id(cause) not in seen:
            seen.add(id(cause))
            lines += [f"after {type(cause).__name__}", *_list_passed(cause, seen)]
    return Failed(type(error).__name__, lines)


def list_chain(error: BaseException | None) -> list[BaseException]:
    """List an error and what led to it, as a traceback would."""
    chain: list[BaseException] = []
    while error is not None and len(chain) <= MOST_CAUSES:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain


def _list_passed(error: BaseException, seen: set[int]) -> list[str]:
    passed = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line}" for frame in passed]
    for each in error.exceptions[:MOST_CAUSES] if isinstance(error, BaseExceptionGroup) else ():
        if id(each) not in seen:
            inner = _describe(each, seen)
            lines += [f"in it {inner.kind}", *inner.lines]
    return lines


def log_failure(log: logging.Logger, error: BaseException, what: str, *args: object) -> None:
    """Log the kind of an error and the lines it passed, after `what` (with %-arguments)."""
    if isinstance(error, Unavailable):  # whoever watches the database tells of it: see Troubles
        log.debug("%s: %s", what % args, error.code)
        return
    failed, said = describe(error), what % args
    passed = "\n".join(failed.lines)
    told = {"failed": failed, "what": said}  # for the forms of bot/logs
    log.error("%s: %s\n%s", said, failed.kind, passed, extra=told)
