"""The tables. Message bodies, dialogues, cases and names are stored encrypted (`_sealed`)."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import BigId, Json, UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Name constraints the same on every database."""

    metadata = MetaData(naming_convention=NAMING)


def _cascade(column: str) -> ForeignKey:
    return ForeignKey(column, ondelete="CASCADE")


class LocalityRow(Base):
    """A place served."""

    __tablename__ = "localities"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    level: Mapped[str] = mapped_column(String(20))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("localities.id"))
    valid_from: Mapped[dt.date | None] = mapped_column(Date)
    valid_to: Mapped[dt.date | None] = mapped_column(Date)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("localities.id"))
    profile: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    index_revision: Mapped[int] = mapped_column(Integer, default=0)


class OfficeRow(Base):
    """An office of a place."""

    __tablename__ = "offices"
    __table_args__ = (UniqueConstraint("locality_id", "key"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"))
    key: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(300))


class PersonRow(Base):
    """An officer."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"), index=True)
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class HoldingRow(Base):
    """Who holds which office from when to when."""

    __tablename__ = "holdings"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(_cascade("people.id"), index=True)
    office_id: Mapped[int] = mapped_column(_cascade("offices.id"), index=True)
    from_day: Mapped[dt.date] = mapped_column(Date)
    to_day: Mapped[dt.date | None] = mapped_column(Date)


class AddressRow(Base):
    """Where an officer is reached."""

    __tablename__ = "addresses"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    user: Mapped[str] = mapped_column(String(128), primary_key=True)
    person_id: Mapped[int] = mapped_column(_cascade("people.id"), index=True)
    linked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class InvitationRow(Base):
    """A single-use invitation, known by its digest."""

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"))
    office_id: Mapped[int | None] = mapped_column(_cascade("offices.id"))
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(String(20))
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class PlanRow(Base):
    """A document as loaded; a place holds at most one draft and one confirmed copy of a file."""

    __tablename__ = "plans"
    __table_args__ = (
        Index(
            None,
            "locality_id",
            "digest",
            "state",
            unique=True,
            sqlite_where=text("state <> 'superseded'"),
            postgresql_where=text("state <> 'superseded'"),
        ),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"))
    digest: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(12))
    is_sample: Mapped[bool] = mapped_column(Boolean, default=False)
    is_public: Mapped[bool] = mapped_column(Boolean, default=False)
    added_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("plans.id", ondelete="SET NULL"))


class TaskRow(Base):
    """A task of a plan; `as_read` keeps what the file says where a clerk has corrected it."""

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    plan_id: Mapped[int] = mapped_column(_cascade("plans.id"))
    position: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    as_read: Mapped[dict[str, Any] | None] = mapped_column(Json)


class CorrectionRow(Base):
    """A clerk's change of one field; never changed itself."""

    __tablename__ = "corrections"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(_cascade("tasks.id"), index=True)
    field: Mapped[str] = mapped_column(String(20))
    old: Mapped[str] = mapped_column(Text)
    new: Mapped[str] = mapped_column(Text)
    actor: Mapped[str] = mapped_column(String(60))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ParagraphRow(Base):
    """A paragraph of a plan."""

    __tablename__ = "paragraphs"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    plan_id: Mapped[int] = mapped_column(_cascade("plans.id"))
    position: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(Json)


class PassageRow(Base):
    """What is searched; `embedder` names the model that made the vector."""

    __tablename__ = "passages"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    plan_id: Mapped[int] = mapped_column(_cascade("plans.id"), index=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    position: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text)
    embedder: Mapped[str | None] = mapped_column(String(120))
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)


class DueDayRow(Base):
    """A day by which an office must have done a task."""

    __tablename__ = "due_days"
    __table_args__ = (
        UniqueConstraint("task_id", "office_id", "last_day"),
        Index(None, "state", "last_day"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(_cascade("tasks.id"))
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"))
    label: Mapped[str] = mapped_column(String(100))
    last_day: Mapped[dt.date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(12))
    known_since: Mapped[dt.date] = mapped_column(Date)
    done_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    done_note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    cancelled_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    cancelled_for: Mapped[str | None] = mapped_column(String(12))


class NudgeRow(Base):
    """A step that was told to a person: the key makes a second telling impossible."""

    __tablename__ = "nudges"
    due_day_id: Mapped[int] = mapped_column(_cascade("due_days.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(_cascade("people.id"), primary_key=True)
    step: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


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
    case_id: Mapped[int] = mapped_column(_cascade("cases.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    event: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(60))


class FaqRow(Base):
    """An answer that the office has written itself, found by its question."""

    __tablename__ = "faq"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"), index=True)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    is_public: Mapped[bool] = mapped_column(Boolean, default=True)
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    written_by: Mapped[str] = mapped_column(String(60))
    embedder: Mapped[str | None] = mapped_column(String(120))
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)


class UnansweredRow(Base):
    """A question that was not answered, or whose answer did not help; without personal data."""

    __tablename__ = "unanswered"
    __table_args__ = (Index(None, "locality_id", "state"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int | None] = mapped_column(_cascade("localities.id"))
    question_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    reason: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12), default="open")
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    faq_id: Mapped[int | None] = mapped_column(ForeignKey("faq.id", ondelete="SET NULL"))


class RatingRow(Base):
    """How many answers of a day helped, and how many did not."""

    __tablename__ = "ratings"
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    good: Mapped[int] = mapped_column(Integer, default=0)
    bad: Mapped[int] = mapped_column(Integer, default=0)


class ReportingRuleRow(Base):
    """By which day of which month an office sends its periodic reports, as it has entered."""

    __tablename__ = "reporting_rules"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"), index=True)
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
    locality_id: Mapped[int] = mapped_column(_cascade("localities.id"))
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    language: Mapped[str] = mapped_column(String(2))
    state: Mapped[str] = mapped_column(String(12))
    question_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    opened_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ReminderRow(Base):
    """A task that a person asked to be reminded of, on one morning."""

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("channel", "user", "task_id", "last_day"),
        Index(None, "told_at", "remind_on"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    user: Mapped[str] = mapped_column(String(128))
    task_id: Mapped[int] = mapped_column(_cascade("tasks.id"))
    last_day: Mapped[dt.date] = mapped_column(Date)
    remind_on: Mapped[dt.date] = mapped_column(Date)
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class WebSessionRow(Base):
    """A browser's session, known by its digest."""

    __tablename__ = "web_sessions"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class LoginLinkRow(Base):
    """A one-time link, known by its digest."""

    __tablename__ = "login_links"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class MetaRow(Base):
    """Facts about the installation itself (sample loaded, check of the key)."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
