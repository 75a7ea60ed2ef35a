"""Vietnamese or English, for messages of a few words typed with or without marks."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

from knowledge.abbreviations import load_table
from knowledge.questions.spelling import is_syllable
from knowledge.questions.terms import list_words
from knowledge.text import clean, fold, has_marks

Language = Literal["vi", "en"]
_SEED = 0
# Most who write are Vietnamese; a wrong English reply costs more than a wrong Vietnamese one.
_PRIOR = {"vi": 0.4, "vi-folded": 0.4, "en": 0.2}
_SURE_ENGLISH = 0.5
_LONGEST = 600
# Numbers, addresses and names of offices in capitals: "12/KH-UBND".
_CODED = re.compile(r"\S*\d\S*|\S+[@/]\S+|\b[B-DF-HJ-NP-TV-XZĐ&]{2,}\b")
_WORD = re.compile(r"[^\W\d_]+")
# What a word tells: one with marks is Vietnamese, but may be a name in an English sentence.
_MARKED, _SHAPED, _ENGLISH, _UNSHAPED = 0.7, 0.5, 1.0, 0.5
_LEAST_LEAD = 0.5


def detect(text: str, default: Language = "vi") -> Language:
    """Return the language; what has fewer than two words keeps the default.

    The words decide; where they do not, their letters do.
    """
    text = clean(text)[:_LONGEST]
    words = _WORD.findall(_CODED.sub(" ", text).lower())
    if len(words) < 2:
        return default
    vietnamese, english = _weigh(words)
    if abs(vietnamese - english) >= _LEAST_LEAD:
        return "en" if english > vietnamese else "vi"
    return _detect_by_letters(text.lower(), default)


def _weigh(words: Sequence[str]) -> tuple[float, float]:
    """Return how much the words tell for Vietnamese and for English."""
    vietnamese = english = 0.0
    for word in words:
        if has_marks(word):
            vietnamese += _MARKED
        elif word in _words("loans"):
            continue
        elif word in _words("english", "english_only"):
            english += 0.0 if is_syllable(word) else _ENGLISH
        elif is_syllable(word) or word in _chat_words():
            vietnamese += _SHAPED
        else:
            english += _UNSHAPED
    return vietnamese, english


def _detect_by_letters(text: str, default: Language) -> Language:
    detector = _factory().create()
    detector.set_prior_map(_PRIOR)
    detector.append(text)
    try:
        found = {guess.lang: guess.prob for guess in detector.get_probabilities()}
    except LangDetectException:
        return default
    return "en" if found.get("en", 0.0) > _SURE_ENGLISH else "vi"


@cache
def _words(*lists: str) -> frozenset[str]:
    return frozenset(
        word for name in lists for phrase in list_words(name) for word in phrase.split()
    )


@cache
def _chat_words() -> frozenset[str]:
    return frozenset((*load_table("formal"), *load_table("chat"), *list_words("chat_words")))


@cache
def _factory() -> Any:
    """Return a factory of its own, so that langdetect's shared one stays untouched."""
    vietnamese, english = _profile("vi"), _profile("en")
    profiles = (vietnamese, english, _without_marks(vietnamese))
    factory = DetectorFactory()
    for position, profile in enumerate(profiles):
        factory.add_profile(profile, position, len(profiles))
    factory.set_seed(_SEED)
    return factory


def _profile(name: str) -> Any:
    path = files("langdetect").joinpath("profiles", name)
    return LangProfile(**json.loads(path.read_text("utf-8")))


def _without_marks(profile: Any) -> Any:
    counts: Counter[str] = Counter()
    for gram, count in profile.freq.items():
        counts[fold(gram)] += count
    return LangProfile(name="vi-folded", freq=dict(counts), n_words=list(profile.n_words))
