"""Officers who cannot be reached, and what of theirs was given up, on both databases."""

import datetime as dt

from storage.database import Database
from storage.values import Address, OutboxKind
from storage.work import Work
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, found_hall

AN, BINH = Address("web", "An"), Address("web", "Bình")
LEASE = dt.timedelta(seconds=30)


async def reached(work: Work, address: Address = AN) -> bool:
    person = await work.people.find(address, on=TODAY)
    return person is not None and person.has_chat


async def test_who_cannot_be_reached_is_said_once_until_something_arrives(
    database: Database,
) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        an = await hall.seat("Trần Văn An", ECONOMY)
        await hall.seat("Lê Thị Bình", ECONOMY)
        assert [await work.people.set_unreachable(an.id, MONDAY) for _ in range(2)] == [True, False]
        assert (await reached(work), await reached(work, BINH)) == (False, True)
        await work.people.set_reached(BINH)
        assert not await reached(work)
        await work.people.set_reached(AN)
        assert await reached(work)
        await work.people.set_unreachable(an.id, MONDAY)
        await work.people.add_address(an.id, Address("telegram", "7"), now=MONDAY)
        assert await reached(work)


async def test_what_was_given_up_names_all_addresses_tried(database: Database) -> None:
    async with database.write() as work:
        lost, waiting = [
            await work.outbox.add(AN, "{}", kind=OutboxKind.DIGEST, now=MONDAY, lease=LEASE)
            for _ in range(2)
        ]
        elsewhere = await work.outbox.redirect(lost, BINH, now=MONDAY, lease=LEASE)
        assert elsewhere
        await work.outbox.unreachable(elsewhere, now=MONDAY)
        [found] = await work.deliveries.find_lost([lost.id, waiting.id, 404])
        assert not await work.deliveries.find_lost([])
    assert (found.kind, found.state, found.tried) == (OutboxKind.DIGEST, "unreachable", (AN, BINH))
