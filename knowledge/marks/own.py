"""The model learnt from the project's own words."""

from collections.abc import Iterable
from functools import cache

from knowledge.marks.learning import learn
from knowledge.marks.model import SyllableModel
from knowledge.own_data import load_data, load_text


def load_own_model(texts: Iterable[str] = ()) -> SyllableModel:
    """Return the model of the project's own administrative Vietnamese and of the texts given."""
    more = tuple(texts)
    return learn((*_own_texts(), *more)) if more else _own_model()


@cache
def _own_model() -> SyllableModel:
    return learn(_own_texts())


def _own_texts() -> tuple[str, str]:
    """Return the administrative sentences and the names of the provinces."""
    named = (f"Tỉnh {name}. {name}." for name in load_data("places")["provinces"])
    return load_text("administrative.txt"), " ".join(named)
