"""`motcua outbox`: what waits to be sent, and what could not be delivered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, open_app, say_here, tell
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.texts.forms import write_time
from storage.deliveries import GivenUp
from storage.values import OutboxKind

outbox = typer.Typer(help="Replies to deliver.")
STATES = ("new", "claimed", "delivered", "stale", "unreachable", "parked")
MOST_LISTED = 20


@outbox.callback(invoke_without_command=True)
def _show_by_default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        show()


@outbox.command("show")
@command
async def show() -> None:
    """Count the messages by state and kind, and list those given up; no text is shown.

    Example: motcua outbox show
    """
    async with open_app(needs_embedder=False) as app:
        now = app.clock.now()
        async with app.database.read() as work:
            counts = await work.deliveries.count()
            oldest = await work.deliveries.find_oldest(now=now)
            errors = await work.deliveries.count_errors()
            given_up = await work.deliveries.list_given_up(limit=MOST_LISTED)
    _tell_counts(counts, days=app.settings.ages.bodies)
    if oldest:
        tell("outbox_oldest", since=write_time(oldest, terminal_language()))
    if errors:
        named = [say_here("outbox_error", error=e, count=n) for e, n in errors.items()]
        tell("outbox_errors", errors=", ".join(named))
    _tell_given_up(given_up, counts)


def _tell_counts(counts: Mapping[tuple[str, str], int], *, days: int) -> None:
    if not counts:
        tell("outbox_nothing", days=days)
    for state in STATES:
        by_kind = {kind: counts.get((state, kind.value), 0) for kind in OutboxKind}
        kinds = [
            say_here("outbox_kind", count=count, kind=_name_kind(kind))
            for kind, count in by_kind.items()
            if count
        ]
        if kinds:
            count = sum(by_kind.values())
            tell("outbox_line", state=_name_state(state), count=count, kinds=", ".join(kinds))


def _tell_given_up(listed: Sequence[GivenUp], counts: Mapping[tuple[str, str], int]) -> None:
    if not listed:
        return
    for row in listed:
        tell(
            "outbox_given_up",
            number=row.id,
            state=_name_state(row.state),
            kind=_name_kind(row.kind),
            channel=row.channel,
            made=write_time(row.made_at, terminal_language()),
            error=row.error or "-",
        )
    by_state: Counter[str] = Counter()
    for (state, _), count in counts.items():
        by_state[state] += count
    if more := by_state["parked"] + by_state["unreachable"] - len(listed):
        tell("outbox_more", count=more)
    tell("outbox_todo")


def _name_state(state: str) -> str:
    return say_here(f"outbox_state_{state}")


def _name_kind(kind: str) -> str:
    return say_here(f"outbox_kind_{kind}")


@outbox.command("retry")
@command
async def retry(
    number: Annotated[
        int | None, typer.Option("--id", help="Only this one, as `show` numbers it.")
    ] = None,
) -> None:
    """Send parked replies and work on parked messages again.

    Example: motcua outbox retry --id 12
    """
    async with open_app(needs_embedder=False) as app:
        await (_retry_all(app) if number is None else _retry_one(app, number))


async def _retry_all(app: App) -> None:
    async with app.database.write() as work:
        count = await work.outbox.retry_parked(now=app.clock.now())
        messages = await work.inbox.retry_parked()
        left = await work.outbox.count("parked")
    tell("outbox_retried", count=count, messages=messages)
    if left:
        tell("outbox_left", count=left)


async def _retry_one(app: App, number: int) -> None:
    async with app.database.write() as work:
        if not await work.outbox.retry(number, now=app.clock.now()):
            raise HandlerError("outbox_unknown", number=number)
    tell("outbox_retried_one", number=number)
