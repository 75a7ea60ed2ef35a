"""What changes between a step's claim and its telling, and who begins in the middle of a ladder."""

import datetime as dt

import pytest

from handlers.people import NewInvitation, invite
from handlers.people.leaving import leave
from storage.database import Database
from storage.values import Address, DueDay, DueState, NewDueDay, NewNudge, Role, Told
from tests.factories.nudges import PLACE, Town, at, found_town
from tests.factories.plans import build_task
from tests.factories.talk import build_chat

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
FRIDAY = dt.date(2026, 12, 4)
Day = dt.date


@pytest.fixture
async def town(sqlite: Database) -> Town:
    town = await found_town(build_chat(sqlite))
    await town.seat("an", ECONOMY)
    await town.seat("binh", CULTURE)
    return town


async def find(town: Town, due: int) -> DueDay:
    async with town.chat.app.database.read() as work:
        found = await work.due_days.find(due)
    assert found
    return found


async def claim(town: Town, due: int, *, on: str = "2026-12-01") -> None:
    """Claim a step for An, as a tick does that is killed before it tells."""
    nudge = NewNudge(Told(due, FRIDAY, town.people["an"].id, -3), "own")
    async with town.chat.app.database.write() as work:
        await work.nudges.claim([nudge], now=at(on))
        await work.due_days.plan_next({due: Day(2026, 12, 3)})


