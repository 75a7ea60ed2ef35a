"""A place whose offices have work ahead, to measure ticks with, and the same in bare SQL."""

import datetime as dt
import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import make_url

from bot.app import App, build
from bot.settings import Settings
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.values import Address, DueState, Invitation, NewDueDay
from storage.work import Work
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import FixedClock

# ruff: noqa: TID251 - the drivers themselves are the measure
NOW = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)  # Monday, 08:00 in Viet Nam
TODAY = dt.date(2026, 11, 23)
KNOWN = dt.date(2026, 9, 1)
DUE_ON = dt.date(2026, 12, 3)  # a step falls on today
FAR = dt.date(2027, 6, 1)
NEXT_ON = dt.date(2026, 11, 30)
_KEPT = ("nudges", "outbox", "told_once", "dialogues")


@dataclass(frozen=True, slots=True)
class Scene:
    """An application on a database with one place; `due` items are to be told of today."""

    app: App
    url: str
    place_id: int
    offices: int
    due: int

    async def tick(self) -> int:
        """Put out what is due, as a tick does; return how many digests wait to be sent."""
        await self.app.duties.nudge(now=NOW)
        async with self.app.database.read() as work:
            return await work.outbox.count("new")


async def build_scene(url: str, *, offices: int, due: int, future: int) -> Scene:
    """Fill an empty database."""
    database = Database(url, Cipher([new_key()]))
    app = build(Settings(_env_file=None), database, clock=FixedClock(NOW), embedder=WordEmbedder())
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        ids = [await _seat(work, place.id, number) for number in range(offices)]
        tasks = await _add_plan(work, place.id, rows=max(due, future) // offices + 1)
        now = [_due(tasks[n // offices], ids[n % offices], DUE_ON, TODAY) for n in range(due)]
        later = [_due(tasks[n // offices], ids[n % offices], FAR, FAR) for n in range(future)]
        await work.due_days.add([*now, *later], locality_id=place.id)
    _refresh(url)
    return Scene(app, url, place.id, offices, due)


def _due(task_id: int, office_id: int, last_day: dt.date, next_on: dt.date) -> NewDueDay:
    return NewDueDay(
        task_id, office_id, "", last_day, DueState.OPEN, KNOWN, next_on=min(next_on, last_day)
    )


async def _seat(work: Work, place_id: int, number: int) -> int:
    office = await work.offices.ensure(place_id, f"Tổ công tác số {number}")
    user = f"to-{number}"
    asked = Invitation(0, place_id, office.id, office.name, user, "officer", NOW, None)
    await work.people.join(asked, Address("web", user), now=NOW, today=KNOWN)
    return office.id


async def _add_plan(work: Work, place_id: int, *, rows: int) -> list[int]:
    tasks = [build_task(f"Rà soát hồ sơ đợt {n}", line=n + 1, last_day=DUE_ON) for n in range(rows)]
    plan_id = await work.plans.add(
        build_plan(*tasks), locality_id=place_id, digest="d", is_sample=False, now=NOW
    )
    await work.plans.confirm(plan_id, now=NOW)
    return [stored.id for stored in await work.plans.tasks(plan_id)]


# Bare SQL: what a program written by hand would need, on the plain driver


def connect(url: str) -> Any:
    """Connect with the plain driver, as durable as the program itself."""
    if url.startswith("sqlite"):
        connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
    import psycopg

    return psycopg.connect(make_url(url).render_as_string(hide_password=False), autocommit=True)


@dataclass
class Bare:
    """The same work in bare SQL: one transaction, nothing worded and nothing encrypted."""

    connection: Any
    scene: Scene
    bodies: Sequence[bytes] = ()

    def __post_init__(self) -> None:
        self._is_sqlite = isinstance(self.connection, sqlite3.Connection)
        self._moment = NOW.replace(tzinfo=None).isoformat(" ") if self._is_sqlite else NOW

    def close(self) -> None:
        self.connection.close()

    def remember(self) -> None:
        """Take the digests that the program has stored, and let all be due again."""
        rows = self._run("SELECT body_sealed FROM outbox ORDER BY id").fetchall()
        self.bodies = [bytes(body) for (body,) in rows]
        self.put_back()

    def put_back(self) -> None:
        """Let what was told be due again."""
        for table in _KEPT:
            self._run(f"DELETE FROM {table}")
        self._run("UPDATE due_days SET next_on = ? WHERE id <= ?", self._day(TODAY), self.scene.due)

    def time_claim(self) -> float:
        """Return the seconds of claiming what is due: who hears of it, and when to look again."""
        started = time.perf_counter()
        self._run("BEGIN IMMEDIATE" if self._is_sqlite else "BEGIN")
        self._claim()
        self._run("COMMIT")
        return time.perf_counter() - started

    def time_whole(self) -> float:
        """Return the seconds of claiming, reading what is quoted and storing the messages."""
        started = time.perf_counter()
        self._run("BEGIN IMMEDIATE" if self._is_sqlite else "BEGIN")
        users = self._claim()
        self._read_quoted()
        self._store(users)
        self._run("COMMIT")
        return time.perf_counter() - started

    def _claim(self) -> list[str]:
        lock = "" if self._is_sqlite else " FOR UPDATE SKIP LOCKED"
        due = self._run(
            "SELECT id, office_id, due_on FROM due_days WHERE next_on <= ? AND locality_id = ?"
            f" ORDER BY due_on, id{lock}",
            self._day(TODAY),
            self.scene.place_id,
        ).fetchall()
        assert len(due) == self.scene.due, len(due)
        officers = self._find_officers()
        told = [(id_, day, officers[office][0], self._moment) for id_, office, day in due]
        self._many(
            "INSERT INTO nudges (due_day_id, due_on, person_id, at, step, part, is_late)"
            " VALUES (?, ?, ?, ?, -7, 'own', FALSE)",
            told,
        )
        planned = [(self._day(NEXT_ON), id_) for id_, _, _ in due]
        self._many("UPDATE due_days SET next_on = ? WHERE id = ?", planned)
        return list(dict.fromkeys(officers[office][1] for _, office, _ in due))

    def _find_officers(self) -> dict[int, tuple[int, str]]:
        """Find who holds each office, and where they are reached."""
        rows = self._run(
            'SELECT h.office_id, h.person_id, a."user" FROM holdings h JOIN offices o'
            " ON o.id = h.office_id JOIN addresses a ON a.person_id = h.person_id"
            " WHERE o.locality_id = ? AND h.to_day IS NULL",
            self.scene.place_id,
        )
        return {office: (person, user) for office, person, user in rows.fetchall()}

    def _read_quoted(self) -> None:
        rows = self._run(
            "SELECT t.body FROM nudges n JOIN due_days d ON d.id = n.due_day_id"
            " JOIN tasks t ON t.id = d.task_id"
        ).fetchall()
        if self._is_sqlite:
            [json.loads(body) for (body,) in rows]

    def _store(self, users: Sequence[str]) -> None:
        rows = [
            (*both, self._moment, self._moment) for both in zip(users, self.bodies, strict=True)
        ]
        self._many(
            'INSERT INTO outbox ("user", body_sealed, created_at, useful_until, channel, kind,'
            " state, attempts) VALUES (?, ?, ?, ?, 'web', 'digest', 'new', 0)",
            rows,
        )

    def _day(self, day: dt.date) -> Any:
        return day.isoformat() if self._is_sqlite else day

    def _run(self, statement: str, *values: Any) -> Any:
        return self.connection.cursor().execute(self._mark(statement), values)

    def _many(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self.connection.cursor().executemany(self._mark(statement), rows)

    def _mark(self, statement: str) -> str:
        return statement if self._is_sqlite else statement.replace("?", "%s")


def _refresh(url: str) -> None:
    """Let the database know how its tables are filled, as it does by itself in time."""
    connection = connect(url)
    connection.cursor().execute("ANALYZE")
    connection.close()
