"""What OCR without Vietnamese makes of letters, and what each mistake costs.

Costs are negative log-likelihoods, set by hand from the look of the letters.
"""

from collections.abc import Iterator
from functools import lru_cache

_LETTERS = "abcdeghiklmnopqrstuvxy"
# Read → true, on folded letters; ư comes out as two strokes, đ as p or b, ô and ơ as a digit.
_LIKELY = """
ii u, ir u, it u, ti u, tr u, tu u, uw u, ur u, w u, iv u, t u, wo uo, uwo uo, fu u, i' u, u' u,
u’ u, o' o, o’ o, 6 o, 0 o, 9 o, q o, g o, g e, bd bo, bg bo, d o, b o, 4 a, 1 l, 1 i, i l, l i,
l t, rn m, m rn, vv v, e c, c e, o c, c o, & e, ¢ e, ¢ c, € e, 8 e, e& e, &e e, e¢ e, 1y ly, 5 s,
s 5,
p d, b d, bi d, di d, y u, y a, g a, i a, a i, u i, ii i, fi u, é e, td to, cb bo, sd so, hd ho,
¢6 o, ne ng, e o, n h, h n, n u, u n, th ti, r t, ch cu, ie i, f t, oi ol, iy y,
l t, j i, d a, s b, j, ', ’, ‘
"""
_PAIRS = tuple(
    (pair.partition(" ")[0], pair.partition(" ")[2])
    for pair in " ".join(_LIKELY.split()).split(", ")
)
CONFUSED, EDITED = 2.2, 4.5


@lru_cache(maxsize=20_000)
def find_variants(folded: str) -> dict[str, float]:
    """Return the strings that OCR may have read as this one, with what each costs."""
    once = set(_confused(folded))
    twice = {again for each in once for again in _confused(each)}
    costs = dict.fromkeys(_edited(folded), EDITED)
    costs |= dict.fromkeys(twice, 2 * CONFUSED) | dict.fromkeys(once, CONFUSED)
    return costs | {folded: 0.0}


def _confused(text: str) -> Iterator[str]:
    for read, true in _PAIRS:
        at = text.find(read)
        while at >= 0:
            yield text[:at] + true + text[at + len(read) :]
            at = text.find(read, at + 1)


def _edited(text: str) -> Iterator[str]:
    for i in range(len(text) + 1):
        head, tail = text[:i], text[i:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
