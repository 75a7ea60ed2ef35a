"""Nudges while the program is killed and the service fails: none lost, repeats are visible."""

import asyncio
import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.cipher import Cipher
from storage.database import Database
from storage.models import OutboxRow
from storage.values import Address, DueState, Invitation, NewDueDay
from tests.factories.http_double import Fault, HttpDouble, Taken
from tests.factories.plans import build_plan, build_task

# ruff: noqa: TID251 - the test looks at rows as they are
pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("MOTCUA_KILLS", "5"))  # 50 are run apart from the suite
NUDGES = KILLS * 40 if KILLS > 5 else 100
PROCESSES = 3
PATIENCE = 60.0  # seconds
MORNING = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)  # 09:00 on a working day in Viet Nam
TODAY = MORNING.date()
KEPT = frozenset({Fault.HANG, Fault.CUT})  # taken, and never answered


@pytest.fixture(scope="module")
def nursery() -> Iterator[subprocess.Popen[str]]:
    """Load the program once, for all the processes that are to be killed."""
    command = [sys.executable, "-m", "tests.bot.nudges_process"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.communicate(timeout=30)


@dataclass
class Workers:
    """So many processes of the program, of which any may be killed."""

    nursery: subprocess.Popen[str]
    line: str
    running: list[int] = field(default_factory=list)
    killed: set[int] = field(default_factory=set)

    def start(self) -> None:
        assert self.nursery.stdin
        assert self.nursery.stdout
        print(self.line, file=self.nursery.stdin, flush=True)
        self.running.append(int(self.nursery.stdout.readline()))

    def kill(self, number: int) -> None:
        os.kill(number, signal.SIGKILL)  # fails where it has ended by itself
        self.running.remove(number)
        self.killed.add(number)

    def kill_all(self) -> None:
        for number in list(self.running):
            self.kill(number)


@dataclass
class Work:
    """Due days that come in little by little, an officer each."""

    database: Database
    place_id: int
    task_id: int
    users: list[str] = field(default_factory=list)

    async def add(self, count: int) -> None:
        """Let so many officers join, each with an office whose work is due today."""
        async with self.database.write() as work:
            for number in range(len(self.users), len(self.users) + count):
                office = await work.offices.ensure(self.place_id, f"Tổ công tác số {number}")
                user = f"to-{number}"
                asked = Invitation(
                    0, self.place_id, office.id, office.name, user, "officer", MORNING, None
                )
                await work.people.join(asked, Address("web", user), now=MORNING, today=TODAY)
                due = NewDueDay(self.task_id, office.id, "", TODAY, DueState.OPEN, TODAY)
                await work.due_days.add([due], locality_id=self.place_id)
                self.users.append(user)


async def begin_work(database: Database) -> Work:
    """Confirm a plan of one task, which all offices are to do."""
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        plan = build_plan(build_task(last_day=TODAY))
        plan_id = await work.plans.add(
            plan, locality_id=place.id, digest="d", is_sample=False, now=MORNING
        )
        await work.plans.confirm(plan_id, now=MORNING)
        [task] = await work.plans.tasks(plan_id)
    return Work(database, place.id, task.id)


async def wait_until_told(work: Work, double: HttpDouble) -> None:
    """Wait until everybody was told and nothing is left to be sent."""
    deadline = time.monotonic() + PATIENCE
    while await count_unfinished(work.database) or len(
        {taken.user for taken in double.taken}
    ) < len(work.users):
        assert time.monotonic() < deadline, len({taken.user for taken in double.taken})
        await asyncio.sleep(0.1)


async def count_unfinished(database: Database) -> int:
    statement = select(func.count()).where(OutboxRow.finished_at.is_(None))
    async with database.read() as work:
        return await work._session.scalar(statement) or 0


async def read_outbox(database: Database) -> dict[str, OutboxRow]:
    """Read what was put out, by the key under which it is sent; one row a person."""
    async with database.read() as work:
        rows = list(await work._session.scalars(select(OutboxRow)))
    assert len({row.user for row in rows}) == len(rows)
    return {str(row.id): row for row in rows}


def find_unexplained(taken: list[Taken], killed: set[int]) -> list[Taken]:
    """Find what was sent again although its taking was answered to a process that lived on."""
    by_key: dict[str, list[Taken]] = defaultdict(list)
    for each in taken:
        by_key[each.key].append(each)
    earlier = [each for several in by_key.values() for each in several[:-1]]
    return [each for each in earlier if each.fault not in KEPT and each.sender not in killed]


@pytest.mark.timeout(300)
async def test_every_nudge_arrives_and_repeats_are_visible(
    nursery: subprocess.Popen[str], postgres_url: str, keys: list[str]
) -> None:
    dice = random.Random(11)
    database = Database(postgres_url, Cipher(keys))
    work = await begin_work(database)
    ahead = (MORNING - dt.datetime.now(dt.UTC)).total_seconds()
    async with HttpDouble() as double:
        workers = Workers(nursery, f"{postgres_url} {keys[0]} {double.url} {ahead}")
        try:
            for _ in range(PROCESSES):
                workers.start()
            for number in range(KILLS):
                await work.add(NUDGES // KILLS)
                await asyncio.sleep(dice.uniform(0.1, 0.9))
                workers.kill(dice.choice(workers.running))
                workers.start()
                del number
            await wait_until_told(work, double)
        finally:
            workers.kill_all()
        taken = list(double.taken)
    rows = await read_outbox(database)
    await database.close()
    report(taken, rows, workers)
    assert {each.user for each in taken} == set(work.users)
    assert {row.user for row in rows.values()} == set(work.users)
    assert {row.state for row in rows.values()} == {"delivered"}
    assert find_unexplained(taken, workers.killed) == []
    for key, row in rows.items():
        times = sum(each.key == key for each in taken)
        assert 1 <= times <= row.attempts, (times, row.attempts, row.error)


def report(taken: list[Taken], rows: dict[str, OutboxRow], workers: Workers) -> None:
    """Print what happened (pytest -s)."""
    faults = {fault.value: sum(each.fault is fault for each in taken) for fault in Fault}
    repeated = len(taken) - len({each.key for each in taken})
    again = sum(row.attempts > 1 for row in rows.values())
    print(f"\n{len(rows)} digests, {len(workers.killed)} killed, taken {len(taken)} {faults}")
    print(f"repeated {repeated}; rows with more than one attempt {again}")
