"""Plans, their rows and what is searched of them."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
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

from storage.columns import BigId, Embedding, Json, UtcDateTime
from storage.models.base import Base, cascade


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
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    digest: Mapped[str] = mapped_column(String(64))
    facts: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(12))
    is_sample: Mapped[bool] = mapped_column(Boolean, default=False)
    is_public: Mapped[bool] = mapped_column(Boolean, default=False)
    added_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("plans.id", ondelete="SET NULL"))


class TaskRow(Base):
    """A task of a plan, or of none where it was given out; `as_read` keeps what the file says."""

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    plan_id: Mapped[int | None] = mapped_column(cascade("plans.id"))
    position: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    as_read: Mapped[dict[str, Any] | None] = mapped_column(Json)


class CorrectionRow(Base):
    """A clerk's change of one field; never changed itself."""

    __tablename__ = "corrections"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(cascade("tasks.id"), index=True)
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
    plan_id: Mapped[int] = mapped_column(cascade("plans.id"))
    position: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(Json)


class PlanSourceRow(Base):
    """What a plan's file says, piece by piece; gone with the plan."""

    __tablename__ = "plan_sources"
    plan_id: Mapped[int] = mapped_column(cascade("plans.id"), primary_key=True)
    pieces: Mapped[list[Any]] = mapped_column(Json)


class PassageRow(Base):
    """What is searched; `embedder` names the model that made the vector.

    `length` counts the tokens that `postings` hold of it and `is_bare` tells that it has no marks:
    both only on PostgreSQL, and there NULL until the postings are written.
    """

    __tablename__ = "passages"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    plan_id: Mapped[int] = mapped_column(cascade("plans.id"), index=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    position: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text)
    embedder: Mapped[str | None] = mapped_column(String(120))
    vector: Mapped[bytes | None] = mapped_column(Embedding)
    length: Mapped[int | None] = mapped_column(Integer)
    is_bare: Mapped[bool | None] = mapped_column(Boolean)


class PostingRow(Base):
    """The passages of a plan that hold a token; on SQLite the table stays empty.

    `token` is a hash of it; `holders` are pairs of a passage (uint32) and how often it holds the
    token (uint16), little endian. Passages that are gone may still be named.
    """

    __tablename__ = "postings"
    token: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    plan_id: Mapped[int] = mapped_column(cascade("plans.id"), primary_key=True, index=True)
    holders: Mapped[bytes] = mapped_column(LargeBinary)
