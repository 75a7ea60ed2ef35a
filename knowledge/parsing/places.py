"""Join places."""

from dataclasses import replace

from knowledge.plan import Place


def span(first: Place, last: Place) -> Place:
    """Return the place from the first to the last piece."""
    if first.last_line is None or last.last_line is None:
        return first
    return replace(first, last_line=max(first.last_line, last.last_line))
