"""What is forgotten by age, once a day."""

import datetime as dt

from storage.values import KeptFor
from tests.factories.talk import Chat


async def test_bodies_are_forgotten_after_thirty_days(chat: Chat) -> None:
    await chat.says("xin chào")
    await chat.app.tick()
    chat.clock.advance(days=29)
    await chat.app.tick()
    async with chat.app.database.read() as work:
        assert len(await work.thread.recent(chat.address)) == 2
    chat.clock.advance(days=2)
    await chat.app.tick()
    async with chat.app.database.read() as work:
        assert not await work.thread.recent(chat.address)


async def test_ended_sessions_and_links_are_forgotten(chat: Chat) -> None:
    now = chat.clock.now()
    hour = dt.timedelta(hours=1)
    async with chat.app.database.write() as work:
        await work.logins.open_session("s", role="citizen", now=now, expires_at=now + hour)
        await work.logins.open_session("kept", role="citizen", now=now, expires_at=now + hour)
        await work.logins.renew("kept", expires_at=now + 48 * hour)
    chat.clock.advance(days=1)
    await chat.app.tick()
    async with chat.app.database.read() as work:
        assert await work.logins.find_session("s", now=now) is None
        assert await work.logins.find_session("kept", now=now)


async def test_what_is_unfinished_is_kept_while_it_is_of_use(chat: Chat) -> None:
    chat.channel.failures = 1
    await chat.says("xin chào")
    chat.clock.advance(hours=20)
    await chat.app.tick()
    await chat.app.courier.sweep()
    assert len(chat.heard()) == 1


async def test_what_a_chat_was_about_is_forgotten_after_thirty_days(chat: Chat) -> None:
    await chat.says("hạn khơi thông cống trước nhà tôi là khi nào")
    for days, kinds in ((29, {"question", "choices"}), (2, set[str]())):
        chat.clock.advance(days=days)
        await chat.app.tick()
        async with chat.app.database.read() as work:
            assert set(await work.dialogues.of(chat.address)) == kinds


async def test_kept_questions_are_forgotten_after_half_a_year(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        await work.faq.keep(None, "cống tắc", KeptFor.NOT_FOUND, now=chat.clock.now())
    for days, left in ((179, 1), (2, 0)):
        chat.clock.advance(days=days)
        await chat.app.tick()
        async with chat.app.database.read() as work:
            assert len(await work.faq.list_open()) == left
