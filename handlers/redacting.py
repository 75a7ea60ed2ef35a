"""Texts without personal data: short brackets say what stood there."""

import re
from collections.abc import Sequence

from handlers.texts import say
from knowledge.redaction import PersonalKind, find_personal
from knowledge.text import nfc, squeeze

MOST_ROUNDS = 5  # what is hidden may show what stands beside it
_HIDDEN = {kind: say(f"hidden_{kind.value}") for kind in PersonalKind}
_BRACKET = re.compile("|".join(re.escape(words) for words in _HIDDEN.values()))


def redact(text: str, known: Sequence[str] = ()) -> str:
    """Return the text with personal data replaced; `known` are fields to remove wherever."""
    text = nfc(text)
    for _ in range(MOST_ROUNDS):
        found = find_personal(text, known)
        for each in reversed(found):
            text = text[: each.start] + _HIDDEN[each.kind] + text[each.end :]
        if not found:
            break
    return text


def without_brackets(text: str) -> str:
    """Return a redacted text as a question that anybody may have asked."""
    return squeeze(_BRACKET.sub(" ", text))
