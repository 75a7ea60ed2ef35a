"""Feedback (PAKN)."""

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
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, Json, UtcDateTime
from storage.models.base import Base, cascade


def _index_over(name: str, which: str) -> Index:
    """Index when cases were over: those that hold personal data, and those that hold none."""
    where = text(which)
    return Index(name, "answered_at", "ended_at", sqlite_where=where, postgresql_where=where)


class CaseRow(Base):
    """A PAKN; `version` rises with every change."""

    __tablename__ = "cases"
    __table_args__ = (
        Index(None, "sender_channel", "sender_user"),
        Index(None, "locality_id", "state", "due_on"),
        _index_over("ix_cases_whole", "erased_at IS NULL"),
        _index_over("ix_cases_anonymous", "erased_at IS NOT NULL"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    locality_id: Mapped[int] = mapped_column(ForeignKey("localities.id"))
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(16))
    version: Mapped[int] = mapped_column(Integer, default=1)
    sender_channel: Mapped[str] = mapped_column(String(20))
    sender_user: Mapped[str] = mapped_column(String(128))
    language: Mapped[str] = mapped_column(String(2))
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    where_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    contact_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_digest: Mapped[str | None] = mapped_column(String(64), index=True)
    hides_name: Mapped[bool] = mapped_column(Boolean, default=False)
    may_publish_name: Mapped[bool] = mapped_column(Boolean, default=False)
    may_use_template: Mapped[bool] = mapped_column(Boolean, default=False)
    complained_office_id: Mapped[int | None] = mapped_column(
        ForeignKey("offices.id", ondelete="SET NULL")
    )
    complained_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    office_id: Mapped[int | None] = mapped_column(
        ForeignKey("offices.id", ondelete="SET NULL"), index=True
    )
    send_ons: Mapped[int] = mapped_column(Integer, default=0)
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    answer_number: Mapped[str | None] = mapped_column(String(60))
    answer_day: Mapped[dt.date | None] = mapped_column(Date)
    answer_signer: Mapped[str | None] = mapped_column(String(200))
    recipient: Mapped[str | None] = mapped_column(String(300))
    solved: Mapped[str | None] = mapped_column(String(8))
    was_reopened: Mapped[bool] = mapped_column(Boolean, default=False)
    received_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, index=True)
    accepted_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    due_on: Mapped[dt.date | None] = mapped_column(Date)
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("cases.id", ondelete="SET NULL"), index=True
    )
    public_content: Mapped[str | None] = mapped_column(Text)
    public_answer: Mapped[str | None] = mapped_column(Text)
    public_sender: Mapped[str | None] = mapped_column(String(200))
    published_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    portal_code: Mapped[str | None] = mapped_column(String(60))
    incoming_number: Mapped[str | None] = mapped_column(String(60))
    outgoing_number: Mapped[str | None] = mapped_column(String(60))
    embedder: Mapped[str | None] = mapped_column(String(120))
    vector_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    erased_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class CaseEventRow(Base):
    """A line of a case's history; never changed."""

    __tablename__ = "case_events"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(cascade("cases.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    action: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(12))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    facts: Mapped[dict[str, str] | None] = mapped_column(Json)


class CaseTermRow(Base):
    """A term of a case; a case has one at most that has not ended."""

    __tablename__ = "case_terms"
    __table_args__ = (
        Index(
            None,
            "case_id",
            unique=True,
            sqlite_where=text("ended_on IS NULL"),
            postgresql_where=text("ended_on IS NULL"),
        ),
        Index(None, "ended_on", "due_on"),
        Index("ix_case_terms_case", "case_id"),  # of all terms: a case that goes takes them along
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(cascade("cases.id"))
    kind: Mapped[str] = mapped_column(String(12))
    started_on: Mapped[dt.date] = mapped_column(Date)
    due_on: Mapped[dt.date] = mapped_column(Date)
    paused_on: Mapped[dt.date | None] = mapped_column(Date)
    ended_on: Mapped[dt.date | None] = mapped_column(Date)


class CaseWarningRow(Base):
    """A warning about a term that a person was given: the key makes a second one impossible."""

    __tablename__ = "case_warnings"
    term_id: Mapped[int] = mapped_column(cascade("case_terms.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), primary_key=True)
    step: Mapped[str] = mapped_column(String(12), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class CaseNoticeRow(Base):
    """Something a sender is to know; told is a fact of its own."""

    __tablename__ = "case_notices"
    __table_args__ = (Index(None, "told_at", "failed_at"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    case_id: Mapped[int] = mapped_column(cascade("cases.id"), index=True)
    notice: Mapped[str] = mapped_column(String(12))
    text_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    told_by: Mapped[str | None] = mapped_column(String(12))
    told_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    failed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)


class FileRow(Base):
    """A photo or document that came with a message; the bytes are in a file of a random name."""

    __tablename__ = "files"
    __table_args__ = (Index(None, "channel", "user"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    case_id: Mapped[int | None] = mapped_column(cascade("cases.id"), index=True)
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(Integer)
    label_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class DataRequestRow(Base):
    """A request about a person's own data."""

    __tablename__ = "data_requests"
    __table_args__ = (Index(None, "channel", "user"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    kind: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    answer_by: Mapped[dt.date] = mapped_column(Date)
    due_on: Mapped[dt.date] = mapped_column(Date)
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class ConsentRow(Base):
    """A consent, with its wording; withdrawn, never changed."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "channel", "user"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    case_id: Mapped[int | None] = mapped_column(cascade("cases.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    wording: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    given_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class CaseTermRuleRow(Base):
    """How long an office has for a kind of case, as it has entered it, with its basis."""

    __tablename__ = "case_term_rules"
    __table_args__ = (UniqueConstraint("locality_id", "kind", "term"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    kind: Mapped[str] = mapped_column(String(20))
    term: Mapped[str] = mapped_column(String(12))
    working_days: Mapped[int] = mapped_column(Integer)
    basis: Mapped[str] = mapped_column(Text)
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    written_by: Mapped[str] = mapped_column(String(60))
