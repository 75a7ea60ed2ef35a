"""Administrative Vietnamese in general, beside which the words of one plan are common or rare."""

from functools import cache

from knowledge.own_data import load_text


@cache
def load_background() -> tuple[str, ...]:
    """Return texts of the project's own that are indexed beside a scope, and never found.

    Without them the very subject of a place's only plan, which each of its passages names, would
    weigh nothing.
    """
    lines = load_text("administrative.txt").splitlines()
    return tuple(line for line in lines if line.strip())
