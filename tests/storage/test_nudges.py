"""What is told of due days, what is done about them, and what is told once: on both databases."""

import datetime as dt

import pytest
import sqlalchemy as sa

from storage.database import Database
from storage.errors import Conflict
from storage.old_rows import OldKind
from storage.values import (
    DueAction,
    DueState,
    NewDueDay,
    NewNudge,
    PostponementState,
    Told,
)
from storage.work import Work
from tests.factories.nudges import Town, at, found_town
from tests.factories.plans import build_task
from tests.factories.talk import build_chat

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
FRIDAY, NOW = dt.date(2026, 12, 4), at("2026-12-01", "08:00")


@pytest.fixture
async def town(database: Database) -> Town:
    town = await found_town(build_chat(database))
    await town.seat("an", ECONOMY)
    return town


def nudge(town: Town, due: int, step: int = -3, part: str = "own") -> NewNudge:
    return NewNudge(Told(due, FRIDAY, town.people["an"].id, step), part)


async def test_a_step_is_claimed_once(town: Town, database: Database) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    async with database.write() as work:
        await work.nudges.claim([nudge(town, due), nudge(town, due, -1)], now=NOW)
    with pytest.raises(Conflict):
        async with database.write() as work:
            await work.nudges.claim([nudge(town, due)], now=NOW)


async def test_what_is_claimed_is_told_later_and_may_be_taken_back(
    town: Town, database: Database
) -> None:
    due, an = await town.add(ECONOMY, FRIDAY), town.people["an"].id
    async with database.write() as work:
        await work.nudges.claim([nudge(town, due)], now=NOW)
    async with database.write() as work:
        assert await work.nudges.find_places_untold() == {town.place.id}
        assert not await work.nudges.find_places_untold(parts=["leader"])
        found = await work.nudges.untold(town.place.id, people=5)
        assert found == {an: [nudge(town, due)]}
        await work.nudges.tell(found[an], now=NOW)
        assert not await work.nudges.untold(town.place.id, people=5)
        assert await work.nudges.take_back(an, NOW) == 1
        [again] = (await work.nudges.untold(town.place.id, people=5))[an]
        assert again.is_late


async def test_two_processes_never_claim_the_same_days(town: Town, database: Database) -> None:
    for _ in range(3):
        await town.add(ECONOMY, FRIDAY)
    async with database.write() as work:
        taken = await work.due_days.claim_planned(town.place.id, FRIDAY)
        assert len(taken) == 3
        await work.due_days.plan_next({row.id: None for row in taken})
    async with database.write() as work:
        assert not await work.due_days.claim_planned(town.place.id, FRIDAY)
        assert not await work.due_days.find_places_planned(FRIDAY)


async def test_merged_offices_tell_nothing_again(town: Town, database: Database) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    async with database.write() as work:
        old = await work.offices.find(town.place.id, ECONOMY)
        new = await work.offices.ensure(town.place.id, CULTURE)
        assert old
        found = await work.due_days.find(due)
        assert found
        double = NewDueDay(found.task_id, new.id, "", FRIDAY, DueState.OPEN, FRIDAY)
        await work.due_days.add([double], locality_id=town.place.id)
        await work.nudges.claim([nudge(town, due)], now=NOW)
        await work.office_merges.merge(old.id, new.id)
        [kept] = await work.due_days.of_tasks([found.task_id])
        told = Told(kept.id, FRIDAY, town.people["an"].id, -3)
        assert await work.nudges.told([kept.id]) == {told}


async def test_a_later_pause_replaces_an_earlier_one(town: Town, database: Database) -> None:
    due, an = await town.add(ECONOMY, FRIDAY), town.people["an"].id
    async with database.write() as work:
        await work.nudges.pause(due, an, dt.date(2026, 12, 2))
        await work.nudges.pause(due, an, dt.date(2026, 12, 3))
        assert await work.nudges.pauses([due]) == {(due, an): dt.date(2026, 12, 3)}
        assert await work.nudges.resume(due, an)
        assert not await work.nudges.resume(due, an)


