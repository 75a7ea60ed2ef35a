"""The inbox, the outbox and dialogues."""

import datetime as dt

from sqlalchemy import (
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, Json, UtcDateTime
from storage.models.base import Base


class QueueColumns:
    """A durable queue's columns: a claim is a token with a lease, and ends done or parked."""

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    body_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12), default="new")
    token: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    error: Mapped[str | None] = mapped_column(String(100))
    finished_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    kind: Mapped[str] = mapped_column(String(12))
    not_before: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


_UNFINISHED = "finished_at IS NULL"
_HELD = "token IS NOT NULL"


def _index_where(which: str, name: str, *columns: str) -> Index:
    """Index the few rows that wait or are held, beside the many kept for 30 days."""
    return Index(name, *columns, sqlite_where=text(which), postgresql_where=text(which))


class InboxRow(QueueColumns, Base):
    """A message received: stored before it is acknowledged, worked on later, once."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "message_id"),
        Index(None, "state", "id"),
        Index(None, "channel", "user", "id"),
        _index_where(_UNFINISHED, "ix_inbox_order", "id"),
        _index_where(_UNFINISHED, "ix_inbox_lane", "channel", "user", "kind", "id"),
        _index_where(_HELD, "ix_inbox_held", "lease_until"),
    )
    message_id: Mapped[str] = mapped_column(String(128))


class OutboxRow(QueueColumns, Base):
    """A reply to deliver."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "channel", "user", "id"),
        _index_where(_UNFINISHED, "ix_outbox_order", "channel", "kind", "id"),
        _index_where(_UNFINISHED, "ix_outbox_lane", "channel", "user", "kind", "id"),
        _index_where(_UNFINISHED, "ix_outbox_use", "useful_until"),
        _index_where(_HELD, "ix_outbox_held", "lease_until"),
        _index_where("asked_at IS NOT NULL", "ix_outbox_asked", "asked_at"),
    )
    subject: Mapped[str | None] = mapped_column(String(40))
    useful_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    tried: Mapped[list[str] | None] = mapped_column(Json)  # "channel user" of earlier addresses
    asked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)  # when what it answers came
    took_ms: Mapped[int | None] = mapped_column(Integer)  # from then until it was delivered


class DialogueRow(Base):
    """What a conversation must remember, one of each kind an address."""

    __tablename__ = "dialogues"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    user: Mapped[str] = mapped_column(String(128), primary_key=True)
    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    state_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
