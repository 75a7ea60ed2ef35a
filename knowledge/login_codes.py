"""Codes that a page shows and an officer types in chat: `VAO-7K3QX-2MFAC`.

Nine random symbols of Crockford's base 32 (45 bits) and a check symbol, so that a mistyped code
is told from a guessed one. At least one symbol is a digit from 2 on, which no word has: "vào" and
two words of five letters are never read as a code.
"""

import hashlib
import re

from knowledge.case_codes import ALPHABET, FORGIVEN, get_check_symbol

RANDOM, HALF = 9, 5
_DIGITS = frozenset("23456789")
_TYPED = re.compile(r"(?<![^\W_])V[AÀ]O[\s\-–:.]*([0-9A-Z]{5})[\s\-–.]*([0-9A-Z]{5})(?![^\W_])")


def derive_code(secret: str) -> str:
    """Give the code of a browser's secret of 256 bits: the same again for the same secret."""
    for attempt in range(1_000):
        number = int.from_bytes(hashlib.sha256(f"code {attempt} {secret}".encode()).digest())
        body = "".join(ALPHABET[(number >> 5 * place) % 32] for place in range(RANDOM))
        if _DIGITS & set(body):
            return write_code(body + get_check_symbol(body))
    raise AssertionError("a thousand codes without a digit")


def write_code(symbols: str) -> str:
    """Write ten symbols as people read them."""
    return f"VAO-{symbols[:HALF]}-{symbols[HALF:]}"


def find_login_code(text: str) -> str | None:
    """Find a well-formed code in a text, whatever its case, spaces and O/0, I/L/1."""
    for first, second in _TYPED.findall(text.upper()):
        symbols = f"{first}{second}".translate(FORGIVEN)
        is_right = set(symbols) <= set(ALPHABET) and _is_checked(symbols)
        if is_right:
            return write_code(symbols)
    return None


def looks_like_login_code(text: str) -> bool:
    """Tell whether a text seems to hold a code, right or mistyped."""
    found = _TYPED.findall(text.upper())
    return any(_DIGITS & set(first + second) for first, second in found)


def _is_checked(symbols: str) -> bool:
    return bool(_DIGITS & set(symbols)) and symbols[-1] == get_check_symbol(symbols[:-1])
