"""Due days, what was told of them, and reminders."""

import datetime as dt

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, UtcDateTime
from storage.models.base import Base, cascade

_PLANNED = text("next_on IS NOT NULL")
_UNTOLD = text("told_at IS NULL")


class DueDayRow(Base):
    """A day by which an office must have done a task.

    `last_day` is the plan's, `due_on` the one that counts since it was put off; `next_on` is the
    next day on which somebody may have to be told, NULL where nobody has any more. `ends_on` is
    the last day of the plan's year.
    """

    __tablename__ = "due_days"
    __table_args__ = (
        UniqueConstraint("task_id", "office_id", "last_day"),
        Index(None, "state", "last_day"),
        Index(None, "office_id", "state"),
        Index(None, "locality_id", "state", "due_on"),
        Index(None, "locality_id", "due_on"),
        Index(
            "ix_due_days_planned",
            "next_on",
            "locality_id",
            sqlite_where=_PLANNED,
            postgresql_where=_PLANNED,
        ),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"))
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(12))
    label: Mapped[str] = mapped_column(String(100))
    last_day: Mapped[dt.date] = mapped_column(Date)
    due_on: Mapped[dt.date] = mapped_column(Date)
    ends_on: Mapped[dt.date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(12))
    known_since: Mapped[dt.date] = mapped_column(Date)
    next_on: Mapped[dt.date | None] = mapped_column(Date)
    done_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    done_note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    cancelled_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    cancelled_for: Mapped[str | None] = mapped_column(String(12))


class DueEventRow(Base):
    """What was done about a due day, by whom: added to, never changed but for being undone."""

    __tablename__ = "due_events"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    due_day_id: Mapped[int] = mapped_column(cascade("due_days.id"), index=True)
    action: Mapped[str] = mapped_column(String(16))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    day: Mapped[dt.date | None] = mapped_column(Date)
    note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    undone_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)


class PostponementRow(Base):
    """A later day that an office has asked for, and what was decided."""

    __tablename__ = "postponements"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    due_day_id: Mapped[int] = mapped_column(cascade("due_days.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    new_day: Mapped[dt.date] = mapped_column(Date)
    reason_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(12))
    decided_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class PauseRow(Base):
    """Until which morning a person is not told of a due day, as they have asked."""

    __tablename__ = "pauses"
    due_day_id: Mapped[int] = mapped_column(cascade("due_days.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), primary_key=True)
    until: Mapped[dt.date] = mapped_column(Date)


class NudgeRow(Base):
    """A step that a person is told: the key makes a second telling impossible.

    It is claimed `at` a tick and told `told_at` a little later, with others in one digest; `part`
    says in which part, `holder_id` whom it is to be passed on to.
    """

    __tablename__ = "nudges"
    __table_args__ = (
        Index("ix_nudges_untold", "person_id", sqlite_where=_UNTOLD, postgresql_where=_UNTOLD),
        Index(None, "person_id", "told_at"),
    )
    due_day_id: Mapped[int] = mapped_column(cascade("due_days.id"), primary_key=True)
    due_on: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), primary_key=True)
    step: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    part: Mapped[str] = mapped_column(String(8))
    is_late: Mapped[bool] = mapped_column(Boolean)
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class AssignmentRow(Base):
    """Work that somebody gave out in chat or on the command line: a task of no plan."""

    __tablename__ = "assignments"
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"), primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    document: Mapped[str] = mapped_column(String(200))
    assigned_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    assigned_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ChosenOfficeRow(Base):
    """An office that a clerk has chosen to answer for a task, in place of what the plan names."""

    __tablename__ = "chosen_offices"
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"), primary_key=True)
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)


class TreatmentRow(Base):
    """What a clerk has decided on a task that no day follows from.

    `rule_id` is the reporting rule that gives its days; `number` and `day` those of the plan of
    its own that it leaves them to; `asked_on` when the clerk was asked last.
    """

    __tablename__ = "treatments"
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"), primary_key=True)
    rule_id: Mapped[int | None] = mapped_column(
        ForeignKey("reporting_rules.id", ondelete="SET NULL")
    )
    number: Mapped[str | None] = mapped_column(String(60))
    day: Mapped[dt.date | None] = mapped_column(Date)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plans.id", ondelete="SET NULL"))


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
