"""Which cases have come of age; what goes with one that is deleted."""

import datetime as dt

from sqlalchemy import update

from handlers.cases.changes import Facts
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.models import Base, CaseRow
from storage.work import Work
from tests.factories.aged import DAY, answer_named, ask_for_copy, end, open_named
from tests.factories.cases import found_town, walk
from tests.factories.talk import MONDAY

LATER = MONDAY + DAY


async def list_whole(work: Work, before: dt.datetime, lapsed: dt.datetime = MONDAY) -> list[str]:
    return [each.code for each in await work.old_cases.list_whole(before, lapsed_before=lapsed)]


async def test_each_way_to_end_counts_from_its_day(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        cases = [await open_named(work, town, number=number) for number in range(1, 5)]
        answered = await answer_named(work, town, cases[0])
        await end(work, answered, CaseState.CLOSED, MONDAY + 30 * DAY)  # its years began before
        await end(work, cases[1], CaseState.REFUSED, MONDAY)
        await end(work, cases[2], CaseState.CLOSED, LATER)  # it lapsed
        codes = [case.code for case in cases]
        assert await list_whole(work, MONDAY) == []
        assert await list_whole(work, LATER) == codes[:2]
        assert await list_whole(work, MONDAY, LATER + DAY) == codes[2:3]
        assert await list_whole(work, LATER + 99 * DAY) == codes[:3]
        for number in range(1, 4):
            found = await work.old_cases.list_whole(LATER + DAY, lapsed_before=MONDAY, limit=number)
            assert [each.code for each in found] == codes[:number]


async def test_who_waits_for_a_copy_is_waited_for(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await answer_named(work, town, await open_named(work, town))
        request = await ask_for_copy(work, town.place_id)
        assert await list_whole(work, LATER) == []
        await work.data_requests.finish(request, now=MONDAY)
        assert await list_whole(work, LATER) == [case.code]


async def test_only_what_is_anonymous_is_deleted_and_all_of_it(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        main, merged = [await open_named(work, town, number=number) for number in (1, 2)]
        facts = Facts(other_id=main.id, other_code=main.code)
        await walk(work, town, merged, ("thu", Action.MERGE, facts))
        main = await answer_named(work, town, main)
        assert await work.old_cases.delete([main.id]) == 0  # it names its sender
        await work.erasing.erase_case(main.id, now=MONDAY)
        listed = await work.old_cases.list_anonymous(LATER, erased_before=MONDAY)
        assert list(listed) == []
        [key] = await work.old_cases.list_anonymous(LATER, erased_before=LATER)
        assert key.code == main.code
        assert await work.old_cases.delete([main.id]) == 1
        assert await count_rows_of(work, main.id) == 0
        left = await work.cases.find(merged.code)
        assert left
        assert left.merged_into_id is None


async def count_rows_of(work: Work, case_id: int) -> int:
    """Count what refers to a case in any table."""
    count = 0
    for table in Base.metadata.tables.values():
        columns = [key.parent for key in table.foreign_keys if key.column.table.name == "cases"]
        for column in columns:
            rows = await work._session.execute(table.select().where(column == case_id))
            count += len(rows.all())
    return count


async def test_an_open_case_stays_even_if_it_was_emptied(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await answer_named(work, town, await open_named(work, town))
        await work.erasing.erase_case(case.id, now=MONDAY)
        reopened = update(CaseRow).values(state=CaseState.REOPENED.value)
        await work._session.execute(reopened)
        assert not await work.old_cases.list_anonymous(LATER, erased_before=LATER)
        assert await work.old_cases.delete([case.id]) == 0
