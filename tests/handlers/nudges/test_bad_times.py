"""Clocks, processes, plans and people that go wrong: nothing doubled, nothing silently lost."""

import asyncio
import datetime as dt
import time
from dataclasses import replace

import pytest

from storage.database import Database
from storage.values import Address, DueState, Role
from tests.factories.clerk import NEXT, add, load
from tests.factories.nudges import Town, at, each_day, found_town
from tests.factories.plans import CULTURE, OFFICE, build_task
from tests.factories.talk import build_chat

ECONOMY = "Phòng Kinh tế"
FRIDAY = dt.date(2026, 12, 4)
STEPS = [dt.date(2026, 12, d) for d in (1, 3, 4, 7)]
Day = dt.date


@pytest.fixture
async def town(sqlite: Database) -> Town:
    town = await found_town(build_chat(sqlite))
    await town.seat("an", ECONOMY)
    await town.seat("clerk", "Văn phòng", role=Role.CLERK)
    return town


async def told_steps(town: Town, name: str = "an") -> list[tuple[Day, int]]:
    """Give the steps that somebody was told, each with the day it leads to."""
    async with town.chat.app.database.read() as work:
        ids = [due.id for due in await work.due_days.of_place(town.place.id, frozenset(DueState))]
        found = await work.nudges.told(ids)
    person = town.people[name].id
    return sorted((told.due_on, told.step) for told in found if told.person_id == person)


async def test_a_clock_a_day_ahead_loses_nothing_when_it_is_right_again(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY, known=Day(2026, 11, 27))
    assert not await town.tick("2026-11-30")
    assert set(await town.tick("2026-12-01")) == {"an"}  # while it is Monday, in truth
    assert not await town.tick("2026-11-30", "14:00")
    days = await town.days_of("an", Day(2026, 12, 1), Day(2026, 12, 8))
    assert days == [day for day in STEPS if day.day != 1]


async def test_a_clock_that_goes_back_a_day_waits_for_the_right_one(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY, known=Day(2026, 11, 30))
    assert set(await town.tick("2026-12-01")) == {"an"}
    assert not await town.tick("2026-11-29")
    assert not await town.tick("2026-11-30")
    assert await town.days_of("an", Day(2026, 12, 1), Day(2026, 12, 8)) == STEPS[1:]


async def test_what_became_known_by_a_clock_ahead_is_told_once_it_is_so(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY, known=Day(2026, 12, 1))
    assert not await town.tick("2026-11-30")
    assert await town.days_of("an", Day(2026, 12, 1), Day(2026, 12, 4)) == [
        Day(2026, 12, 2),
        *STEPS[1:3],
    ]


async def test_a_week_asleep_is_told_once_and_says_so(town: Town) -> None:
    for last_day in (FRIDAY, Day(2026, 12, 7), Day(2026, 12, 9)):
        await town.add(ECONOMY, last_day)
    assert set(await town.tick("2026-11-30")) == {"an"}
    told = await town.tick("2026-12-07", "15:00")
    [text] = told["an"]
    assert "gửi muộn" in text
    assert [text.count(f"Việc số {n}") for n in (1, 2, 3)] == [1, 1, 1]
    assert not await town.tick("2026-12-07", "15:01")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
async def test_the_machines_time_zone_changes_nothing(
    town: Town, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"an"}
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        assert not await town.tick("2026-12-01", "19:59")
        assert not await town.tick("2026-12-03", "07:29")
        assert set(await town.tick("2026-12-03", "07:30")) == {"an"}
        assert not await town.tick("2026-12-03", "20:00")
    time.tzset()
    assert set(await town.tick("2026-12-04")) == {"an"}


async def test_two_clerks_who_confirm_at_once_have_each_step_told_once(database: Database) -> None:
    town = await found_town(build_chat(database))
    town.chat.clock.moment = at("2026-11-02")
    await town.seat("an", CULTURE)
    report = await add(town.chat, is_announced=False)

    async def confirm() -> bool:
        try:
            await town.chat.app.plans.confirm(report.plan_id, now=at("2026-11-02"))
        except Exception:  # noqa: BLE001 - which of them is told so does not matter here
            return False
        return True

    assert sorted(await asyncio.gather(confirm(), confirm())) == [False, True]
    assert set(await town.tick("2026-12-01")) == {"an"}
    assert await told_steps(town) == [(FRIDAY, -3)]


async def test_an_office_renamed_in_the_middle_of_a_ladder_goes_on(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"an"}
    async with town.chat.app.database.write() as work:
        office = await work.offices.find(town.place.id, ECONOMY)
        assert office
        await work.offices.rename(office.id, "Phòng Kinh tế, Hạ tầng và Đô thị")
    assert await town.days_of("an", Day(2026, 12, 2), FRIDAY) == STEPS[1:3]


async def test_an_office_that_ends_hands_its_ladder_on(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"an"}
    async with town.chat.app.database.write() as work:
        old = await work.offices.find(town.place.id, ECONOMY)
        new = await work.offices.ensure(town.place.id, "Phòng Hạ tầng")
        assert old
        await work.offices.end(old.id, last_day=Day(2026, 12, 1), successor_id=new.id)
    told = await town.tick("2026-12-03")
    assert set(told) == {"an"}
    assert "gửi muộn" not in told["an"][0]


