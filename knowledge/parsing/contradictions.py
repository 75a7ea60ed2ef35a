"""Find where a document's facts are blank or contradict each other."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from knowledge.files.document import Paragraph
from knowledge.parsing.facts import DATELINE, HEAD, Facts, find_captions
from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.references import find_references
from knowledge.plan import LegalReference, Note, Place, PlannedTask

_BLANK_NUMBER = re.compile(r"^số\s*:?\s*[.…_]*\s*/\s*[A-ZĐ]+", re.I)
_NUMBER_YEAR = re.compile(r"/(\d{4})/")


def find_contradictions(lines: Sequence[Paragraph], facts: Facts) -> Iterator[Note]:
    """Yield what is blank in the head, and captions that name another number or day."""
    yield from _blanks(lines[:HEAD], facts)
    for caption in find_captions([line.text for line in lines]):
        place = lines[caption.line].place
        if facts.number and caption.number != facts.number:
            named = (("number", facts.number), ("other", caption.number))
            yield Note("two_numbers", named, place)
        if facts.issued_on and caption.issued_on and caption.issued_on != facts.issued_on:
            days = (("day", _write(facts.issued_on)), ("other", _write(caption.issued_on)))
            yield Note("two_days", days, place)


def find_odd_references(
    passages: Sequence[Passage], tasks: Sequence[PlannedTask], issued_on: dt.date | None
) -> Iterator[Note]:
    """Yield named documents whose day does not fit their number, or this document's own day."""
    texts = [p for p in passages if p.kind is Kind.TEXT]
    named = [(ref, p.place, not p.path) for p in texts for ref in find_references(p.text)]
    named += [(ref, task.place, False) for task in tasks for ref in task.references]
    for reference, place, is_basis in named:
        yield from _odd(reference, place, issued_on if is_basis else None)


def _blanks(head: Sequence[Paragraph], facts: Facts) -> Iterator[Note]:
    number = next((line for line in head if _BLANK_NUMBER.match(line.text)), None)
    if number:
        yield Note("number_blank", place=number.place)
    day = next((line for line in head if DATELINE.match(line.text)), None)
    if day and facts.issued_on is None:
        yield Note("day_blank", place=day.place)


def _odd(reference: LegalReference, place: Place, issued_on: dt.date | None) -> Iterator[Note]:
    year = _NUMBER_YEAR.search(reference.number or "")
    if reference.issued_on is None:
        return
    if year and int(year[1]) != reference.issued_on.year:
        yield Note("reference_year", (("reference", reference.text),), place)
    elif issued_on and reference.issued_on > issued_on:
        facts = (("reference", reference.text), ("day", _write(issued_on)))
        yield Note("reference_later", facts, place)


def _write(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
