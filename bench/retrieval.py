"""Measure retrieval over a folder in BEIR layout, beside plain BM25 and the embedder alone.

    python -m bench.retrieval DIR [--embedder nano|words|none] [--vectors FILE]

DIR holds corpus.jsonl {_id, title, text}, queries.jsonl {_id, text, text_nodiac (optional)} and
qrels.tsv (query-id, corpus-id, score, with or without a heading). Without DIR a few texts of our
own run. Long texts are cut into passages as in the product, and the best passage of each counts,
for the embedder alone as well; plain BM25 takes them whole. `--vectors` keeps the passages'
vectors in a file (.npy) for the next run.
"""

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import bm25s  # noqa: TID251
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.collection import (
    DEPTH,
    Collection,
    Query,
    Rates,
    load_collection,
    own_collection,
    rate,
)
from bench.embedders import EMBEDDERS
from knowledge.questions.spelling import learn_speller
from knowledge.search.background import load_background
from knowledge.search.base import Embedder, Matrix, SearchQuery, Vector
from knowledge.search.index import Index, IndexedPassage
from knowledge.text import syllables

BATCH = 16
MOST_PASSAGES = 200  # looked at for ten texts
MOST_LOST = 1.5  # points of nDCG@10, where marks are not typed
Search = Callable[[str], Sequence[int]]  # a query's entries by their position, best first
Owners = NDArray[np.int64]  # the entry of each passage
Ways = Mapping[str, Search]


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
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [int(i) for i in best if scores[i] > 0]

    return search


def build_dense(vectors: Matrix, owners: Owners, embed: Callable[[str], Vector]) -> Search:
    """Return a search by the embedder alone."""

    def search(query: str) -> Sequence[int]:
        order = np.argsort(-(vectors @ embed(query)), kind="stable")
        return _first_owners(owners[order].tolist())

    return search


def build_ours(
    passages: Sequence[str],
    vectors: Sequence[Vector | None],
    owners: Owners,
    embed: Callable[[str], Vector] | None,
) -> Search:
    """Return the product's search, with slips mended and marks given back first."""
    pairs = enumerate(zip(passages, vectors, strict=True))
    background = [IndexedPassage(-1, text) for text in load_background()]
    index = Index.build(
        [IndexedPassage(i, text, vector) for i, (text, vector) in pairs], background
    )
    speller = learn_speller(passages)

    def search(query: str) -> Sequence[int]:
        text = speller.restore(speller.mend(query))
        hits = index.search(SearchQuery(text, embed(text) if embed else None), MOST_PASSAGES)
        return _first_owners([int(owners[hit.key]) for hit in hits])

    return search


def build_ways(collection: Collection, embedder: Embedder | None, vectors: Path | None) -> Ways:
    """Cut, embed and index the collection for each way of searching."""
    cut = [entry.passages for entry in collection.entries]
    passages = [text for texts in cut for text in texts]
    owners = np.repeat(np.arange(len(cut)), [len(texts) for texts in cut])
    plain = build_plain([entry.whole for entry in collection.entries])
    if embedder is None:
        ours = build_ours(passages, [None] * len(passages), owners, None)
        return {"plain BM25": plain, "ours": ours}
    matrix = _embed(passages, embedder, vectors)
    return {
        "plain BM25": plain,
        "dense alone": build_dense(matrix, owners, embedder.embed_query),
        "ours": build_ours(passages, list(matrix), owners, embedder.embed_query),
    }


def _embed(passages: Sequence[str], embedder: Embedder, kept: Path | None) -> Matrix:
    """Embed batches of like length, as the longest of a batch is what it waits for."""
    if kept and kept.exists():
        matrix: Matrix = np.load(kept)
        if matrix.shape == (len(passages), embedder.dimensions):
            return matrix
    order = sorted(range(len(passages)), key=lambda i: len(passages[i]))
    rows = np.zeros((len(passages), embedder.dimensions), dtype=np.float32)
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    for batch in track(batches, f"{len(passages)} passages"):
        rows[batch] = embedder.embed_passages([passages[i] for i in batch])
    if kept:
        np.save(kept, rows)
    return rows


def _first_owners(owners: Sequence[int]) -> list[int]:
    found: dict[int, None] = {}
    for owner in owners:
        found[owner] = None
        if len(found) == DEPTH:
            break
    return list(found)


def measure(collection: Collection, search: Search, *, bare: bool) -> Rates:
    """Return R@1, R@10 and nDCG@10, in percent."""
    keys = [entry.key for entry in collection.entries]

    def rate_query(query: Query) -> Rates:
        found = [keys[i] for i in search(query.bare if bare else query.marked)]
        return rate(found, collection.relevant[query.key])

    rates = [rate_query(query) for query in collection.queries]
    return Rates(*(float(np.mean([getattr(r, n) for r in rates])) for n in Rates.__slots__))


def show(name: str, collection: Collection, ways: Ways) -> None:
    """Measure each way, print the table and what is to be read from it."""
    size = f"{len(collection.entries)} texts, {len(collection.queries)} queries"
    table = Table(
        "search", "marks", "R@1", "R@10", "nDCG@10", "ms a query", title=f"{name}: {size}"
    )
    gains: dict[tuple[str, bool], float] = {}
    for way, search in ways.items():
        for bare in (False, True):
            started = time.perf_counter()
            rates = measure(collection, search, bare=bare)
            spent = (time.perf_counter() - started) * 1000 / max(1, len(collection.queries))
            gains[way, bare] = rates.gain
            marks = "without" if bare else "with"
            shown = (rates.first, rates.tenth, rates.gain, spent)
            table.add_row(way, marks, *(f"{value:.1f}" for value in shown))
    Console().print(table)
    for line in judge(gains):
        print(line)


def judge(gains: Mapping[tuple[str, bool], float]) -> list[str]:
    """Say by how much ours is above the others, and what it loses without marks."""
    ours, bare = gains["ours", False], gains["ours", True]
    lines = []
    for way in dict.fromkeys(way for way, _ in gains if way != "ours"):
        more = (ours - gains[way, False], bare - gains[way, True])
        verdict = "pass" if min(more) > 0 else "equal" if min(more) == 0 else "FAIL"
        lines.append(f"above {way}: {more[0]:+.1f} with marks, {more[1]:+.1f} without: {verdict}")
    verdict = "pass" if ours - bare <= MOST_LOST else "FAIL"
    lines.append(f"loss without marks: {ours - bare:.1f} points, at most {MOST_LOST}: {verdict}")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row a way of searching, with marks and without."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--embedder", choices=list(EMBEDDERS), default="nano")
    parser.add_argument("--vectors", type=Path)
    args = parser.parse_args(arguments)
    collection = load_collection(args.folder) if args.folder else own_collection()
    embedder: Any = EMBEDDERS[args.embedder]()
    ways = build_ways(collection, embedder, args.vectors)
    show(args.folder.name if args.folder else "own words", collection, ways)


if __name__ == "__main__":
    main()
