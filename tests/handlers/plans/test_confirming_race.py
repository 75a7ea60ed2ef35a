"""Two clerks confirm a plan at once: one has, the other is told so, nothing is doubled."""

import asyncio

from handlers.messages import Message
from tests.factories.clerk import add, link_clerk
from tests.factories.due_days import MEMBERS, list_days, make_group, write_text
from tests.factories.talk import Chat


async def test_of_two_clerks_one_confirms_and_the_other_hears_it(either: Chat) -> None:
    clerks = [await link_clerk(either.other(user)) for user in ("an", "binh")]
    await make_group(either, *MEMBERS)
    await add(either, write_text("group", "dated", "line"), is_announced=False)
    before = [len(clerk.heard()) for clerk in clerks]
    for clerk in clerks:
        words, now = "xác nhận kế hoạch 1", either.clock.now()
        await either.app.intake.receive(Message(clerk.address, clerk.address.user, words, now))
    await asyncio.gather(*(either.app.worker.work_once() for _ in clerks))
    await either.app.drain()
    told = [text for c, n in zip(clerks, before, strict=True) for text in c.heard()[n:]]
    assert sorted(text.startswith("Đã xác nhận kế hoạch 1:") for text in told) == [False, True]
    assert sum("đã được xác nhận từ trước" in text for text in told) == 1
    days = await list_days(either.app.database)
    assert sorted((due.office or "", due.last_day.day) for due in days) == [
        ("Công an xã", 11),
        ("Phòng Kinh tế", 11),
        ("Phòng Kinh tế", 14),
        ("Phòng Kinh tế", 17),
    ]
