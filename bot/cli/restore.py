"""`motcua restore`: a backup into an empty place."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.archives import open_backup, require_keys, tell_summary
from bot.cli.frame import command, read_settings, tell
from bot.clock import SystemClock
from bot.settings import Settings
from storage.archive.restoring import Restored, restore_backup
from storage.errors import CannotOpen


@command
async def restore(
    path: Annotated[Path, typer.Argument(help="The backup.")],
    send: Annotated[
        bool, typer.Option("--send", help="Send the replies that waited, however old they are.")
    ] = False,
) -> None:
    """Bring a backup back into an empty database and an empty folder of files.

    Example: motcua restore motcua-20261122-0930.backup
    """
    settings = read_settings()
    require_keys(settings)
    with open_backup(path) as raw:
        prepare_folder(settings)
        restored = restore_backup(
            raw,
            settings.keys,
            url=settings.url,
            folder=settings.files_folder,
            now=SystemClock().now(),
            sends=send,
        )
    tell_summary("restore_done", path, restored.summary)
    _tell_next(restored)


def prepare_folder(settings: Settings) -> None:
    """Make the folder of the database file; raise `CannotOpen`."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen("data_dir_unwritable", path=str(settings.data_dir)) from error


def _tell_next(restored: Restored) -> None:
    """Say what is to be done, and what cannot be brought back."""
    settled = restored.settled
    if settled.parked:
        tell("restore_parked", count=settled.parked)
    elif settled.waiting:
        tell("restore_waiting", count=settled.waiting)
    if settled.accounts:
        tell("restore_accounts")
    tell("restore_lost")
    tell("restore_next")
