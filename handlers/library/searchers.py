"""Where a scope is searched: in memory, or in PostgreSQL where it is too large for that."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.search.base import Comparison, Searcher, SearchQuery, Vector
from knowledge.search.index import Index, IndexedPassage
from knowledge.search.postings import Outline
from storage.database import Database
from storage.values import StoredPassage
from storage.work import Work

MOST_TEXTS = 5_000  # that teach how words are written: a second of learning


class MemorySearcher:
    """Search an index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    async def compare(self, query: SearchQuery) -> Comparison:
        """Compare a query with every passage of the index."""
        return self._index.compare(query)


class DatabaseSearcher:
    """Search what the database holds of some plans, at the moment of the question."""

    def __init__(
        self,
        database: Database,
        outline: Outline,
        plan_ids: Sequence[int],
        *,
        embedder: str | None,
    ) -> None:
        self._database = database
        self._outline = outline
        self._plan_ids = plan_ids
        self._embedder = embedder

    async def compare(self, query: SearchQuery) -> Comparison:
        """Compare a query with every passage of the plans."""
        async with self._database.read() as work:
            found = await work.passages.find(query, self._plan_ids, embedder=self._embedder)
        return await asyncio.to_thread(self._outline.compare, query, found)


@dataclass(frozen=True, slots=True)
class SearchedPlans:
    """How some plans are searched: where each passage stands, and texts that teach spelling."""

    searcher: Searcher
    passages: Mapping[int, tuple[int, str, int]]
    texts: Sequence[str]


def index_passages(
    passages: Sequence[StoredPassage], background: Sequence[str] = ()
) -> SearchedPlans:
    """Build the index of some passages in memory."""
    beside = [IndexedPassage(-1, text) for text in background]
    return SearchedPlans(
        searcher=MemorySearcher(Index.build([_indexed(p) for p in passages], beside)),
        passages={p.id: (p.plan_id, p.kind, p.position) for p in passages},
        texts=[p.text for p in passages[:: 1 + len(passages) // MOST_TEXTS]],
    )


async def open_plans(
    work: Work,
    database: Database,
    plan_ids: Sequence[int],
    *,
    embedder: str | None,
    most_in_memory: int,
    background: Sequence[str] = (),
) -> SearchedPlans:
    """Make some plans searchable: in memory up to `most_in_memory` passages, else where they are.

    Only PostgreSQL searches itself; what SQLite holds is always searched in memory.
    """
    count = await work.passages.count(plan_ids)
    if count <= most_in_memory or not work.passages.are_searched_here:
        stored = await work.passages.of_plans(plan_ids, embedder=embedder)
        return await asyncio.to_thread(index_passages, stored, background)
    outline = await work.passages.outline(plan_ids, background=background)
    return SearchedPlans(
        searcher=DatabaseSearcher(database, outline, plan_ids, embedder=embedder),
        passages=await work.passages.places(plan_ids),
        texts=await work.passages.sample(plan_ids, every=1 + count // MOST_TEXTS),
    )


def _indexed(passage: StoredPassage) -> IndexedPassage:
    return IndexedPassage(passage.id, passage.text, read_vector(passage.vector))


def read_vector(stored: bytes | None) -> Vector | None:
    """Read float32 numbers, little endian."""
    return np.frombuffer(stored, dtype="<f4") if stored else None
