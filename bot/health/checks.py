"""What must be well for the program to be called ready; nothing here names anybody."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from bot.app import App
from bot.health.looking import Found, Look
from storage.values import find_kind

OLDEST_INBOX = dt.timedelta(seconds=60)
OLDEST_OUTBOX = dt.timedelta(minutes=5)
CLOCKS_APART = dt.timedelta(seconds=10)  # a third of a lease: more, and two hold the same one
TOKEN_AGE = dt.timedelta(hours=26)  # it lives 25 hours, and is looked at every day
MEGABYTE = 1_000_000  # as the settings count


@dataclass(frozen=True, slots=True)
class Check:
    """A check with the figure that was looked at; what does not `matter` is only told."""

    name: str
    ok: bool
    figure: float | str | None = None
    matters: bool = True


def list_checks(app: App, look: Look) -> list[Check]:
    """List the checks of a look."""
    checks = [Check("database", look.found is not None), _check_disk(app, look)]
    if look.found:
        checks += [
            _check_migrations(look, look.found),
            *_check_queues(look.found, look.at),
            *_check_pollers(look),
            *_check_tokens(look.found, look.at),
            *_check_clock(look.found),
        ]
    wants_none = app.settings.embedding_model == "none"
    checks.append(Check("embedder", app.metrics.is_embedding or wants_none, matters=False))
    return checks


def is_ready(checks: list[Check]) -> bool:
    """Tell whether all that matters is well."""
    return all(each.ok for each in checks if each.matters)


def _check_disk(app: App, look: Look) -> Check:
    if look.free is None:
        return Check("disk_free_mb", ok=False)
    free = look.free // MEGABYTE
    return Check("disk_free_mb", free >= app.settings.disk_min_mb, free)


def _check_migrations(look: Look, found: Found) -> Check:
    revision = found.standing.revision
    return Check("migrations", revision == look.head, revision)


def _check_queues(found: Found, now: dt.datetime) -> Iterator[Check]:
    inbox, outbox = found.standing.inbox, found.standing.outbox
    for name, queue, limit in (("inbox", inbox, OLDEST_INBOX), ("outbox", outbox, OLDEST_OUTBOX)):
        age = now - (queue.oldest_of_all or now)
        yield Check(f"{name}_oldest_seconds", age <= limit, round(age.total_seconds(), 1))
    parked = inbox.count("parked") + outbox.count("parked")
    yield Check("parked", not parked, parked, matters=False)


def _check_pollers(look: Look) -> Iterator[Check]:
    for name in look.pollers:
        until = look.leases.get(name)
        left = round((until - look.at).total_seconds(), 1) if until else None
        yield Check(f"poller_{find_kind(name)}", left is not None and left > 0, left)


def _check_tokens(found: Found, now: dt.datetime) -> Iterator[Check]:
    for channel, token in found.standing.tokens.items():
        age = (now - token.changed_at).total_seconds()
        is_well = token.failed_at is None and age <= TOKEN_AGE.total_seconds()
        yield Check(f"token_{find_kind(channel)}", is_well, round(age))


def _check_clock(found: Found) -> Iterator[Check]:
    if found.ahead is not None:
        ahead = found.ahead
        yield Check("clock_ahead_seconds", abs(ahead) <= CLOCKS_APART, ahead.total_seconds())
