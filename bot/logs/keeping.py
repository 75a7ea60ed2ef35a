"""Where the log goes: standard error, or a file of bounded size."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.logs.files import LogFile, StandardError
from bot.logs.forms import ShortForm, build_form
from bot.logs.strays import catch_strays, log_loop_failure
from bot.settings import Settings

_NOISY = ("aiosqlite", "alembic", "apscheduler", "httpcore", "httpx", "uvicorn.error")
_MEGABYTE = 1024 * 1024


def log_shortly() -> None:
    """Log warnings of a command to standard error, where nobody has set up another log."""
    root = logging.getLogger()
    if not root.handlers:
        handler = StandardError()
        handler.setFormatter(ShortForm())
        root.addHandler(handler)
        root.setLevel(logging.WARNING)


@contextmanager
def keep_log(settings: Settings, *, role: str) -> Iterator[None]:
    """Log as the settings say for as long as the program runs; called on its loop."""
    root, handler = logging.getLogger(), build_handler(settings, role)
    level, replaced = root.level, [h for h in root.handlers if isinstance(h, StandardError)]
    for each in replaced:
        root.removeHandler(each)
    root.addHandler(handler)
    root.setLevel(settings.log_level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    asyncio.get_running_loop().set_exception_handler(log_loop_failure)
    try:
        with catch_strays():
            yield
    finally:
        root.removeHandler(handler)
        handler.close()
        root.setLevel(level)
        for each in replaced:
            root.addHandler(each)


def build_handler(settings: Settings, role: str) -> logging.Handler:
    """Build what writes the log."""
    size = settings.log_max_mb * _MEGABYTE
    handler: logging.Handler = (
        LogFile(Path(settings.log_file), size=size) if settings.log_file else StandardError()
    )
    handler.setFormatter(build_form(settings.log_format, role))
    return handler
