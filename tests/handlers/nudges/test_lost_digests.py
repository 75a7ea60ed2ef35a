"""Digests that never arrive: made again, or their people's items told to others; nothing twice."""

import datetime as dt

import pytest

from storage.database import Database
from storage.values import Address
from tests.factories.nudges import Town, at, found_town
from tests.factories.talk import build_chat

ECONOMY = "Phòng Kinh tế"
FRIDAY = dt.date(2026, 12, 4)


@pytest.fixture
async def town(database: Database) -> Town:
    town = await found_town(build_chat(database))
    await town.seat("an", ECONOMY)
    await town.add(ECONOMY, FRIDAY)
    return town


async def test_what_went_stale_overnight_is_told_the_next_morning_as_late(town: Town) -> None:
    town.chat.channel.failures = 100
    assert not await town.tick("2026-12-01", "19:59")
    town.chat.channel.failures = 0
    town.chat.clock.moment = at("2026-12-02", "00:01")
    await town.chat.app.courier.sweep()
    [text] = (await town.tick("2026-12-02"))["an"]
    assert "gửi muộn" in text
    assert not await town.tick("2026-12-02", "08:00")


async def test_a_second_address_takes_over_and_nothing_is_told_twice(town: Town) -> None:
    an, old = town.people["an"], Address("web", "an")
    town.chat.channel.unreachable.add(Address("web", "an-moi"))
    async with town.chat.app.database.write() as work:
        await work.people.add_address(an.id, Address("web", "an-moi"), now=at("2026-11-30"))
    told = await town.tick("2026-12-01")
    assert set(told) == {old.user}
    assert not await town.tick("2026-12-02")
