"""Reminders, on both databases."""

import asyncio
import datetime as dt

from storage.database import Database
from storage.old_rows import OldKind
from storage.values import Address
from tests.factories.plans import build_plan

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
LAN, MINH = Address("web", "lan"), Address("zalo_bot", "minh")
LAST_DAY = dt.date(2026, 12, 4)
FRIDAY, MONDAY = dt.date(2026, 11, 27), dt.date(2026, 11, 30)


async def add_task(database: Database, *, is_confirmed: bool = True) -> int:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        plan_id = await work.plans.add(
            build_plan(), locality_id=place.id, digest="d", is_sample=False, now=NOW
        )
        if is_confirmed:
            await work.plans.confirm(plan_id, now=NOW)
        [task] = await work.plans.tasks(plan_id)
    return task.id


async def add(database: Database, task_id: int, to: Address = LAN, on: dt.date = MONDAY) -> bool:
    async with database.write() as work:
        return await work.reminders.add(to, task_id, last_day=LAST_DAY, remind_on=on)


async def test_a_reminder_comes_back_with_its_task(database: Database) -> None:
    task_id = await add_task(database)
    assert await add(database, task_id)
    async with database.read() as work:
        found = await work.reminders.find(LAN, task_id, last_day=LAST_DAY)
        other = await work.reminders.find(MINH, task_id, last_day=LAST_DAY)
        another_day = await work.reminders.find(LAN, task_id, last_day=MONDAY)
    assert found
    assert (found.to, found.remind_on, found.told_at) == (LAN, MONDAY, None)
    assert found.task.content == build_plan().tasks[0].content
    assert found.plan.number == "07/KH-UBND"
    assert other is None
    assert another_day is None


async def test_there_is_one_for_each_person_task_and_day(database: Database) -> None:
    task_id = await add_task(database)
    assert await add(database, task_id)
    assert not await add(database, task_id, on=FRIDAY)
    assert await add(database, task_id, MINH)
    async with database.read() as work:
        [own] = await work.reminders.waiting(LAN)
    assert own.remind_on == MONDAY


async def test_it_is_due_from_its_morning_until_it_is_claimed(database: Database) -> None:
    await add(database, await add_task(database))
    async with database.write() as work:
        assert not await work.reminders.due(FRIDAY)
        [found] = await work.reminders.due(MONDAY)
        [late] = await work.reminders.due(LAST_DAY)
        assert late == found
        assert await work.reminders.claim(found.id, now=NOW)
        assert not await work.reminders.claim(found.id, now=NOW)
        assert not await work.reminders.due(LAST_DAY)
        assert not await work.reminders.waiting(LAN)


async def test_of_two_that_claim_at_once_one_wins(database: Database) -> None:
    await add(database, await add_task(database))

    async def claim() -> bool:
        async with database.write() as work:
            due = await work.reminders.due(MONDAY)
            return bool(due) and await work.reminders.claim(due[0].id, now=NOW)

    assert sorted(await asyncio.gather(claim(), claim(), claim())) == [False, False, True]


async def test_one_that_was_told_can_be_set_again(database: Database) -> None:
    task_id = await add_task(database)
    await add(database, task_id)
    async with database.write() as work:
        [found] = await work.reminders.due(MONDAY)
        await work.reminders.claim(found.id, now=NOW)
        await work.reminders.move(found.id, FRIDAY)
        [again] = await work.reminders.due(FRIDAY)
        assert (again.remind_on, again.told_at) == (FRIDAY, None)
        assert await work.reminders.remove(found.id)
        assert not await work.reminders.remove(found.id)


async def test_plans_that_are_not_in_force_remind_of_nothing(database: Database) -> None:
    await add(database, await add_task(database, is_confirmed=False))
    async with database.write() as work:
        assert not await work.reminders.due(LAST_DAY)
        assert not await work.reminders.waiting(LAN)


async def test_a_plan_that_is_removed_takes_its_reminders_with_it(database: Database) -> None:
    task_id = await add_task(database)
    await add(database, task_id)
    async with database.write() as work:
        await work.plans.remove(1)
        assert await work.reminders.find(LAN, task_id, last_day=LAST_DAY) is None


async def test_old_ones_are_forgotten(database: Database) -> None:
    await add(database, await add_task(database))
    async with database.write() as work:
        assert await work.old_rows.remove(OldKind.REMINDERS, MONDAY, limit=9) == 0
        assert await work.old_rows.remove(OldKind.REMINDERS, LAST_DAY, limit=9) == 1
