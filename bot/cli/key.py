"""`motcua key`: new encryption keys, their rotation, and what still needs which."""

import os
import time
from collections import Counter
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, fail, open_app, read_settings, say_here, tell
from bot.cli.progress import show_progress
from bot.keys import ENV_FILE, KEYS, is_read_by_others, put_key_first
from bot.settings import Settings
from handlers.errors import HandlerError
from storage.archive.engines import is_missing
from storage.cipher import name_key, new_key
from storage.errors import CannotOpen
from storage.rotation.files import SealedFiles
from storage.rotation.rotating import Rotated, Rotation, Survey, survey

keys = typer.Typer(help="Encryption keys.", no_args_is_help=True)


@keys.callback()
def _keys() -> None:
    """Encryption keys."""


@keys.command("new")
def new(
    write: Annotated[
        bool, typer.Option("--write", help="Put it first into .env; the others stay behind it.")
    ] = False,
) -> None:
    """Print a new key for MOTCUA_KEYS, or write it.

    Example: motcua key new --write
    """
    if not write:
        typer.echo(new_key())
        return
    try:
        if any(name.upper() == KEYS and value for name, value in os.environ.items()):
            raise HandlerError("key_elsewhere")
        read_settings()  # a file that cannot be read is not written
        key = put_key_first()
    except (HandlerError, CannotOpen) as error:
        fail(error)
    tell("key_written", path=str(ENV_FILE), key_id=name_key(key))


@keys.command("rotate")
@command
async def rotate() -> None:
    """Encrypt everything anew under the first key, while the program runs; may be run again.

    Example: motcua key rotate
    """
    async with open_app(_read_used(), needs_embedder=False) as app:
        await _refuse_outdated(app)
        begun = time.monotonic()
        with show_progress(say_here("rotate_running")) as on_progress:
            done = await Rotation(app.database, _files(app), on_progress=on_progress).run()
        await _refuse_outdated(app)
    _tell_rotated(done, app.database.cipher.key_ids[0], time.monotonic() - begun)


def _read_used() -> Settings:
    """Read the settings of an installation that has data: nothing is made where there is none."""
    settings = read_settings()
    if is_missing(settings.url):
        raise HandlerError("place_has_nothing")
    return settings


def _files(app: App) -> SealedFiles:
    return SealedFiles(app.settings.files_folder, app.database.cipher)


async def _count_processes(app: App) -> Counter[str]:
    async with app.database.read() as work:
        return Counter(await work.key_holders.list_keys(now=app.clock.now()))


async def _refuse_outdated(app: App) -> None:
    """Stop where a process writes under another key than the newest: it could not read ours."""
    running, newest = await _count_processes(app), app.database.cipher.key_ids[0]
    if outdated := running.total() - running[newest]:
        raise HandlerError("rotate_outdated", count=outdated, key_id=newest)


def _tell_rotated(done: Rotated, key: str, seconds: float) -> None:
    tell(
        "rotate_done",
        key_id=key,
        rows=done.rows,
        files=done.files,
        looked=done.looked,
        seconds=f"{seconds:.1f}",
        speed=round(done.looked / max(seconds, 0.001)),
    )
    _tell_lost(done.lost)
    if done.left:
        tell("rotate_left", count=done.left)
    if done.left or done.lost.total():
        raise typer.Exit(1)
    tell("rotate_next")


@keys.command("check")
@command
async def check() -> None:
    """Count what needs which key; exit 1 if there is something that no key opens.

    Example: motcua key check
    """
    async with open_app(_read_used(), needs_embedder=False) as app:
        with show_progress(say_here("key_counting")) as on_progress:
            found = await survey(app.database, _files(app), on_progress=on_progress)
        running = await _count_processes(app)
    _tell_keys(found, app.database.cipher.key_ids, running)
    if is_read_by_others():
        tell("key_file_open", path=str(ENV_FILE))
    _tell_lost(found.lost)
    if found.lost.total():
        raise typer.Exit(1)


def _tell_keys(found: Survey, key_ids: tuple[str, ...], running: Counter[str]) -> None:
    tell("key_head")
    for number, key in enumerate(key_ids):
        counts = {"rows": found.rows[number], "files": found.files[number]}
        tell("key_line", number=number + 1, key_id=key, processes=running[key], **counts)
    if found.old_digests:
        tell("key_digests", count=found.old_digests)
    free = [key_ids[n] for n in found.unneeded if not running[key_ids[n]]]
    unknown = sum(count for key, count in running.items() if key not in key_ids)
    if unknown:
        tell("key_processes_unknown", count=unknown)
    elif free:
        tell("key_removable", keys=", ".join(free))
    if len(free) < len(key_ids) - 1:
        tell("key_needed")


def _tell_lost(lost: Counter[str]) -> None:
    for name, count in sorted((+lost).items()):
        tell("key_lost", name=say_here("key_files") if name == "files" else name, count=count)
