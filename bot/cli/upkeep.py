"""`motcua migrate`, `embed`, `check` and `key`."""

import typer

from bot.app import App
from bot.cli.frame import command, fail, open_app, read_settings, say_here, tell, today
from bot.cli.progress import show_progress
from bot.settings import Settings
from handlers.library.embedding import count_outdated, re_embed
from storage.cipher import new_key
from storage.errors import CannotOpen
from storage.migrate import current_revision, head_revision, migrate
from storage.values import PlanState

keys = typer.Typer(help="Encryption keys.", no_args_is_help=True)


@keys.command("new")
def new() -> None:
    """Print a new key for MOTCUA_KEYS.

    Example: motcua key new
    """
    typer.echo(new_key())


@keys.callback()
def _keys() -> None:
    """Encryption keys."""


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


@command
async def check() -> None:
    """Print what is configured, what is not, and what to do.

    Example: motcua check
    """
    settings = read_settings()
    todo = _check_set_up(settings)
    if not todo:
        async with open_app(settings) as app:
            todo = await _check_running(app)
    tell("check_todo" if todo else "check_nothing")
    for key in todo:
        tell("check_todo_line", what=say_here(key))


def _check_set_up(settings: Settings) -> list[str]:
    is_made = bool(settings.database_url) or (settings.data_dir / "motcua.sqlite").exists()
    revision = current_revision(settings.url) if is_made else None
    is_current = revision == head_revision()
    state = say_here("check_current" if is_current else "check_outdated")
    kind = "PostgreSQL" if settings.database_url else f"SQLite {settings.data_dir}"
    tell("check_database", kind=kind, state=state)
    has_key = bool(settings.keys)
    tell("check_key", state=say_here("check_key_present" if has_key else "check_key_missing"))
    tell("check_embedder", model=settings.embedding_model)
    missing_key = ["todo_key"] if revision and not has_key else []
    return missing_key + ([] if is_current else ["todo_migrate"])


async def _check_running(app: App) -> list[str]:
    async with app.database.read() as work:
        plans = await work.plans.list_all()
        people = await work.people.list_all(on=today(app))
        waiting, unsent = await work.inbox.count("new"), await work.outbox.count("new")
        parked = await work.inbox.count("parked") + await work.outbox.count("parked")
    confirmed = sum(plan.state is PlanState.CONFIRMED for plan in plans)
    unembedded = await count_outdated(app.database, app.library)
    if unembedded:
        tell("check_unembedded", count=unembedded)
    tell("check_plans", confirmed=confirmed, drafts=len(plans) - confirmed)
    internal = sum(plan.state is PlanState.CONFIRMED and not plan.is_public for plan in plans)
    if internal:
        tell("check_internal", count=internal)
    tell("check_people", count=len(people))
    tell("check_queues", waiting=waiting, unsent=unsent, parked=parked)
    year = today(app).year
    is_official = app.calendar.has_official_year(year)
    state = say_here("check_year_official" if is_official else "check_year_forecast")
    tell("check_year", year=year, state=state)
    wanted = {
        "todo_plan": not confirmed,
        "todo_people": not people,
        "todo_embed": bool(unembedded),
        "todo_parked": bool(parked),
    }
    return [key for key, is_wanted in wanted.items() if is_wanted]
