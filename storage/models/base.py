"""What all tables share."""

from sqlalchemy import (
    ForeignKey,
    MetaData,
)
from sqlalchemy.orm import DeclarativeBase

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


def cascade(column: str) -> ForeignKey:
    """Refer to a row with which this one goes."""
    return ForeignKey(column, ondelete="CASCADE")
