"""Stamps: a write of a topic changes the topic's, in chat as at the desk, and no other's."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest

from handlers.people.leaving import leave, set_away
from storage.database import Database
from storage.values import (
    Address,
    DueState,
    KeptFor,
    NewDueDay,
    OutboxKind,
    Role,
    Topic,
)
from storage.work import Work
from tests.factories.cases import open_case
from tests.factories.talk import MONDAY as NOW
from tests.factories.town_hall import TODAY, found_hall

Write = Callable[[Work], Awaitable[object]]


async def send_case(work: Work) -> None:
    place = (await found_hall(work)).place.id
    await open_case(work, place, number=9, sender=Address("web", "lan"), now=NOW)


async def give_work(work: Work) -> None:
    await (await found_hall(work)).add_work("Phòng Kinh tế")


async def join(work: Work) -> None:
    await (await found_hall(work)).seat("Trần Văn An", "Phòng Kinh tế")


async def go_away(work: Work) -> None:
    await set_away(work, 1, from_day=TODAY, to_day=TODAY, substitute_id=None)


async def let_leave(work: Work) -> None:
    await leave(work, 1, now=NOW)


async def invite(work: Work) -> None:
    place = (await found_hall(work)).place.id
    await work.invitations.add(
        "s", locality_id=place, office_id=None, name="An", role=Role.OFFICER, expires_at=NOW
    )


async def ask(work: Work) -> None:
    place = (await found_hall(work)).place.id
    await work.faq.keep(place, "Nộp hồ sơ ở đâu?", KeptFor.NOT_FOUND, now=NOW)


async def note(work: Work) -> None:
    place = (await found_hall(work)).place.id
    await work.changes.add("set", "profile", locality_id=place, person_id=None, now=NOW)


async def undo(work: Work) -> None:
    await note(work)
    await work.changes.undo(1, now=NOW)


async def write_template(work: Work) -> None:
    await work.answer_templates.add((await found_hall(work)).place.id, "Đèn", "Đã sửa.")


WRITES: tuple[tuple[Write, Topic], ...] = (
    (send_case, Topic.CASES),
    (give_work, Topic.DUE),
    (join, Topic.PEOPLE),
    (invite, Topic.PEOPLE),
    (go_away, Topic.PEOPLE),
    (let_leave, Topic.PEOPLE),
    (ask, Topic.ANSWERS),
    (note, Topic.SETTINGS),
    (undo, Topic.SETTINGS),
    (write_template, Topic.SETTINGS),
)


async def read(database: Database) -> Mapping[Topic, tuple[Any, ...]]:
    async with database.read() as work:
        return await work.stamps.read()


async def test_a_write_changes_its_topics_stamp(database: Database) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        await hall.seat("Phạm Văn Cường", "Phòng Kinh tế", Role.HEAD)
    before = await read(database)
    assert before.keys() == set(Topic)
    assert await read(database) == before  # reading changes nothing
    for write, topic in WRITES:
        async with database.write() as work:
            await write(work)
        after = await read(database)
        changed = {each for each in Topic if after[each] != before[each]}
        assert changed == {topic}, write.__name__
        before = after


async def test_what_cannot_be_delivered_changes_a_stamp(database: Database) -> None:
    async with database.write() as work:
        address = Address("web", "lan")
        await work.outbox.add(address, '{"v": 1}', kind=OutboxKind.NOTICE, now=NOW)
    before, now = await read(database), NOW
    for _ in range(6):
        async with database.write() as work:
            lease = dt.timedelta(seconds=30)
            claim = work.outbox.claim
            for each in await claim(now=now, lease=lease, limit=1, channels=["web"]):
                await work.outbox.fail(each, now=now, error="x", delay=lease)
        now += dt.timedelta(minutes=10)
    after = await read(database)
    assert {each for each in Topic if after[each] != before[each]} == {Topic.DELIVERY}


@pytest.mark.slow
async def test_reading_costs_little_with_many_due_days(database: Database) -> None:
    """A page that is open asks a few times a second: 20,000 due days may not be counted."""
    async with database.write() as work:
        hall = await found_hall(work)
        due = await hall.add_work("Phòng Kinh tế")
        office = due.office_id
        new = [
            NewDueDay(due.task_id, office, str(number), TODAY, DueState.OPEN, TODAY)
            for number in range(20_000)
        ]
        await work.due_days.add(new, locality_id=hall.place.id)
    async with database.read() as work:
        await work.stamps.read()
        began = dt.datetime.now(dt.UTC)
        for _ in range(20):
            await work.stamps.read()
        took = (dt.datetime.now(dt.UTC) - began) / 20
    print(f"reading all stamps takes {took.total_seconds() * 1000:.1f} ms")
    assert took < dt.timedelta(milliseconds=50)