async def test_an_event_is_undone_once(town: Town, database: Database) -> None:
    due, an = await town.add(ECONOMY, FRIDAY), town.people["an"].id
    async with database.write() as work:
        await work.due_events.add(due, DueAction.DONE, person_id=an, now=NOW, note="Công văn 45")
        last = await work.due_events.find_last(an, since=at("2026-12-01", "00:00"), due_day_id=due)
        assert last
        assert (last.person, last.note) == ("an", "Công văn 45")
        assert await work.due_events.undo(last.id, now=NOW)
        assert not await work.due_events.undo(last.id, now=NOW)
        assert await work.due_events.find_last(an, since=at("2026-12-01", "00:00")) is None
        assert len(await work.due_events.of(due)) == 1


async def test_one_request_for_more_time_waits(town: Town, database: Database) -> None:
    due, an = await town.add(ECONOMY, FRIDAY), town.people["an"].id
    async with database.write() as work:
        for day in (18, 21):
            await work.postponements.ask(
                due, person_id=an, new_day=dt.date(2026, 12, day), reason="chờ số liệu", now=NOW
            )
        [waiting] = await work.postponements.list_waiting(town.place.id)
        assert (waiting.new_day.day, waiting.reason) == (21, "chờ số liệu")
        assert await work.postponements.decide(
            waiting.id, PostponementState.GRANTED, by=an, now=NOW
        )
        assert not await work.postponements.decide(
            waiting.id, PostponementState.REFUSED, by=an, now=NOW
        )
        assert [p.state.value for p in await work.postponements.of(due)] == ["withdrawn", "granted"]


async def test_work_given_out_is_sealed_and_read_back(town: Town, database: Database) -> None:
    secret = "Rà soát hồ sơ của bà Nguyễn Thị Lụa"
    async with database.write() as work:
        task_id = await _give(work, town, secret)
        [due] = await work.due_days.of_tasks([task_id])
        assert (due.task.content, due.plan) == (secret, None)
        assert due.assignment
        assert (due.assignment.by, due.assignment.document) == ("an", "Công văn 12")
        for table in ("tasks", "assignments"):
            rows = await work.due_days._session.execute(sa.text(f"SELECT * FROM {table}"))
            assert "Lụa" not in "".join(str(list(row)) for row in rows)


async def _give(work: Work, town: Town, content: str) -> int:
    task = build_task(content, last_day=FRIDAY)
    task_id = await work.assignments.add(
        task, locality_id=town.place.id, document="Công văn 12", by=town.people["an"].id, now=NOW
    )
    office = await work.offices.ensure(town.place.id, ECONOMY)
    due = NewDueDay(task_id, office.id, "", FRIDAY, DueState.OPEN, dt.date(2026, 12, 1))
    await work.due_days.add([due], locality_id=town.place.id)
    return task_id


async def test_what_is_told_once_is_claimed_once(database: Database) -> None:
    async with database.write() as work:
        assert await work.once.claim("morning 1", now=NOW)
        assert not await work.once.claim("morning 1", now=NOW)
        assert await work.once.find(["morning 1", "morning 2"]) == {"morning 1"}
        later = NOW + dt.timedelta(days=1)
        assert await work.old_rows.remove(OldKind.TOLD_ONCE, later, limit=9) == 1
        assert await work.once.claim("morning 1", now=NOW)


async def test_a_quota_counts_by_month(database: Database) -> None:
    async with database.write() as work:
        assert await work.quotas.count("zalo_bot", "2026-11") == 1
        assert await work.quotas.count("zalo_bot", "2026-11", by=4) == 5
        assert await work.quotas.sent("2026-11") == {"zalo_bot": 5}
        assert await work.quotas.sent("2026-12") == {}


@pytest.mark.parametrize("state", list(DueState))
async def test_only_what_is_open_can_be_disputed(
    town: Town, database: Database, state: DueState
) -> None:
    due = await town.add(ECONOMY, FRIDAY, state=state)
    async with database.write() as work:
        assert await work.due_days.dispute(due) is (state is DueState.OPEN)
