"""`motcua migrate` and `embed`."""

from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, fail, open_app, read_settings, say_here, tell
from bot.cli.progress import show_progress
from bot.settings import Settings
from handlers.library.embedding import re_embed
from storage.errors import CannotOpen
from storage.foresight import Room, foresee
from storage.migrate import migrate

MB = 2**20


def migrate_command(
    check: Annotated[
        bool,
        typer.Option("--check", help="Tell what would be done and change nothing; 1: something."),
    ] = False,
) -> None:
    """Bring the database to the newest tables, and its vectors to the model in use.

    Example: motcua migrate --check
    """
    settings = read_settings()
    try:
        if check:
            _foresee(settings)
            return
        if not settings.database_url:
            settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        tell("migrated" if migrate(settings.url) else "migrated_already")
    except OSError:
        fail(CannotOpen("data_dir_unwritable", path=str(settings.data_dir)))
    except CannotOpen as error:
        fail(error)
    if settings.keys:
        _embed_rest(settings)


def _foresee(settings: Settings) -> None:
    """Tell what migrating would do; exit 1 where it would do something, 2 where it could not."""
    outlook = foresee(settings.url)
    if outlook.revision is None:
        tell("migrate_empty")
        raise typer.Exit(1)
    tell("migrate_revisions", revision=outlook.revision, head=outlook.head)
    if not outlook.steps:
        tell("migrate_current")
        return
    tell("migrate_steps", count=len(outlook.steps))
    for step in outlook.steps:
        tell("migrate_step", revision=step, title=say_here(f"migrate_step_{step}"))
    if outlook.room:
        _tell_room(outlook.room)
    tell("migrate_next")
    raise typer.Exit(1)


def _tell_room(room: Room) -> None:
    facts = {"free": room.free // MB, "needed": -(-room.needed // MB)}
    if not room.is_enough:
        raise CannotOpen("migrate_room", **facts)
    tell("migrate_room", **facts)


@command
async def _embed_rest(settings: Settings) -> None:
    async with open_app(settings) as app:
        if count := await _embed(app):
            tell("embedded", model=app.library.embedder_name, count=count)


async def _embed(app: App) -> int:
    with show_progress(say_here("embedding")) as on_progress:
        return await re_embed(app.database, app.library, on_progress=on_progress)


@command
async def embed() -> None:
    """Make the vectors of the model in use where another made them; may be stopped and run again.

    Example: motcua embed
    """
    async with open_app() as app:
        count, model = await _embed(app), app.library.embedder_name
    if model is None:
        tell("embed_off")
    else:
        tell("embedded" if count else "embedded_already", model=model, count=count)
