"""Feedback (PAKN)."""

import datetime as dt

from sqlalchemy import (
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, UtcDateTime
from storage.models.base import Base, cascade


class CaseRow(Base):
    """A PAKN; `version` rises with every change."""

    __tablename__ = "cases"
    __table_args__ = (Index(None, "sender_channel", "sender_user"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    locality_id: Mapped[int] = mapped_column(ForeignKey("localities.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(16), index=True)
    sender_channel: Mapped[str] = mapped_column(String(20))
    sender_user: Mapped[str] = mapped_column(String(128))
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    contact_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    accept_by: Mapped[dt.date] = mapped_column(Date)
    version: Mapped[int] = mapped_column(Integer, default=1)


class CaseEventRow(Base):
    """A line of a case's history; never changed."""

    __tablename__ = "case_events"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(cascade("cases.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    event: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(60))
