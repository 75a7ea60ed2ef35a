"""What reaches the clerks through the schedule, and what is passed on for whom nothing reaches."""

import datetime as dt

import pytest

from storage.database import Database
from storage.values import Address, Role
from tests.factories.nudges import Town, found_town
from tests.factories.talk import build_chat

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
FRIDAY = dt.date(2026, 12, 4)
TUESDAY, THURSDAY = dt.date(2026, 12, 1), dt.date(2026, 12, 3)


@pytest.fixture
async def town(sqlite: Database) -> Town:
    town = await found_town(build_chat(sqlite))
    await town.seat("clerk", "Văn phòng", role=Role.CLERK)
    await town.seat("head", ECONOMY, role=Role.HEAD)
    await town.seat("an", ECONOMY)
    return town


async def test_each_clerk_hears_once_a_morning_of_an_office_without_anybody(town: Town) -> None:
    await town.seat("other", "Văn phòng", role=Role.CLERK)
    await town.add(CULTURE, FRIDAY)
    told = await town.tick(TUESDAY)
    assert set(told) == {"clerk", "other"}
    assert all(
        f"{CULTURE} có 1 việc sắp đến hạn nhưng chưa có ai" in texts[-1] for texts in told.values()
    )
    assert not await town.tick(TUESDAY, "09:00")
    assert set(await town.tick(THURSDAY)) == {"clerk", "other"}
    await town.seat("binh", CULTURE)
    assert set(await town.tick(FRIDAY)) == {"binh"}


async def test_who_blocks_the_bot_is_told_through_others_until_they_write(town: Town) -> None:
    channel = town.chat.channel
    channel.unreachable.add(Address("web", "an"))
    await town.add(ECONOMY, FRIDAY)
    told = await town.tick(TUESDAY)
    [text] = told["clerk"]
    assert text.startswith(f"Không gửi được tin tới an ({ECONOMY})")
    assert "Việc số 1 phải làm" in text
    told = await town.tick(THURSDAY)
    assert set(told) == {"head"}
    assert "chuyển tới an" in told["head"][0]
    channel.unreachable.clear()
    await town.chat.other("an").says("việc của tôi")
    assert set(await town.tick(FRIDAY)) == {"an"}
