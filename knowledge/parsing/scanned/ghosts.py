"""Drop what OCR read twice: under a line the lower parts of its letters again, as a line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from knowledge.parsing.scanned.lines import Line
from knowledge.text import fold

_MOSTLY, _FEWEST = 0.6, 2  # of a line's words, and how many, are seen in the line above
_ALIKE = 0.8
_SHORTEST = 2  # letters of an ending that is taken for its word


def drop_ghosts(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines without the words that only repeat those above."""
    above: list[str] = []
    for line in lines:
        below = [_letters(word.text) for word in line.words]
        ghosts = _count_ghosts(above, below)
        above = below
        if ghosts == len(line.words):
            continue
        first = replace(line.words[ghosts], gapped=True) if ghosts else line.words[0]
        yield replace(line, words=(first, *line.words[ghosts + 1 :]))


def _count_ghosts(above: Sequence[str], below: Sequence[str]) -> int:
    """Return how many words at the start of a line are those of the line above, read badly."""
    at, found, broken, last = 0, 0, False, 0
    for order, word in enumerate(below, 1):
        same = next((i for i in range(at, len(above)) if _is_alike(word, above[i])), None)
        if same is not None:
            at, found, last = same + 1, found + 1, order
            broken = broken or _is_ending(word, above[same])
    enough = found >= _FEWEST and found >= _MOSTLY * last and 2 * last >= len(below)
    return last if broken and enough else 0


def _is_alike(word: str, above: str) -> bool:
    if word == above or _is_ending(word, above):
        return True
    return SequenceMatcher(None, word, above, autojunk=False).ratio() > _ALIKE


def _is_ending(word: str, above: str) -> bool:
    """Say whether a word is another one without its first letters."""
    return len(word) >= _SHORTEST and word != above and above.endswith(word)


def _letters(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum())
