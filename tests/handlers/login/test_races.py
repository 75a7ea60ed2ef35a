"""Two presses of one button at once, on both databases: exactly one session."""

import asyncio
from collections.abc import Awaitable, Callable

from handlers.login.links import make_link
from handlers.login.requests import ask_to_be_let_in, decide, type_code
from handlers.login.sessions import OPENED, SUBJECT, enter_by_link, enter_by_request
from storage.database import Database
from storage.values import Address, Person
from storage.work import Work
from tests.factories.talk import MONDAY as NOW
from tests.factories.town_hall import found_hall

AT_ONCE = 5
Enter = Callable[[Work], Awaitable[str | None]]


async def press(database: Database, enter: Enter) -> list[str]:
    """Enter several times at once; give the secrets of the sessions that were opened."""

    async def once() -> str | None:
        async with database.write() as work:
            return await enter(work)

    found = await asyncio.gather(*(once() for _ in range(AT_ONCE)))
    return [secret for secret in found if secret]


async def count_sessions(database: Database, person: Person) -> tuple[int, int]:
    async with database.read() as work:
        sessions = await work.logins.list_sessions_in(person.locality_id, now=NOW)
        changes = await work.changes.of(SUBJECT, locality_id=person.locality_id)
    return len(sessions), [each.action for each in changes].count(OPENED)


async def test_a_link_and_a_code_let_in_once(database: Database) -> None:
    async with database.write() as work:
        an = await (await found_hall(work)).seat("Trần Văn An", "Văn phòng")
        link = await make_link(work, an, now=NOW)
        shown = await ask_to_be_let_in(work, "Edge", "web 10.0.0.1", now=NOW)
        typed = await type_code(work, shown.code, an, Address("web", "an"), now=NOW)
        assert typed[1]
        assert await decide(work, typed[1].id, an, is_agreed=True, now=NOW)
    by_link = await press(database, lambda work: enter_by_link(work, link, browser="", now=NOW))
    assert len(by_link) == 1
    by_code = await press(database, lambda work: enter_by_request(work, shown.secret, now=NOW))
    assert len(by_code) == 1
    assert await count_sessions(database, an) == (2, 2)


async def test_a_code_is_one_officers_whoever_types_it_at_once(database: Database) -> None:
    async with database.write() as work:
        hall = await found_hall(work)
        people = [await hall.seat(name, "Văn phòng") for name in ("Trần Văn An", "Võ Thị Em")]
        shown = await ask_to_be_let_in(work, "Edge", "web 10.0.0.1", now=NOW)

    async def type_it(person: Person) -> bool:
        async with database.write() as work:
            address = Address("web", str(person.id))
            return (await type_code(work, shown.code, person, address, now=NOW))[1] is not None

    assert sorted(await asyncio.gather(*map(type_it, people))) == [False, True]
