"""Databases of either kind, as many as a test needs."""

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.meta import KEY_CHECK
from storage.migrate import open_engine
from tests.storage.archive.every_table import fill_every_table

MakeUrl = Callable[[str], str]
KINDS = ["sqlite", "postgresql"]


@pytest.fixture
def make_url(tmp_path: Path, sqlite_template: Path, request: pytest.FixtureRequest) -> MakeUrl:
    """Give a maker of empty migrated databases of a kind."""

    def make(kind: str) -> str:
        if kind == "postgresql":
            new: Callable[[], str] = request.getfixturevalue("new_postgres")
            return new()
        path = tmp_path / f"{uuid.uuid4().hex[:8]}.sqlite"
        shutil.copyfile(sqlite_template, path)
        return f"sqlite:///{path}"

    return make


@pytest.fixture
def make_full(make_url: MakeUrl, keys: list[str]) -> MakeUrl:
    """Give a maker of databases with rows in every table, opened once with the key."""

    def make(kind: str) -> str:
        url = make_url(kind)
        fill_every_table(url)
        note_key(url, keys)
        return url

    return make


def note_key(url: str, keys: list[str]) -> None:
    sealed = Cipher(keys).encrypt("motcua").decode()
    with open_engine(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO meta VALUES ('{KEY_CHECK}', '{sealed}')")