async def test_what_was_put_off_before_it_was_told_is_told_by_its_new_ladder(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    await claim(town, due)
    async with town.chat.app.database.write() as work:
        await work.due_days.put_off(due, Day(2026, 12, 25), on=Day(2026, 12, 1))
    assert not await town.tick("2026-12-01", "10:00")
    assert not await town.tick("2026-12-02")
    assert set(await town.tick("2026-12-16")) == {"an"}


async def test_what_passed_to_another_office_is_told_there_alone(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    await claim(town, due)
    async with town.chat.app.database.write() as work:
        other = await work.offices.ensure(town.place.id, CULTURE)
        await work.due_days.give(due, other.id, on=Day(2026, 12, 1))
    assert not await town.tick("2026-12-01", "10:00")
    assert set(await town.tick("2026-12-03")) == {"binh"}


async def test_what_is_put_off_by_its_person_before_it_was_told_waits(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    await claim(town, due)
    async with town.chat.app.database.write() as work:
        await work.nudges.pause(due, town.people["an"].id, Day(2026, 12, 3))
        await work.due_days.plan_anew(ids=[due], on=Day(2026, 12, 1))
    assert not await town.tick("2026-12-01", "10:00")
    assert not await town.tick("2026-12-02")
    assert set(await town.tick("2026-12-03")) == {"an"}


async def test_a_head_who_wants_to_hear_later_does(town: Town) -> None:
    await town.seat("head", ECONOMY, role=Role.HEAD)
    due = await town.add(ECONOMY, FRIDAY)
    town.chat.clock.moment = at("2026-12-08")
    assert "Sẽ nhắc" in await town.chat.other("head").says(f"nhắc lại V{due} ngày 10/12")
    assert "head" not in await town.tick("2026-12-08", "09:00")
    assert "head" in await town.tick("2026-12-10")


@pytest.mark.parametrize(
    ("last_day", "heard"),
    [
        (Day(2026, 12, 3), Day(2026, 12, 1)),  # three steps of its ladder have passed
        (Day(2026, 11, 20), Day(2026, 12, 1)),  # overdue; the next step is weeks away
        (Day(2026, 11, 30), Day(2026, 11, 30)),  # due today
        (Day(2026, 12, 31), Day(2026, 12, 22)),  # no step yet: its first one
    ],
)
async def test_who_links_late_hears_the_next_morning_of_what_is_open(
    town: Town, last_day: Day, heard: Day
) -> None:
    newcomer, office = town.chat.other("moi"), "Công an xã"
    await town.add(office, last_day)
    await town.tick("2026-11-30")
    code = await invite(
        town.chat.app.database, NewInvitation(PLACE, office, "Mới"), now=town.chat.clock.now()
    )
    town.chat.clock.moment = at("2026-11-30", "09:00")
    assert "Từ nay Anh/Chị nhận nhắc việc" in await newcomer.says(code)
    days = [
        day
        for n in range(25)
        if "moi" in await town.tick(day := Day(2026, 11, 30) + dt.timedelta(n), "10:00")
    ]
    assert days[0] == heard


async def test_who_follows_somebody_hears_the_next_morning(town: Town) -> None:
    await town.add(ECONOMY, Day(2026, 11, 20))
    await town.tick("2026-11-30")
    async with town.chat.app.database.write() as work:
        an, binh = town.people["an"], town.people["binh"]
        await leave(work, an.id, successor_id=binh.id, now=at("2026-11-30", "09:00"))
    assert not await town.tick("2026-11-30", "10:00")
    assert set(await town.tick("2026-12-01")) == {"binh"}


async def test_offices_made_one_lose_no_open_work(town: Town) -> None:
    due = await town.add(ECONOMY, FRIDAY)
    found = await find(town, due)
    async with town.chat.app.database.write() as work:
        old = await work.offices.find(town.place.id, ECONOMY)
        new = await work.offices.find(town.place.id, CULTURE)
        assert old
        assert new
        double = NewDueDay(found.task_id, new.id, "", FRIDAY, DueState.CANCELLED, FRIDAY)
        await work.due_days.add([double], locality_id=town.place.id)
        await work.office_merges.merge(old.id, new.id)
        [kept] = await work.due_days.of_tasks([found.task_id])
    assert (kept.state, kept.office) == (DueState.OPEN, CULTURE)
    assert "binh" in await town.tick("2026-12-03")


async def test_a_clerk_without_room_in_the_quota_hears_it_when_there_is(sqlite: Database) -> None:
    town = await found_town(build_chat(sqlite, quotas="web:10"))
    await town.seat("clerk", "Văn phòng", role=Role.CLERK)
    await town.add(CULTURE, Day(2026, 12, 15))
    async with sqlite.write() as work:
        await work.quotas.count("web", "2026-11", by=10)
    assert not await town.tick("2026-11-30")
    assert set(await town.tick("2026-12-01")) == {"clerk"}


async def test_one_without_work_to_tell_keeps_nobody_from_theirs(town: Town) -> None:
    """Twenty people who cannot be told come first: the others are told in the same tick or next."""
    due = await town.add(CULTURE, FRIDAY)
    async with town.chat.app.database.write() as work:
        await work.people.forget_address(Address("web", "an"))
    nudge = NewNudge(Told(due, FRIDAY, town.people["an"].id, -3), "own")
    async with town.chat.app.database.write() as work:
        await work.nudges.claim([nudge], now=at("2026-11-30"))
    assert set(await town.tick("2026-12-01")) == {"binh"}


async def test_work_given_out_is_words_of_its_own_offices_only(town: Town) -> None:
    await town.seat("head", ECONOMY, role=Role.HEAD)
    async with town.chat.app.database.write() as work:
        office = await work.offices.find(town.place.id, CULTURE)
        assert office
        task = build_task("Xác minh hộ nghèo tổ 3", lead=(CULTURE,), last_day=Day(2026, 11, 20))
        task_id = await work.assignments.add(
            task, locality_id=town.place.id, document="", by=None, now=at("2026-11-10")
        )
        new = NewDueDay(task_id, office.id, "", Day(2026, 11, 20), DueState.OPEN, Day(2026, 11, 10))
        await work.due_days.add([new], locality_id=town.place.id)
        [due] = await work.due_days.of_tasks([task_id])
    town.chat.clock.moment = at("2026-12-01")
    head = town.chat.other("head")
    asked = [f"xem V{due.id}", f"tình hình V{due.id}", "việc quá hạn", f"việc của {CULTURE}",
             "tình hình xác minh hộ nghèo"]  # fmt: skip
    for words in asked:
        assert "tổ 3" not in await head.says(words), words
    assert "tổ 3" in await town.chat.other("binh").says(f"xem V{due.id}")
