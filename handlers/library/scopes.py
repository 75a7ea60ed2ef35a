"""What the confirmed plans hold, searched and never stale.

A scope is a set of localities and an audience: everybody, or the officials of some of them, who
read those places' internal documents, too. It is kept for each index revision of its
localities; the revision is written with the rows it describes and read by every query, so another
process's changes are seen at the next question.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from handlers.library.cache import ScopeCache
from handlers.library.searchers import open_plans, read_vector
from handlers.texts.forms import local_day
from knowledge.answering import Held
from knowledge.faq import FaqIndex, FaqText
from knowledge.passages import build_passages
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.questions.spelling import Speller, learn_speller
from knowledge.questions.understanding import Question
from knowledge.search.background import load_background
from knowledge.search.base import Comparison, Embedder, Hit, Searcher, SearchQuery, Vector
from storage.database import Database
from storage.values import (
    FaqEntry,
    Locality,
    NewPassage,
    PlanState,
    ReportingRule,
    StoredPlan,
)
from storage.work import Work

Result = TypeVar("Result")
RowKey = tuple[int, str, int]  # plan, "task" or "paragraph", position in the plan
ScopeName = tuple[tuple[int, ...], frozenset[int]]  # localities, those read with internal papers
MOST_KEPT = 200_000  # passages of the scopes kept, together
EACH_KEPT = 500  # passages that take as much memory as a scope's speller and background


@dataclass(frozen=True, slots=True)
class Row:
    """A task or a paragraph with the plan it stands in."""

    key: RowKey
    fact: PlannedTask | PlannedParagraph
    plan: StoredPlan


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything that one set of localities can be asked about, in the order of the plans."""

    index: Searcher
    plans: Mapping[int, StoredPlan]
    rows: Mapping[RowKey, Row]
    passages: Mapping[int, RowKey]
    speller: Speller
    faq: FaqIndex
    faq_entries: Mapping[int, FaqEntry]
    rules: Sequence[ReportingRule]
    _of_facts: dict[int, Row] = field(init=False)
    _passages_of: dict[RowKey, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_of_facts", {id(row.fact): row for row in self.rows.values()})
        passages_of: dict[RowKey, list[int]] = {}
        for passage_id, key in self.passages.items():
            passages_of.setdefault(key, []).append(passage_id)
        object.__setattr__(self, "_passages_of", passages_of)

    @property
    def held(self) -> list[Held]:
        """What there is to ask about."""
        return [Held(plan.locality_id, plan.facts.year) for plan in self.plans.values()]

    def find(self, fact: PlannedTask | PlannedParagraph) -> Row:
        """Give the row that holds a fact of this scope."""
        return self._of_facts[id(fact)]

    def rate(self, comparison: Comparison, keys: Iterable[RowKey]) -> dict[RowKey, Hit]:
        """Give by row how near its nearest passage is to what was compared."""
        wanted = [each for key in keys for each in self._passages_of.get(key, ())]
        best: dict[RowKey, Hit] = {}
        for hit in sorted(comparison.of(wanted), key=lambda hit: hit.score):
            best[self.passages[hit.key]] = hit
        return best


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is ready to be searched."""

    scopes: int
    passages: int


class Library:
    """Embed, index and search; the embedder runs in one thread of its own."""

    def __init__(self, embedder: Embedder | None, *, scope_in_memory: int = 50_000) -> None:
        """Search scopes of more than `scope_in_memory` passages in the database, if it can."""
        self._embedder = embedder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder")
        self._scope_in_memory = scope_in_memory
        self._loading: defaultdict[ScopeName, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._scopes = ScopeCache[Scope](
            MOST_KEPT, size_of=lambda scope: EACH_KEPT + len(scope.passages)
        )

    @property
    def embedder_name(self) -> str | None:
        """The name of the model whose vectors are comparable."""
        return self._embedder.name if self._embedder else None

    @property
    def kept(self) -> Kept:
        """How many scopes are kept, with how many passages."""
        scopes = self._scopes.list_kept()
        return Kept(len(scopes), sum(len(scope.passages) for scope in scopes))

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
        vectors = await self.embed_texts([p.text for p in passages], on_progress)
        return [
            NewPassage(passage.kind, passage.index, passage.text, vector)
            for passage, vector in zip(passages, vectors, strict=True)
        ]

    async def embed_texts(
        self, texts: Sequence[str], on_progress: Callable[[int, int], None] | None = None
    ) -> list[bytes | None]:
        """Embed texts as passages, float32 little endian; None each where nothing embeds."""
        if self._embedder is None:
            return [None] * len(texts)
        vectors: list[bytes | None] = []
        for start in range(0, len(texts), 16):
            batch = await self._run(self._embedder.embed_passages, list(texts[start : start + 16]))
            vectors += [row.astype("<f4").tobytes() for row in batch]
            if on_progress:
                on_progress(len(vectors), len(texts))
        return vectors

    async def compare(self, question: Question, vector: Vector | None, scope: Scope) -> Comparison:
        """Compare a question with every passage of a scope."""
        query = SearchQuery(question.search_text, vector, question.language)
        return await scope.index.compare(query)

    async def embed(self, question: Question) -> Vector | None:
        """Embed a question; None where there is no embedder."""
        if self._embedder is None:
            return None
        return await self._run(self._embedder.embed_query, question.search_text)

    async def open(
        self,
        database: Database,
        localities: Sequence[Locality],
        *,
        only_public: bool,
        own: Locality | None = None,
    ) -> Scope:
        """Give all that can be asked about some localities, as they were just read.

        Internal documents and answers are those of `own`, where it is given, else of all.
        """
        inside = [] if only_public else [own] if own else localities
        name = tuple(place.id for place in localities), frozenset(place.id for place in inside)
        revision = tuple(place.index_revision for place in localities)
        async with self._loading[name]:
            scope = self._scopes.get(name, revision)
            if scope is None:
                scope = await self._load(database, name)
                self._scopes.put(name, revision, scope)
        return scope

    async def _load(self, database: Database, name: ScopeName) -> Scope:
        async with database.read() as work:
            return await self._read(work, database, name)

    async def _read(self, work: Work, database: Database, name: ScopeName) -> Scope:
        locality_ids, inside = name
        plans = await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=locality_ids)
        held = {plan.id: plan for plan in plans if plan.is_public or plan.locality_id in inside}
        rows = [row for plan in held.values() for row in await _load_rows(work, plan)]
        searched = await open_plans(
            work,
            database,
            list(held),
            embedder=self.embedder_name,
            most_in_memory=self._scope_in_memory,
            background=load_background(),
        )
        written = await work.faq.of_localities(
            locality_ids, embedder=self.embedder_name, only_public=not inside
        )
        entries = [each for each in written if each.is_public or each.locality_id in inside]
        taught = [*searched.texts, *(entry.question for entry in entries)]
        return Scope(
            index=searched.searcher,
            plans=held,
            rows={row.key: row for row in rows},
            passages=searched.passages,
            speller=await asyncio.to_thread(learn_speller, taught),
            faq=FaqIndex([_faq_text(entry) for entry in entries]),
            faq_entries={entry.id: entry for entry in entries},
            rules=await work.reporting_rules.of_localities(locality_ids),
        )

    def close(self) -> None:
        """Stop the embedder's thread."""
        self._thread.shutdown(wait=False, cancel_futures=True)


async def _load_rows(work: Work, plan: StoredPlan) -> list[Row]:
    tasks = await work.plans.tasks(plan.id)
    paragraphs = await work.plans.paragraphs(plan.id)
    return [
        *(Row((plan.id, "task", i), stored.task, plan) for i, stored in enumerate(tasks)),
        *(Row((plan.id, "paragraph", i), each, plan) for i, each in enumerate(paragraphs)),
    ]


def _faq_text(entry: FaqEntry) -> FaqText:
    written_on = local_day(entry.written_at)
    return FaqText(entry.id, entry.question, entry.answer, read_vector(entry.vector), written_on)
