"""What is known beforehand: the fields of a case, and what an office has made public."""

import re
from collections.abc import Iterator, Sequence

from knowledge.personal.context import count_title
from knowledge.personal.view import Found, PersonalKind, Span, View, load_plain
from knowledge.personal.words import Word, is_compound, read_words, stands_close
from knowledge.text import fold, has_marks

_LEAST = 3  # letters or digits; a shorter field stands everywhere
_LEAST_DIGITS = 9  # of a phone
_PIECE = re.compile(r"\d|[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,5}")
_GAP = r"[^\w\n]{0,3}"
_NAMING = frozenset({"ten", "la", "toi", "tui"})


def find_fields(view: View, known: Sequence[str]) -> Iterator[Found]:
    """Yield every place where a field of a case stands, in whole or, for a name, in part."""
    words = read_words(view) if known else []
    for field in known:
        name = field.lower().split()
        if _NAME.fullmatch(field.strip()) and not _is_place(name):
            spans = _find_parts(words, name)
        else:
            spans = _find_pieces(view, _PIECE.findall(fold(field)))
        for start, end in spans:
            yield start, end, PersonalKind.KNOWN


def find_public(view: View, keep: Sequence[str]) -> Iterator[Span]:
    """Yield every place where something public stands."""
    for each in keep:
        yield from _find_pieces(view, _PIECE.findall(fold(each)))


def _is_place(name: Sequence[str]) -> bool:
    return fold(name[0]) in load_plain("places") | load_plain("hamlets")


def _find_pieces(view: View, pieces: Sequence[str]) -> Iterator[Span]:
    if sum(map(len, pieces)) < _LEAST:
        return
    first = r"(?<!\d)" if pieces[0].isdigit() else r"(?<!\w)"
    is_phone = len(pieces) >= _LEAST_DIGITS and "".join(pieces).isdigit()
    pattern = _as_phone("".join(pieces)) if is_phone else _GAP.join(map(re.escape, pieces))
    for found in re.finditer(rf"{first}{pattern}(?![^\W\d_])", view.plain):
        yield found.span()


def _as_phone(digits: str) -> str:
    """Let the first 0 of a number be +84 as well, or the other way round."""
    rest = digits[1:] if digits.startswith("0") else digits.removeprefix("84")
    if rest == digits:
        return _GAP.join(digits)
    return rf"(?:0|(?:\+|00)?8{_GAP}4{_GAP}(?:0{_GAP})?){_GAP}" + _GAP.join(rest)


def _find_parts(words: Sequence[Word], name: Sequence[str]) -> Iterator[Span]:
    """Yield a person's name, also without the family name; one word only where it is a name."""
    for at in range(len(words)):
        for part in (name[start:] for start in range(len(name))):
            length = len(part)
            if not all(_stands(words, at + i, each, i) for i, each in enumerate(part)):
                continue
            if length > 1 or _is_meant(words, at, is_whole=len(name) == 1):
                yield words[at].start, words[at + length - 1].end
                break


def _stands(words: Sequence[Word], at: int, piece: str, place: int) -> bool:
    """Say whether a word is the piece of a name, in whatever spelling."""
    if at >= len(words) or (place and len(words[at].gap) > len(" - ")) or "\n" in words[at].gap[:3]:
        return False
    word = words[at]
    is_alike = word.typed == piece or not (has_marks(word.typed) and has_marks(piece))
    return word.plain == fold(piece) and is_alike


def _is_meant(words: Sequence[Word], at: int, *, is_whole: bool) -> bool:
    """Say whether one word is the name: after "anh", "tên", and no part of "bình thường"."""
    is_other = is_compound(words, at) and not words[at].is_capital
    if is_whole:
        return len(words[at].plain) >= _LEAST and not (is_other and has_marks(words[at].typed))
    if is_other:
        return False
    near = stands_close(words, at)
    return near and (
        words[at - 1].plain in _NAMING or any(count_title(words, at - n) == n for n in (1, 2))
    )
