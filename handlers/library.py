"""What the confirmed plans hold, searched in memory and never stale.

An index is kept for each scope (a set of localities) and index revision; the revision is written
with the rows it describes and read by every query, so another process's changes are seen at the
next question.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from knowledge.answering import Candidate, Held
from knowledge.passages import build_passages
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.questions.understanding import Question
from knowledge.search.base import Embedder, Vector
from knowledge.search.index import Index, IndexedPassage, SearchQuery
from storage.database import Database
from storage.values import Locality, NewPassage, PlanState, StoredPassage, StoredPlan
from storage.work import Work

Result = TypeVar("Result")
SCOPES_KEPT = 32


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything that one set of localities can be asked about."""

    index: Index
    plans: dict[int, StoredPlan]
    found: dict[int, tuple[int, PlannedTask | PlannedParagraph]]  # passage → plan, row


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the plan it stands in."""

    candidate: Candidate
    plan: StoredPlan


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a search found, best first, and which plans it looked in."""

    found: Sequence[Found]
    held: Sequence[Held]


class Library:
    """Embed, index and search; the embedder runs in one thread of its own."""

    def __init__(self, embedder: Embedder | None) -> None:
        self._embedder = embedder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder")
        self._loading = asyncio.Lock()
        self._scopes: OrderedDict[tuple[tuple[int, int], ...], Scope] = OrderedDict()

    @property
    def embedder_name(self) -> str | None:
        """The name of the model whose vectors are comparable."""
        return self._embedder.name if self._embedder else None

    @property
    def related_from(self) -> float | None:
        """The cosine from which the model's texts are related."""
        return self._embedder.related_from if self._embedder else None

    async def _run(self, function: Callable[..., Result], *args: object) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *args)

    async def build_rows(
        self, plan: Plan, *, on_progress: Callable[[int, int], None] | None = None
    ) -> list[NewPassage]:
        """Cut a plan into passages with their vectors."""
        passages = build_passages(plan)
        vectors = await self._embed([p.text for p in passages], on_progress)
        return [
            NewPassage(passage.kind, passage.index, passage.text, vector)
            for passage, vector in zip(passages, vectors, strict=True)
        ]

    async def _embed(
        self, texts: list[str], on_progress: Callable[[int, int], None] | None
    ) -> list[bytes | None]:
        if self._embedder is None:
            return [None] * len(texts)
        vectors: list[bytes | None] = []
        for start in range(0, len(texts), 16):
            batch = await self._run(self._embedder.embed_passages, texts[start : start + 16])
            vectors += [row.astype("<f4").tobytes() for row in batch]
            if on_progress:
                on_progress(len(vectors), len(texts))
        return vectors

    async def search(
        self, question: Question, database: Database, localities: Sequence[Locality]
    ) -> Shelf:
        """Find everything near a question in the given localities."""
        scope = await self._scope(database, [place.id for place in localities])
        vector = await self._embed_query(question.search_text)
        query = SearchQuery(question.search_text, vector, question.language)
        hits = scope.index.search(query, limit=len(scope.found))
        found = []
        for hit in hits:
            plan_id, fact = scope.found[hit.key]
            plan = scope.plans[plan_id]
            candidate = Candidate(hit, fact, Held(plan.locality_id, plan.facts.year))
            found.append(Found(candidate, plan))
        held = [Held(plan.locality_id, plan.facts.year) for plan in scope.plans.values()]
        return Shelf(found, held)

    async def _embed_query(self, text: str) -> Vector | None:
        if self._embedder is None:
            return None
        return await self._run(self._embedder.embed_query, text)

    async def _scope(self, database: Database, locality_ids: Sequence[int]) -> Scope:
        async with self._loading, database.read() as work:
            places = await work.localities.list_all()
            key = tuple((p.id, p.index_revision) for p in places if p.id in locality_ids)
            if key not in self._scopes:
                self._forget([place_id for place_id, _ in key])
                self._scopes[key] = await self._load(work, [place_id for place_id, _ in key])
            self._scopes.move_to_end(key)
            while len(self._scopes) > SCOPES_KEPT:
                self._scopes.popitem(last=False)
            return self._scopes[key]

    def _forget(self, locality_ids: Sequence[int]) -> None:
        """Drop the scopes of older revisions: they can never be asked for again."""
        stale = [key for key in self._scopes if [place_id for place_id, _ in key] == locality_ids]
        for key in stale:
            del self._scopes[key]

    async def _load(self, work: Work, locality_ids: Sequence[int]) -> Scope:
        plans = await work.plans.list_all(state=PlanState.CONFIRMED)
        held = {plan.id: plan for plan in plans if plan.locality_id in locality_ids}
        rows: dict[tuple[int, str, int], PlannedTask | PlannedParagraph] = {}
        for plan_id in held:
            for i, stored in enumerate(await work.plans.tasks(plan_id)):
                rows[plan_id, "task", i] = stored.task
            for i, paragraph in enumerate(await work.plans.paragraphs(plan_id)):
                rows[plan_id, "paragraph", i] = paragraph
        passages = await work.passages.searchable(locality_ids, embedder=self.embedder_name)
        index = await asyncio.to_thread(Index.build, [_indexed(p) for p in passages])
        found = {p.id: (p.plan_id, rows[p.plan_id, p.kind, p.position]) for p in passages}
        return Scope(index, held, found)

    def close(self) -> None:
        """Stop the embedder's thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _indexed(passage: StoredPassage) -> IndexedPassage:
    vector = np.frombuffer(passage.vector, dtype="<f4") if passage.vector else None
    return IndexedPassage(passage.id, passage.text, vector)
