"""`motcua outbox`: what could not be delivered."""

import typer

from bot.cli.frame import command, open_app, tell

outbox = typer.Typer(help="Replies to deliver.", no_args_is_help=True)


@outbox.command("show")
@command
async def show() -> None:
    """Count the replies by state.

    Example: motcua outbox show
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        states = ("new", "claimed", "parked", "unreachable")
        counts = [await work.outbox.count(state) for state in states]
    names = ("waiting", "claimed", "parked", "unreachable")
    tell("outbox_state", **dict(zip(names, counts, strict=True)))


@outbox.command("retry")
@command
async def retry() -> None:
    """Send parked replies and work on parked messages again.

    Example: motcua outbox retry
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        count = await work.outbox.retry_parked() + await work.inbox.retry_parked()
    tell("outbox_retried", count=count)
