"""What an idle process asks of the outbox several times a second: built once, with parameters."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal, or_, select, union_all, update

from storage.columns import UtcDateTime
from storage.models import OutboxRow
from storage.queue import has_come


@cache
def build_expiry() -> Any:
    """Build what ends the replies that are of no use any more at `expired_at`."""
    now: Any = bindparam("expired_at", type_=UtcDateTime)
    is_held = OutboxRow.token.is_not(None) & (OutboxRow.lease_until > now)
    return (
        update(OutboxRow)
        .where(OutboxRow.finished_at.is_(None), OutboxRow.useful_until <= now, ~is_held)
        .values(state="stale", token=None, finished_at=now)
        .returning(OutboxRow.id)
        .execution_options(synchronize_session=False)
    )


@cache
def build_look(channels: tuple[str, ...]) -> Any:
    """Build what gives those of the channels where a reply may be ready at `looked_at`.

    Nothing is locked for it, and each channel's search ends at its first such row.
    """
    now: Any = bindparam("looked_at", type_=UtcDateTime)
    is_free = or_(OutboxRow.state == "new", OutboxRow.lease_until <= now)
    ready = (OutboxRow.finished_at.is_(None), has_come(OutboxRow, now), is_free)
    each = [
        select(literal(name)).where(
            select(OutboxRow.id).where(OutboxRow.channel == name, *ready).exists()
        )
        for name in channels
    ]
    return union_all(*each)


def want_kind() -> tuple[ColumnElement[bool], ...]:
    """Want the replies of `wanted_kind` for `channels`."""
    channels: Any = bindparam("channels", expanding=True)
    return OutboxRow.channel.in_(channels), OutboxRow.kind == bindparam("wanted_kind")


def want_kind_for_user() -> tuple[ColumnElement[bool], ...]:
    """Want those of `wanted_user` alone."""
    return *want_kind(), OutboxRow.user == bindparam("wanted_user")
