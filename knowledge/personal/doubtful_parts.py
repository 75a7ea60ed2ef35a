"""What a doubtful name is made of, and what stands around it."""

from collections.abc import Sequence

from knowledge.personal.context import is_closed, is_expected, is_proper
from knowledge.personal.view import load_plain
from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    may_be,
    stands_close,
)

_MOST = 4
_PARTS = ("given", "middles", "surnames", "clans", "orders")


def is_double(words: Sequence[Word], at: int) -> bool:
    """Say whether two words of names stand together: "lệ thu", "van tai"."""
    word = words[at]
    is_first = is_in(word, "middles") or is_in(word, "given")
    if word.is_bare and word.plain in load_plain("bare_words"):
        return False
    if not is_first or not stands_close(words, at + 1) or is_in(words[at + 1], "orders"):
        return False
    return is_in(words[at + 1], "given")


def is_followed(words: Sequence[Word], first: int) -> bool:
    """Say whether a word stands before what a person does, or ends its phrase."""
    if not stands_close(words, first + 1):
        return True
    following = words[first + 1]
    return is_in(following, "followers") or bool(count_listed(words, first + 1, "offices"))


def opens_or_led(words: Sequence[Word], at: int) -> bool:
    """Say whether a phrase begins at a place or a person may be expected there."""
    return not stands_close(words, at) or ends_with(words, at, "led") or is_expected(words, at)


def is_used_in_names(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is used in names, those of the country too."""
    if not words[at].is_bare and is_in(words[at], "folk_names"):
        return True
    return any(is_in(words[at], name) for name in _PARTS)


def count_on(words: Sequence[Word], first: int) -> int:
    """Return how many small words go on with a name that starts at a place, at most 4."""
    is_pair = words[first].is_bare and is_double(words, first) and is_closed(words, first + 1)
    length = 1 + int(is_pair)
    is_open = is_in(words[first], "orders") or may_be(words[first], "surnames")
    while length < _MOST and stands_close(words, first + length):
        if not _goes_on(words, first + length, is_open=is_open):
            break
        is_open = is_in(words[first + length], "middles") and length == 1
        length += 1
    return length


def _goes_on(words: Sequence[Word], at: int, *, is_open: bool) -> bool:
    word = words[at]
    if is_proper(words, at):
        return True
    if is_double(words, at - 1) and not is_compound(words, at) and is_closed(words, at):
        return True
    if is_in(word, "person_followers") or is_in(word, "counters"):
        return False
    is_plain = is_in(word, "plain_words") or is_in(word, "ordinary") or is_in(word, "followers")
    if word.is_bare:
        is_plain = is_plain and word.plain in load_plain("bare_words")
        return not is_plain and not is_compound(words, at) and (is_open or is_in(word, "given"))
    if is_compound(words, at):
        return False
    if is_plain or is_in(word, "ordinary"):
        return False
    is_by_name = is_in(words[at - 1], "lone_names") and is_closed(words, at)
    return is_open or is_by_name or is_used_in_names(words, at)
