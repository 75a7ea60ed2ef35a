"""Who may open a photo: its sender, and officials who may see its case."""

import pytest

from handlers.cases.changes import Facts
from handlers.files.opening import may_open
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Address, NewFile
from tests.factories.cases import LAND, TODAY, found_town, found_with_case, walk
from tests.factories.talk import LAN, MONDAY

NAME = "0" * 32


@pytest.mark.parametrize("has_case", [True, False])
async def test_who_opens_a_file(sqlite: Database, has_case: bool) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        other = await found_town(work, "xã Khác")
        file_id = await work.files.add(LAN, NewFile(NAME, "image/jpeg", 9, "a.jpg"), now=MONDAY)
        assigned = Facts(office_id=town.offices[LAND], office=LAND)
        steps = ("thu", Action.ACCEPT, Facts()), ("thu", Action.ASSIGN, assigned)
        await walk(work, town, case, *steps)
        if has_case:
            assert await work.files.attach([file_id], owner=LAN, case_id=case.id) == 1
    async with sqlite.read() as work:
        file = await work.files.find(file_id)
        assert file
        assert await may_open(work, LAN, file, on=TODAY)
        assert not await may_open(work, Address("web", "minh"), file, on=TODAY)
        assert not await may_open(work, Address("console", "lan"), file, on=TODAY)
        people = {**other.people, **town.people}
        able = {
            name
            for name, person in people.items()
            if await may_open(work, person.addresses[0], file, on=TODAY)
        }
        assert able == ({"thu", "chutich", "truong", "dia"} if has_case else set())


async def test_a_file_goes_to_its_senders_case_once(sqlite: Database) -> None:
    _, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        file_id = await work.files.add(LAN, NewFile(NAME, "image/jpeg", 9, "a.jpg"), now=MONDAY)
        minh = Address("web", "minh")
        assert await work.files.attach([file_id], owner=minh, case_id=case.id) == 0
        assert await work.files.attach([file_id], owner=LAN, case_id=case.id) == 1
        assert await work.files.attach([file_id], owner=LAN, case_id=case.id) == 0
        assert [file.id for file in await work.files.of_case(case.id)] == [file_id]
        assert await work.files.remove_of_case(case.id) == 1
        assert work.removed_files == [NAME]
