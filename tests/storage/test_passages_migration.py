"""Coming from 0002: vectors move into pgvector; without pgvector one clear code."""

import uuid
from collections.abc import Callable

import numpy as np
import pytest
import sqlalchemy as sa
from alembic import command

from storage.errors import CannotOpen
from storage.migrate import _config, _sync_url, current_revision, migrate

VECTOR = np.array([0.25, -1.5, 1e-7], dtype="<f4").tobytes()


def run(url: str, *statements: str, **values: object) -> None:
    engine = sa.create_engine(_sync_url(url))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement), values)
    engine.dispose()


def go_to(url: str, revision: str) -> None:
    engine = sa.create_engine(_sync_url(url))
    with engine.begin() as connection:
        step = command.upgrade if current_revision(url) is None else command.downgrade
        step(_config(connection), revision)
    engine.dispose()


def read_row(url: str, column: str) -> object:
    engine = sa.create_engine(_sync_url(url))
    with engine.begin() as connection:
        row = connection.execute(sa.text(f"SELECT {column} FROM passages")).scalar_one()
    engine.dispose()
    return row


def test_vectors_are_kept(database_url: str) -> None:
    go_to(database_url, "0002")
    run(
        database_url,
        "INSERT INTO localities (id, key, name, level, profile, index_revision) "
        "VALUES (1, 'x', 'xã X', 'xã', '{}', 0)",
        "INSERT INTO plans (id, locality_id, digest, facts, state, is_sample, is_public, added_at) "
        "VALUES (1, 1, 'd', '{}', 'confirmed', false, false, '2026-11-23 00:00:00')",
        "INSERT INTO passages (id, plan_id, locality_id, kind, position, text, embedder, vector) "
        "VALUES (1, 1, 1, 'task', 0, 'chợ', 'words', :vector)",
        vector=VECTOR,
    )
    assert migrate(database_url)
    is_postgresql = database_url.startswith("postgresql")
    kept = read_row(database_url, "vector_send(vector)" if is_postgresql else "vector")
    assert isinstance(kept, bytes)
    if is_postgresql:
        kept = np.frombuffer(kept, dtype=">f4", offset=4).astype("<f4").tobytes()
    assert kept == VECTOR
    assert read_row(database_url, "length") is None
    go_to(database_url, "0002")
    assert migrate(database_url)


def test_without_pgvector_the_operator_reads_what_to_do(
    new_postgres: Callable[[], str], postgres_server: str
) -> None:
    name = f"bare_{uuid.uuid4().hex[:8]}"
    url = sa.make_url(new_postgres())
    run(str(url.render_as_string(hide_password=False)), f"CREATE ROLE {name} LOGIN PASSWORD 'x'")
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name} OWNER {name} TEMPLATE template0"))
    engine.dispose()
    theirs = url.set(username=name, password="x", database=name)
    with pytest.raises(CannotOpen) as raised:
        migrate(theirs.render_as_string(hide_password=False))
    assert raised.value.code == "pgvector_missing"
    assert current_revision(theirs.render_as_string(hide_password=False)) is None
