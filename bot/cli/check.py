"""`motcua check`: what is configured, what is not, what to do; which channels answer."""

from typing import Annotated

import typer

from bot.app import App
from bot.cli.check_channels import ask_all, count_all
from bot.cli.frame import command, open_app, read_settings, say_here, tell, today
from bot.settings import Settings
from handlers.library.embedding import count_outdated
from storage.migrate import current_revision, head_revision
from storage.values import PlanState


@command
async def check(
    channels: Annotated[
        bool, typer.Option("--channels", help="Ask each bot's service whether it works.")
    ] = False,
) -> None:
    """Print what is configured, what is not, and what to do; exit 1 if a channel does not work.

    Example: motcua check --channels
    """
    if channels:
        await _check_channels()
        return
    settings = read_settings()
    todo = _check_set_up(settings)
    if not todo:
        async with open_app(settings, with_bots=True) as app:
            todo = [*await _check_running(app), *await count_all(app)]
    tell("check_todo" if todo else "check_nothing")
    for key in todo:
        tell("check_todo_line", what=say_here(key))


async def _check_channels() -> None:
    async with open_app(with_bots=True, needs_embedder=False) as app:
        is_well = await ask_all(app)
    if not is_well:
        raise typer.Exit(1)


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
