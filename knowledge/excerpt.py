"""The part of a long text that a question is about."""

import re
from collections.abc import Sequence

from knowledge.text import clean, fold, syllables

_SENTENCE_END = re.compile(r"(?<=[.;!?…])\s+(?=\S)|\s+(?=[-+•] )")


def find_excerpt(text: str, terms: str, *, limit: int) -> str:
    """Return whole sentences of at most `limit` characters around those that share most terms.

    Sentences left out before or after are marked with an ellipsis; a text within the limit is
    returned whole.
    """
    text = clean(text)
    if len(text) <= limit:
        return text
    sentences = _SENTENCE_END.split(text)
    wanted = set(syllables(fold(terms)))
    shares = [len(wanted & set(syllables(fold(sentence)))) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda i: shares[i])
    first, last = _widen(sentences, shares, best, limit)
    middle = _cut(" ".join(sentences[first : last + 1]), limit)
    return ("… " if first else "") + middle + (" …" if last < len(sentences) - 1 else "")


def _widen(
    sentences: Sequence[str], shares: Sequence[int], best: int, limit: int
) -> tuple[int, int]:
    """Take in neighbours, the one that shares more first, while they fit."""
    first = last = best
    length = len(sentences[best])
    while True:
        options = [i for i in (first - 1, last + 1) if 0 <= i < len(sentences)]
        fitting = [i for i in options if length + len(sentences[i]) + 1 <= limit]
        if not fitting:
            return first, last
        chosen = max(fitting, key=lambda i: shares[i])
        length += len(sentences[chosen]) + 1
        first, last = min(first, chosen), max(last, chosen)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
