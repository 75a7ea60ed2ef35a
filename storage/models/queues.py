"""The inbox, the outbox and dialogues."""

import datetime as dt

from sqlalchemy import (
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, UtcDateTime
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


class InboxRow(QueueColumns, Base):
    """A message received: stored before it is acknowledged, worked on later, once."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "message_id"),
        Index(None, "state", "id"),
        Index(None, "channel", "user", "id"),
    )
    message_id: Mapped[str] = mapped_column(String(128))


class OutboxRow(QueueColumns, Base):
    """A reply to deliver."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "channel", "user", "id"),
    )
    subject: Mapped[str | None] = mapped_column(String(40))


class DialogueRow(Base):
    """What a conversation must remember, one of each kind an address."""

    __tablename__ = "dialogues"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    user: Mapped[str] = mapped_column(String(128), primary_key=True)
    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    state_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
