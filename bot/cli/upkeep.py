"""`motcua migrate` and `embed`."""

from bot.app import App
from bot.cli.frame import command, fail, open_app, read_settings, say_here, tell
from bot.cli.progress import show_progress
from bot.settings import Settings
from handlers.library.embedding import re_embed
from storage.errors import CannotOpen
from storage.migrate import migrate


def migrate_command() -> None:
    """Bring the database to the newest tables, and its vectors to the model in use.

    Example: motcua migrate
    """
    settings = read_settings()
    try:
        if not settings.database_url:
            settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        tell("migrated" if migrate(settings.url) else "migrated_already")
    except OSError:
        fail(CannotOpen("data_dir_unwritable", path=str(settings.data_dir)))
    except CannotOpen as error:
        fail(error)
    if settings.keys:
        _embed_rest(settings)


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
