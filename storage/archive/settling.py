"""What must not go on after a restoring as if no time had passed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, Table, Update, delete, func, select, update

from storage.archive.filling import Target

PARKED_AS = "restored"
_GONE = ("leases", "web_sessions", "login_links", "login_requests")
_QUEUES = ("inbox", "outbox")


@dataclass(frozen=True, slots=True)
class Settled:
    """Replies that wait, those of them that were parked, and Official Accounts with tokens."""

    waiting: int
    parked: int
    accounts: int


def settle(target: Target, *, parks: bool, now: dt.datetime) -> Settled:
    """End claims and leases of processes that are gone, and park replies if that is wished."""
    tables = {name: kept.table for name, kept in target.tables.items()}
    for name in _GONE:
        if name in tables:
            target.connection.execute(delete(tables[name]))
    for name in _QUEUES:
        _change(target, _release(tables[name]))
    waiting = _count(target, "outbox", tables["outbox"].c.finished_at.is_(None))
    parked = _change(target, _park(tables["outbox"], now)) if parks else 0
    accounts = _count(target, "token_pairs") if "token_pairs" in tables else 0
    return Settled(waiting, parked, accounts)


def _release(queue: Table) -> Update:
    """End the claims of a queue as if they had not been made."""
    columns = queue.c
    values: dict[str, Any] = {"state": "new", "token": None, "lease_until": None}
    return (
        update(queue)
        .where(columns.token.is_not(None), columns.finished_at.is_(None))
        .values(**values, attempts=func.abs(columns.attempts - 1))
    )


def _park(outbox: Table, now: dt.datetime) -> Update:
    values: dict[str, Any] = {"state": "parked", "finished_at": now, "error": PARKED_AS}
    waits = outbox.c.finished_at.is_(None)
    return update(outbox).where(waits).values(**values, token=None, lease_until=None)


def _change(target: Target, statement: Update) -> int:
    result: CursorResult[Any] = target.connection.execute(statement)
    return result.rowcount


def _count(target: Target, name: str, *which: Any) -> int:
    counted = select(func.count()).select_from(target.tables[name].table).where(*which)
    return target.connection.scalar(counted) or 0
