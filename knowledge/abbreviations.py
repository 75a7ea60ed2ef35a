"""Short forms written out: the formal ones of documents, and those typed in chat."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.text import fold, has_marks, nfc, strip_marks

Span = tuple[int, int]
# Addresses, document numbers such as 20/2008/NĐ-CP, dates and codes such as CV-01 stay whole.
_PIECE = re.compile(
    r"(?<!\S)\S+@\S+|(?:https?://|www\.)\S+"
    r"|(?<![\w-])(?:[\w-]++\.){1,8}(?:vn|com|org|net)\b"
    r"|\d+/[\w/-]+|[^\W\d_]+[-_.]\d[\w-]*|\d+[-_.][^\W\d_][\w-]*"
    r"|[\w&]+(?:-[^\W\d_]{2}(?:&[^\W\d_]{2})?(?!\w))?|[\w&]+"
)
_WHOLE = re.compile(r"[/@]|[-_.]\d|\d[-_.]|\.\w")
# "mục V", "khu K", "mẫu s": a letter after one of these is a name.
_LETTERED = re.compile(
    r"\b(?:muc|phan|diem|khoan|nhom|khu|lo|phu luc|chuong|mau|hang|loai|lop|block)\s$"
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A short form that its neighbours make clear; `where` must hold in the folded text."""

    pattern: re.Pattern[str]
    becomes: str
    where: re.Pattern[str] | None


def expand_formal(text: str) -> str:
    """Write out the short forms that documents use."""
    return _expand(nfc(text), load_table("formal"))


def expand_chat(text: str, spared: Sequence[Span] = ()) -> str:
    """Write out all short forms; without marks where the text has none.

    What stands in a span to be spared, the name of a place, stays as typed.
    """
    text = nfc(text)
    folded = fold(text)
    parts, end = [], 0
    for start, stop in sorted(spared):
        parts += [_expand_all(text[end:start], folded), text[max(start, end) : stop]]
        end = max(stop, end)
    expanded = "".join([*parts, _expand_all(text[end:], folded)])
    return expanded if has_marks(text) else strip_marks(expanded)


@cache
def load_table(name: str) -> dict[str, str]:
    """Return one table of knowledge/data/abbreviations.toml."""
    return dict(_data()[name])


def _expand_all(text: str, folded: str) -> str:
    for shape in _shapes():
        if shape.where is None or shape.where.search(folded):
            text = shape.pattern.sub(shape.becomes, text)
    return _expand(text, _chat_table())


def _expand(text: str, table: Mapping[str, str]) -> str:
    def write_out(found: re.Match[str]) -> str:
        piece = found[0]
        if _WHOLE.search(piece) or (len(piece) == 1 and _is_name(piece, text[: found.start()])):
            return piece
        whole = _look_up(piece, table)
        if whole or "-" not in piece:
            return whole or piece
        return "-".join(_look_up(part, table) or part for part in piece.split("-"))

    return _PIECE.sub(write_out, text)


def _look_up(piece: str, table: Mapping[str, str]) -> str | None:
    """Find a word as typed, else with d for đ: "hỏng" is no "hong"."""
    typed = piece.lower()
    return table.get(typed) or table.get(typed.replace("đ", "d"))


def _is_name(letter: str, before: str) -> bool:
    """Say whether a letter alone names a part: a capital, or one after the name of its kind."""
    return letter.isupper() or bool(_LETTERED.search(fold(before[-12:])))


@cache
def _chat_table() -> dict[str, str]:
    return load_table("formal") | load_table("chat") | load_table("variants")


@cache
def _shapes() -> tuple[_Shape, ...]:
    return tuple(
        _Shape(re.compile(row["pattern"]), row["becomes"], _compile(row.get("where")))
        for row in _data()["shape"]
    )


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _data() -> Mapping[str, Any]:
    return load_data("abbreviations")
