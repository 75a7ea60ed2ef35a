"""Learn a model from texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.marks.grams import CODE, EDGE, UNKNOWN, count
from knowledge.marks.model import SyllableModel
from knowledge.marks.pieces import Kind, cut_typed, spell
from knowledge.text import marked_share, strip_marks

_LEAST_MARKED = 0.5  # of a text that teaches; Vietnamese has about 0.85, OCR without marks 0.2
_RESERVED = {"": EDGE, "#": CODE, "?": UNKNOWN}


def learn(texts: Iterable[str]) -> SyllableModel:
    """Return a model of the texts; one whose marks are lost teaches nothing."""
    ids: dict[str, int] = dict(_RESERVED)
    sentences = [
        tuple(ids.setdefault(word, len(ids)) for word in sentence)
        for text in texts
        if marked_share(text) >= _LEAST_MARKED
        for sentence in _sentences(text)
    ]
    forms = _forms(ids)
    plain = {each: found[0] for found in forms.values() for each in found}
    folded = [tuple(plain.get(each, each) for each in sentence) for sentence in sentences]
    return SyllableModel(
        tuple(ids), ids, forms, count(sentences, len(ids)), count(folded, len(forms))
    )


def _sentences(text: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    for piece in cut_typed(text):
        if piece.kind is not Kind.BREAK:
            sentence.append("#" if piece.kind is Kind.CODE else spell(piece.text))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _forms(ids: dict[str, int]) -> dict[str, tuple[int, ...]]:
    forms: defaultdict[str, list[int]] = defaultdict(list)
    for word, each in ids.items():
        if word not in _RESERVED:
            forms[strip_marks(word)].append(each)
    return {folded: tuple(found) for folded, found in forms.items()}
