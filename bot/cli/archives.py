"""What the commands about backups share."""

import errno
import os
from pathlib import Path
from typing import IO

from bot.cli.frame import tell
from bot.errors import terminal_language
from bot.settings import Settings
from handlers.errors import HandlerError
from handlers.figures.wording import write_number
from handlers.texts.forms import write_time
from storage.archive.manifest import Summary

MEBIBYTE = 2**20


def open_backup(path: Path) -> IO[bytes]:
    """Open a backup; raise `HandlerError`."""
    try:
        raw = path.open("rb")
    except FileNotFoundError as error:
        raise HandlerError("backup_missing", path=str(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HandlerError("backup_unreadable", path=str(path), reason=reason) from error
    if raw.seekable():
        return raw
    raw.close()
    raise HandlerError("backup_unreadable", path=str(path), reason=os.strerror(errno.ESPIPE))


def require_keys(settings: Settings) -> None:
    """Stop where no key is set: no backup opens without; raise `HandlerError`."""
    if not settings.keys:
        raise HandlerError("archive_needs_keys")


def tell_summary(key: str, path: Path, summary: Summary) -> None:
    """Say what is in a backup, and what is not."""
    manifest = summary.manifest
    tell(
        key,
        path=path,
        taken=write_time(manifest.taken_at, terminal_language()),
        program=manifest.program,
        revision=manifest.revision,
        rows=summary.rows,
        cases=summary.cases,
        files=summary.files.kept,
        size=write_number(max(summary.size / MEBIBYTE, 0.1), terminal_language()),
    )
    if summary.files.missing:
        tell("backup_files_missing", count=summary.files.missing)
    if summary.files.odd:
        tell("backup_files_odd", count=summary.files.odd)
