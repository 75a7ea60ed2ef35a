"""Officers whom nothing reaches any more: the clerk hears once, and nothing is lost."""

import pytest

from handlers.messages import Reply
from handlers.nudges.unreachable import note_unreachable
from storage.database import Database
from storage.values import Address, OutboxKind, Person, Role
from tests.factories.post import HOUR, Post, ToldChannel, open_post
from tests.factories.talk import MONDAY, build_chat
from tests.factories.town_hall import ECONOMY, found_hall

AN, BINH = Address("web", "An"), Address("web", "Bình")
DIGEST = Reply("2 việc", kind=OutboxKind.DIGEST)


async def seat(database: Database) -> Person:
    async with database.write() as work:
        hall = await found_hall(work)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        await hall.add_work(ECONOMY)
        return await hall.seat("Trần Văn An", ECONOMY)


async def find(database: Database, address: Address = AN) -> Person:
    async with database.read() as work:
        found = await work.people.find(address, on=MONDAY.date())
    assert found
    return found


async def deliver(post: Post, *replies: Reply, to: Address = AN) -> None:
    await post.put(*replies, to=to)
    for _ in range(8):
        await post.sweep_after(minutes=15)


@pytest.fixture
def channel() -> ToldChannel:
    return ToldChannel(name="web", dead={"An"})


async def test_the_clerk_is_told_once_with_what_is_open(
    sqlite: Database, channel: ToldChannel
) -> None:
    await seat(sqlite)
    post = open_post(sqlite, channel)
    await deliver(post, DIGEST)
    await deliver(post, Reply("thêm", kind=OutboxKind.NOTICE))
    assert not (await find(sqlite)).has_chat
    [(user, text, _)] = channel.sent
    assert user == "Bình"
    assert text.startswith(f"Không gửi được tin tới Trần Văn An ({ECONOMY})")
    assert "1 việc chưa hoàn thành:\n- Báo cáo rà soát thủ tục – hạn thứ Sáu 27/11/2026" in text


async def test_the_clerk_is_left_alone_on_a_day_off(sqlite: Database, channel: ToldChannel) -> None:
    await seat(sqlite)
    post = open_post(sqlite, channel)
    post.clock.moment = MONDAY - 2 * 24 * HOUR
    await deliver(post, DIGEST)
    assert not (await find(sqlite)).has_chat
    assert not channel.sent
    post.clock.moment = MONDAY
    await post.sweep_after(minutes=1)
    assert [user for user, _, _ in channel.sent] == ["Bình"]


async def test_another_address_is_tried_first(sqlite: Database, channel: ToldChannel) -> None:
    an = await seat(sqlite)
    async with sqlite.write() as work:
        await work.people.add_address(an.id, Address("web", "An2"), now=MONDAY - HOUR)
    await deliver(open_post(sqlite, channel), DIGEST)
    assert [user for user, _, _ in channel.sent] == ["An2"]
    assert (await find(sqlite)).has_chat


async def test_a_reply_that_does_not_arrive_is_no_sign(
    sqlite: Database, channel: ToldChannel
) -> None:
    await seat(sqlite)
    await deliver(open_post(sqlite, channel), Reply("đã ghi"))
    assert (await find(sqlite)).has_chat
    assert not channel.sent


async def test_what_a_broken_channel_parks_is_told_but_says_nothing_of_the_person(
    sqlite: Database,
) -> None:
    await seat(sqlite)
    channel = ToldChannel(name="web", failures=[RuntimeError()] * 5)
    await deliver(open_post(sqlite, channel), DIGEST)
    assert (await find(sqlite)).has_chat
    [(user, text, _)] = channel.sent
    assert user == "Bình"
    assert "do lỗi gửi tin" in text
    assert "Báo cáo rà soát thủ tục" in text


async def test_a_delivery_or_a_new_address_reaches_them_again(
    sqlite: Database, channel: ToldChannel
) -> None:
    an = await seat(sqlite)
    post = open_post(sqlite, channel)
    await deliver(post, DIGEST)
    channel.dead.clear()
    await deliver(post, DIGEST)
    assert (await find(sqlite)).has_chat
    async with sqlite.write() as work:
        assert await work.people.set_unreachable(an.id, MONDAY)
        await work.people.add_address(an.id, Address("web", "An3"), now=MONDAY)
    assert (await find(sqlite)).has_chat


async def test_who_writes_is_reached_again(sqlite: Database) -> None:
    an = await seat(sqlite)
    async with sqlite.write() as work:
        await work.people.set_unreachable(an.id, MONDAY)
    await build_chat(sqlite).other("An").says("xin chào")
    assert (await find(sqlite)).has_chat


async def test_an_only_clerk_who_blocks_is_told_to_the_leaders(sqlite: Database) -> None:
    await seat(sqlite)
    async with sqlite.write() as work:
        await (await found_hall(work)).seat("Trần Thị Mai", "Chủ tịch UBND", Role.LEADER)
    channel = ToldChannel(name="web", dead={"Bình"})
    await deliver(open_post(sqlite, channel), DIGEST, to=BINH)
    [(user, text, _)] = channel.sent
    assert user == "Mai"
    assert "Hiện người này không có việc nào chưa hoàn thành." in text


async def test_citizens_and_what_is_gone_are_nobody(sqlite: Database) -> None:
    channel = ToldChannel(name="web", dead={"dân"})
    await deliver(open_post(sqlite, channel), DIGEST, to=Address("web", "dân"))
    async with sqlite.write() as work:
        await note_unreachable(work, [404], now=MONDAY)
    assert not channel.sent
