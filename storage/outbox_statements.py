"""What an idle process asks of the outbox several times a second: built once, with parameters."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, update

from storage.columns import UtcDateTime
from storage.models import OutboxRow


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


def want_kind() -> tuple[ColumnElement[bool], ...]:
    """Want the replies of `wanted_kind` for `channels`."""
    channels: Any = bindparam("channels", expanding=True)
    return OutboxRow.channel.in_(channels), OutboxRow.kind == bindparam("wanted_kind")


def want_kind_for_user() -> tuple[ColumnElement[bool], ...]:
    """Want those of `wanted_user` alone."""
    return *want_kind(), OutboxRow.user == bindparam("wanted_user")
