"""The model learnt from the project's own words."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from knowledge.marks.learning import learn
from knowledge.marks.model import SyllableModel


def load_own_model(texts: Iterable[str] = ()) -> SyllableModel:
    """Return the model of the project's own administrative Vietnamese and of the texts given."""
    more = tuple(texts)
    return learn((*_own_texts(), *more)) if more else _own_model()


@cache
def _own_model() -> SyllableModel:
    return learn(_own_texts())


def _own_texts() -> tuple[str, str]:
    """Return the administrative sentences and the names of the provinces."""
    data = files("knowledge").joinpath("data")
    places = tomllib.loads(data.joinpath("places.toml").read_text("utf-8"))
    named = (f"Tỉnh {name}. {name}." for name in places["provinces"])
    return data.joinpath("administrative.txt").read_text("utf-8"), " ".join(named)
