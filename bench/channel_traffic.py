"""Traffic of many people over three channels, and what became of each of their messages."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import func, select  # noqa: TID251 - rows are looked at as they are

from bench.channel_program import Program
from bench.channel_scripts import (
    STEPS,
    Act,
    Part,
    Role,
    Step,
    find_own_code,
    write_shown,
)
from bench.channel_watch import TAKEN, Call, Watch
from handlers.messages import load_reply
from storage.database import Database
from storage.models import InboxRow, OutboxRow
from storage.values import Address, OutboxKind
from tests.doubles.base import Fault, Phone

PATIENCE = 180.0  # seconds that somebody waits for an answer, and all for the end
BURST = 0.25  # of messages follow the one before at once
KILL_SHOWS = 2.0  # seconds before a kill, in which a sending may not have been recorded
Answers = Sequence[Sequence[str]]


@dataclass
class Person:
    """Somebody with a telephone, and what they are to be answered at each step."""

    phone: Phone
    role: Role
    address: Address
    mark: int
    watch: Watch
    answers: Answers

    @property
    def calls(self) -> list[Call]:
        """The calls that were to show this person something."""
        return self.watch.calls[self.phone.user]

    @property
    def expected(self) -> list[str]:
        """What they are to be shown, in order."""
        return [text for answer in self.answers for text in answer]

    async def live(self, moments: Sequence[float]) -> None:
        """Do one step after the other, each at its moment or as soon as it can be done."""
        for number, (step, moment) in enumerate(zip(self.role.script, moments, strict=True)):
            await asyncio.sleep(max(0.0, moment - time.monotonic()))
            if step.act is not Act.SAYS:
                await self.watch.wait_for(partial(self._was_shown, number - 1), PATIENCE)
            await self._do(step)
            if self.role.kind != "telegram":
                await self.watch.wait_for(partial(self._was_taken, number + 1), PATIENCE)

    async def _do(self, step: Step) -> None:
        if step.act is Act.PRESSES:
            await self.phone.presses(step.words)
        elif step.act is Act.LOOKS_UP:
            await self.phone.says(find_own_code([shown.text for shown in self.phone.heard()]))
        else:
            await self.phone.says(step.words.format(mark=self.mark))

    def _was_taken(self, count: int) -> bool:
        return len(self.watch.taken[self.phone.user]) >= count

    def _was_shown(self, number: int) -> bool:
        wanted = self.answers[number][-1]
        return any(call.text == wanted and call.fault in TAKEN for call in self.calls)

    def has_all(self) -> bool:
        """Tell whether everything was shown."""
        return len(find_first(self.expected, _arrived(self.calls))) == len(self.expected)


def plan_moments(begin: float, seconds: float, dice: random.Random) -> list[float]:
    """Spread a person's steps over the time; some follow each other at once."""
    moments = sorted(begin + dice.random() * seconds for _ in range(STEPS))
    for at in range(1, STEPS):
        if dice.random() < BURST:
            moments[at] = moments[at - 1]
    return moments


async def kill_often(program: Program, moments: Sequence[float]) -> None:
    """Kill the program at each moment, and start it again."""
    for moment in moments:
        await asyncio.sleep(max(0.0, moment - time.monotonic()))
        await program.kill()
        await program.start()


async def let_live(
    people: Sequence[Person], program: Program, seconds: float, *, kills: int = 0
) -> float:
    """Let everybody live, and the program be killed; return the seconds until all were answered."""
    begin, dice = time.monotonic(), random.Random(11)
    fatal = [begin + seconds * (at + dice.uniform(0.8, 1.2)) / (kills + 1) for at in range(kills)]
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(kill_often(program, fatal))
        for person in people:
            tasks.create_task(person.live(plan_moments(begin, seconds, dice)))
    async with asyncio.timeout(PATIENCE):
        for person in people:
            await person.watch.wait_for(person.has_all, PATIENCE)
    return time.monotonic() - begin


async def wait_until_recorded(database: Database) -> bool:
    """Wait until nothing is left to be done; tell whether that came."""
    until = time.monotonic() + PATIENCE
    while await _count_open(database):
        if time.monotonic() > until:
            return False
        await asyncio.sleep(0.2)
    return True


async def _count_open(database: Database) -> int:
    async with database.read() as work:
        counts = [
            await work._session.scalar(select(func.count()).where(row.finished_at.is_(None)))
            for row in (InboxRow, OutboxRow)
        ]
    return sum(count or 0 for count in counts)


