"""Handovers on both databases: one open an address, held, answered, closed, forgotten."""

import asyncio
import datetime as dt

import pytest

from storage.database import Database
from storage.errors import Conflict
from storage.old_rows import OldKind
from storage.values import Address, Handover, HandoverState
from storage.work import Work

NOW = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
LAN = Address("web", "lan")
QUESTION = "Nhà tôi tốc mái thì hỏi ở đâu?"


async def open_one(
    database: Database, citizen: Address = LAN, place: str = "xã Bến Lụa"
) -> Handover:
    async with database.write() as work:
        locality = await work.localities.ensure(place)
        return await work.handovers.open(
            citizen, QUESTION, locality_id=locality.id, language="vi", now=NOW
        )


async def add_person(work: Work, locality_id: int, user: str) -> int:
    await work.invitations.add(
        f"secret-{user}",
        locality_id=locality_id,
        office_id=None,
        name=user,
        role="clerk",
        expires_at=NOW + HOUR,
    )
    invitation = await work.invitations.take(f"secret-{user}", now=NOW)
    assert invitation
    person = await work.people.join(invitation, Address("web", user), now=NOW, today=NOW.date())
    return person.id


async def test_an_opened_handover_waits_with_its_question(database: Database) -> None:
    opened = await open_one(database)
    async with database.read() as work:
        found = await work.handovers.find(opened.id)
    assert found == opened
    assert (opened.state, opened.question) == (HandoverState.WAITING, QUESTION)
    assert (opened.waiting_since, opened.answer, opened.person_id) == (NOW, None, None)


async def test_an_address_has_one_open_at_most(database: Database) -> None:
    opened = await open_one(database)
    with pytest.raises(Conflict):
        await open_one(database)
    await open_one(database, Address("web", "minh"))
    async with database.write() as work:
        assert await work.handovers.close(opened.id, now=NOW)
        assert not await work.handovers.close(opened.id, now=NOW)
    await open_one(database)
    async with database.write() as work:
        held = await work.handovers.hold_of(LAN)
    assert held
    assert held.id > opened.id


async def test_answers_and_messages_say_who_waits_since_when(database: Database) -> None:
    opened = await open_one(database)
    async with database.write() as work:
        await work.handovers.add_message(
            opened, "Nhà ở cuối xóm", needs_answer=True, now=NOW + HOUR
        )
        waiting = await work.handovers.hold(opened.id)
        await work.handovers.add_answer(opened.id, "Hỏi tại Văn phòng", now=NOW + 2 * HOUR)
        answered = await work.handovers.hold(opened.id)
        assert answered
        await work.handovers.add_message(answered, "cảm ơn", needs_answer=False, now=NOW + 3 * HOUR)
        thanked = await work.handovers.hold(opened.id)
        assert thanked
        await work.handovers.add_message(thanked, "Mấy giờ?", needs_answer=True, now=NOW + 4 * HOUR)
        again = await work.handovers.hold(opened.id)
        lines = await work.handovers.lines(opened.id)
        recent = await work.handovers.count_messages(opened.id, since=NOW + 2 * HOUR)
    assert waiting
    assert again
    assert waiting.waiting_since == NOW
    assert (answered.waiting_since, answered.answer) == (None, "Hỏi tại Văn phòng")
    assert (thanked.waiting_since, thanked.changed_at) == (None, NOW + 3 * HOUR)
    assert again.waiting_since == NOW + 4 * HOUR
    assert [line.is_citizen for line in lines] == [True, False, True, True]
    assert lines[1].text == "Hỏi tại Văn phòng"
    assert recent == 2


async def test_a_place_lists_its_own_oldest_first(database: Database) -> None:
    first = await open_one(database)
    second = await open_one(database, Address("web", "minh"))
    other = await open_one(database, Address("web", "hoa"), place="xã Đồi Sim")
    closed = await open_one(database, Address("web", "nam"))
    async with database.write() as work:
        await work.handovers.close(closed.id, now=NOW)
        own = await work.handovers.list_open(first.locality_id)
        everywhere = await work.handovers.list_open()
    assert [h.id for h in own] == [first.id, second.id]
    assert [h.id for h in everywhere] == [first.id, second.id, other.id]


async def test_of_two_officials_at_once_one_takes_it(database: Database) -> None:
    opened = await open_one(database)
    async with database.write() as work:
        people = [await add_person(work, opened.locality_id, user) for user in ("an", "binh")]

    async def take(person_id: int) -> bool:
        async with database.write() as work:
            held = await work.handovers.hold(opened.id)
            assert held
            await asyncio.sleep(0.01)
            if held.person_id is not None:
                return False
            await work.handovers.take(opened.id, person_id=person_id, now=NOW)
            return True

    won = await asyncio.gather(*(take(person) for person in people))
    assert sorted(won) == [False, True]
    async with database.read() as work:
        found = await work.handovers.find(opened.id)
    assert found
    assert (found.state, found.person_id) == (HandoverState.TAKEN, people[won.index(True)])


async def test_closed_ones_are_forgotten_with_what_was_said(database: Database) -> None:
    old, kept = await open_one(database), await open_one(database, Address("web", "minh"))
    async with database.write() as work:
        await work.handovers.add_answer(old.id, "Hỏi tại Văn phòng", now=NOW)
        await work.handovers.close(old.id, now=NOW)
        assert await work.old_rows.remove(OldKind.HANDOVERS, NOW, limit=9) == 0
        assert await work.old_rows.remove(OldKind.HANDOVERS, NOW + HOUR, limit=9) == 1
        assert await work.handovers.find(old.id) is None
        assert not await work.handovers.lines(old.id)
        assert await work.handovers.find(kept.id) == kept
