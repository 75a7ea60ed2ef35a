"""One contract for both places where a scope is searched: the same rows in the same order."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from handlers.library.searchers import DatabaseSearcher, MemorySearcher, open_plans
from knowledge.search.base import Comparison, Hit, Searcher, SearchQuery
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from storage.values import NewPassage
from tests.factories.corpus import build_texts
from tests.factories.plans import build_plan
from tests.factories.talk import MONDAY

SIZE, A_PLAN = 2000, 250  # passages, and how many of them a plan holds
OTHER_PLAN = 3  # this one's vectors are of another model
BACKGROUND = build_texts(60, seed=11)
EMBEDDER = WordEmbedder(128)

QUERIES = {
    "marked": ("Nạo vét kênh mương nội đồng tại thôn 12 do ai chủ trì", "vi"),
    "marked, all plans": ("Kế hoạch công tác năm 2026 xã Bến 4", "vi"),
    "unmarked": ("sua chua den chieu sang thon 7 quy iii", "vi"),
    "half marked": ("trồng mới cay bong mat", "vi"),
    "English": ("who dredges the canal, kênh mương thôn 3", "en"),
    "English, no word": ("which budget report", "en"),
    "a code": ("Quyết định số 017/QĐ-UBND giao việc gì", "vi"),
    "a code that is nowhere": ("thông tư 5/2019/TT-BXD", "vi"),
    "a date": ("việc nào trước ngày 15/12/2026", "vi"),
    "one word": ("loa", "vi"),
    "one word, marked": ("chợ", "vi"),
    "two words": ("kênh mương", "vi"),
    "a word twice": ("thôn thôn 5 thôn", "vi"),
    "nothing known": ("xyzzy qwerty", "vi"),
    "signs": ("!!! ???", "vi"),
    "empty": ("  ", "vi"),
    "long": ("rà soát hồ sơ trực tuyến và niêm yết bảng công khai " * 8, "vi"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What one searcher found for one query."""

    best: list[Hit]
    of_some: list[Hit]
    is_in_database: bool


Results = dict[tuple[str, bool], dict[str, Found]]


@pytest.fixture(scope="module")
def results(new_postgres: Callable[[], str], keys: list[str]) -> Results:
    """Ask both searchers everything, once."""
    return asyncio.run(_ask_all(new_postgres(), keys))


async def _ask_all(url: str, keys: list[str]) -> Results:
    database = Database(url, Cipher(keys))
    plans = await _load(database)
    results: Results = {}
    for is_whole in (True, False):
        held = plans if is_whole else plans[1:5]
        for most in (0, SIZE):
            async with database.read() as work:
                opened = await open_plans(
                    work,
                    database,
                    held,
                    embedder=EMBEDDER.name,
                    most_in_memory=most,
                    background=BACKGROUND,
                )
            for name, query in QUERIES.items():
                found = await _ask(opened.searcher, SearchQuery(query[0], None, query[1]))
                results.setdefault((name, is_whole), {})[f"words {most}"] = found
                vector = EMBEDDER.embed_query(query[0])
                found = await _ask(opened.searcher, SearchQuery(query[0], vector, query[1]))
                results[name, is_whole][f"vectors {most}"] = found
    await database.close()
    return results


async def _load(database: Database) -> list[int]:
    texts = build_texts(SIZE)
    vectors = EMBEDDER.embed_passages(texts)
    plans = []
    for start in range(0, SIZE, A_PLAN):
        async with database.write() as work:
            place = await work.localities.ensure(f"xã Bến {start % 3}")
            digest = f"d{start}"
            plan = await work.plans.add(
                build_plan(), locality_id=place.id, digest=digest, is_sample=False, now=MONDAY
            )
            await work.passages.add(
                [
                    NewPassage("task", i, texts[i], None if i % 41 == 0 else vectors[i].tobytes())
                    for i in range(start, start + A_PLAN)
                ],
                plan_id=plan,
                locality_id=place.id,
                embedder="another" if start == OTHER_PLAN * A_PLAN else EMBEDDER.name,
            )
        plans.append(plan)
    return plans


async def _ask(searcher: Searcher, query: SearchQuery) -> Found:
    comparison: Comparison = await searcher.compare(query)
    some = [900, 3, 10**9, 777, 1201]  # one that is nowhere, one outside the smaller scope
    return Found(comparison.best(200), comparison.of(some), isinstance(searcher, DatabaseSearcher))


@pytest.mark.parametrize("by", ["words", "vectors"])
@pytest.mark.parametrize("is_whole", [True, False], ids=["all", "some plans"])
@pytest.mark.parametrize("name", QUERIES)
def test_the_same_ranking(results: Results, name: str, is_whole: bool, by: str) -> None:
    memory, database = (results[name, is_whole][f"{by} {most}"] for most in (SIZE, 0))
    assert (memory.is_in_database, database.is_in_database) == (False, True)
    assert [hit.key for hit in memory.best[:10]] == [hit.key for hit in database.best[:10]]
    assert [hit.score for hit in memory.best] == pytest.approx(
        [hit.score for hit in database.best], abs=1e-4
    )
    assert [hit.key for hit in memory.of_some] == [hit.key for hit in database.of_some]
    _assert_near(memory.best[:10] + memory.of_some, database.best[:10] + database.of_some)


def _assert_near(ours: list[Hit], theirs: list[Hit]) -> None:
    for field in ("score", "lexical", "dense", "coverage", "together"):
        given = [getattr(hit, field) for hit in ours]
        assert given == pytest.approx(
            [getattr(hit, field) for hit in theirs], rel=1e-5, abs=1e-4
        ), field


def test_what_shares_no_word_finds_nothing(results: Results) -> None:
    nothing = {name for (name, _), found in results.items() if not found["words 0"].best}
    assert nothing == {"English, no word", "nothing known", "signs", "empty"}


def test_by_meaning_there_is_always_something_near(results: Results) -> None:
    assert len(results["English, no word", True]["vectors 0"].best) > 10


async def test_sqlite_is_searched_in_memory_however_large(sqlite: Database) -> None:
    async with sqlite.read() as work:
        opened = await open_plans(work, sqlite, [], embedder=None, most_in_memory=0)
    assert isinstance(opened.searcher, MemorySearcher)
    assert (await opened.searcher.compare(SearchQuery("kênh"))).best(5) == []
