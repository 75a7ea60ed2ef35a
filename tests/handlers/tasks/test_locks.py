"""Acts beside a tick or a replanning on PostgreSQL: one waits for the other, neither fails."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest

from handlers.assigning.giving import withdraw
from handlers.errors import HandlerError
from handlers.people.directory import load_directory
from handlers.tasks.acts import finish
from handlers.tasks.disputing import give
from storage.cipher import Cipher
from storage.database import Database
from storage.values import DueAction, DueDay, DueState, NewDueDay
from storage.work import Work
from tests.factories.nudges import Town, at, found_town
from tests.factories.plans import build_task
from tests.factories.talk import build_chat

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
FRIDAY, NOW = dt.date(2026, 12, 4), at("2026-12-01", "08:00")
WHILE = 0.15  # seconds in which the other has begun


@pytest.fixture
async def town(postgres_url: str, keys: list[str]) -> AsyncIterator[Town]:
    database = Database(postgres_url, Cipher(keys))
    town = await found_town(build_chat(database))
    await town.seat("an", ECONOMY)
    await town.seat("binh", CULTURE)
    yield town
    await database.close()


async def find(work: Work, due_day_id: int) -> DueDay:
    found = await work.due_days.find(due_day_id)
    assert found
    return found


async def hand_over(town: Town, due_day_id: int) -> None:
    async with town.chat.app.database.write() as work:
        directory = await load_directory(work, town.place, on=NOW.date())
        office = directory.find_office(CULTURE)
        assert office
        due = await find(work, due_day_id)
        await give(
            work, due, None, office=office, directory=directory, now=NOW,
            calendar=town.chat.app.calendar,
        )  # fmt: skip


async def test_work_is_given_away_beside_what_changes_the_places_days(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.localities.hold(town.place.id)
        giving = asyncio.create_task(hand_over(town, due))
        await asyncio.sleep(WHILE)
        await work.due_days.plan_anew(ids=[due], on=FRIDAY)
    await giving
    async with town.chat.app.database.read() as work:
        task_id = (await find(work, due)).task_id
        held = {each.office: each.state for each in await work.due_days.of_tasks([task_id])}
    assert held == {ECONOMY: DueState.CANCELLED, CULTURE: DueState.OPEN}


async def test_what_is_done_meanwhile_is_not_withdrawn(town: Town) -> None:
    calendar = town.chat.app.calendar
    async with town.chat.app.database.write() as work:
        office = await work.offices.find(town.place.id, ECONOMY)
        assert office
        task_id = await work.assignments.add(
            build_task(), locality_id=town.place.id, document="", by=None, now=NOW
        )
        new = NewDueDay(task_id, office.id, "", FRIDAY, DueState.OPEN, NOW.date())
        await work.due_days.add([new], locality_id=town.place.id)
        [due] = await work.due_days.of_tasks([task_id])

    async def take_back() -> str:
        async with town.chat.app.database.write() as work:
            directory = await load_directory(work, town.place, on=NOW.date())
            try:
                await withdraw(work, directory, due, by=None, now=NOW, calendar=calendar)
            except HandlerError as error:
                return error.code
        return "withdrawn"

    async with town.chat.app.database.write() as work:
        await finish(work, due, None, now=NOW, calendar=calendar)
        taking = asyncio.create_task(take_back())
        await asyncio.sleep(WHILE)
    assert await taking == "withdraw_done"
    async with town.chat.app.database.read() as work:
        assert [e.action for e in await work.due_events.of(due.id)] == [DueAction.DONE]


async def test_a_tick_leaves_what_somebody_acts_on_to_the_next_one(town: Town) -> None:
    held, free = [await town.add(ECONOMY, FRIDAY) for _ in range(2)]
    app = town.chat.app
    async with app.database.write() as work:
        await work.due_days.hold(held)
        async with app.database.write() as tick:
            assert await app.nudges.claim(tick, town.place.id, now=NOW)
        async with app.database.read() as other:
            assert {each.due_day_id for each in await other.nudges.told([held, free])} == {free}
        await finish(work, await find(work, held), None, now=NOW, calendar=app.calendar)
    told = await town.tick("2026-12-01", "09:00")
    assert "1 việc" in told["an"][0]


async def test_of_two_processes_at_a_place_one_leaves_it_to_the_other(town: Town) -> None:
    due, app = await town.add(ECONOMY, FRIDAY), town.chat.app
    async with app.database.write() as first, app.database.write() as second:
        assert await app.nudges.claim(first, town.place.id, now=NOW)
        assert not await app.nudges.claim(second, town.place.id, now=NOW)
        assert not await app.nudges.put_out(second, town.place.id, now=NOW)
    assert set(await town.tick("2026-12-01", "09:00")) == {"an"}
    async with app.database.read() as work:
        assert len(await work.nudges.told([due])) == 1
