"""Bots and Official Accounts, their tokens, and who does what only one process may do."""

import datetime as dt

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, cascade


class AccountRow(Base):
    """A bot or an Official Account, by its channel's name."""

    __tablename__ = "accounts"
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120), default="")
    link: Mapped[str] = mapped_column(String(200), default="")
    locality_id: Mapped[int | None] = mapped_column(cascade("localities.id"), index=True)
    endpoint: Mapped[str] = mapped_column(String(40), default="")
    seen_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class TokenPairRow(Base):
    """The tokens of an Official Account, and those before them."""

    __tablename__ = "token_pairs"
    channel: Mapped[str] = mapped_column(cascade("accounts.channel"), primary_key=True)
    access_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    refresh_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    previous_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    failed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str] = mapped_column(String(40), default="")


class LeaseRow(Base):
    """What one process does at a time (polling a bot, renewing a token), and until when."""

    __tablename__ = "leases"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    held_until: Mapped[dt.datetime] = mapped_column(UtcDateTime)
