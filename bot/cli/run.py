"""`motcua run`: the whole program in one process."""

import logging
import sys
from typing import Annotated

import typer
from fastapi import FastAPI

from bot.addresses import list_bases
from bot.app import App
from bot.channels.web import WebChannel
from bot.cli.frame import command, open_app, read_settings, tell
from bot.failures import log_failure
from bot.logs.keeping import keep_log
from bot.sample import invite_newcomers, load_sample
from bot.service import Role, Service
from bot.settings import Settings
from bot.tuning import keep_pauses_short
from handlers.errors import HandlerError
from handlers.login.links import make_link, write_login
from knowledge.errors import KnowledgeError
from storage.errors import StorageError

log = logging.getLogger(__name__)


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
    with keep_log(settings, role=role):
        try:
            await _run(settings, role, with_sample=sample)
        except (KnowledgeError, StorageError, HandlerError):
            raise
        except Exception as error:  # noqa: BLE001  its words must not be printed
            log_failure(log, error, "the program failed")
            raise typer.Exit(1) from None
    tell("run_stopped")


async def _run(settings: Settings, role: Role, *, with_sample: bool) -> None:
    web = WebChannel()
    async with open_app(settings, channels={web.name: web}, with_bots=True, upgrades=True) as app:
        if with_sample:
            await _load_sample(app)
        site = None if role is Role.WORKER else _build_site(app, web)
        is_watched = with_sample or sys.stdout.isatty()
        with keep_pauses_short():
            await Service(app, site=site, role=role).run(
                on_started=lambda: _greet(app, role, is_watched=is_watched)
            )


def _build_site(app: App, web: WebChannel) -> FastAPI:
    from bot.web.site import build_site  # NiceGUI takes seconds; other commands do without

    return build_site(app, web)


async def _load_sample(app: App) -> None:
    reports = await load_sample(app)
    if not reports:
        return
    place = reports[0].plan.locality or ""
    tell("report_sample", place=place, plan=" ".join(str(each.plan_id) for each in reports))
    officer, clerk, leader = await invite_newcomers(app, place)
    tell("sample_invitations", officer=officer, clerk=clerk, leader=leader)


async def _greet(app: App, role: Role, *, is_watched: bool) -> None:
    if role is Role.WORKER:
        tell("run_started_worker")
        return
    here, *others = list_bases(app.settings)
    for base in (here, *others):
        tell("run_started", url=f"{base}/")
    if not is_watched:  # the link would stand in a journal for as long as it opens the desk
        tell("run_operator_hint")
        return
    async with app.database.write() as work:
        secret = await make_link(work, None, now=app.clock.now())
    tell("run_operator_link", url=write_login(here, secret))
    for base in others:
        tell("run_other_link", url=write_login(base, secret))
