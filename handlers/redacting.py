"""Texts without personal data: short brackets say what stood there."""

import re
from collections.abc import Sequence

from handlers.texts import say
from knowledge.redaction import PersonalKind, find_doubtful, find_personal
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
    text = nfc(text)
    for _ in range(MOST_ROUNDS):
        found = find_personal(text, known, keep=keep, hidden=_BRACKETS, strict=strict)
        for each in reversed(found):
            text = text[: each.start] + _HIDDEN[each.kind] + text[each.end :]
        if not found:
            break
    return text


def without_brackets(text: str) -> str:
    """Return a redacted text as a question that anybody may have asked."""
    return squeeze(_BRACKET.sub(" ", text))


def find_suspects(text: str, known: Sequence[str] = ()) -> list[str]:
    """List the pieces of a text that only strictness would hide."""
    text = nfc(text)
    return [text[each.start : each.end] for each in find_doubtful(text, known, hidden=_BRACKETS)]
