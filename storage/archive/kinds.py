"""Values of columns as JSON holds them, the same whichever database they come from."""

import base64
import datetime as dt
import json
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    String,
    Text,
    cast,
)
from sqlalchemy.types import TypeEngine

from storage.columns import PgVector


class Kind(StrEnum):
    """What a column holds; a vector is bytes on both databases."""

    PLAIN = "plain"
    BOOL = "bool"
    BYTES = "bytes"
    DATE = "date"
    TIME = "time"
    JSON = "json"


_TYPES: tuple[tuple[type[TypeEngine[Any]], Kind], ...] = (
    (PgVector, Kind.BYTES),
    (LargeBinary, Kind.BYTES),
    (DateTime, Kind.TIME),
    (Date, Kind.DATE),
    (JSON, Kind.JSON),
    (Boolean, Kind.BOOL),
    (Integer, Kind.PLAIN),
    (String, Kind.PLAIN),
    (Float, Kind.PLAIN),
)


def find_kind(column: Column[Any]) -> Kind:
    """Tell what a column holds, by the type that the database gives it."""
    for known, kind in _TYPES:
        if isinstance(column.type, known):
            return kind
    raise TypeError(f"no kind for {column}: {column.type!r}")


def select_value(column: Column[Any], kind: Kind) -> ColumnElement[Any]:
    """Read a column; JSON as its text, because NULL and JSON's null are two things."""
    return cast(column, Text).label(column.name) if kind is Kind.JSON else column


def encode(kind: Kind, value: Any) -> Any:
    """Turn what a database gave into what JSON holds."""
    if value is None:
        return None
    match kind:
        case Kind.BYTES:
            return base64.b64encode(value).decode("ascii")
        case Kind.TIME:
            aware = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
            return aware.astimezone(dt.UTC).isoformat()
        case Kind.DATE:
            return value.isoformat()
        case Kind.JSON:
            return [json.loads(value)]  # in a list, so that null stays a value
        case Kind.BOOL | Kind.PLAIN:
            return value


def decode(kind: Kind, value: Any) -> Any:
    """Turn what JSON held into what a database takes."""
    if value is None:
        return None
    match kind:
        case Kind.BYTES:
            return base64.b64decode(value, validate=True)
        case Kind.TIME:
            return dt.datetime.fromisoformat(value)
        case Kind.DATE:
            return dt.date.fromisoformat(value)
        case Kind.JSON:
            return JSON.NULL if value[0] is None else value[0]
        case Kind.BOOL | Kind.PLAIN:
            return value
