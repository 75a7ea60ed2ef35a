"""What every command shares: opening, closing, and failures as one sentence."""

import asyncio
import datetime as dt
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn, ParamSpec

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.app import App, build
from bot.channels.base import Bots, Channel
from bot.clock import SystemClock
from bot.embedders import load_embedder
from bot.errors import Failure, exit_code, explain, terminal_language
from bot.keys import ENV_FILE
from bot.opening import open_database
from bot.settings import Settings
from handlers.errors import HandlerError
from handlers.places import choose_place
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.errors import KnowledgeError
from storage.database import Database
from storage.errors import StorageError
from storage.values import Locality

P = ParamSpec("P")


def read_settings() -> Settings:
    """Read the settings, or stop with one sentence."""
    try:
        return Settings()
    except (OSError, UnicodeError) as error:
        reason = type(error).__name__
        fail(HandlerError("settings_invalid", name=str(ENV_FILE), reason=reason))
    except ValidationError as error:
        first = error.errors()[0]
        name = "MOTCUA_" + str(first["loc"][0] if first["loc"] else "").upper()
        fail(HandlerError("settings_invalid", name=name, reason=_say_why(first)))


def _say_why(error: ErrorDetails) -> str:
    """Say what is wrong with a number, the usual mistake; of others what the library says."""
    kind, facts = error["type"], error.get("ctx", {})
    if kind == "greater_than_equal":
        return say_here("setting_too_small", least=facts["ge"])
    if kind == "less_than_equal":
        return say_here("setting_too_large", most=facts["le"])
    return say_here("setting_no_number") if kind == "int_parsing" else error["msg"]


def fail(error: Failure, **facts: object) -> NoReturn:
    """Print a failure as one sentence and stop with its exit code."""
    typer.echo(explain(error, **facts), err=True)
    raise typer.Exit(exit_code(error))


def command(function: Callable[P, Coroutine[object, object, None]]) -> Callable[P, None]:
    """Run an asynchronous command; failures become one sentence, Ctrl-C ends quietly."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            asyncio.run(function(*args, **kwargs))
        except (KnowledgeError, StorageError, HandlerError) as error:
            fail(error)
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except BrokenPipeError:
            sys.stderr.close()
            raise typer.Exit(0) from None

    return run


@asynccontextmanager
async def open_app(
    settings: Settings | None = None,
    *,
    channels: dict[str, Channel] | None = None,
    with_bots: bool = False,
    needs_embedder: bool = True,
    upgrades: bool = False,
) -> AsyncIterator[App]:
    """Open the installation and build the program around it, with its bots where it is to run."""
    settings = settings or read_settings()
    opened = await open_database(settings, upgrades=upgrades)
    if opened.is_key_new:
        typer.echo(say_here("key_made", path=str(ENV_FILE)), err=True)
    embedder = (
        load_embedder(settings.embedding_model, device=settings.embedding_device)
        if needs_embedder
        else None
    )
    bots = await _build_bots(settings, opened.database) if with_bots else None
    named = {bot.name: bot for bot in bots.channels} if bots else {}
    app = build(
        settings,
        opened.database,
        channels={**(channels or {}), **named},
        hooks=bots.hooks if bots else (),
        embedder=embedder,
    )
    try:
        yield app
    finally:
        await app.close()


async def _build_bots(settings: Settings, database: Database) -> Bots:
    from bot.channels.building import build_bots  # the clients take a while to load

    return await build_bots(settings, database, SystemClock())


async def pick_place(app: App, name: str | None) -> Locality:
    """Give the place of a name, the only one without a name; raise `HandlerError`."""
    async with app.database.read() as work:
        return choose_place(name, await work.localities.list_all())


def find_version() -> str:
    """Find this program's version."""
    try:
        return version("motcua")
    except PackageNotFoundError:  # run from its source
        return "?"


def today(app: App) -> dt.date:
    """Give the day in Viet Nam."""
    return local_day(app.clock.now())


def say_here(key: str, **facts: object) -> str:
    """Say a sentence in the terminal's language."""
    return say(key, terminal_language(), **facts)


def tell(key: str, **facts: object) -> None:
    """Print a sentence in the terminal's language."""
    typer.echo(say_here(key, **facts))
