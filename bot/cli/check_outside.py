"""What `motcua check` finds by asking others: the certificate, and what the time is."""

import datetime as dt

from bot.cli.check_findings import Finding, Todo, show_moment
from bot.cli.frame import say_here
from bot.clock import Clock
from bot.clock_watch import list_sources, measure_off
from bot.errors import terminal_language
from bot.health.checks import CLOCKS_APART
from bot.probes import fetch_certificate
from bot.settings import Settings
from handlers.texts.forms import local_day, write_day

SOON = dt.timedelta(days=14)
OFF = dt.timedelta(seconds=60)


async def check_certificate(settings: Settings, *, now: dt.datetime) -> Finding | None:
    """Say until when the public address has a good certificate; None where it has none."""
    if not settings.public_url.startswith("https://"):
        return None
    certificate = await fetch_certificate(settings.public_url)
    if certificate is None:
        return Finding("certificate", "check_certificate_unreachable", {"url": settings.public_url})
    day = write_day(local_day(certificate.ends_at), terminal_language())
    facts = {"day": day, "ends_at": certificate.ends_at.isoformat(), "fault": certificate.fault}
    if certificate.fault:
        why = say_here(f"check_certificate_{certificate.fault}")
        todo = Todo("todo_certificate", {"url": settings.public_url, "why": why})
        return Finding("certificate", "check_certificate_bad", {**facts, "why": why}, (todo,))
    is_soon = certificate.ends_at - now < SOON
    todos = (Todo("todo_certificate_soon", {"day": day}),) if is_soon else ()
    return Finding("certificate", "check_certificate", facts, todos)


async def check_clock(
    settings: Settings, clock: Clock, *, ahead: dt.timedelta | None = None
) -> Finding:
    """Say how far this machine's clock is off; `ahead` is the database server's minus ours.

    Services that people write by come first; then the database's server; then the public address,
    which is often this machine itself.
    """
    source, limit, off = "services", OFF, await measure_off(list_sources(settings), clock)
    if ahead is not None and (off is None or (abs(off) <= OFF and abs(ahead) > CLOCKS_APART)):
        source, limit, off = "database", CLOCKS_APART, ahead
    if off is None and settings.public_url:
        source, off = "address", await measure_off([settings.public_url], clock)
    time = show_moment(clock.now())
    if off is None:
        return Finding("clock", "check_clock_unknown", {"time": time, "source": None, "off": None})
    seconds = round(off.total_seconds())
    facts = {"time": time, "off": seconds, "source": source}
    shown = {**facts, "where": say_here(f"check_clock_{source}"), "seconds": abs(seconds)}
    todos = (Todo("todo_clock", {"seconds": abs(seconds)}),) if abs(off) > limit else ()
    return Finding("clock", "check_clock", shown, todos)
