"""`motcua forget`: what has become old, and would go."""

from bot.cli.frame import command, read_settings


@command
async def forget() -> None:
    """List what would be forgotten today by its age; forget nothing.

    Example: motcua forget --dry-run
    """
    read_settings()
