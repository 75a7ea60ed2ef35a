"""Put the pieces of a guide together: lists in one sentence, tables a row a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.files.document import Row, Table
from knowledge.parsing.guides.naming import calm
from knowledge.parsing.markup import cell_lines, cell_text, is_rule
from knowledge.parsing.numbering import read_number
from knowledge.plan import Place
from knowledge.text import fold

LONGEST = 900  # characters of a paragraph with its head; an answer has 1,500
_SENTENCE_END = re.compile(r"(?<=[.;!?…])\s+(?=\S)")
LABELLED = re.compile(r"^([^:.;?]{2,60}):\s+\S")  # "Lệ phí: …"
_ENDED = re.compile(r"[.!?…][”\")]?$")
_BULLET = re.compile(r"^[-–+•]\s*")
_LISTED = re.compile(r"^(?:[-–+•]|[a-zđ]\)|\d{1,2}[.)]|bước\s+\d)", re.I)
_NUMBER_COLUMN = re.compile(r"^(?:tt|stt|so tt|so thu tu|no\.?)$")
_ASKS = re.compile(r"^(?:noi dung )?(?:cau )?hoi\b|^noi dung hoi\b")
_ANSWERS = re.compile(r"^(?:noi dung )?(?:tra loi|(?:cau )?dap)\b")
_SUBJECTS = re.compile(r"^(?:ten|thu tuc|noi dung|cong viec|dich vu|loai)\b")
_LONGEST_NAME = 60  # characters of a column's name
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")


Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowText:
    """A row of a table as a sentence, and where it stands."""

    text: str
    place: Place


def join_pieces(pieces: Sequence[str]) -> str:
    """Join sentences with spaces; items of a list, and lines without a stop, with semicolons."""
    joined = ""
    for piece in pieces:
        item = _BULLET.sub("", piece)
        if not joined:
            joined = item
        elif not joined.endswith(":") and (_LISTED.match(piece) or not _ENDED.search(joined)):
            joined = f"{joined.rstrip(' .;,')}; {item}"
        else:
            joined = f"{joined} {item}"
    return joined


def chunk(head: str, pieces: Sequence[str]) -> Iterator[str]:
    """Yield texts of at most `LONGEST` characters, each with the head before it.

    A single sentence may be longer.
    """
    limit = max(LONGEST - len(head), LONGEST // 2)
    taken: list[str] = []
    for piece in _split_long(pieces, limit):
        if taken and len(join_pieces([*taken, piece])) > limit:
            yield _headed(head, join_pieces(taken))
            taken = []
        taken.append(piece)
    if taken:
        yield _headed(head, join_pieces(taken))


def _split_long(pieces: Sequence[str], limit: int) -> Iterator[str]:
    for piece in pieces:
        yield from _SENTENCE_END.split(piece) if len(piece) > limit else (piece,)


def _headed(head: str, text: str) -> str:
    if not head:
        return text
    if head.endswith(("?", ":", ".")):
        return f"{head} {text}"
    return f"{head} – {text}" if LABELLED.match(text) else f"{head}: {text}"


def read_rows(table: Table, head: str) -> Iterator[RowText]:
    """Yield each row with the names of its columns; a row of one text heads those below it."""
    names, start = _find_names(table)
    group = ""
    above: Cells = ()
    for row in table.rows[start:]:
        alone = _find_group(row)
        if alone:
            group, above = calm(alone), ()
            continue
        cells = _cells(row, above, len(names))
        above = cells
        subject, names_left, cells_left = _split_subject(names, cells)
        for text in chunk(_join_heads(head, group, subject), _sentences(names_left, cells_left)):
            yield RowText(text, row.place)


def _find_names(table: Table) -> tuple[Cells, int]:
    """Return the columns' names and the index of the first row below them."""
    for i, row in enumerate(table.rows[:3]):
        names = tuple(cell_text(cell) for cell in row.cells)
        if _are_names(names) and len(table.rows) > i + 1:
            below = table.rows[i + 1].cells
            is_numbered = all(re.fullmatch(r"\(?\d{0,2}\)?", cell_text(cell)) for cell in below)
            return names, i + 2 if is_numbered else i + 1
        if not _find_group(row):
            break
    return (), 0


