"""Due days, what was told of them, and reminders."""

import datetime as dt

from sqlalchemy import (
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, UtcDateTime
from storage.models.base import Base, cascade


class DueDayRow(Base):
    """A day by which an office must have done a task."""

    __tablename__ = "due_days"
    __table_args__ = (
        UniqueConstraint("task_id", "office_id", "last_day"),
        Index(None, "state", "last_day"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"))
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
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
    due_day_id: Mapped[int] = mapped_column(cascade("due_days.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), primary_key=True)
    step: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


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
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"))
    last_day: Mapped[dt.date] = mapped_column(Date)
    remind_on: Mapped[dt.date] = mapped_column(Date)
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
