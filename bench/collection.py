"""Texts with questions and what is relevant to each, in BEIR layout."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

from knowledge.passages import build_passages
from knowledge.plan import Place, Plan, PlannedParagraph
from knowledge.text import strip_marks

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of a collection."""

    key: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Return the title and the text."""
        return f"{self.title} {self.text}".strip()

    @property
    def passages(self) -> tuple[str, ...]:
        """Return the text cut as the product cuts a paragraph of a document of that title."""
        place = Place(self.key, 1, 1)
        body = PlannedParagraph((), "", self.text or self.title, place)
        plan = Plan(self.key, title=self.title or None, paragraphs=(body,))
        return tuple(passage.text for passage in build_passages(plan))


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its marks and without."""

    key: str
    marked: str
    bare: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Entries, queries, and by query the gain of each relevant entry."""

    entries: Sequence[Entry]
    queries: Sequence[Query]
    relevant: Mapping[str, Mapping[str, int]]


def load_collection(folder: Path) -> Collection:
    """Read corpus.jsonl, queries.jsonl and qrels.tsv (or qrels/test.tsv) of a folder."""
    entries = [
        Entry(str(row["_id"]), _said(row, "title"), _said(row, "text"))
        for row in _lines(folder / "corpus.jsonl")
    ]
    relevant = _load_relevant(folder, {entry.key for entry in entries})
    queries = [
        Query(str(row["_id"]), row["text"], row.get("text_nodiac") or strip_marks(row["text"]))
        for row in _lines(folder / "queries.jsonl")
        if str(row["_id"]) in relevant and _said(row, "text")
    ]
    return Collection(entries, queries, relevant)


def _load_relevant(folder: Path, keys: set[str]) -> dict[str, dict[str, int]]:
    """Read query, entry and score of each row; a heading and entries that are not there go."""
    paths = (folder / "qrels.tsv", folder / "qrels/test.tsv")
    path = next((path for path in paths if path.exists()), paths[0])
    relevant: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as rows:
        for cells in csv.reader(rows, delimiter="\t"):
            if len(cells) < 3 or cells[-2] not in keys:
                continue
            gain = round(float(cells[-1]))
            if gain > 0:
                relevant.setdefault(cells[0], {})[cells[-2]] = gain
    return relevant


def own_collection() -> Collection:
    """Return a few texts of our own."""
    texts = (
        "Nạo vét kênh mương nội đồng trước mùa mưa",
        "Quét dọn chợ trung tâm mỗi tuần hai lần",
        "Sửa đèn chiếu sáng đường thôn trong ba ngày",
        "Trồng cây bóng mát quanh trường học",
    )
    asked = ("nạo vét kênh mương", "quét dọn chợ", "sửa đèn đường", "trồng cây quanh trường")
    return Collection(
        [Entry(str(at), "", text) for at, text in enumerate(texts)],
        [Query(str(at), text, strip_marks(text)) for at, text in enumerate(asked)],
        {str(at): {str(at): 1} for at in range(len(texts))},
    )


@dataclass(frozen=True, slots=True)
class Rates:
    """How well queries were served, in percent."""

    first: float
    tenth: float
    gain: float


def rate(found: Sequence[str], gains: Mapping[str, int]) -> Rates:
    """Return R@1, R@10 and nDCG@10 of one query's entries, best first."""
    ideal = _discount(sorted(gains.values(), reverse=True)[:DEPTH])
    held = _discount([gains.get(key, 0) for key in found[:DEPTH]])
    return Rates(
        100 * len(gains.keys() & set(found[:1])) / len(gains),
        100 * len(gains.keys() & set(found[:DEPTH])) / len(gains),
        100 * held / ideal,
    )


def _discount(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / log2(rank + 2) for rank, gain in enumerate(gains))


def _said(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "").strip()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
