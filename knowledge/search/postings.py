"""The same search over passages whose postings and vectors a database keeps.

What stays in memory is a few bytes a passage: its key, its length, whether it has marks. For each
query the database gives who holds the query's tokens and how near every vector is; the scores are
made here, as in `index.py`.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.search.base import SearchQuery, Vector
from knowledge.search.codes import find_codes
from knowledge.search.lexical import K1, NOBODY, B, Holders, cover, share, weigh
from knowledge.search.scoring import NOTHING, Evidence, Scores, score
from knowledge.search.tokens import fold_all, is_marked, tokenize, with_pairs
from knowledge.text import clean, syllables

# A holder of a token: the passage's key and how often the token stands in it (at most MOST).
HOLDER = np.dtype([("passage", "<u4"), ("count", "<u2")])
MOST = 2**16 - 1
# How near a passage's vector is.
CLOSENESS = np.dtype([("passage", "<i8"), ("cosine", "<f4")])
NO_HOLDERS = np.zeros(0, dtype=HOLDER)
NO_CLOSENESS = np.zeros(0, dtype=CLOSENESS)
MARKED, FOLDED, CODE = "m", "f", "c"
Term = tuple[str, str]  # its spelling (marked, folded, code) and the token


@dataclass(frozen=True, slots=True)
class Found:
    """What the database gives for one query: HOLDER arrays by term, one CLOSENESS array."""

    holders: Mapping[Term, NDArray[np.void]]
    closeness: NDArray[np.void]


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """What a database keeps of a passage: terms with their counts, and what they amount to."""

    counts: Mapping[Term, int]
    length: int
    is_bare: bool


def list_terms(text: str) -> PassageTerms:
    """Return the terms by which a passage is found."""
    tokens = tokenize(text)
    counts = Counter[Term]((MARKED, token) for token in tokens.marked)
    counts.update((FOLDED, token) for token in tokens.folded)
    counts.update((CODE, code) for code in tokens.codes)
    return PassageTerms(counts, len(tokens.marked), tokens.is_bare)


def ask_terms(query: SearchQuery) -> Collection[Term]:
    """Return the terms whose holders a query needs."""
    words = syllables(clean(query.text))
    terms = [(FOLDED, token) for token in with_pairs(fold_all(words))]
    terms += [(CODE, code) for code in find_codes(query.text)]
    if is_marked(query.text):
        terms += [(MARKED, token) for token in with_pairs(words)]
    return frozenset(terms)


class Outline:
    """What must be known of every passage of a scope to score what a database finds."""

    def __init__(
        self,
        keys: Sequence[int],
        lengths: Sequence[int],
        is_bare: Sequence[bool],
        *,
        background: Sequence[str] = (),
    ) -> None:
        """Take the passages by ascending key; texts of the background only weigh words."""
        beside = [list_terms(text) for text in background]
        self._beside = _place_beside(beside, len(keys))
        self._keys = np.array(keys, dtype=np.int64)
        self._is_bare = np.array([*is_bare, *(each.is_bare for each in beside)], dtype=bool)
        sizes = np.array([*lengths, *(each.length for each in beside)], dtype=np.float32)
        mean = float(sizes.mean()) if sizes.size else 0.0
        self._norms = (K1 * (1 - B + B * sizes / (mean or 1.0))).astype(np.float32)

    def compare(self, query: SearchQuery, found: Found) -> Scores:
        """Compare a query with every passage; with an empty text, with none."""
        if not self._keys.size or not query.text.strip():
            return NOTHING
        held = {term: self._place(term, found.holders) for term in ask_terms(query)}
        codes = _of_kind(held, CODE)
        dense, has_vector = self._place_vectors(found.closeness)
        evidence = Evidence(
            keys=self._keys,
            is_bare=self._is_bare,
            marked=PostingField(_of_kind(held, MARKED), self._norms),
            folded=PostingField(_of_kind(held, FOLDED), self._norms),
            dense=dense,
            has_vector=has_vector,
            exact=share(tuple(codes), lambda code: codes[code].holders, size=len(dense)),
        )
        return score(query, evidence)

    def _place(self, term: Term, found: Mapping[Term, NDArray[np.void]]) -> "Posting":
        holders = found.get(term, NO_HOLDERS)
        at, is_here = self._find(holders["passage"])
        beside = self._beside.get(term, _NOT_BESIDE)
        return Posting(
            np.concatenate((at[is_here], beside.holders)),
            np.concatenate((holders["count"][is_here], beside.counts), dtype=np.float32),
        )

    def _place_vectors(self, closeness: NDArray[np.void]) -> tuple[Vector, NDArray[np.bool_]]:
        dense = np.zeros(len(self._is_bare), dtype=np.float32)
        has_vector = np.zeros(len(self._is_bare), dtype=bool)
        at, is_here = self._find(closeness["passage"])
        dense[at[is_here]] = closeness["cosine"][is_here]
        has_vector[at[is_here]] = True
        dense[self._is_bare] = 0
        return dense, has_vector & ~self._is_bare

    def _find(self, keys: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return where the keys stand, and which of them stand here at all."""
        at = np.searchsorted(self._keys, keys).clip(max=len(self._keys) - 1)
        return at, self._keys[at] == keys


@dataclass(frozen=True, slots=True)
class Posting:
    """Positions of the passages that hold a token, and how often each does."""

    holders: Holders
    counts: Vector


_NOT_BESIDE = Posting(NOBODY, np.zeros(0, dtype=np.float32))


class PostingField:
    """Score every passage for a query's syllables, from the postings of that query."""

    def __init__(self, postings: Mapping[str, Posting], norms: Vector) -> None:
        self._postings = postings
        self._norms = norms

    def score(self, words: Sequence[str]) -> Vector:
        """Return a score for each passage, zero where nothing of words or pairs is shared."""
        scores = np.zeros(len(self._norms), dtype=np.float32)
        for token, times in Counter(with_pairs(words)).items():
            posting = self._postings[token]
            weight = times * weigh(len(posting.holders), len(self._norms))
            norms = self._norms[posting.holders]
            scores[posting.holders] += weight * posting.counts / (posting.counts + norms)
        return scores

    def cover(self, tokens: Sequence[str]) -> Vector:
        """Return the share, 0 to 1, of the tokens' idf that each passage holds."""
        return cover(tokens, lambda token: self._postings[token].holders, size=len(self._norms))


def _place_beside(beside: Sequence[PassageTerms], first: int) -> dict[Term, Posting]:
    """Return the postings of the background's texts, which stand after the passages."""
    held: dict[Term, list[tuple[int, int]]] = {}
    for position, each in enumerate(beside, first):
        for term, count in each.counts.items():
            held.setdefault(term, []).append((position, count))
    return {
        term: Posting(
            np.array([at for at, _ in pairs], dtype=np.int64),
            np.array([count for _, count in pairs], dtype=np.float32),
        )
        for term, pairs in held.items()
    }


def _of_kind(held: Mapping[Term, Posting], kind: str) -> dict[str, Posting]:
    return {token: posting for (each, token), posting in held.items() if each == kind}
