"""Case codes: `PA` + yymmdd + `-` + five random symbols + a check symbol.

The symbols are Crockford's base 32 (no I, L, O, U). The check symbol is Luhn's, modulo 32, over
the six digits and the five symbols: it finds every single wrong symbol and every swap of
neighbours but one (0 with Z).
"""

import datetime as dt
import re
from collections.abc import Sequence

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN = str.maketrans("OIL", "011")
_CODE = re.compile(r"(?<![A-Z0-9])PA[\s.]*([0-9OIL]{6})[\s\-–.]*([0-9A-Z]{6})(?![A-Z0-9])")


def build_code(day: dt.date, picks: Sequence[int]) -> str:
    """Build a code for a day from five random numbers below 32."""
    body = "".join(ALPHABET[pick] for pick in picks)
    digits = day.strftime("%y%m%d")
    return f"PA{digits}-{body}{get_check_symbol(digits + body)}"


def find_code(text: str) -> str | None:
    """Find a well-formed code in a text, whatever its case, spaces and O/0, I/L/1."""
    for digits, symbols in _CODE.findall(text.upper()):
        plain = str(digits + symbols).translate(FORGIVEN)
        if set(plain) <= set(ALPHABET) and plain[-1] == get_check_symbol(plain[:-1]):
            return f"PA{plain[:6]}-{plain[6:]}"
    return None


def looks_like_code(text: str) -> bool:
    """Tell whether a text seems to hold a code, right or mistyped."""
    return _CODE.search(text.upper()) is not None


def get_check_symbol(symbols: str) -> str:
    """Give the symbol that checks others, all of the alphabet."""
    total = 0
    for distance, symbol in enumerate(reversed(symbols)):
        doubled = ALPHABET.index(symbol) * (2 if distance % 2 == 0 else 1)
        total += doubled // 32 + doubled % 32
    return ALPHABET[-total % 32]


def cut_code(text: str) -> str:
    """Give a text without the first code in it, or what looks like one."""
    raised = text.upper()
    found = _CODE.search(raised) if len(raised) == len(text) else None
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text
