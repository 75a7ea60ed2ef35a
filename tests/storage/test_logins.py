"""Sessions, links and requests to log in: by digest, once, in time, on both databases."""

import datetime as dt

from sqlalchemy import text

from knowledge.login_codes import derive_code
from storage.database import Database
from storage.old_rows import OldKind
from storage.values import Address, LoginState, Person
from storage.work import Work
from tests.factories.talk import MONDAY as NOW
from tests.factories.town_hall import found_hall

MINUTE = dt.timedelta(minutes=1)
ENDS = NOW + 10 * MINUTE
CODE = derive_code("a")


async def seat(work: Work, name: str = "Trần Văn An", place: str = "xã Bến Lụa") -> Person:
    return await (await found_hall(work, place)).seat(name, "Văn phòng")


async def add(work: Work, secret: str = "a", *, ends: dt.datetime = ENDS) -> str:
    code = derive_code(secret)
    await work.login_requests.add(code, secret, browser="Edge", now=NOW, expires_at=ends)
    return code


async def open_one(work: Work, secret: str, role: str, person_id: int | None = None) -> None:
    await work.logins.open_session(
        secret, role=role, now=NOW, expires_at=ENDS, person_id=person_id, browser="Edge"
    )


async def test_sessions_by_role_person_and_place(database: Database) -> None:
    async with database.write() as work:
        an, em = await seat(work), await seat(work, "Võ Thị Em", "phường Hòa Bình")
        await open_one(work, "an", "officer", an.id)
        await open_one(work, "em", "officer", em.id)
        await open_one(work, "operator", "operator")
        await open_one(work, "citizen", "citizen")
    async with database.read() as work:
        logins = work.logins
        assert len(await logins.list_sessions(("officer", "operator"), now=NOW)) == 3
        [mine] = await logins.list_sessions(("officer",), now=NOW, person_id=an.id)
        assert (mine.person_id, mine.browser, mine.expires_at) == (an.id, "Edge", ENDS)
        assert await logins.find_session("an", now=NOW) == mine
        assert await logins.list_sessions_in(an.locality_id, now=NOW) == [mine]
        assert await logins.list_sessions_in(an.locality_id, now=ENDS) == []
        assert await logins.find_session("an", now=ENDS) is None
    async with database.write() as work:
        assert await work.logins.close_session(mine.digest)
        assert not await work.logins.close_session(mine.digest)
        assert await work.logins.find_session("em", now=NOW)


async def test_a_link_is_an_officers_and_used_once(database: Database) -> None:
    async with database.write() as work:
        an = await seat(work)
        await work.logins.add_link("l", role="officer", person_id=an.id, expires_at=ENDS)
        assert await work.logins.has_link("l", now=NOW)
        assert not await work.logins.has_link("l", now=ENDS)
        assert not await work.logins.has_link("m", now=NOW)
        assert await work.logins.consume_link("l", now=NOW) == ("officer", an.id)
        assert not await work.logins.has_link("l", now=NOW)
        assert await work.logins.consume_link("l", now=NOW) is None


async def test_a_request_goes_from_shown_to_used(database: Database) -> None:
    async with database.write() as work:
        an, binh = await seat(work), await seat(work, "Lê Thị Bình")
        code = await add(work)
        requests = work.login_requests
        shown = await requests.find("a", now=NOW)
        assert shown
        assert (shown.state, shown.person_id, shown.browser) == (LoginState.SHOWN, None, "Edge")
        assert await requests.consume("a", now=NOW) is None
        assert await requests.decide(shown.id, LoginState.AGREED, person_id=an.id, now=NOW) is None
        typed = await requests.type_code(code, person_id=an.id, now=NOW)
        assert typed
        assert (typed.state, typed.person_id) == (LoginState.TYPED, an.id)
        assert await requests.type_code(code, person_id=binh.id, now=NOW) is None
        assert await requests.find_typed(an.id, now=NOW) == [typed]
        assert await requests.find_typed(binh.id, now=NOW) == []
        agreed = LoginState.AGREED
        assert await requests.decide(typed.id, agreed, person_id=binh.id, now=NOW) is None
        assert await requests.decide(typed.id, agreed, person_id=an.id, now=NOW)
        assert await requests.consume("b", now=NOW) is None
        used = await requests.consume("a", now=NOW)
        assert used
        assert (used.state, used.person_id) == (LoginState.USED, an.id)
        assert await requests.consume("a", now=NOW) is None
        assert await requests.find_by_code(code) == used


async def test_requests_end(database: Database) -> None:
    async with database.write() as work:
        an = await seat(work)
        code = await add(work)
        typed = await work.login_requests.type_code(code, person_id=an.id, now=NOW)
        assert typed
        agreed = LoginState.AGREED
        requests = work.login_requests
        assert await requests.find("a", now=ENDS) is None
        assert await requests.find_typed(an.id, now=ENDS) == []
        assert await requests.decide(typed.id, agreed, person_id=an.id, now=ENDS) is None
        await requests.decide(typed.id, agreed, person_id=an.id, now=NOW)
        assert await requests.consume("a", now=ENDS) is None
        assert await requests.type_code(await add(work, "b"), person_id=an.id, now=ENDS) is None
        assert await requests.find_by_code(code)  # for a while, to say so
        later = NOW + 70 * MINUTE
        await requests.add(derive_code("c"), "c", browser="", now=later, expires_at=later + MINUTE)
        assert await requests.find_by_code(code) is None


async def purge(work: Work, before: dt.datetime) -> None:
    for kind in (OldKind.SESSIONS, OldKind.LOGIN_LINKS, OldKind.LOGIN_REQUESTS):
        await work.old_rows.remove(kind, before, limit=9)


async def test_who_leaves_and_what_has_ended_is_forgotten(database: Database) -> None:
    async with database.write() as work:
        an, binh = await seat(work), await seat(work, "Lê Thị Bình")
        for person in (an, binh):
            await open_one(work, f"s{person.id}", "officer", person.id)
            await work.logins.add_link(
                f"l{person.id}", role="officer", person_id=person.id, expires_at=ENDS
            )
            code = await add(work, f"r{person.id}")
            await work.login_requests.type_code(code, person_id=person.id, now=NOW)
        assert await work.logins.forget_person(an.id) == 1
        assert await work.logins.find_session(f"s{an.id}", now=NOW) is None
        assert await work.logins.consume_link(f"l{an.id}", now=NOW) is None
        assert await work.login_requests.find(f"r{an.id}", now=NOW) is None
        assert await work.logins.find_session(f"s{binh.id}", now=NOW)
        assert await work.logins.has_link(f"l{binh.id}", now=NOW)
        await purge(work, ENDS - MINUTE)
        assert await work.login_requests.find(f"r{binh.id}", now=NOW)
        await purge(work, ENDS + MINUTE)
        assert await work.logins.find_session(f"s{binh.id}", now=NOW) is None
        assert await work.logins.consume_link(f"l{binh.id}", now=NOW) is None
        assert await work.login_requests.find(f"r{binh.id}", now=NOW) is None
        assert await work.people.find(Address("web", "Bình"), on=NOW.date())


async def test_no_secret_is_stored(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await add(work, "a-secret-of-a-browser")
        await work.logins.add_link("a-secret-link", role="operator", expires_at=ENDS)
        await open_one(work, "a-secret-session", "operator")
        stored = [
            repr(row)
            for table in ("login_requests", "login_links", "web_sessions")
            for row in await work._session.execute(text(f"SELECT * FROM {table}"))
        ]
    assert len(stored) == 3
    assert not [row for row in stored if "secret" in row or "VAO" in row]
