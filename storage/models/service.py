"""How well each day was served."""

import datetime as dt

from sqlalchemy import Date, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base


class ServiceDayRow(Base):
    """How a channel's messages of a day (in Viet Nam) were answered, kept beyond the messages."""

    __tablename__ = "service_days"
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    replies: Mapped[int] = mapped_column(Integer)
    in_time: Mapped[int] = mapped_column(Integer)
    seconds: Mapped[int] = mapped_column(Integer)  # what "in time" meant on that day
    slowest_ms: Mapped[int] = mapped_column(Integer)
    lost: Mapped[int] = mapped_column(Integer)
    counted_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
