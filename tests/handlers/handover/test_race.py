"""Two officials at once: one has it, the other is told who."""

import asyncio

from handlers.messages import Message
from storage.database import Database
from tests.factories.handover import ask_official, build_town, link_official, news


async def test_of_two_workers_at_once_one_gives_it_to_one(database: Database) -> None:
    lan = await build_town(database)
    clerks = [await link_official(lan, user, user.title()) for user in ("an", "binh")]
    await ask_official(lan)
    before = [len(clerk.heard()) for clerk in clerks]
    for clerk in clerks:
        message = Message(clerk.address, f"take-{clerk.address.user}", "nhận 1", lan.clock.now())
        await lan.app.intake.receive(message)
    await asyncio.gather(*(lan.app.worker.work_once() for _ in clerks))
    await lan.app.drain()
    told = [
        text
        for clerk, seen in zip(clerks, before, strict=True)
        for text in news(clerk, seen)
        if "không phải trả lời" not in text
    ]
    assert sorted("Anh/Chị đã nhận" in text for text in told) == [False, True]
    assert sorted("do " in text and " nhận. Cần trả lời thay" in text for text in told) == [
        False,
        True,
    ]
