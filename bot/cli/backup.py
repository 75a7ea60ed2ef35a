"""`motcua backup`: everything an installation remembers, in one encrypted file."""

from bot.cli.frame import command, read_settings


@command
async def backup() -> None:
    """Write a backup while the program runs.

    Example: motcua backup motcua.backup
    """
    read_settings()
