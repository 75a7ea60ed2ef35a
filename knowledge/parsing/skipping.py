"""Say of each table that gave no task what it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from textwrap import shorten

from knowledge.files.document import Table
from knowledge.parsing.markup import cell_text, is_rule
from knowledge.parsing.outline import Passage
from knowledge.parsing.references import find_references
from knowledge.plan import Skipped
from knowledge.text import fold

_LONGEST_QUOTE = 60  # characters
_MOST_READ = 2_000  # cells; they tell what the table is
_FORMAL = re.compile(r"cong hoa xa hoi|noi nhan\b|^(?:tm|kt|tl|tuq)\.")
_SCORES = re.compile(r"\b(?:thang diem|cham diem|diem (?:chuan|so|toi da|cong|tru)|tu cham)\b")
_MONEY = re.compile(
    r"\b(?:dong|kinh phi|du toan|ngan sach|ns[ndt][npw]|von|don gia|thanh tien|thu|chi)\b"
)
_NUMBER = re.compile(r"^[(\-+]?\d[\d.,]*\s*%?\)?$")
_MOSTLY = 0.4  # of the cells below the header


def find_skipped(passages: Sequence[Passage], taken: Collection[int]) -> Iterator[Skipped]:
    """Yield the tables but those `taken`, the places among the passages of what gave tasks."""
    for order, passage in enumerate(passages):
        if passage.table and order not in taken:
            cells = list(_cells(passage.table))
            quote = shorten(" · ".join(cells[:_LONGEST_QUOTE]), _LONGEST_QUOTE, placeholder="…")
            yield Skipped(passage.place, _classify(cells, passage.table), quote)


def _cells(table: Table) -> Iterator[str]:
    read = 0
    for row in table.rows:
        texts = [text for cell in row.cells if (text := cell_text(cell)) and not is_rule(text)]
        yield from texts
        read += len(texts)
        if read > _MOST_READ:
            return


def _classify(cells: Sequence[str], table: Table) -> str:
    if not cells:
        return "empty_table"
    folded = [fold(cell) for cell in cells]
    if any(_FORMAL.search(cell) for cell in folded):
        return "letterhead"
    if any(_SCORES.search(cell) for cell in folded):
        return "score_table"
    if sum(bool(find_references(text)) for text in _rows(table)) >= len(table.rows) / 2:
        return "legal_list"
    numbers = sum(bool(_NUMBER.match(cell)) for cell in cells) / len(cells)
    if numbers < _MOSTLY:
        return "other_table"
    return "money_table" if any(_MONEY.search(cell) for cell in folded) else "number_table"


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows[:_MOST_READ]:
        yield " ".join(cell_text(cell) for cell in row.cells)
