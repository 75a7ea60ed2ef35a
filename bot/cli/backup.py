"""`motcua backup`: everything an installation remembers, in one encrypted file."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import open_backup, require_keys, tell_summary
from bot.cli.frame import command, find_version, read_settings, tell
from bot.clock import SystemClock
from bot.settings import Settings
from handlers.errors import HandlerError
from handlers.texts.forms import HANOI
from storage.archive.placing import keep_newest, place_backup
from storage.archive.taking import check_backup, take_backup
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import StorageError
from storage.meta import BACKUP_TAKEN_AT


@command
async def backup(
    path: Annotated[Path, typer.Argument(help="A new file, or a folder that gets one.")],
    keep: Annotated[
        int | None, typer.Option(min=1, help="In a folder: remove all but so many backups.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Read a backup to its end; write nothing.")
    ] = False,
) -> None:
    """Write a backup while the program runs, without the keys; or check one.

    Example: motcua backup /var/backups/motcua --keep 14
    """
    settings = read_settings()
    if check:
        _check(settings, path)
    else:
        now = SystemClock().now()
        _back_up(settings, path, keep, now)
        await _note(settings, now)


def _check(settings: Settings, path: Path) -> None:
    require_keys(settings)
    with open_backup(path) as raw:
        tell_summary("backup_checked", path, check_backup(raw, settings.keys))


def _back_up(settings: Settings, path: Path, keep: int | None, now: dt.datetime) -> None:
    """Write the backup, and remove what is older than is to be kept."""
    if keep and not path.is_dir():
        raise HandlerError("keep_needs_folder", path=str(path))
    file = path / f"motcua-{now.astimezone(HANOI):%Y%m%d-%H%M}.backup" if path.is_dir() else path
    url, folder, keys = settings.url, settings.files_folder, settings.keys
    with place_backup(file) as raw:
        summary = take_backup(url, folder, raw, keys, program=find_version(), now=now)
    tell_summary("backup_done", file, summary)
    tell("backup_keys_apart")
    if keep and (count := keep_newest(path, keep, written=file.name)):
        tell("backup_removed", count=count)


async def _note(settings: Settings, now: dt.datetime) -> None:
    """Let the program know when the last backup was taken; a backup counts without that, too."""
    database = Database(settings.url, Cipher(settings.keys))
    try:
        async with database.write() as work:
            await work.meta.save(BACKUP_TAKEN_AT, now.isoformat())
    except StorageError:
        tell("backup_not_noted")
    finally:
        await database.close()
