"""Texts without personal data: short brackets say what stood there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.texts import say
from knowledge.redaction import Personal, PersonalKind, find_doubtful, find_personal
from knowledge.text import nfc, squeeze

MOST_ROUNDS = 5  # what is hidden may show what stands beside it
_HIDDEN = {kind: say(f"hidden_{kind.value}") for kind in PersonalKind}
_BRACKETS = tuple(_HIDDEN.values())
_BRACKET = re.compile("|".join(map(re.escape, _BRACKETS)))


def redact(
    text: str, known: Sequence[str] = (), *, keep: Sequence[str] = (), strict: bool = False
) -> str:
    """Return the text with personal data replaced, for a person to read before it is public.

    `known` are fields to remove wherever they stand, `keep` what is public and stays. `strict`
    hides what may be personal too, for publication: better too much than too little.
    """
    return "".join(piece.shown for piece in redact_pieces(text, known, keep=keep, strict=strict))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a redacted text as they are shown; `kind` says what was hidden, if it was.

    `original` is what was written there.
    """

    shown: str
    original: str
    kind: PersonalKind | None = None


def redact_pieces(
    text: str, known: Sequence[str] = (), *, keep: Sequence[str] = (), strict: bool = False
) -> tuple[Piece, ...]:
    """Redact a text, as `redact` does, with what stood in the place of each bracket."""
    pieces = [Piece(nfc(text), nfc(text))]
    for _ in range(MOST_ROUNDS):
        shown = "".join(piece.shown for piece in pieces)
        found = find_personal(shown, known, keep=keep, hidden=_BRACKETS, strict=strict)
        for each in reversed(found):
            pieces = _hide(pieces, each)
        if not found:
            break
    return tuple(piece for piece in pieces if piece.shown)


def _hide(pieces: Sequence[Piece], found: Personal) -> list[Piece]:
    """Put a bracket in the place of what was found; a bracket in it gives what stood there."""
    before, rest = _split(pieces, found.start)
    inside, after = _split(rest, found.end - found.start)
    original = "".join(piece.original for piece in inside)
    return [*before, Piece(_HIDDEN[found.kind], original, found.kind), *after]


def _split(pieces: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    before: list[Piece] = []
    for number, piece in enumerate(pieces):
        if at < len(piece.shown):
            first, last = _cut(piece, at)
            return [*before, *first], [*last, *pieces[number + 1 :]]
        before.append(piece)
        at -= len(piece.shown)
    return before, []


def _cut(piece: Piece, at: int) -> tuple[list[Piece], list[Piece]]:
    if at == 0:
        return [], [piece]
    original = piece.original if piece.kind is None else ""
    rest = replace(piece, shown=piece.shown[at:], original=original[at:])
    head = original[:at] if piece.kind is None else piece.original
    return [replace(piece, shown=piece.shown[:at], original=head)], [rest]


def split_brackets(text: str) -> list[tuple[str, bool]]:
    """Cut a redacted text into pieces, each with whether it stands for something hidden."""
    pieces, at = [], 0
    for found in _BRACKET.finditer(text):
        pieces += [(text[at : found.start()], False), (found[0], True)]
        at = found.end()
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def without_brackets(text: str) -> str:
    """Return a redacted text as a question that anybody may have asked."""
    return squeeze(_BRACKET.sub(" ", text))


def find_suspects(text: str, known: Sequence[str] = ()) -> list[str]:
    """List the pieces of a text that only strictness would hide."""
    return [text for text, is_suspect in mark_suspects(text, known) if is_suspect]


def mark_suspects(text: str, known: Sequence[str] = ()) -> list[tuple[str, bool]]:
    """Cut a text into pieces, each with whether only strictness would hide it."""
    text, at = nfc(text), 0
    pieces = []
    for each in find_doubtful(text, known, hidden=_BRACKETS):
        pieces += [(text[at : each.start], False), (text[each.start : each.end], True)]
        at = each.end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]
