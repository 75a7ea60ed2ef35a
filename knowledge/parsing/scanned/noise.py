"""Drop what OCR read where no word stands, and keep the words of a line with their bars."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.text import fold

_TOKEN = re.compile(r"[|\[\]{}]|[^\s|\[\]{}]+")
_LETTERS = re.compile(r"[\W_]+")
_GARBLED = re.compile(r"\w\.?[()_:?{}‘]+[^\W_]")  # signs inside a word; a bracket may end one
_VOWEL_AS_DIGIT = re.compile(r"^[a-z][0469]$")
_SHORT = 2  # letters of a token that may be noise
_BARS = tuple("|[]{}")  # what OCR makes of the line between two cells
_DASHES = ("-", "–", "—")
ROMAN = re.compile(r"^[IVXivl|1]{1,5}[.)]?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as OCR read it and as mended, and whether a bar or noise stands before it."""

    raw: str
    text: str
    barred: bool = False
    gapped: bool = False


def read_words(raw: str, mended: str, forms: Container[str]) -> tuple[str | None, tuple[Word, ...]]:
    """Return the number that heads the line, and its words; `forms` are known folded syllables."""
    pairs = list(zip(_TOKEN.findall(raw), _TOKEN.findall(mended), strict=False))
    number, rest = _split_number(pairs)
    return number, tuple(_words(rest, forms))


def _split_number(pairs: list[tuple[str, str]]) -> tuple[str | None, list[tuple[str, str]]]:
    if not pairs or not re.fullmatch(r"[1-9]\d?", pairs[0][0]):
        return None, pairs
    return pairs[0][0], pairs[1:]


def _words(pairs: Sequence[tuple[str, str]], forms: Container[str]) -> Iterator[Word]:
    barred, gapped, at = False, False, 0
    for short, run in groupby(pairs, key=_is_short):
        tokens = list(run)
        inside = 0 < at < len(pairs) - len(tokens)
        numeral = _is_numeral(pairs, at)
        at += len(tokens)
        if short and not numeral and _is_noise([raw for raw, _ in tokens], forms, inside=inside):
            barred = barred or any(raw in _BARS for raw, _ in tokens)
            gapped = True
            continue
        for raw, text in tokens:
            if raw in _BARS:
                barred = True
            elif _GARBLED.search(raw):
                gapped = True
            elif _LETTERS.sub("", raw) or raw in _DASHES:
                yield Word(raw, text, barred, gapped)
                barred = gapped = False


def _is_short(pair: tuple[str, str]) -> bool:
    return len(_LETTERS.sub("", pair[0])) <= _SHORT


def _is_numeral(pairs: Sequence[tuple[str, str]], at: int) -> bool:
    """Say whether a numeral stands there: "I Công tác …", "Quý I"."""
    if not ROMAN.match(pairs[at][0].rstrip(",;")):
        return False
    if at:
        return fold(pairs[at - 1][1]) == "quy"
    return len(pairs) > 1 and pairs[1][1][:1].isupper()


def _is_noise(tokens: Sequence[str], forms: Container[str], *, inside: bool) -> bool:
    """Say whether a run of short tokens holds mostly single letters, signs and no syllables.

    One letter between words is kept: "lấy ý kiến", "Quý I, quý II".
    """
    kept = [token for token in tokens if token not in (*_BARS, *_DASHES)]
    single = [token for token in kept if not _is_syllable(token, forms)]
    lone = inside and len(kept) == 1 and bool(_LETTERS.sub("", kept[0]))
    return len(single) * 2 > len(kept) and not lone


def _is_syllable(token: str, forms: Container[str]) -> bool:
    letters = fold(_LETTERS.sub("", token))
    known = letters in forms or letters.isdigit() or _VOWEL_AS_DIGIT.match(letters)
    return len(letters) == _SHORT and bool(known or ROMAN.match(token.strip(".,;")))
