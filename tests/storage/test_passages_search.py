"""What PostgreSQL keeps of passages to search them: postings and vectors of any model."""

from collections.abc import AsyncIterator

import numpy as np
import pytest
from sqlalchemy import create_engine, text

from knowledge.search.base import SearchQuery
from knowledge.search.postings import Found
from storage.cipher import Cipher
from storage.database import Database
from storage.values import NewPassage
from storage.work import Work
from tests.factories.plans import build_plan
from tests.factories.talk import MONDAY

TEXTS = ("nạo vét kênh mương", "sửa đèn đường, đèn chợ", "quét chợ")


@pytest.fixture
async def postgres(postgres_url: str, keys: list[str]) -> AsyncIterator[Database]:
    opened = Database(postgres_url, Cipher(keys))
    yield opened
    await opened.close()


async def add_plan(
    database: Database,
    *texts: str,
    digest: str = "d",
    vectors: list[bytes | None] | None = None,
    embedder: str | None = "words",
) -> int:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        plan_id = await work.plans.add(
            build_plan(), locality_id=place.id, digest=digest, is_sample=False, now=MONDAY
        )
        await work.passages.add(
            [
                NewPassage("task", i, each, vectors[i] if vectors else None)
                for i, each in enumerate(texts)
            ],
            plan_id=plan_id,
            locality_id=place.id,
            embedder=embedder,
        )
    return plan_id


async def find(database: Database, query: str, *plans: int) -> Found:
    async with database.read() as work:
        return await work.passages.find(SearchQuery(query), plans, embedder="words")


def counts(found: Found, kind: str, token: str) -> dict[int, int]:
    holders = found.holders.get((kind, token))
    return {} if holders is None else dict(holders.tolist())


async def best(work: Work, plan_id: int, query: str) -> list[int]:
    outline = await work.passages.outline([plan_id])
    found = await work.passages.find(SearchQuery(query), [plan_id], embedder=None)
    places = await work.passages.places([plan_id])
    return [places[hit.key][2] for hit in outline.compare(SearchQuery(query), found).best(5)]


async def test_holders_of_a_token_with_their_counts(postgres: Database) -> None:
    plan = await add_plan(postgres, *TEXTS)
    found = await find(postgres, "đèn chợ", plan)
    assert counts(found, "m", "đèn") == {2: 2}
    assert counts(found, "m", "đèn chợ") == {2: 1}
    assert counts(found, "f", "cho") == {2: 1, 3: 1}
    assert counts(found, "m", "giếng") == {}


async def test_only_the_plans_asked_about_are_searched(postgres: Database) -> None:
    one = await add_plan(postgres, *TEXTS)
    other = await add_plan(postgres, "chợ đêm", digest="other")
    assert counts(await find(postgres, "chợ", one, other), "m", "chợ") == {2: 1, 3: 1, 4: 1}
    assert counts(await find(postgres, "chợ", other), "m", "chợ") == {4: 1}
    assert counts(await find(postgres, "chợ"), "m", "chợ") == {}


async def test_a_corrected_row_is_found_by_its_new_words_only(postgres: Database) -> None:
    plan = await add_plan(postgres, *TEXTS)
    async with postgres.write() as work:
        await work.passages.remove(plan, task=2)
        await work.passages.add(
            [NewPassage("task", 2, "quét bến đò", None)],
            plan_id=plan,
            locality_id=1,
            embedder=None,
        )
        assert await best(work, plan, "quét chợ") == [2, 1]
        assert await best(work, plan, "bến đò") == [2]
        assert await best(work, plan, "chợ") == [1]


async def test_a_plan_without_passages_holds_no_postings(postgres: Database) -> None:
    plan = await add_plan(postgres, *TEXTS)
    async with postgres.write() as work:
        await work.passages.remove(plan)
        assert await best(work, plan, "chợ") == []
    assert not (await find(postgres, "chợ", plan)).holders


async def test_plans_of_an_older_program_are_read(postgres: Database, postgres_url: str) -> None:
    plan = await add_plan(postgres, *TEXTS)
    forget_postings(postgres_url)
    async with postgres.write() as work:
        assert await best(work, plan, "chợ") == []
        assert await work.passages.list_unread() == [(plan, 1)]
        await work.passages.read_anew(plan)
        await work.passages.read_anew(plan)
        assert await work.passages.list_unread() == []
        assert await best(work, plan, "quét chợ") == [2, 1]
    assert counts(await find(postgres, "chợ", plan), "m", "chợ") == {2: 1, 3: 1}


def forget_postings(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM postings"))
        connection.execute(text("UPDATE passages SET length = NULL, is_bare = NULL"))
    engine.dispose()


@pytest.mark.parametrize(
    "odd", ["", "...", "ờ" * 100_000, "thôn " * 70_000, "😀 🏝", "a-b/c'd\"e\\"]
)
async def test_odd_texts_are_kept(postgres: Database, odd: str) -> None:
    plan = await add_plan(postgres, odd, "quét chợ")
    async with postgres.read() as work:
        assert await best(work, plan, "chợ") == [1]
        assert await best(work, plan, f"{odd[:500]} chợ")


async def test_vectors_of_several_models_stand_side_by_side(postgres: Database) -> None:
    near, far, other = (
        np.array(numbers, dtype="<f4").tobytes()
        for numbers in ((0.6, 0.8), (0.0, -1.0), (1.0,) * 5)
    )
    plan = await add_plan(postgres, "một", "hai", vectors=[near, far])
    third = await add_plan(postgres, "ba", digest="o", vectors=[other], embedder="another")
    fourth = await add_plan(postgres, "bốn", digest="p", vectors=[other], embedder="words")
    fifth = await add_plan(postgres, "năm", digest="q", vectors=[None], embedder="words")
    query = SearchQuery("gì", np.array([0.6, 0.8], dtype=np.float32))
    async with postgres.read() as work:
        plans = [plan, third, fourth, fifth]
        found = await work.passages.find(query, plans, embedder="words")
        assert dict(found.closeness.tolist()) == pytest.approx({1: 1.0, 2: -0.8})
        assert not (await work.passages.find(query, plans, embedder=None)).closeness.size
        [first, *_] = await work.passages.of_plans([plan], embedder="words")
    assert first.vector == near


async def test_vectors_come_back_bit_by_bit(database: Database) -> None:
    rng = np.random.default_rng(3)
    vectors = [rng.normal(size=n).astype("<f4").tobytes() for n in (1, 384, 1024)]
    plan = await add_plan(database, *TEXTS, vectors=list(vectors))
    async with database.read() as work:
        stored = await work.passages.of_plans([plan], embedder="words")
        assert [each.vector for each in stored] == vectors
        assert await work.passages.count([plan]) == 3
        assert await work.passages.sample([plan], every=1) == list(TEXTS)
        assert await work.passages.sample([plan], every=2) == [TEXTS[1]]


async def test_sqlite_keeps_no_postings(sqlite: Database) -> None:
    plan = await add_plan(sqlite, *TEXTS)
    async with sqlite.write() as work:
        assert not work.passages.are_searched_here
        assert await work.passages.list_unread() == []
        await work.passages.remove(plan)