async def test_an_office_that_ends_with_nobody_after_it_is_told_to_the_clerk(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    assert set(await town.tick("2026-12-01")) == {"an"}
    async with town.chat.app.database.write() as work:
        office = await work.offices.find(town.place.id, ECONOMY)
        assert office
        await work.offices.end(office.id, last_day=Day(2026, 12, 1))
    assert set(await town.tick("2026-12-02")) == {"clerk"}
    assert set(await town.tick("2026-12-09")) == {"clerk"}


async def test_who_leaves_between_claim_and_telling_hears_nothing(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    await town.seat("binh", ECONOMY)
    town.chat.clock.moment = at("2026-12-01")
    async with town.chat.app.database.write() as work:
        assert await town.chat.app.nudges.claim(work, town.place.id, now=at("2026-12-01"))
        await work.people.leave(town.people["an"].id, now=at("2026-12-01"), today=Day(2026, 12, 1))
    assert set(await town.tick("2026-12-01", "08:00")) == {"binh"}
    assert not await town.tick("2026-12-01", "08:01")


async def test_a_plan_replaced_on_its_due_day_tells_the_new_day_only(sqlite: Database) -> None:
    town = await found_town(build_chat(sqlite))
    town.chat.clock.moment = at("2026-11-02")
    await town.seat("an", CULTURE)
    await load(town.chat)
    assert set(await town.tick(FRIDAY)) == {"an"}
    town.chat.clock.moment = at(FRIDAY, "09:00")
    await load(town.chat, NEXT)
    days = await town.days_of("an", FRIDAY, Day(2026, 12, 18), "10:00")
    # The new day is Saturday 19/12: told the morning after it became known only by its own ladder.
    assert days == [Day(2026, 12, d) for d in (15, 17, 18)]
    assert {due_on for due_on, _ in await told_steps(town)} == {FRIDAY, Day(2026, 12, 19)}


async def test_a_plan_replaced_by_itself_on_its_due_day_tells_nothing_again(
    sqlite: Database,
) -> None:
    town = await found_town(build_chat(sqlite))
    town.chat.clock.moment = at("2026-11-02")
    await town.seat("an", CULTURE)
    await town.seat("thu", OFFICE)
    await load(town.chat)
    assert "an" in await town.tick(FRIDAY)
    town.chat.clock.moment = at(FRIDAY, "09:00")
    await load(town.chat, NEXT.replace("Trước ngày 20/12/2026", "Trước ngày 05/12/2026"))
    assert "an" not in await town.tick(FRIDAY, "10:00")
    assert "an" in await town.tick("2026-12-07")


async def test_who_blocks_the_bot_is_told_to_the_clerk_once(town: Town) -> None:
    for day in (FRIDAY, Day(2026, 12, 8)):
        await town.add(ECONOMY, day)
    town.chat.channel.unreachable.add(Address("web", "an"))
    texts = [
        text
        for day in each_day(Day(2026, 11, 30), Day(2026, 12, 2))
        for time_ in ("07:30", "12:00")
        for text in (await town.tick(day, time_)).get("clerk", [])
    ]
    assert sum("Không gửi được tin tới an" in text for text in texts) == 1


async def test_a_place_without_a_clerk_is_told_like_any_other(sqlite: Database) -> None:
    town = await found_town(build_chat(sqlite))
    await town.seat("an", ECONOMY)
    await town.add(ECONOMY, FRIDAY)
    assert await town.days_of("an", Day(2026, 12, 1), Day(2026, 12, 8)) == STEPS


async def test_one_who_is_linked_twice_is_told_once(town: Town) -> None:
    await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        an = town.people["an"]
        await work.people.add_address(an.id, Address("web", "an-2"), now=at("2026-11-30"))
        await work.people.add_address(an.id, Address("zalo", "an-3"), now=at("2026-11-29"))
    assert set(await town.tick("2026-12-01")) == {"an-2"}
    assert not await town.tick("2026-12-01", "09:00")


async def test_what_is_kept_goes_on_from_where_it_was(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.due_days.dispute(due)
    assert "an" not in await town.tick("2026-12-01")
    async with town.chat.app.database.write() as work:
        await work.due_days.reopen(due, DueState.OPEN, on=Day(2026, 12, 2))
    [text] = (await town.tick("2026-12-02"))["an"]
    assert "Việc số 1" in text


async def test_leaders_hear_at_their_next_step_of_what_was_reopened_in_a_week(
    town: Town,
) -> None:
    await town.seat("deputy", "Phó Chủ tịch UBND xã", role=Role.LEADER)
    due = await town.add(ECONOMY, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.due_days.dispute(due)
    assert "deputy" not in await town.tick("2026-12-14", "07:00")
    async with town.chat.app.database.write() as work:
        await work.due_days.reopen(due, DueState.OPEN, on=Day(2026, 12, 15))
    days = await town.days_of("deputy", Day(2026, 12, 15), Day(2026, 12, 29))
    assert days == [Day(2026, 12, 21), Day(2026, 12, 28)]


async def test_a_supporting_office_is_told_once_however_often_it_is_put_off(town: Town) -> None:
    await town.seat("binh", CULTURE)
    task = replace(build_task(lead=(ECONOMY,), last_day=FRIDAY), supporting=(CULTURE,))
    due = await town.add(ECONOMY, FRIDAY, task=task)
    assert set(await town.tick("2026-12-01")) == {"an", "binh"}
    async with town.chat.app.database.write() as work:
        await work.due_days.put_off(due, Day(2026, 12, 11), on=Day(2026, 12, 1))
    assert set(await town.tick("2026-12-08")) == {"an"}
