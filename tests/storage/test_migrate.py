"""Migrations: head equals the models on both databases; what cannot be opened is one code."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from storage.cipher import Cipher, digest_secret, new_key
from storage.errors import CannotOpen
from storage.migrate import current_revision, head_revision, migrate
from storage.models import Base


def test_head_is_the_models(database_url: str) -> None:
    driver = database_url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(driver)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert not compare_metadata(context, Base.metadata)
    engine.dispose()
    assert current_revision(database_url) == head_revision()


def test_migrating_again_changes_nothing(database_url: str) -> None:
    assert migrate(database_url) is False


def test_a_newer_database_is_refused(sqlite_url: str) -> None:
    connection = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(CannotOpen) as raised:
        migrate(sqlite_url)
    assert raised.value.code == "database_newer"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("sqlite:////no/such/folder/motcua.sqlite", "database_unopened"),
        ("postgresql://nobody@127.0.0.1:1/nothing", "database_unreachable"),
        ("nonsense", "database_unreachable"),
        ("oracle://x", "driver_missing"),
    ],
)
def test_what_cannot_be_reached_is_one_code(url: str, code: str) -> None:
    with pytest.raises(CannotOpen) as raised:
        migrate(url)
    assert raised.value.code == code


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "motcua.sqlite"
    path.write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(CannotOpen) as raised:
        migrate(f"sqlite:///{path}")
    assert raised.value.code == "database_damaged"


def test_keys_rotate() -> None:
    old, new = new_key(), new_key()
    sealed = Cipher([old]).encrypt("0912 345 678")
    both = Cipher([new, old])
    assert both.decrypt(sealed) == "0912 345 678"
    assert digest_secret("a") != digest_secret("b")
    with pytest.raises(CannotOpen):
        Cipher([new]).decrypt(sealed)


@pytest.mark.parametrize(("keys", "code"), [([], "key_missing"), (["x"], "key_malformed")])
def test_bad_keys_are_one_code(keys: list[str], code: str) -> None:
    with pytest.raises(CannotOpen) as raised:
        Cipher(keys)
    assert raised.value.code == code
