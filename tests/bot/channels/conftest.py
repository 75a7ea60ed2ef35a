"""Programs with the sample loaded, reached in any way."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.channels.telegram.replies import Pace
from bot.sample import load_sample
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.talk import build_chat

if TYPE_CHECKING:
    from tests.factories.channels import Way
    from tests.factories.worlds import World

OpenWorld = Callable[..., AbstractAsyncContextManager["World"]]


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the database with the sample is kept once it was made."""
    return tmp_path_factory.mktemp("sampled")


@pytest.fixture
async def sampled(sample_files: Path, sqlite_template: Path, keys: list[str]) -> Path:
    """A database with the sample, loaded once in a session."""
    path = sample_files / "motcua.sqlite"
    if not path.exists():
        making = sample_files / "making.sqlite"
        shutil.copyfile(sqlite_template, making)
        database = Database(f"sqlite:///{making}", Cipher(keys))
        await load_sample(build_chat(database).app)
        await database.close()
        making.rename(path)
    return path


@pytest.fixture
def world(
    sampled: Path, keys: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> OpenWorld:
    """Give what starts a program with the sample, reached in a way; each has its own database.

    Nobody waits for a second between two messages there.
    """
    from tests.factories.worlds import open_world  # the site takes seconds to load

    monkeypatch.setattr(Pace, "wait", lambda *_, **__: 0.0)
    numbers = count(1)

    @asynccontextmanager
    async def start(way: "Way", **changes: object) -> AsyncIterator["World"]:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        shutil.copyfile(sampled, folder / "motcua.sqlite")
        database = Database(f"sqlite:///{folder / 'motcua.sqlite'}", Cipher(keys))
        async with open_world(way, database, folder, **changes) as world:
            yield world
        await database.close()

    return start
