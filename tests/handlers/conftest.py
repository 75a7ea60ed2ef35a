"""A conversation over a real SQLite database: with one place, or with the sample plan."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app import App
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.talk import Chat, build_chat

PLACE = "xã Bến Lụa"
SAMPLE = Path(__file__).parents[2] / "bot" / "samples" / "ke-hoach-2026.txt"


@dataclass(frozen=True, slots=True)
class Prepared:
    """SQLite files that were filled once a session, by a function each, for tests to copy."""

    empty: Path
    folder: Path
    keys: list[str]
    filled: dict[Callable[[Database], Awaitable[object]], Path] = field(default_factory=dict)

    async def copy(self, fill: Callable[[Database], Awaitable[object]], to: Path) -> Database:
        """Copy the file that this function fills, and open it."""
        if fill not in self.filled:
            path = self.folder / f"{len(self.filled)}.sqlite"
            shutil.copyfile(self.empty, path)
            database = Database(f"sqlite:///{path}", Cipher(self.keys))
            await fill(database)
            await database.close()
            self.filled[fill] = path
        shutil.copyfile(self.filled[fill], to)
        return Database(f"sqlite:///{to}", Cipher(self.keys))


@pytest.fixture(scope="session")
def prepared(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, keys: list[str]
) -> Prepared:
    return Prepared(sqlite_template, tmp_path_factory.mktemp("prepared"), keys)


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    async with sqlite.write() as work:
        await work.localities.ensure(PLACE)
    return build_chat(sqlite)


@pytest.fixture(scope="session")
def sample_path(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, keys: list[str]
) -> Path:
    """Load the sample plan once, confirmed and public, for tests to copy."""
    path = tmp_path_factory.mktemp("sample") / "motcua.sqlite"
    shutil.copyfile(sqlite_template, path)
    asyncio.run(_load_sample(path, keys))
    return path


async def _load_sample(path: Path, keys: list[str]) -> None:
    database = Database(f"sqlite:///{path}", Cipher(keys))
    chat = build_chat(database)
    await _add(chat.app, SAMPLE)
    await chat.app.close()


@pytest.fixture
async def sample_chat(sample_path: Path, tmp_path: Path, keys: list[str]) -> AsyncIterator[Chat]:
    """Give a citizen's conversation over the sample plan."""
    path = tmp_path / "sample.sqlite"
    shutil.copyfile(sample_path, path)
    database = Database(f"sqlite:///{path}", Cipher(keys))
    yield build_chat(database)
    await database.close()


@pytest.fixture(scope="session")
def plans_path(
    shared: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, keys: list[str]
) -> Path:
    path = tmp_path_factory.mktemp("plans") / "motcua.sqlite"
    shutil.copyfile(sqlite_template, path)
    asyncio.run(_load_plans(path, sorted((shared / "plans").glob("00*.txt")), keys))
    return path


async def _load_plans(path: Path, files: list[Path], keys: list[str]) -> None:
    app = build_chat(Database(f"sqlite:///{path}", Cipher(keys))).app
    for each in files:
        await _add(app, each)
    await app.close()


async def _add(app: App, path: Path) -> None:
    now = app.clock.now()
    report = await app.plans.add(path.name, path.read_bytes(), now=now)
    await app.plans.confirm(report.plan_id, now=now)
    await app.plans.publish(report.plan_id, is_public=True)


@pytest.fixture
async def real_plans(plans_path: Path, tmp_path: Path, keys: list[str]) -> AsyncIterator[Database]:
    path = tmp_path / "motcua.sqlite"
    shutil.copyfile(plans_path, path)
    database = Database(f"sqlite:///{path}", Cipher(keys))
    yield database
    await database.close()
