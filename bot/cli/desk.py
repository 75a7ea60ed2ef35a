"""`motcua desk`: links to the desk, and the browsers that are let in."""

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.addresses import find_base
from bot.cli.frame import command, open_app, say_here, tell, today
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.login.links import OPERATOR_VALID_FOR, VALID_FOR, make_link, write_login
from handlers.login.sessions import OFFICER, end_session, shorten
from handlers.people.leaving import get_person
from handlers.texts.forms import write_time
from storage.values import Role, Session

desk = typer.Typer(help="The office's desk: links, sessions.", no_args_is_help=True)


@desk.command("link")
@command
async def link(
    person: Annotated[
        int | None,
        typer.Option(help="An officer's number in `motcua person list`; none: the operator."),
    ] = None,
) -> None:
    """Print a one-time link to the desk.

    Example: motcua desk link --person 3
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        now, base = app.clock.now(), find_base(app.settings)
        officer = await get_person(work, person, on=today(app)) if person is not None else None
        url = write_login(base, await make_link(work, officer, now=now))
    language = terminal_language()
    if officer:
        tell("desk_link_person", name=officer.name, url=url,
             until=write_time(now + VALID_FOR, language))  # fmt: skip
    else:
        tell("desk_link_operator", url=url, until=write_time(now + OPERATOR_VALID_FOR, language))


@desk.command("sessions")
@command
async def list_sessions() -> None:
    """List the browsers that are let in, newest first.

    Example: motcua desk sessions
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        sessions = await work.logins.list_sessions(
            (OFFICER, Role.OPERATOR.value), now=app.clock.now()
        )
        names = {each.id: each.name for each in await work.people.list_all(on=today(app))}
    if not sessions:
        tell("desk_sessions_none")
    for each in sessions:
        tell("desk_session_line", **_word(each, names))


def _word(session: Session, names: dict[int, str]) -> dict[str, str]:
    language = terminal_language()
    return {
        "which": shorten(session.digest),
        "name": names.get(session.person_id or 0) or say_here("desk_operator"),
        "browser": session.browser or say_here("desk_browser_unknown"),
        "since": write_time(session.created_at, language),
        "until": write_time(session.expires_at, language),
    }


@desk.command("close")
@command
async def close(
    which: Annotated[
        list[str] | None, typer.Argument(help="Sessions, as `motcua desk sessions` names them.")
    ] = None,
    close_all: Annotated[bool, typer.Option("--all", help="All sessions at the desk.")] = False,
) -> None:
    """End sessions: their pages are led to the login at once.

    Example: motcua desk close 3f2a91bc
    """
    if not which and not close_all:
        raise HandlerError("session_not_named")
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        sessions = await work.logins.list_sessions(
            (OFFICER, Role.OPERATOR.value), now=app.clock.now()
        )
        chosen = sessions if close_all else [_find(name, sessions) for name in which or ()]
        for each in chosen:
            await end_session(work, each, by=None, now=app.clock.now())
    tell("desk_sessions_closed", count=len(chosen))


def _find(name: str, sessions: Sequence[Session]) -> Session:
    found = [each for each in sessions if shorten(each.digest) == name.lower()]
    if len(found) != 1:
        raise HandlerError("session_unknown")
    return found[0]
