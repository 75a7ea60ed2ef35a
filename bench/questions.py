"""Measure search and refusal on the shared questions over the shared plans.

    python -m bench.questions [--embedder nano|words|none] [-v]

MOTCUA_SHARED (default ../shared) holds plans/ and gold/; without it a few words of our own run.
"""

import argparse
import datetime as dt
import json
import os
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.embedders import EMBEDDERS
from bench.sources import load_plans, own_plans, own_questions, own_refusals
from knowledge.answering import Candidate, Choice, Held, Outcome, choose
from knowledge.passages import Passage, build_passages
from knowledge.plan import Plan
from knowledge.questions.following import Step, carry_over, find_following
from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.spelling import Speller, learn_speller
from knowledge.questions.understanding import Question, understand
from knowledge.search.base import Embedder
from knowledge.search.index import Index, IndexedPassage, SearchQuery

TODAY = dt.date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Bench:
    """Plans indexed, ready to be asked."""

    plans: Sequence[Plan]
    passages: Sequence[tuple[int, Passage]]
    index: Index
    speller: Speller
    embedder: Embedder | None

    def ask(self, question: Question) -> Choice:
        """Search everything and choose."""
        text = question.search_text
        vector = self.embedder.embed_query(text) if self.embedder else None
        query = SearchQuery(text, vector, question.language)
        hits = self.index.search(query, len(self.passages))
        related_from = self.embedder.related_from if self.embedder else None
        candidates = [self._candidate(hit) for hit in hits]
        return choose(question, candidates, self.held, related_from=related_from)

    @property
    def held(self) -> list[Held]:
        """Return what there is to ask about."""
        return [Held(key, plan.year) for key, plan in enumerate(self.plans)]

    def _candidate(self, hit: Any) -> Candidate:
        plan_key, passage = self.passages[hit.key]
        plan = self.plans[plan_key]
        rows = plan.tasks if passage.kind == "task" else plan.paragraphs
        return Candidate(hit, rows[passage.index], Held(plan_key, plan.year))


def build_bench(plans: Sequence[Plan], embedder: Embedder | None) -> Bench:
    """Cut, embed and index the plans."""
    passages = [
        (key, passage) for key, plan in enumerate(plans) for passage in build_passages(plan)
    ]
    texts = [passage.text for _, passage in passages]
    vectors = list(embedder.embed_passages(texts)) if embedder else [None] * len(texts)
    indexed = [IndexedPassage(i, t, v) for i, (t, v) in enumerate(zip(texts, vectors, strict=True))]
    return Bench(plans, passages, Index.build(indexed), learn_speller(texts), embedder)


def read_question(row: dict[str, Any], bench: Bench) -> Question:
    """Understand a row's question after the earlier ones of its chat."""
    names = [LocalityName(i, p.locality or p.source) for i, p in enumerate(bench.plans)]
    turns = [turn["text"] for turn in row.get("context", []) if turn["role"] == "user"]
    question = understand(row["q"], names, TODAY, speller=bench.speller)
    for text in turns:
        if find_following(question, 0).step is Step.CARRY:
            before = understand(text, names, TODAY, speller=bench.speller)
            question = carry_over(question, before)
    return question


def is_right(
    row: dict[str, Any], gold: dict[str, Any], choice: Choice, plans: Sequence[Plan]
) -> bool:
    """Say whether the first row lies in a right place of a right document."""
    spans = [(s["seed"], s["lines"]) for s in row.get("places", []) + row.get("quotes", [])]
    spans += [gold[key] for key in row["gold_task_ids"] if key in gold]
    if not choice.rows:
        return False
    first = choice.rows[0]
    source = plans[first.plan.locality].source[:3]
    if source not in [seed[:3] for seed in row["seeds"]]:
        return False
    start, end = first.fact.place.first_line or 0, first.fact.place.last_line or 10**9
    return not spans or any(
        source == seed[:3] and start <= b and a <= end for seed, (a, b) in spans
    )


def measure(
    bench: Bench, rows: Sequence[dict[str, Any]], gold: dict[str, Any], *, verbose: bool
) -> None:
    """Print the share right for each way of writing, and the time a question takes."""
    hits: dict[str, list[bool]] = defaultdict(list)
    started = time.perf_counter()
    for row in rows:
        question = read_question(row, bench)
        choice = bench.ask(question)
        refused = row.get("expected") == "no_answer"
        right = (
            choice.outcome is Outcome.NOT_FOUND
            if refused
            else is_right(row, gold, choice, bench.plans)
        )
        group = find_group(row, question)
        hits[group].append(right)
        if verbose and not right:
            show_miss(row, question, choice)
    took = (time.perf_counter() - started) * 1000 / len(rows)
    table = Table("group", "right", "of", "share", title=f"{took:.1f} ms a question")
    for group, values in sorted(hits.items()):
        table.add_row(group, str(sum(values)), str(len(values)), f"{sum(values) / len(values):.2f}")
    Console().print(table)


def find_group(row: dict[str, Any], question: Question) -> str:
    """Name the way of writing; lists and counts are made from rows, not found by search."""
    if row.get("expected") == "no_answer":
        return f"refused ({'own' if row['qid'] == 'own' else 'gold'})"
    if question.main in (Asked.LIST, Asked.COUNT, Asked.DOCUMENT):
        return "lists (by handlers)"
    return "multi_turn" if row.get("context") else str(row["style"])


def show_miss(row: dict[str, Any], question: Question, choice: Choice) -> None:
    """Print what went wrong with one question."""
    print(row["qid"], row["q"], "|", question.search_text, "|", choice.outcome, choice.reason or "")
    for candidate in choice.rows[:2]:
        hit = candidate.hit
        print(
            f"   {hit.score:.2f} cov {hit.coverage:.2f} dense {hit.dense:.3f}",
            str(candidate.fact)[:200],
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--embedder", choices=list(EMBEDDERS), default="nano")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args(arguments)
    shared = Path(os.environ.get("MOTCUA_SHARED", "../shared"))
    plans = load_plans(shared) if shared.exists() else own_plans()
    bench = build_bench(plans, EMBEDDERS[args.embedder]())
    rows, gold = own_questions(), {}
    if shared.exists():
        rows = _lines(shared / "gold/questions.jsonl")
        tasks = _lines(shared / "gold/tasks.jsonl")
        gold = {t["id"]: (t["seed"], t["src_lines"]) for t in tasks}
    places = [plan.locality for plan in plans if plan.locality]
    rows += [row for place in places for row in own_refusals(place)]
    measure(bench, rows, gold, verbose=args.verbose)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
