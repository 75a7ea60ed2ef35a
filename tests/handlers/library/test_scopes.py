"""Opening scopes: where they are searched, how often they are read, what they hold."""

import asyncio

import pytest

from handlers.library.scopes import Library, Scope, ScopeName
from handlers.library.searchers import DatabaseSearcher
from knowledge.search.base import SearchQuery
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.work import Work
from tests.factories.plans import build_plan, build_task
from tests.factories.talk import MONDAY

LINES = ("Nạo vét kênh mương", "Sửa đèn chiếu sáng", "Quét dọn chợ trung tâm")


class CountingLibrary(Library):
    """Count how often a scope is read from the database."""

    read = 0

    async def _read(self, work: Work, database: Database, name: ScopeName) -> Scope:
        self.read += 1
        await asyncio.sleep(0)
        return await super()._read(work, database, name)


async def add_plan(database: Database, library: Library, place: str) -> int:
    plan = build_plan(*(build_task(line) for line in LINES), locality=place)
    passages = await library.build_rows(plan)
    async with database.write() as work:
        locality = await work.localities.ensure(place)
        plan_id = await work.plans.add(
            plan, locality_id=locality.id, digest="d", is_sample=False, now=MONDAY
        )
        await work.passages.add(
            passages, plan_id=plan_id, locality_id=locality.id, embedder=library.embedder_name
        )
        await work.plans.confirm(plan_id, now=MONDAY)
        await work.localities.bump_index(locality.id)
    return plan_id


async def open_all(database: Database, library: Library) -> Scope:
    async with database.read() as work:
        places = await work.localities.list_all()
    return await library.open(database, places, only_public=False)


@pytest.mark.parametrize(("most", "is_large"), [(0, True), (3, True), (50, False)])
async def test_a_large_scope_is_searched_where_it_is(
    database: Database, most: int, is_large: bool
) -> None:
    library = Library(WordEmbedder(), scope_in_memory=most)
    await add_plan(database, library, "xã Bến Lụa")
    scope = await open_all(database, library)
    async with database.read() as work:
        can_search = work.passages.are_searched_here
    assert isinstance(scope.index, DatabaseSearcher) == (is_large and can_search)
    query = SearchQuery("sửa đèn", WordEmbedder().embed_query("sửa đèn"))
    [best, *_] = (await scope.index.compare(query)).best(3)
    assert scope.passages[best.key] == (1, "task", 1)


async def test_rows_are_rated_as_they_are_found(database: Database) -> None:
    library = Library(WordEmbedder(), scope_in_memory=0)
    await add_plan(database, library, "xã Bến Lụa")
    scope = await open_all(database, library)
    comparison = await scope.index.compare(SearchQuery("nạo vét kênh mương"))
    rated = scope.rate(comparison, [*scope.rows, (9, "task", 0)])
    assert rated.keys() == scope.rows.keys()
    [best, *_] = comparison.best(1)
    assert rated[1, "task", 0] == best
    assert max(rated.values(), key=lambda hit: hit.score) == best


async def test_a_scope_is_read_once_until_it_changes(sqlite: Database) -> None:
    library = CountingLibrary(WordEmbedder())
    await add_plan(sqlite, library, "xã Bến Lụa")
    scopes = await asyncio.gather(*(open_all(sqlite, library) for _ in range(5)))
    assert library.read == 1
    assert len({id(scope) for scope in scopes}) == 1
    await add_plan(sqlite, library, "xã Đồi Chè")
    assert len((await open_all(sqlite, library)).plans) == 2
    assert library.read == 2


async def test_the_audience_has_its_own_scope(sqlite: Database) -> None:
    library = CountingLibrary(None)
    await add_plan(sqlite, library, "xã Bến Lụa")
    async with sqlite.read() as work:
        places = await work.localities.list_all()
    assert not (await library.open(sqlite, places, only_public=True)).rows
    assert (await library.open(sqlite, places, only_public=False)).rows
    assert not (await library.open(sqlite, places, only_public=True)).rows
    assert library.read == 2
