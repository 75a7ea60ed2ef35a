"""Places, offices and officers."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, Json, UtcDateTime
from storage.models.base import Base, cascade


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
    ladder: Mapped[dict[str, Any] | None] = mapped_column(Json)
    options: Mapped[dict[str, Any] | None] = mapped_column(Json)


class OfficeRow(Base):
    """An office of a place; a group stands for the offices that are its members."""

    __tablename__ = "offices"
    __table_args__ = (UniqueConstraint("locality_id", "key"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    key: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(300))
    is_group: Mapped[bool] = mapped_column(Boolean, default=False)
    valid_from: Mapped[dt.date | None] = mapped_column(Date)
    valid_to: Mapped[dt.date | None] = mapped_column(Date)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id", ondelete="SET NULL"))


class OfficeAliasRow(Base):
    """Another name of an office: another spelling, or that of an office merged into it."""

    __tablename__ = "office_aliases"
    __table_args__ = (UniqueConstraint("locality_id", "key"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), index=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    key: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(300))


class OfficeMemberRow(Base):
    """An office that a group stands for, too."""

    __tablename__ = "office_members"
    group_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)


class DistinctOfficesRow(Base):
    """Two offices of similar names that the clerk has said to be two; the lower id first."""

    __tablename__ = "distinct_offices"
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)


class OverseerRow(Base):
    """The leader in charge of an office."""

    __tablename__ = "overseers"
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), primary_key=True)


class PersonRow(Base):
    """An officer."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"), index=True)
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    unreachable_since: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class AbsenceRow(Base):
    """Days on which an officer is away, and who stands in."""

    __tablename__ = "absences"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), index=True)
    from_day: Mapped[dt.date] = mapped_column(Date)
    to_day: Mapped[dt.date] = mapped_column(Date)
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class HoldingRow(Base):
    """Who holds which office from when to when."""

    __tablename__ = "holdings"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), index=True)
    office_id: Mapped[int] = mapped_column(cascade("offices.id"), index=True)
    from_day: Mapped[dt.date] = mapped_column(Date)
    to_day: Mapped[dt.date | None] = mapped_column(Date)


class AddressRow(Base):
    """Where an officer is reached."""

    __tablename__ = "addresses"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    user: Mapped[str] = mapped_column(String(128), primary_key=True)
    person_id: Mapped[int] = mapped_column(cascade("people.id"), index=True)
    linked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class InvitationRow(Base):
    """A single-use invitation, known by its digest."""

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    office_id: Mapped[int | None] = mapped_column(cascade("offices.id"))
    person_id: Mapped[int | None] = mapped_column(cascade("people.id"))
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(String(20))
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
