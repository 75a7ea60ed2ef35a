"""What the confirmed plans hold, searched in memory and never stale.

An index is kept for each scope (a set of localities) and index revision; the revision is written
with the rows it describes and read by every query, so another process's changes are seen at the
next question.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from knowledge.answering import Candidate, Held
from knowledge.passages import build_passages
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.questions.spelling import Speller, learn_speller
from knowledge.questions.understanding import Question
from knowledge.search.base import Embedder, Vector
from knowledge.search.index import Index, IndexedPassage, SearchQuery
from storage.database import Database
from storage.values import Locality, NewPassage, PlanState, StoredPassage, StoredPlan
from storage.work import Work

Result = TypeVar("Result")
RowKey = tuple[int, str, int]  # plan, "task" or "paragraph", position in the plan
SCOPES_KEPT = 32


@dataclass(frozen=True, slots=True)
class Row:
    """A task or a paragraph with the plan it stands in."""

    key: RowKey
    fact: PlannedTask | PlannedParagraph
    plan: StoredPlan


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything that one set of localities can be asked about, in the order of the plans."""

    index: Index
    plans: Mapping[int, StoredPlan]
    rows: Mapping[RowKey, Row]
    passages: Mapping[int, RowKey]
    speller: Speller
    _of_facts: dict[int, Row] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_of_facts", {id(row.fact): row for row in self.rows.values()})

    @property
    def held(self) -> list[Held]:
        """What there is to ask about."""
        return [Held(plan.locality_id, plan.facts.year) for plan in self.plans.values()]

    def find(self, fact: PlannedTask | PlannedParagraph) -> Row:
        """Give the row that holds a fact of this scope."""
        return self._of_facts[id(fact)]


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

    async def search(self, question: Question, scope: Scope) -> list[Candidate]:
        """Find everything near a question, best first."""
        vector = await self._embed_query(question.search_text)
        query = SearchQuery(question.search_text, vector, question.language)
        hits = scope.index.search(query, limit=len(scope.passages))
        rows = [(hit, scope.rows[scope.passages[hit.key]]) for hit in hits]
        return [
            Candidate(hit, row.fact, Held(row.plan.locality_id, row.plan.facts.year))
            for hit, row in rows
        ]

    async def _embed_query(self, text: str) -> Vector | None:
        if self._embedder is None:
            return None
        return await self._run(self._embedder.embed_query, text)

    async def open(self, database: Database) -> tuple[Sequence[Locality], Scope]:
        """Give the localities and all that can be asked about them."""
        async with self._loading, database.read() as work:
            places = await work.localities.list_all()
            key = tuple((place.id, place.index_revision) for place in places)
            if key not in self._scopes:
                self._forget([place_id for place_id, _ in key])
                self._scopes[key] = await self._load(work, [place_id for place_id, _ in key])
            self._scopes.move_to_end(key)
            while len(self._scopes) > SCOPES_KEPT:
                self._scopes.popitem(last=False)
            return places, self._scopes[key]

    def _forget(self, locality_ids: Sequence[int]) -> None:
        """Drop the scopes of older revisions: they can never be asked for again."""
        stale = [key for key in self._scopes if [place_id for place_id, _ in key] == locality_ids]
        for key in stale:
            del self._scopes[key]

    async def _load(self, work: Work, locality_ids: Sequence[int]) -> Scope:
        plans = await work.plans.list_all(state=PlanState.CONFIRMED)
        held = {plan.id: plan for plan in plans if plan.locality_id in locality_ids}
        rows: list[Row] = []
        for plan in held.values():
            for i, stored in enumerate(await work.plans.tasks(plan.id)):
                rows.append(Row((plan.id, "task", i), stored.task, plan))
            for i, paragraph in enumerate(await work.plans.paragraphs(plan.id)):
                rows.append(Row((plan.id, "paragraph", i), paragraph, plan))
        passages = await work.passages.searchable(locality_ids, embedder=self.embedder_name)
        index = await asyncio.to_thread(Index.build, [_indexed(p) for p in passages])
        speller = await asyncio.to_thread(learn_speller, [p.text for p in passages])
        found = {p.id: (p.plan_id, p.kind, p.position) for p in passages}
        return Scope(index, held, {row.key: row for row in rows}, found, speller)

    def close(self) -> None:
        """Stop the embedder's thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _indexed(passage: StoredPassage) -> IndexedPassage:
    vector = np.frombuffer(passage.vector, dtype="<f4") if passage.vector else None
    return IndexedPassage(passage.id, passage.text, vector)
