"""Measure retrieval over a folder in BEIR layout, beside plain BM25 and the embedder alone.

    python -m bench.retrieval DIR [--embedder nano|words|none]

DIR holds corpus.jsonl {_id, title, text}, queries.jsonl {_id, text, text_nodiac} and qrels.tsv
(query-id, corpus-id, score, with or without a heading). Without DIR a few texts of our own run.
"""

import argparse
import csv
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

import bm25s  # noqa: TID251
import numpy as np
from rich.console import Console
from rich.table import Table

from bench.embedders import EMBEDDERS
from knowledge.questions.spelling import learn_speller
from knowledge.search.base import Embedder, Vector
from knowledge.search.index import Index, IndexedPassage, SearchQuery
from knowledge.text import strip_marks, syllables

DEPTH = 10
Search = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, queries as (id, with marks, without), and the relevant texts of each with a gain."""

    ids: Sequence[str]
    texts: Sequence[str]
    queries: Sequence[tuple[str, str, str]]
    relevant: Mapping[str, Mapping[str, int]]


def load_collection(folder: Path) -> Collection:
    """Read a folder in BEIR layout."""
    corpus = _lines(folder / "corpus.jsonl")
    relevant: dict[str, dict[str, int]] = {}
    with (folder / "qrels.tsv").open(encoding="utf-8", newline="") as rows:
        for query, text, score in csv.reader(rows, delimiter="\t"):
            if score.lstrip("-").isdigit():
                relevant.setdefault(query, {})[text] = int(score)
    queries = [
        (row["_id"], row["text"], row.get("text_nodiac") or strip_marks(row["text"]))
        for row in _lines(folder / "queries.jsonl")
        if row["_id"] in relevant
    ]
    texts = [f"{row.get('title') or ''} {row['text']}".strip() for row in corpus]
    return Collection([row["_id"] for row in corpus], texts, queries, relevant)


def own_collection() -> Collection:
    """Return a few texts of our own."""
    texts = (
        "Nạo vét kênh mương nội đồng trước mùa mưa",
        "Quét dọn chợ trung tâm mỗi tuần hai lần",
        "Sửa đèn chiếu sáng đường thôn trong ba ngày",
        "Trồng cây bóng mát quanh trường học",
    )
    asked = ("nạo vét kênh mương", "quét dọn chợ", "sửa đèn đường", "trồng cây quanh trường")
    queries = [(str(i), text, strip_marks(text)) for i, text in enumerate(asked)]
    names = [str(i) for i in range(len(texts))]
    return Collection(names, texts, queries, {name: {name: 1} for name in names})


def build_plain(texts: Sequence[str]) -> Search:
    """Return plain BM25 over syllables as typed, the baseline."""
    scorer = bm25s.BM25()
    vocabulary: dict[str, int] = {}
    ids = [[vocabulary.setdefault(w, len(vocabulary)) for w in syllables(t)] for t in texts]
    scorer.index((ids, vocabulary), show_progress=False)

    def search(query: str) -> Sequence[int]:
        known = [vocabulary[word] for word in syllables(query) if word in vocabulary]
        if not known:
            return []
        scores = np.asarray(scorer.get_scores_from_ids(known), dtype=np.float32)
        return _best(scores)

    return search


def build_dense(vectors: Sequence[Vector], embedder: Embedder) -> Search:
    """Return a search by the embedder alone."""
    matrix = np.stack(vectors)
    return lambda query: _best(matrix @ embedder.embed_query(query))


def build_ours(
    texts: Sequence[str], vectors: Sequence[Vector | None], embedder: Embedder | None
) -> Search:
    """Return the product's search, with marks given back first."""
    pairs = zip(texts, vectors, strict=True)
    index = Index.build([IndexedPassage(i, text, vector) for i, (text, vector) in enumerate(pairs)])
    speller = learn_speller(texts)

    def search(query: str) -> Sequence[int]:
        text = speller.restore(speller.mend(query))
        vector = embedder.embed_query(text) if embedder else None
        return [hit.key for hit in index.search(SearchQuery(text, vector), DEPTH)]

    return search


def measure(collection: Collection, search: Search, *, bare: bool) -> tuple[float, float, float]:
    """Return R@1, R@10 and nDCG@10, in percent."""
    found = [
        _rate([collection.ids[i] for i in search(folded if bare else text)], collection, key)
        for key, text, folded in collection.queries
    ]
    first, tenth, gain = (100 * float(np.mean(values)) for values in zip(*found, strict=True))
    return first, tenth, gain


def _rate(ids: Sequence[str], collection: Collection, key: str) -> tuple[float, float, float]:
    gains = collection.relevant[key]
    good = {name for name, gain in gains.items() if gain > 0}
    held = [gains.get(name, 0) for name in ids[:DEPTH]]
    ideal = sorted(gains.values(), reverse=True)[:DEPTH]
    recall_1 = len(good.intersection(ids[:1])) / max(1, len(good))
    recall_10 = len(good.intersection(ids[:DEPTH])) / max(1, len(good))
    best = _discount(ideal)
    return recall_1, recall_10, _discount(held) / best if best else 0.0


def _discount(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / log2(rank + 2) for rank, gain in enumerate(gains))


def _best(scores: Vector) -> list[int]:
    return [int(i) for i in np.argsort(-scores, kind="stable")[:DEPTH] if scores[i] > 0]


def main() -> None:
    """Print a row a way of searching, with marks and without."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--embedder", choices=list(EMBEDDERS), default="nano")
    args = parser.parse_args()
    collection = load_collection(args.folder) if args.folder else own_collection()
    embedder = EMBEDDERS[args.embedder]()
    vectors = list(embedder.embed_passages(list(collection.texts))) if embedder else []
    ways = {"plain BM25": build_plain(collection.texts)}
    if embedder:
        ways["dense alone"] = build_dense(vectors, embedder)
    ways["ours"] = build_ours(collection.texts, vectors or [None] * len(collection.texts), embedder)
    show(collection, ways)


def show(collection: Collection, ways: Mapping[str, Search]) -> None:
    """Measure each way and print the table."""
    table = Table("search", "marks", "R@1", "R@10", "nDCG@10", "ms a query", title="retrieval")
    for name, search in ways.items():
        for bare in (False, True):
            started = time.perf_counter()
            rates = measure(collection, search, bare=bare)
            spent = (time.perf_counter() - started) * 1000 / max(1, len(collection.queries))
            marks = "without" if bare else "with"
            table.add_row(name, marks, *(f"{rate:.1f}" for rate in rates), f"{spent:.1f}")
    Console().print(table)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
