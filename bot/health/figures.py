"""A look as figures: by name, then by labels; what is not known is left out."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.app import App
from bot.health.checks import is_ready, list_checks
from bot.health.looking import Found, Look
from bot.metrics import Figures, Labels
from handlers.service.promise import Served
from storage.values import find_kind
from storage.values.service import QueueState

_STATES = ("waiting", "parked", "unreachable", "stale")


def list_figures(app: App, look: Look) -> Figures:
    """List the figures of a look."""
    kept = app.library.kept
    figures: dict[str, Mapping[Labels, float]] = {
        "motcua_ready": {(): is_ready(list_checks(app, look))},
        "motcua_database_up": {(): look.found is not None},
        "motcua_embedder_ok": {(): app.metrics.is_embedding},
        "motcua_scopes_in_memory": {(): kept.scopes},
        "motcua_passages_in_memory": {(): kept.passages},
    }
    if look.free is not None:
        figures["motcua_disk_free_bytes"] = {(): look.free}
    if look.found:
        kinds = sorted({find_kind(name) for name in app.courier.channels})
        figures |= _list_queues(look.found, kinds, look.at)
        figures |= _list_bots(look, look.found)
        figures |= _list_rest(look, look.found)
    return figures


def _list_queues(
    found: Found, kinds: Iterable[str], now: dt.datetime
) -> dict[str, Mapping[Labels, float]]:
    queues = {"inbox": found.standing.inbox, "outbox": found.standing.outbox}
    figures: dict[str, Mapping[Labels, float]] = {}
    for name, queue in queues.items():
        figures[f"motcua_{name}_oldest_seconds"] = _list_ages(queue, kinds, now)
        figures[f"motcua_{name}_rows"] = _count_rows(queue, kinds)
    return figures


def _list_ages(queue: QueueState, kinds: Iterable[str], now: dt.datetime) -> Mapping[Labels, float]:
    ages: dict[Labels, float] = {(kind,): 0.0 for kind in kinds}
    for channel, since in queue.oldest.items():
        kind = (find_kind(channel),)
        ages[kind] = max(ages.get(kind, 0.0), (now - since).total_seconds())
    return ages


def _count_rows(queue: QueueState, kinds: Iterable[str]) -> Mapping[Labels, float]:
    counts: Counter[Labels] = Counter({(kind, state): 0 for kind in kinds for state in _STATES})
    for (channel, state), count in queue.counts.items():
        counts[find_kind(channel), state] += count
    return {labels: float(count) for labels, count in counts.items()}


def _list_bots(look: Look, found: Found) -> dict[str, Mapping[Labels, float]]:
    stale: Counter[Labels] = Counter({(find_kind(name),): 0 for name in look.pollers})
    for name in look.pollers:
        until = look.leases.get(name)
        stale[find_kind(name),] += until is None or until <= look.at
    ages: dict[Labels, float] = {}
    failed: dict[Labels, float] = {}
    for channel, token in found.standing.tokens.items():
        kind, age = (find_kind(channel),), (look.at - token.changed_at).total_seconds()
        ages[kind] = max(ages.get(kind, 0.0), age)
        failed[kind] = max(failed.get(kind, 0.0), float(token.failed_at is not None))
    return {
        "motcua_pollers_stale": {labels: float(count) for labels, count in stale.items()},
        "motcua_token_age_seconds": ages,
        "motcua_token_failed": failed,
    }


def _list_rest(look: Look, found: Found) -> dict[str, Mapping[Labels, float]]:
    standing, terms = found.standing, found.standing.terms
    figures: dict[str, Mapping[Labels, float]] = {
        "motcua_migrations_current": {(): standing.revision == look.head},
        "motcua_cases": {(state,): count for state, count in standing.cases.items()},
        "motcua_case_terms": {
            ("open",): terms.open, ("near",): terms.near, ("overdue",): terms.overdue
        },
        "motcua_index_revisions": {(): standing.index_revisions},
        "motcua_mornings_missing": {(): found.mornings_missing},
    }  # fmt: skip
    if found.ahead is not None:
        figures["motcua_clock_ahead_seconds"] = {(): found.ahead.total_seconds()}
    if standing.backup_taken_at:
        age = look.at - standing.backup_taken_at
        figures["motcua_backup_age_seconds"] = {(): age.total_seconds()}
    return figures | _list_promise({"today": found.today, "yesterday": found.yesterday})


def _list_promise(days: Mapping[str, Served]) -> dict[str, Mapping[Labels, float]]:
    return {
        "motcua_promise_ratio": {
            (name,): served.share for name, served in days.items() if served.share is not None
        },
        "motcua_promise_replies": {(name,): served.replies for name, served in days.items()},
        "motcua_promise_lost": {(name,): served.lost for name, served in days.items()},
    }
