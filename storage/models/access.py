"""Sessions, links and facts about the installation."""

import datetime as dt

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId, UtcDateTime
from storage.models.base import Base, cascade


class WebSessionRow(Base):
    """A browser's session, known by its digest; at the desk an officer's or the operator's."""

    __tablename__ = "web_sessions"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(cascade("people.id"), index=True)
    browser: Mapped[str] = mapped_column(String(80), default="", server_default="")
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class LoginLinkRow(Base):
    """A one-time link, known by its digest."""

    __tablename__ = "login_links"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(cascade("people.id"))
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class LoginRequestRow(Base):
    """A browser that shows a code; the officer who types it in chat and agrees is let in there."""

    __tablename__ = "login_requests"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True)
    browser_digest: Mapped[str] = mapped_column(String(64))
    browser: Mapped[str] = mapped_column(String(80))
    made_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12))
    person_id: Mapped[int | None] = mapped_column(cascade("people.id"))


class ChangeRow(Base):
    """Who changed what at the desk, from what to what; added to, never changed but undone."""

    __tablename__ = "changes"
    __table_args__ = (Index("ix_changes_locality_id_subject", "locality_id", "subject"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int | None] = mapped_column(cascade("localities.id"))
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80))
    old_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    new_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    undone_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class AnswerTemplateRow(Base):
    """Words of an office's own that an answer to a case may begin from."""

    __tablename__ = "answer_templates"
    __table_args__ = (UniqueConstraint("locality_id", "name"),)
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    locality_id: Mapped[int] = mapped_column(cascade("localities.id"))
    name: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer, default=1)


class MetaRow(Base):
    """Facts about the installation itself (sample loaded, check of the key)."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class TriesRow(Base):
    """How often something guessable was tried in an hour, by whom or by everybody."""

    __tablename__ = "tries"
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    hour: Mapped[dt.datetime] = mapped_column(UtcDateTime, primary_key=True)
    count: Mapped[int] = mapped_column(Integer, default=0)


class OnceRow(Base):
    """Something that was told once, by a name: a second telling breaks the key."""

    __tablename__ = "told_once"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UtcDateTime, index=True)


class ChannelCountRow(Base):
    """How many messages a channel with a quota has sent in a month (“2026-11”)."""

    __tablename__ = "channel_counts"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    count: Mapped[int] = mapped_column(Integer, default=0)
