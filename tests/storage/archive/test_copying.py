"""Copies between databases of either kind: everything, or nothing."""

import pytest
import sqlalchemy as sa

from storage.archive import copying
from storage.archive.copying import copy_database
from storage.archive.filling import open_target
from storage.archive.kinds import find_kind
from storage.archive.snapshot import Digest, Rows
from storage.errors import BadPlace, CannotOpen
from storage.migrate import current_revision, head_revision, open_engine, upgrade_to
from storage.models import Base
from tests.storage.archive.conftest import KINDS, MakeUrl
from tests.storage.archive.every_table import ROWS, fill_every_table, read_every_table

pytestmark = pytest.mark.slow


def run_sql(url: str, *statements: str) -> None:
    with open_engine(url) as engine, engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def count(url: str, table: str = "cases") -> int:
    with open_engine(url) as engine, engine.begin() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


@pytest.mark.parametrize("source", KINDS)
@pytest.mark.parametrize("target", KINDS)
def test_every_row_of_every_table_comes_over(
    source: str, target: str, make_full: MakeUrl, make_url: MakeUrl
) -> None:
    here, there = make_full(source), make_url(target)
    before = read_every_table(here)
    rows = copy_database(here, there)
    assert read_every_table(there) == before == read_every_table(here)
    assert rows["cases"] == ROWS
    assert sum(rows.values()) == sum(map(len, before.values())) - 1  # alembic_version
    assert current_revision(there) == head_revision()


def test_what_postgresql_searches_by_is_made_anew(make_full: MakeUrl, make_url: MakeUrl) -> None:
    here, there = make_full("postgresql"), make_url("postgresql")
    run_sql(here, "INSERT INTO postings VALUES (7, 1, 'abc')", "UPDATE passages SET length = 3")
    copy_database(here, there)
    assert count(there, "postings") == 0
    assert count(there, "passages WHERE length IS NULL") == ROWS


@pytest.mark.parametrize("target", KINDS)
def test_the_next_row_gets_the_next_number(
    target: str, make_full: MakeUrl, make_url: MakeUrl
) -> None:
    there = make_url(target)
    copy_database(make_full("sqlite"), there)
    new = Base.metadata.tables["reporting_rules"].insert().values(
        locality_id=1, period="quarter", day=1, months_after=0, basis="", written_by="",
        written_at=sa.func.current_timestamp(),
    )  # fmt: skip
    with open_engine(there) as engine, engine.begin() as connection:
        made = connection.execute(new).inserted_primary_key
    assert made
    assert made[0] == ROWS + 1


def test_references_are_checked_again_afterwards(make_full: MakeUrl, make_url: MakeUrl) -> None:
    there = make_url("postgresql")
    copy_database(make_full("sqlite"), there)
    with pytest.raises(CannotOpen):
        run_sql(there, "UPDATE cases SET locality_id = 99; SELECT 1")


def test_a_reference_to_nothing_is_not_copied(make_full: MakeUrl, make_url: MakeUrl) -> None:
    for target in KINDS:
        here, there = make_full("sqlite"), make_url(target)
        run_sql(here, "DELETE FROM reporting_rules WHERE id = 2")  # nobody looks at references
        with pytest.raises(BadPlace) as raised:
            copy_database(here, there)
        assert raised.value.code == "rows_refused"
        assert count(there) == 0


@pytest.mark.parametrize("target", KINDS)
def test_an_old_one_arrives_with_the_newest_tables(
    target: str, make_url: MakeUrl, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old, there = f"sqlite:///{tmp_path_factory.mktemp('old') / 'o.sqlite'}", make_url(target)
    with open_engine(old) as engine, engine.begin() as connection:
        upgrade_to(connection, "0006")
    fill_every_table(old)
    copy_database(old, there)
    assert current_revision(there) == head_revision()
    assert count(there) == ROWS
    assert current_revision(old) == "0006"


@pytest.mark.parametrize("target", KINDS)
def test_what_does_not_fit_leaves_nothing(
    target: str, make_full: MakeUrl, make_url: MakeUrl
) -> None:
    here, there = make_full("sqlite"), make_url(target)
    run_sql(there, "INSERT INTO told_once (key, at) VALUES ('x', '2026-01-01 00:00:00')")
    with pytest.raises(BadPlace) as raised:
        copy_database(here, there)
    assert raised.value.code == "place_not_empty"
    assert count(there) == 0
    assert count(there, "told_once") == 1


def test_letters_that_postgresql_does_not_take(make_full: MakeUrl, make_url: MakeUrl) -> None:
    here, there = make_full("sqlite"), make_url("postgresql")
    run_sql(here, "UPDATE plans SET digest = 'a' || char(0) WHERE id = 2")
    with pytest.raises(BadPlace) as raised:
        copy_database(here, there)
    assert raised.value.code == "rows_refused"
    assert count(there) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_that_differs_is_dropped(
    kind: str, make_full: MakeUrl, make_url: MakeUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = make_full(kind), make_url(kind)

    class Forgetful(Digest):
        def add(self, rows: Rows) -> None:
            super().add(rows[:-1])

    first = iter([Digest])
    monkeypatch.setattr(copying, "Digest", lambda: next(first, Forgetful)())
    with pytest.raises(BadPlace) as raised:
        copy_database(here, there)
    assert raised.value.code == "copy_differs"
    assert count(there) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", ["source", "target"])
def test_what_is_open_elsewhere_is_not_touched(
    kind: str, end: str, make_full: MakeUrl, make_url: MakeUrl
) -> None:
    here, there = make_full(kind), make_url(kind)
    run_sql(here, *["PRAGMA journal_mode=WAL"] * (kind == "sqlite"))
    run_sql(there, *["PRAGMA journal_mode=WAL"] * (kind == "sqlite"))
    with open_engine(here if end == "source" else there) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM cases")
        with pytest.raises(BadPlace) as raised:  # it waits in the pool, as a program's does
            copy_database(here, there)
    assert raised.value.code == "place_in_use"
    copy_database(here, there)
    assert count(there) == ROWS


def test_nothing_to_copy(make_url: MakeUrl, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("none")
    with pytest.raises(BadPlace) as raised:
        copy_database(f"sqlite:///{folder}/no.sqlite", make_url("sqlite"))
    assert raised.value.code == "place_has_nothing"
    assert not list(folder.iterdir())


def test_every_column_has_a_kind(make_url: MakeUrl) -> None:
    for kind in KINDS:
        metadata = sa.MetaData()
        with open_engine(make_url(kind)) as engine, engine.begin() as connection:
            metadata.reflect(connection)
        assert metadata.tables.keys() - {"alembic_version"} == Base.metadata.tables.keys()
        for table in metadata.tables.values():
            for column in table.columns:
                assert find_kind(column)


def look_impatiently(url: str) -> None:
    with open_engine(url) as engine, engine.begin() as connection:
        connection.execute(sa.text("SET LOCAL lock_timeout = '50ms'"))
        connection.execute(sa.text("SELECT count(*) FROM meta"))


def test_a_program_that_is_started_meanwhile_waits(make_url: MakeUrl) -> None:
    url = make_url("postgresql")
    with open_target(url, head_revision()), pytest.raises(CannotOpen) as raised:
        look_impatiently(url)
    assert raised.value.code == "database_locked"
    look_impatiently(url)
