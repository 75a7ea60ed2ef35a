"""The log's file: bounded, for its owner only, and never a reason for the program to stop."""

import contextlib
import fcntl
import io
import logging
import os
import sys
import time
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

KEPT = 5  # files of the given size beside the one that is written
RETRY = 10.0  # seconds in which a file that cannot be written is not tried again


class LogFile(RotatingFileHandler):
    """Write a file; while it cannot be written, write to standard error.

    The file may be moved away by others, its folder may vanish, and several processes may write
    into it: each record goes to what stands under the name now, and one process turns it over.
    """

    def __init__(
        self, path: Path, *, size: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(path, maxBytes=size, backupCount=KEPT, encoding="utf-8", delay=True)
        self._clock = clock
        self._instead = StandardError()
        self._tried_at: float | None = None  # when it could last not be written

    def setFormatter(self, fmt: logging.Formatter | None) -> None:  # noqa: N802  the library's
        """Let what goes to standard error instead look the same."""
        super().setFormatter(fmt)
        self._instead.setFormatter(fmt)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record where it can be written."""
        if self._tried_at is not None and self._clock() < self._tried_at + RETRY:
            self._instead.emit(record)
            return
        try:
            self._follow()
            if self.shouldRollover(record):
                self.doRollover()
            stream = self.stream = self.stream or self._open()
            stream.write(self.format(record) + self.terminator)
            self._tried_at = None
        except OSError as error:
            self._turn_away(error)
            self._instead.emit(record)

    def doRollover(self) -> None:  # noqa: N802  the library's
        """Turn the file over, unless another process has done so meanwhile."""
        if self.stream:
            fcntl.flock(self.stream.fileno(), fcntl.LOCK_EX)
            if self._is_ours():
                super().doRollover()
            else:
                self._drop()

    def _open(self) -> io.TextIOWrapper:
        """Open for this user only; nothing stays in a buffer that a full disk would keep there."""
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        raw = io.FileIO(handle, "a")
        return io.TextIOWrapper(raw, "utf-8", errors="backslashreplace", write_through=True)

    def _follow(self) -> None:
        """Leave a file that does not stand under the name any more."""
        if self.stream and not self._is_ours():
            self._drop()

    def _is_ours(self) -> bool:
        assert self.stream
        try:
            return os.path.samestat(os.stat(self.baseFilename), os.fstat(self.stream.fileno()))
        except FileNotFoundError:
            return False

    def _drop(self) -> None:
        if self.stream:
            with contextlib.suppress(OSError):
                self.stream.close()
        self.stream = None

    def _turn_away(self, error: OSError) -> None:
        """Say once that the file cannot be written, and try it again after a while."""
        if self._tried_at is None:
            args = (Path(self.baseFilename).name, os.strerror(error.errno or 0))
            self._instead.emit(_build_record("the log file %s cannot be written: %s", args))
        self._tried_at = self._clock()
        self._drop()


class StandardError(logging.StreamHandler[io.TextIOBase]):
    """Write to what is standard error now; a line that nobody takes is dropped."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self.stream = sys.stderr  # type: ignore[assignment]  # tests and supervisors replace it
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the library's
        """Say nothing: the library would print what the record says."""


def _build_record(what: str, args: tuple[str, ...]) -> logging.LogRecord:
    return logging.LogRecord(__name__, logging.ERROR, __file__, 0, what, args, None)
