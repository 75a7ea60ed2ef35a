"""The office's own answers and rules, and conversations handed over."""

import datetime as dt

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, Embedding, UtcDateTime
from storage.models.base import Base, cascade


class FaqRow(Base):
    """An answer that the office has written itself, found by its question."""

    __tablename__ = "faq"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    is_public: Mapped[bool] = mapped_column(Boolean, default=True)
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    written_by: Mapped[str] = mapped_column(String(60))
    embedder: Mapped[str | None] = mapped_column(String(120))
    vector: Mapped[bytes | None] = mapped_column(Embedding)


class UnansweredRow(Base):
    """A question that was not answered, or whose answer did not help; without personal data."""

    __tablename__ = "unanswered"
    __table_args__ = (Index(None, "locality_id", "state"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int | None] = mapped_column(cascade("localities.id"))
    question_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    reason: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12), default="open")
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    faq_id: Mapped[int | None] = mapped_column(ForeignKey("faq.id", ondelete="SET NULL"))


class RatingRow(Base):
    """How many answers of a day helped, and how many did not."""

    __tablename__ = "ratings"
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    good: Mapped[int] = mapped_column(Integer, default=0)
    bad: Mapped[int] = mapped_column(Integer, default=0)


class ReportingRuleRow(Base):
    """By which day of which month an office sends its periodic reports, as it has entered."""

    __tablename__ = "reporting_rules"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    period: Mapped[str] = mapped_column(String(12))
    day: Mapped[int] = mapped_column(Integer)
    months_after: Mapped[int] = mapped_column(Integer, default=0)
    basis: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[dt.date | None] = mapped_column(Date)
    valid_to: Mapped[dt.date | None] = mapped_column(Date)
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    written_by: Mapped[str] = mapped_column(String(60))


class HandoverRow(Base):
    """A conversation that an official has been asked into; an address has one open at most."""

    __tablename__ = "handovers"
    __table_args__ = (
        Index(
            None,
            "channel",
            "user",
            unique=True,
            sqlite_where=text("state <> 'closed'"),
            postgresql_where=text("state <> 'closed'"),
        ),
        Index(None, "locality_id", "state"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    language: Mapped[str] = mapped_column(String(2))
    state: Mapped[str] = mapped_column(String(12))
    question_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    opened_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    waiting_since: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class HandoverLineRow(Base):
    """What one side said in a conversation that an official was asked into."""

    __tablename__ = "handover_lines"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    handover_id: Mapped[int] = mapped_column(cascade("handovers.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    is_citizen: Mapped[bool] = mapped_column(Boolean)
    text_sealed: Mapped[bytes] = mapped_column(LargeBinary)