# What became of it


@dataclass
class Outcome:
    """What was counted; each of the first five must be nought."""

    lost: int = 0  # replies that never arrived
    wrong: int = 0  # people whose messages had not each exactly its effect
    disordered: int = 0  # replies that first came before an earlier one
    unexplained: int = 0  # copies that follow neither a fault nor a kill
    parked: int = 0  # rows given up
    messages: int = 0
    replies: int = 0
    repeated: int = 0
    cases: int = 0
    latencies: list[float] = field(default_factory=list)
    faults: Counter[Fault] = field(default_factory=Counter)

    @property
    def is_clean(self) -> bool:
        """Tell whether all is as promised."""
        bad = (self.lost, self.wrong, self.disordered, self.unexplained, self.parked)
        return not any(bad)


def find_first(expected: Sequence[str], calls: Sequence[Call]) -> list[int]:
    """Find where each text first comes after the one before; shorter where one never does."""
    found: list[int] = []
    at = 0
    for text in expected:
        while at < len(calls) and calls[at].text != text:
            at += 1
        if at == len(calls):
            break
        found.append(at)
        at += 1
    return found


def _arrived(calls: Sequence[Call]) -> list[Call]:
    return [call for call in calls if call.fault in TAKEN]


def judge_person(person: Person, outcome: Outcome, killed_at: Sequence[float]) -> None:
    """Count what a person saw, and how long it took."""
    calls = _arrived(person.calls)
    first = find_first(person.expected, calls)
    outcome.replies += len(person.expected)
    outcome.lost += len(person.expected) - len(first)
    for at in sorted({*range(len(calls))} - {*first}):
        outcome.repeated += 1
        earlier = [call for call in calls[:at] if call.text == calls[at].text]
        outcome.disordered += not earlier
        outcome.unexplained += not any(_may_repeat(call, killed_at) for call in earlier)
    outcome.faults.update(call.fault for call in person.calls if call.fault is not Fault.NONE)
    outcome.latencies += find_latencies(person)


def _may_repeat(call: Call, killed_at: Sequence[float]) -> bool:
    """Tell whether a call's answer was lost, or the program killed before it was recorded."""
    is_lost = call.fault is not Fault.NONE
    return is_lost or any(0 <= moment - call.at < KILL_SHOWS for moment in killed_at)


def find_latencies(person: Person) -> Iterator[float]:
    """Give the seconds from each message's handing out to its first send call, refused or not."""
    handed = list(person.watch.handed[person.phone.user].values())
    first = find_first(person.expected, person.calls)
    at = 0
    for given, answer in zip(handed, person.answers, strict=False):
        if at < len(first):
            yield person.calls[first[at]].at - given
        at += len(answer)


async def judge_effects(people: Sequence[Person], outcome: Outcome, database: Database) -> None:
    """Compare what the database holds with what each message should have brought about."""
    async with database.read() as work:
        inbox = (await work._session.scalars(select(InboxRow))).all()
        outbox = (await work._session.scalars(select(OutboxRow).order_by(OutboxRow.id))).all()
        cases = Counter(case.sender for case in await work.cases.list_all())
    heard = Counter((row.channel, row.user, row.state) for row in inbox)
    told: dict[tuple[str, str], list[str]] = {}
    for row in outbox:
        if row.kind != OutboxKind.REPLY:
            continue
        reply = load_reply(database.cipher.decrypt(row.body_sealed))
        shown = write_shown(row.channel.partition(":")[0], reply)
        told.setdefault((row.channel, row.user), []).extend(shown)
    outcome.parked = sum(row.state != "done" for row in inbox)
    outcome.parked += sum(row.state != "delivered" for row in outbox)
    for person in people:
        key = person.address.channel, person.address.user
        wanted = person.role.part in (Part.WRITER, Part.PRESSER)
        is_right = (
            heard[*key, "done"] == len(person.role.script)
            and told.get(key) == person.expected
            and cases[person.address] == wanted
        )
        outcome.wrong += not is_right
        outcome.messages += heard[*key, "done"]
        outcome.cases += cases[person.address]


async def judge(
    people: Sequence[Person], database: Database, killed_at: Sequence[float]
) -> Outcome:
    """Count everything."""
    outcome = Outcome()
    for person in people:
        judge_person(person, outcome, killed_at)
    await judge_effects(people, outcome, database)
    return outcome
