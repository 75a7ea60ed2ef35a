"""What a person meant to type: slips of one letter and fused words mended, marks given back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.marks import SyllableModel, load_own_model
from knowledge.marks.grams import UNKNOWN, list_pairs
from knowledge.questions.terms import list_words
from knowledge.text import fold, has_marks, nfc, strip_marks

_WORD = re.compile(r"[^\W\d_]+")
Span = tuple[int, int]
MOST_LEARNT = 3000  # passages; more change little and take seconds
ASKED_AS_OFTEN = 8  # "may" of a question is "mấy", though documents say "máy" often
SUBJECTS_AS_OFTEN = 2
_SHORTEST = 3  # letters; what is shorter has too many neighbours
_LONGEST = 16  # letters of two syllables run together
_LONGEST_SCRAP = 4
_VOWEL = re.compile(r"[aeiouy]")
_ONSET = re.compile(r"[bcdghklmnpqrstvx]{1,3}")
Pairs = Mapping[str, Sequence[tuple[str, str]]]  # of syllables in a row, by the second one folded
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oay|oao|oe|oeo|oi|ua|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uyu"
    r"|yeu|(?:a|e|i|ie|o|oa|oe|oo|u|ua|uo|uy|uye|y|ye|ue)(?:ch?|m|ng?|nh|p|t))"
)


def is_syllable(word: str) -> bool:
    """Say whether a word has the letters of a Vietnamese syllable, marks aside."""
    return bool(_SYLLABLE.fullmatch(fold(word)))


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows how the syllables of the documents are written, and how they follow each other."""

    model: SyllableModel
    _known: Sequence[str] = field(init=False)
    _pairs: Pairs = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", tuple(self.model.forms))
        object.__setattr__(self, "_pairs", _pair_up(self.model))

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

    def drop_scraps(self, text: str) -> str:
        """Return the text without short forms that nothing explains, unless all are such."""
        words = text.split()
        kept = [word for word in words if not self._is_scrap(word)]
        return " ".join(kept) if len(kept) > 1 else text

    def _is_scrap(self, word: str) -> bool:
        folded = fold(word)
        is_short = folded.isalpha() and len(folded) <= _LONGEST_SCRAP and word.islower()
        return is_short and not _VOWEL.search(folded) and folded not in self.model.forms

    def _is_slip(self, word: str) -> bool:
        folded = fold(word)
        is_known = folded in self.model.forms or is_syllable(folded) or folded in _chat_words()
        is_word = _SHORTEST <= len(word) <= _LONGEST
        return is_word and not is_known and not word.isupper()

    def _find_meant(self, word: str, before: list[str], after: list[str]) -> str:
        """Return what the documents say for it, by its neighbours the likeliest.

        Two syllables of theirs, the first cut to its beginning ("ksoat"), or one an edit away.
        """
        fused = [[a, b] for a, b in self._find_fused(word.lower())]
        found = fused or [[form] for form in self._find_near(word)]
        best = max(found, key=lambda f: self.model.weigh([*before, *f, *after]), default=[word])
        return " ".join(best)

    def _find_near(self, word: str) -> list[str]:
        if not _VOWEL.search(fold(word)):
            return []
        near = process.extract(
            fold(word), self._known, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        forms = [self.model.vocabulary[i] for each, *_ in near for i in self.model.forms[each]]
        typed = _marked_letters(word)
        return [form for form in forms if typed <= _marked_letters(form)] or forms

    def _find_fused(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield pairs of syllables in a row that a word may be cut from: "xlý", "thutuc"."""
        for cut in range(1, len(word) - 1):
            start, rest = fold(word[:cut]), word[cut:]
            is_cut = bool(_ONSET.fullmatch(start)) and start != fold(rest[0])
            for first, second in self._pairs.get(fold(rest), ()):
                known = fold(first)
                if has_marks(rest) and second != rest:
                    continue
                if known == start or (is_cut and known.startswith(start)):
                    yield first, second


def _marked_letters(word: str) -> frozenset[str]:
    return frozenset(letter for letter in nfc(word.lower()) if has_marks(letter))


@cache
def _chat_words() -> frozenset[str]:
    return frozenset(list_words("chat_words"))


def _pair_up(model: SyllableModel) -> Pairs:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, second in list_pairs(model.grams):
        if first > UNKNOWN and second > UNKNOWN:
            pair = (model.vocabulary[first], model.vocabulary[second])
            found[fold(pair[1])].append(pair)
    return found


def learn_speller(passages: Iterable[str]) -> Speller:
    """Return a speller that knows the passages, and the words that people ask with."""
    return _learn(tuple(dict.fromkeys(passages))[:MOST_LEARNT])


@lru_cache(maxsize=8)  # a place's citizens and officials are mostly answered from the same texts
def _learn(texts: tuple[str, ...]) -> Speller:
    asking = [". ".join(list_words("marked"))] * ASKED_AS_OFTEN
    subjects = [". ".join(list_words("subjects"))] * SUBJECTS_AS_OFTEN
    return Speller(load_own_model([*asking, *subjects, *texts]))
