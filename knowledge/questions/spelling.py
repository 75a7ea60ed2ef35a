"""What a person meant to type: slips of one letter mended, marks given back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.marks import SyllableModel, load_own_model
from knowledge.questions.terms import list_asking
from knowledge.text import fold, has_marks, nfc, strip_marks

_WORD = re.compile(r"[^\W\d_]+")
Span = tuple[int, int]
MOST_LEARNT = 3000  # passages; more change little and take seconds
ASKED_AS_OFTEN = 8  # "may" of a question is "mấy", though documents say "máy" often
_SHORTEST = 3  # letters; what is shorter has too many neighbours
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oay|oao|oe|oeo|oi|ua|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uyu"
    r"|yeu|(?:a|e|i|ie|o|oa|oe|oo|u|ua|uo|uy|uye|y|ye|ue)(?:ch?|m|ng?|nh|p|t))"
)


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows how the syllables of the documents are written, and how they follow each other."""

    model: SyllableModel
    _known: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", tuple(self.model.forms))

    def restore(self, text: str) -> str:
        """Return the text with the marks that were not typed."""
        return self.model.restore(text)

    def mend(self, text: str, spared: Sequence[Span] = ()) -> str:
        """Return the text with each word that is no syllable made the likeliest one it can be.

        Words in a span to be spared stay: names of places are cut short on purpose.
        """
        text = nfc(text)
        found = list(_WORD.finditer(text))
        slips = [
            i
            for i, each in enumerate(found)
            if self._is_slip(each[0]) and not any(a <= each.start() < b for a, b in spared)
        ]
        if not slips:
            return text
        guide = _WORD.findall(self.restore(text))
        if len(guide) != len(found):
            return text
        for i in reversed(slips):
            meant = self._find_meant(found[i][0], guide[i - 1 : i], guide[i + 1 : i + 2])
            shown = meant if has_marks(text) else strip_marks(meant)
            text = text[: found[i].start()] + shown + text[found[i].end() :]
        return text

    def _is_slip(self, word: str) -> bool:
        folded = fold(word)
        is_known = folded in self.model.forms or _SYLLABLE.fullmatch(folded)
        return len(word) >= _SHORTEST and not is_known and not word.isupper()

    def _find_meant(self, word: str, before: list[str], after: list[str]) -> str:
        """Return the syllable of the documents one edit away that its neighbours make likeliest."""
        near = process.extract(
            fold(word), self._known, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        forms = [self.model.vocabulary[i] for each, *_ in near for i in self.model.forms[each]]
        return max(forms, key=lambda f: self.model.weigh([*before, f, *after]), default=word)


def learn_speller(passages: Iterable[str]) -> Speller:
    """Return a speller that knows the passages, and the words that people ask with."""
    texts = list(dict.fromkeys(passages))[:MOST_LEARNT]
    asking = [". ".join(list_asking())] * ASKED_AS_OFTEN
    return Speller(load_own_model([*asking, *texts]))
