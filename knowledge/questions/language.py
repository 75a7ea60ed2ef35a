"""Vietnamese or English, for messages of a few words typed with or without marks."""

import json
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.lang_profile import LangProfile

from knowledge.questions.terms import list_english_only
from knowledge.text import clean, fold, has_marks, syllables

Language = Literal["vi", "en"]
_SEED = 0
# Most who write are Vietnamese; a wrong English reply costs more than a wrong Vietnamese one.
_PRIOR = {"vi": 0.4, "vi-folded": 0.4, "en": 0.2}
_SURE_ENGLISH = 0.5
_LONGEST = 600
_ENOUGH = 2


def detect(text: str, default: Language = "vi") -> Language:
    """Return the language; what has fewer than two words keeps the default."""
    text = clean(text)[:_LONGEST].lower()
    if len([word for word in syllables(text) if word.isalpha()]) < 2:
        return default
    if not has_marks(text) and len(_english_only().intersection(text.split())) >= _ENOUGH:
        return "en"
    detector = _factory().create()
    detector.set_prior_map(_PRIOR)
    detector.append(text)
    try:
        found = {guess.lang: guess.prob for guess in detector.get_probabilities()}
    except LangDetectException:
        return default
    return "en" if found.get("en", 0.0) > _SURE_ENGLISH else "vi"


@cache
def _english_only() -> frozenset[str]:
    return frozenset(list_english_only())


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
