"""Two officials who press at the same moment: one act, and the other is told so."""

import asyncio
import datetime as dt

from handlers.errors import HandlerError
from handlers.tasks.acts import finish
from handlers.tasks.extending import ask_more_time, decide_more_time
from knowledge.calendar import load_calendar
from storage.database import Database
from storage.values import DueAction, DueDay, DueState, NewDueDay, Person, Role
from storage.work import Work
from tests.factories.cases import LAND, Town, found_town
from tests.factories.plans import build_task
from tests.factories.talk import MONDAY

CALENDAR = load_calendar()


async def open_work(work: Work) -> tuple[Town, DueDay]:
    """Found a place whose office for land has one piece of work."""
    town = await found_town(work, approver=Role.LEADER)
    task_id = await work.assignments.add(
        build_task("Báo cáo đất đai"), locality_id=town.place_id, document="", by=None, now=MONDAY
    )
    due = NewDueDay(
        task_id,
        town.offices[LAND],
        "",
        dt.date(2026, 12, 4),
        DueState.OPEN,
        known_since=MONDAY.date(),
    )
    await work.due_days.add([due], locality_id=town.place_id)
    [stored] = await work.due_days.of_tasks([task_id])
    return town, stored


async def test_done_twice_at_once_is_done_once(database: Database) -> None:
    async with database.write() as work:
        town, due = await open_work(work)

    async def press(person: Person) -> str:
        try:
            async with database.write() as work:
                await finish(work, due, person, now=MONDAY, calendar=CALENDAR)
        except HandlerError as error:
            return error.code
        return "done"

    said = await asyncio.gather(press(town.people["dia"]), press(town.people["truong"]))
    assert sorted(said) == ["done", "task_done_already"]
    async with database.read() as work:
        assert [e.action for e in await work.due_events.of(due.id)] == [DueAction.DONE]


async def test_granted_and_refused_at_once_is_decided_once(database: Database) -> None:
    async with database.write() as work:
        town, due = await open_work(work)
        day = dt.date(2026, 12, 11)
        officer = town.people["dia"]
        await ask_more_time(work, due, officer, day=day, reason="", now=MONDAY, calendar=CALENDAR)

    async def decide(*, is_granted: bool) -> str:
        try:
            async with database.write() as work:
                await decide_more_time(
                    work,
                    due,
                    town.people["chutich"],
                    is_granted=is_granted,
                    now=MONDAY,
                    calendar=CALENDAR,
                )
        except HandlerError as error:
            return error.code
        return "granted" if is_granted else "refused"

    said = await asyncio.gather(decide(is_granted=True), decide(is_granted=False))
    decided = next(each for each in said if not each.startswith("task_"))
    assert f"task_{decided}_already" in said
    async with database.read() as work:
        found = await work.due_days.find(due.id)
    assert found
    assert (found.due_on == day) is (decided == "granted")
