"""Doubtful names that no title leads: a family name, a nickname, a pair, a capital letter."""

import re
from collections.abc import Sequence

from knowledge.personal.context import (
    count_proper,
    is_closed,
    is_name_word,
    is_of_place,
    is_office,
    is_proper,
    starts_sentence,
)
from knowledge.personal.doubtful_parts import count_on, is_double, opens_or_led
from knowledge.personal.view import View
from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    may_be,
    stands_close,
)

_PHONE = re.compile(r"[\s:(–-]{1,3}(?:0|\+?84)[\s.]?\d")


def count_full(words: Sequence[Word], at: int) -> int:
    """Return the length of a family name and two or three words used in names, typed small."""
    if words[at].is_capital or not may_be(words[at], "bare_surnames"):
        return 0
    if is_in(words[at], "bare_plain_surnames") and _has_middle(words, at + 1):
        return max(3, count_on(words, at))
    is_led = ends_with(words, at, "naming")
    if is_compound(words, at) or not stands_close(words, at + 1):
        return 0
    if is_of_place(words, at) and not is_led:
        return 0
    if count_listed(words, at, "place_names") or (is_compound(words, at - 1) and not is_led):
        return 0
    if not is_in(words[at + 1], "middles") and not is_led:
        return 0
    is_whole = is_in(words[at + 1], "middles") and stands_close(words, at + 2)
    if is_led and is_whole and not is_in(words[at + 2], "counters"):
        return max(3, count_on(words, at))
    length = count_on(words, at)
    is_sure = is_led or is_in(words[at], "certain_surnames") or is_in(words[at], "sure_surnames")
    return length if length >= 3 and (is_sure or is_closed(words, at + length - 1)) else 0


def _has_middle(words: Sequence[Word], at: int) -> bool:
    """Say whether Văn or Thị and another word stand at a place: "van day" of "nguyen van day"."""
    is_middle = stands_close(words, at) and words[at].typed in ("van", "thi", "văn", "thị")
    is_other = is_compound(words, at - 1) and not is_in(words[at - 1], "certain_surnames")
    return is_middle and stands_close(words, at + 1) and not is_other


def count_pair(words: Sequence[Word], at: int) -> int:
    """Return 2 for two words used in names, neither a common one: "kim loan", "nhật minh"."""
    if words[at].is_capital or not is_double(words, at):
        return 0
    pair = words[at : at + 2]
    lists = ("plain_words", "ordinary", "orders", "places", "titles")
    if any(is_in(word, name) for word in pair for name in lists):
        return 0
    is_place = is_of_place(words, at) or bool(count_listed(words, at, "place_names"))
    is_one = any(is_compound(words, at + n) for n in (-1, 0, 1))
    return 0 if is_place or is_one or count_listed(words, at, "famous") else 2


def count_lone(words: Sequence[Word], at: int) -> int:
    """Return 1 for a word that is hardly anything but a given name: "dũng", "quyên"."""
    word = words[at]
    if word.is_capital or word.typed == word.plain or not is_in(word, "lone_names"):
        return 0
    is_one = is_compound(words, at) or is_compound(words, at - 1) or is_of_place(words, at)
    return 0 if is_one or (stands_close(words, at) and words[at - 1].is_capital) else 1


def count_nickname(words: Sequence[Word], at: int, *, is_led: bool = False) -> int:
    """Return 2 for an order of birth and a nickname: "tư hổ", "bảy chương"."""
    if not is_in(words[at], "orders") or not stands_close(words, at + 1):
        return 0
    if not is_led and (words[at].is_bare or not opens_or_led(words, at)):
        return 0
    following = words[at + 1]
    is_other = any(
        is_in(following, name) for name in ("counters", "orders", "plain_words", "places")
    )
    is_other = is_other and not (is_in(following, "folk_names") and opens_or_led(words, at))
    is_other = is_other or is_compound(words, at) or is_compound(words, at + 1)
    return 0 if is_other else max(2, count_on(words, at))


def count_before_phone(words: Sequence[Word], at: int, view: View) -> int:
    """Return 1 where a word used in names stands right before a phone number."""
    word = words[at]
    is_name = (
        is_in(word, "given") and not is_in(word, "ordinary") and not is_compound(words, at - 1)
    )
    return int(is_name and bool(_PHONE.match(view.plain, word.end)))


def count_capitals(words: Sequence[Word], at: int) -> int:
    """Return how many words with a capital letter are nobody's place or office."""
    if not words[at].is_capital or is_office(words, at) or is_of_place(words, at):
        return 0
    if stands_close(words, at) and is_proper(words, at - 1) and not starts_sentence(words, at - 1):
        return 0
    length = count_proper(words, at)
    if not length or any(is_in(words[at + n], "capital_words") for n in range(length)):
        return 0
    if any(count_listed(words, at, name) for name in ("famous", "place_names", "places", "titles")):
        return 0
    if starts_sentence(words, at):
        is_full = length > 1 and all(is_name_word(words[at + n]) for n in range(length))
        return length if is_full and not is_compound(words, at) else 0
    is_name = length > 1 or is_in(words[at], "given") or not is_in(words[at], "ordinary")
    is_other = ends_with(words, at, "before_other") or ends_with(words, at, "hamlets")
    is_other = is_other and not (ends_with(words, at, "sides") and is_in(words[at], "given"))
    is_other = is_other or (len(words[at].plain) == 1 and length == 1)
    is_other = is_other or (is_compound(words, at) and not is_in(words[at], "given"))
    return length if is_name and not is_other else 0
