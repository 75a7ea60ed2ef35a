"""An installation in a temporary folder, as a measurement needs it."""

import datetime as dt
import json
import os
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.localities import invent_places
from bot.app import App, build
from bot.settings import Settings
from handlers.plans.publishing import publish_plan
from knowledge.search.base import Embedder
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.migrate import migrate

TODAY = dt.date(2026, 11, 23)
KEY = new_key()
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the ones before it, and the source of the plan that it is about, if one."""

    text: str
    earlier: tuple[str, ...] = ()
    source: str | None = None


@asynccontextmanager
async def open_installation(folder: Path, embedder: Embedder | None) -> AsyncIterator[App]:
    """Open the installation of a folder, made when it is not there."""
    url = f"sqlite:///{folder}/motcua.sqlite"
    migrate(url)
    settings = Settings(_env_file=None, data_dir=folder)
    app = build(settings, Database(url, Cipher([KEY])), embedder=embedder)
    try:
        yield app
    finally:
        await app.close()


async def add_plans(app: App, files: Files) -> None:
    """Add plans, confirm them and let everybody read them, as a clerk does."""
    now = dt.datetime.now(dt.UTC)
    for name, data in files.items():
        report = await app.plans.add(name, data, now=now, is_announced=False)
        await app.plans.confirm(report.plan_id, now=now)
        async with app.database.write() as work:
            await publish_plan(work, report.plan_id, is_public=True)


def find_shared() -> Path | None:
    """Return the folder of real plans and questions, where there is one."""
    shared = Path(os.environ.get("MOTCUA_SHARED", "../shared"))
    return shared if (shared / "plans").is_dir() else None


def load_material(*, is_short: bool) -> tuple[Files, list[Asked]]:
    """Return the five real plans and their questions, or five invented ones."""
    shared = None if is_short else find_shared()
    if shared is None:
        return _invent(rows=12 if is_short else 80)
    files = {path.name: path.read_bytes() for path in sorted((shared / "plans").glob("00*.txt"))}
    lines = (shared / "gold/questions.jsonl").read_text("utf-8").splitlines()
    return files, list(_read_asked(map(json.loads, lines)))


def _invent(*, rows: int) -> tuple[Files, list[Asked]]:
    files, asked = {}, []
    for at, place in enumerate(invent_places(5, rows=rows, seed=3)):
        source = f"{at:03}.txt"
        files[source] = place.text.encode()
        asked += [Asked(f"{place.name}: {text}", source=source) for text in place.questions]
    return files, asked


def _read_asked(rows: Iterable[Mapping[str, Sequence[object]]]) -> Iterable[Asked]:
    for row in rows:
        turns = [turn for turn in row.get("context", ()) if isinstance(turn, dict)]
        earlier = tuple(str(turn["text"]) for turn in turns if turn["role"] == "user")
        seeds = [str(seed)[:3] for seed in row.get("seeds", ())]
        yield Asked(str(row["q"]), earlier, f"{seeds[0]}.txt" if len(seeds) == 1 else None)
