"""The model of syllables, and what it does with a text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.marks.beam import Candidates, find_likeliest
from knowledge.marks.confusions import find_variants
from knowledge.marks.grams import CODE, EDGE, UNKNOWN, Grams
from knowledge.marks.pieces import Kind, Piece, cut_scanned, cut_typed, dress, spell
from knowledge.text import has_marks, marked_share, nfc, strip_marks

_MARKED = 0.4  # share of marked syllables from which a text has its marks
_MARK_LOST = 1.5  # cost of reading a marked letter as a plain syllable
_KEPT = 6.0  # cost of keeping what OCR read though the model does not know it
_VOWEL = re.compile("[aeiouy]")
_MOST, _UNLIKELY = 20, 10.0  # candidates of a word, and how far behind the best one is dropped


@dataclass(frozen=True, slots=True)
class SyllableModel:
    """Syllables by their folded form, and how they follow each other."""

    vocabulary: tuple[str, ...]
    ids: Mapping[str, int]
    forms: Mapping[str, tuple[int, ...]]
    grams: Grams
    plain: Grams

    def restore(self, text: str) -> str:
        """Return the text with its marks; one that has them, and what is unknown, stays."""
        if marked_share(text) >= _MARKED:
            return text
        return self._rewrite(nfc(text), cut_typed(text), self._readings)

    def mend(self, text: str) -> str:
        """Return text that OCR read with its marks and with likely mistakes undone."""
        return self._rewrite(nfc(text), cut_scanned(text), self._mendings)

    def weigh(self, words: Sequence[str]) -> float:
        """Return the log-probability of the words standing together, edges included."""
        run = [EDGE, EDGE, *(self.find_id(word) for word in words), EDGE]
        return sum(self.grams.weigh(*run[i - 2 : i + 1]) for i in range(2, len(run)))

    def find_id(self, word: str) -> int:
        """Return the id of a word as written."""
        if any(letter.isdigit() for letter in word):
            return CODE
        return self.ids.get(spell(word), UNKNOWN)

    def find_plain_id(self, word: str) -> int:
        """Return the id that stands for all syllables which lose their marks to this word."""
        if any(letter.isdigit() for letter in word):
            return CODE
        return self.forms.get(strip_marks(word.lower()), (UNKNOWN,))[0]

    def _rewrite(
        self, text: str, pieces: Iterable[Piece], candidates: Callable[[str], Candidates]
    ) -> str:
        out, end = [], 0
        found = list(pieces)
        steps = [_fixed(piece) or candidates(piece.text) for piece in found]
        for piece, step, index in zip(found, steps, find_likeliest(steps, self.grams), strict=True):
            out += [text[end : piece.start], self._show(step[index][0], piece)]
            end = piece.start + len(piece.text)
        return "".join([*out, text[end:]])

    def _show(self, syllable: int, piece: Piece) -> str:
        if piece.kind is not Kind.WORD or syllable <= UNKNOWN:
            return piece.text
        return dress(self.vocabulary[syllable], piece.text)

    def _readings(self, word: str) -> Candidates:
        """Return the syllables that lose their marks to this one."""
        if has_marks(word):
            return ((self.find_id(word), 0.0),)
        return [(each, 0.0) for each in self.forms.get(word.lower(), (UNKNOWN,))]

    def _mendings(self, word: str) -> Candidates:
        """Return the syllables that OCR may have read as this word, the likeliest first."""
        folded = strip_marks(word.lower())
        marked = strip_marks(word) != word
        exact = [(each, 0.0) for each in self.forms.get(folded, ())]
        capitals = word.isalpha() and word.isupper()
        if len(word) == 1 or (capitals and (exact or not _VOWEL.search(folded))):
            return exact or ((UNKNOWN, 0.0),)
        costs = find_variants(folded)
        found = [
            (
                each,
                costs[form] + (_MARK_LOST if marked and self.vocabulary[each].isascii() else 0.0),
            )
            for form in costs.keys() & self.forms.keys()
            for each in self.forms[form]
        ]
        alone = sorted(
            (cost - self.grams.weigh(UNKNOWN, UNKNOWN, each), each, cost) for each, cost in found
        )
        likely = [
            (each, cost) for loss, each, cost in alone[:_MOST] if loss < alone[0][0] + _UNLIKELY
        ]
        return [*likely, (UNKNOWN, _KEPT)]


def _fixed(piece: Piece) -> Candidates | None:
    if piece.kind is Kind.WORD:
        return None
    return ((EDGE if piece.kind is Kind.BREAK else CODE, 0.0),)
