"""`motcua copy`: an installation into another database."""

from bot.cli.frame import command, read_settings


@command
async def copy() -> None:
    """Copy everything into another database, empty so far.

    Example: motcua copy --to postgresql://…
    """
    read_settings()
