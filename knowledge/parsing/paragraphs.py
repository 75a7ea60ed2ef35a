"""Collect the running text of a plan, and the rows of tables that hold no tasks."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from knowledge.parsing.captions import find_caption
from knowledge.parsing.markup import cell_text, is_rule
from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.places import span
from knowledge.parsing.sections import labels, titles
from knowledge.plan import PlannedParagraph

_SHORTEST = 15  # characters
_LONGEST_LIST = 900  # characters of a paragraph with its list; a longer list stays apart
_FEWEST_ROWS = 3  # of a table above all headings; a smaller one is a letterhead or signatures
_LISTED = re.compile(r"^[-–+•]")
_LETTER = re.compile(r"[^\W\d_]{2}")


def collect_paragraphs(
    passages: Sequence[Passage], task_tables: Collection[int]
) -> tuple[PlannedParagraph, ...]:
    """Return paragraphs, a list with the one that announces it, and rows of other tables.

    `task_tables` are the places among the passages of the tables whose rows are tasks.
    """
    found: list[PlannedParagraph] = []
    announced = False
    for order, passage in enumerate(passages):
        if passage.table is not None:
            found += _rows(passage) if order not in task_tables else ()
            announced = False
        elif passage.kind is Kind.TEXT:
            announced = _add(found, passage, announced=announced)
        else:
            announced = False
    return tuple(found)


def _add(found: list[PlannedParagraph], passage: Passage, *, announced: bool) -> bool:
    """Add a paragraph and say whether a list may follow that belongs to it."""
    listed = bool(_LISTED.match(passage.text)) and not passage.number
    if announced and listed:
        whole = f"{found[-1].text} {passage.text}"
        if len(whole) <= _LONGEST_LIST:
            found[-1] = replace(found[-1], text=whole, place=span(found[-1].place, passage.place))
            return True
    if len(passage.text) <= _SHORTEST and not find_caption(passage.text):
        return False
    number = (passage.number.label,) if passage.number else ()
    found.append(_paragraph(passage, passage.text, number))
    return passage.text.endswith(":")


def _rows(passage: Passage) -> Iterator[PlannedParagraph]:
    """Yield a paragraph a row, its cells joined; rows of numbers and rules say nothing."""
    rows = passage.table.rows if passage.table else ()
    if not passage.path and len(rows) < _FEWEST_ROWS:
        return
    for row in rows:
        cells = [text for cell in row.cells if (text := cell_text(cell)) and not is_rule(text)]
        text = "; ".join(cells)
        if len(text) > _SHORTEST and _LETTER.search(text):
            yield replace(_paragraph(passage, text, ()), place=row.place)


def _paragraph(passage: Passage, text: str, number: tuple[str, ...]) -> PlannedParagraph:
    section = (*labels(passage.path), *number)
    return PlannedParagraph(section, titles(passage.path[-1:]), text, passage.place)