def _are_names(names: Sequence[str]) -> bool:
    """Say whether all cells of a row name columns; two columns are names only below a number."""
    filled = [name for name in names if name]
    if len(filled) < max(2, len(names) - 1) or any(len(name) > _LONGEST_NAME for name in filled):
        return False
    if _NUMBER_COLUMN.match(fold(names[0])) or _find_answer(names):
        return True
    return len(names) > 2 and not any(re.search(r"\d|[:;.]$", name) for name in filled)


def _find_group(row: Row) -> str:
    """Return the text of a row that holds nothing else but a number: "II | HỘ TỊCH"."""
    texts = [cell_text(cell) for cell in row.cells]
    filled = [text for text in texts if text and not is_rule(text)]
    if len(filled) == 2 and texts[0] == filled[0] and read_number(filled[0]) and len(texts) > 2:
        return filled[1] if texts[1] == filled[1] else ""
    return filled[0] if len(filled) == 1 and texts[0] == filled[0] and len(texts) > 1 else ""


def _cells(row: Row, above: Sequence[str], width: int) -> Cells:
    """Return the texts of a row; what a merge covers under a filled cell says the same."""
    inherits = len(row.cells) == width == len(above)
    return tuple(
        above[i] if cell is None and inherits else join_pieces(cell_lines(cell))
        for i, cell in enumerate(row.cells)
    )


def _sentences(names: Sequence[str], cells: Sequence[str]) -> list[str]:
    """Return "name: value" for each filled cell, the numbering left out."""
    if len(names) != len(cells):
        return _nameless(cells)
    answer = _find_answer(names)
    if answer and cells[answer[0]] and cells[answer[1]]:
        return [cells[answer[0]], cells[answer[1]]]
    pairs = [
        (name, cell)
        for name, cell in zip(names, cells, strict=True)
        if cell and not is_rule(cell) and not _NUMBER_COLUMN.match(fold(name))
    ]
    texts = [f"{name}: {cell.rstrip(' .;')}." if name else cell for name, cell in pairs]
    return texts if any(_LETTERS.search(cell) for _, cell in pairs) else []


def _find_answer(names: Sequence[str]) -> tuple[int, int] | None:
    """Return the columns of questions and of their answers, where a table has them."""
    folded = [fold(name) for name in names]
    asks = next((i for i, name in enumerate(folded) if _ASKS.match(name)), None)
    answers = next((i for i, name in enumerate(folded) if _ANSWERS.match(name)), None)
    return None if asks is None or answers is None else (asks, answers)


def _split_subject(names: Cells, cells: Cells) -> tuple[str, Cells, Cells]:
    """Return what a row is about, the cell below "Tên thủ tục", and the other columns.

    Without a header it is the first cell: "Lệ phí | 8.000 đồng".
    """
    if not names:
        filled = tuple(cell for cell in cells if cell and not is_rule(cell))
        own = filled[1:] if len(filled) > 1 and read_number(filled[0]) else filled
        return (own[0].rstrip(" :"), (), own[1:]) if len(own) > 1 else ("", (), own)
    at = next((i for i, name in enumerate(names) if _SUBJECTS.match(fold(name))), None)
    if at is None or len(names) != len(cells) or not any(cells[at + 1 :]) or not cells[at]:
        return "", names, cells
    return cells[at].rstrip(" .;"), names[:at] + names[at + 1 :], cells[:at] + cells[at + 1 :]


def _nameless(cells: Sequence[str]) -> list[str]:
    """Return the rest of a row without a header as one piece."""
    text = "; ".join(cell for cell in cells if cell and not is_rule(cell))
    return [text] if _LETTERS.search(text) or _DIGIT.search(text) else []


def _join_heads(*heads: str) -> str:
    return " – ".join(dict.fromkeys(head for head in heads if head))
