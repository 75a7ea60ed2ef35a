"""Sessions at the desk: who sees and ends whose."""

import pytest

from handlers.desk.sessions import end_one, end_own_others, read_sessions
from handlers.errors import HandlerError
from storage.cipher import digest_secret
from storage.database import Database
from storage.values import Person, Role
from storage.work import Work
from tests.factories.desk import BROWSER, let_in, sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import found_hall


async def seat(work: Work, name: str, role: Role, place: str = "xã Bến Lụa") -> Person:
    return await (await found_hall(work, place)).seat(name, "Văn phòng", role)


async def test_an_officer_sees_their_own_only(sqlite: Database) -> None:
    async with sqlite.write() as work:
        officer = await seat(work, "Trần Văn An", Role.OFFICER)
        other = await let_in(work, await seat(work, "Lê Thị Bình", Role.CLERK))
        elsewhere = await let_in(work, officer)
        visitor = await sit_down(work, officer)
        found = await read_sessions(work, visitor, now=MONDAY)
        assert sorted(each.is_here for each in found.own) == [False, True]
        assert {each.name for each in found.own} == {"Trần Văn An"}
        assert {each.browser for each in found.own} == {BROWSER}
        assert (found.others, found.sees_others) == ((), False)
        with pytest.raises(HandlerError, match="session_unknown"):
            await end_one(work, visitor, digest_secret(other), now=MONDAY)
        await end_one(work, visitor, digest_secret(elsewhere), now=MONDAY)
        assert await work.logins.find_session(elsewhere, now=MONDAY) is None
        with pytest.raises(HandlerError, match="session_unknown"):
            await end_one(work, visitor, digest_secret(elsewhere), now=MONDAY)


@pytest.mark.parametrize("role", [Role.HEAD, Role.LEADER])
async def test_heads_and_leaders_see_their_own_only(sqlite: Database, role: Role) -> None:
    async with sqlite.write() as work:
        await let_in(work, await seat(work, "Trần Văn An", Role.OFFICER))
        visitor = await sit_down(work, await seat(work, "Phạm Văn Cường", role))
        found = await read_sessions(work, visitor, now=MONDAY)
    assert (len(found.own), found.others) == (1, ())


async def test_clerk_and_operator_see_and_end_all_of_the_place(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await let_in(work, await seat(work, "Trần Văn An", Role.OFFICER))
        foreign = await let_in(work, await seat(work, "Võ Thị Em", Role.CLERK, "phường Hòa Bình"))
        operator = await let_in(work, None)
        clerk = await sit_down(work, await seat(work, "Lê Thị Bình", Role.CLERK))
        found = await read_sessions(work, clerk, now=MONDAY)
        assert [each.name for each in found.others] == ["Trần Văn An"]
        for hidden in (foreign, operator):
            with pytest.raises(HandlerError, match="session_unknown"):
                await end_one(work, clerk, digest_secret(hidden), now=MONDAY)
        await end_one(work, clerk, found.others[0].digest, now=MONDAY)
        assert (await read_sessions(work, clerk, now=MONDAY)).others == ()
        [noted] = await work.changes.of("login", locality_id=clerk.place.id)
        assert (noted.action, noted.person) == ("login_ended", "Lê Thị Bình")
        assert noted.old["session"] == found.others[0].digest[:8]


async def test_the_operator_sees_the_chosen_places(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await let_in(work, await seat(work, "Trần Văn An", Role.OFFICER))
        visitor = await sit_down(work, None)
        found = await read_sessions(work, visitor, now=MONDAY)
        assert [each.name for each in found.own] == ["Người quản trị"]
        assert [each.name for each in found.others] == ["Trần Văn An"]


async def test_ending_all_others_keeps_this_one(sqlite: Database) -> None:
    async with sqlite.write() as work:
        officer = await seat(work, "Trần Văn An", Role.OFFICER)
        for _ in range(3):
            await let_in(work, officer)
        visitor = await sit_down(work, officer)
        assert await end_own_others(work, visitor, now=MONDAY) == 3
        [left] = (await read_sessions(work, visitor, now=MONDAY)).own
        assert left.is_here
