"""Column types that mean the same on SQLite and PostgreSQL."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

BigId = BigInteger().with_variant(Integer, "sqlite")
Json = JSON().with_variant(JSONB, "postgresql")


class UtcDateTime(TypeDecorator[dt.datetime]):
    """Store aware times in UTC; refuse naive ones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """Turn an aware time into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Give an aware time in UTC."""
        if value is None:
            return None
        aware: dt.datetime = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC)


def vector_text(vector: bytes) -> str:
    """Write float32 numbers, little endian, as pgvector reads them."""
    return f"[{','.join(map(str, np.frombuffer(vector, dtype='<f4').tolist()))}]"


class PgVector(UserDefinedType[bytes]):
    """A pgvector column of any dimension, read and written as float32, little endian."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Name the type."""
        return "VECTOR"

    def bind_processor(self, dialect: Dialect) -> Callable[[bytes | None], str | None]:
        """Write bytes as pgvector's text."""
        return lambda vector: None if vector is None else vector_text(vector)

    def column_expression(self, column: ColumnElement[bytes]) -> ColumnElement[bytes]:
        """Read the binary form: parsing the text of a thousand vectors takes a second."""
        return func.vector_send(column, type_=self)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[bytes | None], bytes | None]:
        """Turn pgvector's binary form (dimension, zero, big-endian float32) into bytes."""
        return lambda sent: None if sent is None else _little_endian(sent)


def _little_endian(sent: bytes) -> bytes:
    return np.frombuffer(sent, dtype=">f4", offset=4).astype("<f4").tobytes()


class Embedding(TypeDecorator[bytes]):
    """Store a vector as float32, little endian: a BLOB on SQLite, pgvector on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the database's own type."""
        is_postgresql = dialect.name == "postgresql"
        return dialect.type_descriptor(PgVector() if is_postgresql else LargeBinary())


ischema_names["vector"] = PgVector  # so that the column is known when tables are read back
