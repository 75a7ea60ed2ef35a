"""Mend the numerals of quarters, whose strokes OCR miscounts."""

import re

_NUMERALS = ("I", "II", "III", "IV")
_QUARTER = re.compile(r"\b([Qq]u[ýyỳỷỹỵ]\s+)([Il1|V]{1,4})(?![\w|])")


def mend_quarters(text: str) -> str:
    """Return the time with its quarters rising: "Quý I, Quý Il, Quý Il" names I, II and III."""
    last = 0

    def mend(found: re.Match[str]) -> str:
        nonlocal last
        numeral = re.sub(r"[l1|]", "I", found[2])
        if numeral not in _NUMERALS:
            return found[0]
        read = _NUMERALS.index(numeral) + 1
        last = read + 1 if read == last and read < len(_NUMERALS) else read
        return f"{found[1][:1]}uý {_NUMERALS[last - 1]}"

    return _QUARTER.sub(mend, text)
