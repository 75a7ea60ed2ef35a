"""`motcua copy`: an installation into another database."""

from typing import Annotated

import typer

from bot.cli.frame import command, read_settings, tell
from storage.archive.copying import copy_database
from storage.archive.engines import name_database


@command
async def copy(
    to: Annotated[
        str,
        typer.Option(
            "--to",
            envvar="MOTCUA_COPY_TO",
            show_envvar=True,
            help="postgresql://… or sqlite:///…, empty so far; in the environment nobody sees it.",
        ),
    ],
) -> None:
    """Copy everything into another database, and compare; the program must be stopped.

    Example: motcua copy --to postgresql://motcua@127.0.0.1/motcua
    """
    settings = read_settings()
    name = name_database(to)
    tell("copy_begins", source=name_database(settings.url), target=name)
    rows = copy_database(settings.url, to)
    tell("copy_done", rows=sum(rows.values()), tables=len(rows), cases=rows.get("cases", 0))
    tell("copy_next", target=name, folder=settings.files_folder.resolve())
