"""`motcua restore`: a backup into an empty place."""

from bot.cli.frame import command, read_settings


@command
async def restore() -> None:
    """Put a backup into an empty place.

    Example: motcua restore motcua.backup
    """
    read_settings()
