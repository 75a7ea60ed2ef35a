"""`motcua run`: the whole program in one process."""

import logging
from typing import Annotated

import typer
from fastapi import FastAPI

from bot.addresses import list_bases
from bot.app import App
from bot.channels.web import WebChannel
from bot.cli.frame import command, open_app, read_settings, tell
from bot.sample import invite_newcomers, load_sample
from bot.service import Role, Service
from bot.settings import Settings
from handlers.login.links import make_link, write_login


@command
async def run(
    sample: Annotated[
        bool, typer.Option("--sample", help="Load the sample plan, if that was never done.")
    ] = False,
    role: Annotated[
        Role, typer.Option(help="What this process does: all, or one of two that share the work.")
    ] = Role.ALL,
) -> None:
    """Run everything: channels, web pages, worker, delivery and schedule; SIGTERM ends it cleanly.

    Example: motcua run --sample
    """
    settings = read_settings()
    _log_as_set(settings)
    web = WebChannel()
    async with open_app(settings, channels={web.name: web}, with_bots=True) as app:
        if sample:
            await _load_sample(app)
        site = None if role is Role.WORKER else _build_site(app, web)
        await Service(app, site=site, role=role).run(on_started=lambda: _greet(app, role))
    tell("run_stopped")


def _build_site(app: App, web: WebChannel) -> FastAPI:
    from bot.web.site import build_site  # NiceGUI takes seconds; other commands do without

    return build_site(app, web)


def _log_as_set(settings: Settings) -> None:
    logging.getLogger().setLevel(settings.log_level)
    for noisy in ("aiosqlite", "alembic", "apscheduler", "httpcore", "httpx", "uvicorn.error"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


async def _load_sample(app: App) -> None:
    reports = await load_sample(app)
    if not reports:
        return
    place = reports[0].plan.locality or ""
    tell("report_sample", place=place, plan=" ".join(str(each.plan_id) for each in reports))
    officer, clerk, leader = await invite_newcomers(app, place)
    tell("sample_invitations", officer=officer, clerk=clerk, leader=leader)


async def _greet(app: App, role: Role) -> None:
    if role is Role.WORKER:
        tell("run_started_worker")
        return
    async with app.database.write() as work:
        secret = await make_link(work, None, now=app.clock.now())
    here, *others = list_bases(app.settings)
    for base in (here, *others):
        tell("run_started", url=f"{base}/")
    tell("run_operator_link", url=write_login(here, secret))
    for base in others:
        tell("run_other_link", url=write_login(base, secret))
