"""People's names, as a front to capitals.py and small.py."""

import re
from collections.abc import Iterator, Sequence

from knowledge.personal import capitals, small, small_full
from knowledge.personal.context import (
    count_proper,
    count_title,
    is_name_word,
    is_of_place,
    is_office,
    is_proper,
    skip_relation,
)
from knowledge.personal.view import Found, PersonalKind, View
from knowledge.personal.words import Word, is_in, stands_close

_OWN = "toi|em|e|minh|chau|con|tui|t|m"
_NAMED = re.compile(
    rf"\b(?:(?:(?:{_OWN}|vo|chong|me|bo) )?ten(?: (?:{_OWN}|la|that|day du|day|cua|goi|cung com"
    r"|giay to|thuong goi|hay goi)\b)*"
    r"|goi (?:ong|ba|no|anh|chi) (?:ay )?la|goi (?:ong|ba)? ?(?:ong|la) la"
    r"|ho (?:va |, ?)?(?:chu )?ten(?: [a-z]+){0,3}(?=\s*:)|ky ten|kinh don|dung ten|mang ten"
    r"|(?:nguoi|can)(?: [a-z]+){1,3}(?= ?:)"
    r"|(?:ky thay|dai dien|dai dien [a-z ]{1,20}|chu tk)(?= ?:)"
    r"|chu ho|hoc sinh|thua dat cua|nguoi nha|my name is|i am|i'm|(?:tui|toi|em) ho"
    rf"|(?:{_OWN}|day) la|chu (?:tk|tai khoan|the))\b\s*[:,.]?\s*(?=[^\W\d_])"
)
_GAPS = (" ", ". ", ".")  # between a title and a name
_LOOSE_GAPS = (": ", " (", ' "', " “", ", ", ":")
_SHORT = ("a", "c", "e", "o", "b")  # how titles are written in haste


def find_names(view: View, words: Sequence[Word]) -> Iterator[Found]:
    """Yield every name of a person among the words of a view."""
    for at in range(len(words)):
        for first, length in _find_at(words, at):
            if length:
                yield words[first].start, words[first + length - 1].end, PersonalKind.NAME
    starts = {word.start: at for at, word in enumerate(words)}
    for found in _NAMED.finditer(view.plain):
        first = starts.get(found.end(), len(words))
        length = _count_named(words, first, is_sure="ten" in found[0] or ":" in found[0])
        if length:
            yield words[first].start, words[first + length - 1].end, PersonalKind.NAME


def _find_at(words: Sequence[Word], at: int) -> Iterator[tuple[int, int]]:
    yield _find_after_title(words, at)
    yield capitals.find_after_role(words, at)
    yield at, capitals.count_full(words, at)
    yield at, capitals.count_given(words, at)
    yield at, capitals.count_alone(words, at)
    yield at, small_full.count_full(words, at)
    yield small.find_after_role(words, at)
    yield at, _count_called(words, at)


def _find_after_title(words: Sequence[Word], at: int) -> tuple[int, int]:
    length = count_title(words, at)
    is_short = not length and words[at].typed in _SHORT
    if not length and not is_short:
        return at, 0
    near = at + max(length, 1)
    first = near if is_short else skip_relation(words, near)
    if near < len(words) and not is_proper(words, first):
        first = near
    if first >= len(words) or words[first].gap not in _GAPS + _LOOSE_GAPS:
        return at, 0
    if not is_proper(words, first):
        return first, _count_small(words, at, first) if first == near and not is_short else (
            _count_short(words, first) if is_short else 0
        )
    is_sure = first == near and words[first].gap in _GAPS and not is_short
    if words[first].gap in _LOOSE_GAPS and first == near:
        return first, 0
    return first, capitals.count_after_title(words, first, is_sure=is_sure)


def _count_small(words: Sequence[Word], at: int, first: int) -> int:
    return 0 if is_office(words, first) else small.count_after_title(words, at, first)


def _count_short(words: Sequence[Word], first: int) -> int:
    """Return 1 where a marked given name follows "a", "c", "o" for anh, chị, o."""
    word = words[first]
    is_name = stands_close(words, first) and word.typed != word.plain and is_in(word, "given")
    return 1 if is_name and not is_in(word, "risky_given") and not is_in(word, "ordinary") else 0


def _count_called(words: Sequence[Word], at: int) -> int:
    """Return 1 where somebody is called by a name alone, or met: "Minh ơi", "gặp thương"."""
    is_called = stands_close(words, at + 1) and words[at + 1].typed in ("ơi", "oi")
    if is_called and is_in(words[at], "given") and words[at].is_capital:
        return 1
    is_met = stands_close(words, at) and words[at - 1].plain == "gap" and is_in(words[at], "given")
    return 1 if is_met and not stands_close(words, at + 1) else 0


def _count_named(words: Sequence[Word], at: int, *, is_sure: bool) -> int:
    """Return how many words are a name after "tên là", "tôi là", "người gửi:"."""
    if at >= len(words) or count_title(words, at) or is_office(words, at):
        return 0
    if is_proper(words, at):
        is_name = (is_sure or is_name_word(words[at])) and not is_of_place(words, at)
        return count_proper(words, at) if is_name else 0
    return small_full.count_full(words, at, is_titled=True) or small.count_named(
        words, at, is_sure=is_sure
    )
