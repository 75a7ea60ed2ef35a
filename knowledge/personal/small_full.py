"""Full names typed without capital letters, with marks or without."""

from collections.abc import Sequence

from knowledge.personal.context import is_closed, is_highland, is_ordinary
from knowledge.personal.view import load_words
from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    may_be,
    stands_close,
)

_MIDDLES = ("văn", "thị", "van", "thi")


def count_full(words: Sequence[Word], at: int, *, is_titled: bool = False) -> int:
    """Return how many small words are a full name, 0 where they are none."""
    is_led = ends_with(words, at, "before_full") and may_be(words[at], "small_surnames")
    is_titled = is_titled or is_led
    if words[at].is_capital or (words[at].is_bare and _opens_way(words, at, is_titled=is_titled)):
        return 0
    if is_highland(words[at]):
        return 1 + _count_clans(words, at + 1)
    if not may_be(words[at], "surnames") and not (words[at].plain in ("y", "a") and is_titled):
        return 0
    if not stands_close(words, at + 1):
        return 0
    if _is_other_word(words, at, is_titled=is_titled):
        return 0
    place = count_listed(words, at, "place_names")
    if (place and not extends_name(words, at + place)) or ends_with(words, at, "places"):
        return 0
    return (
        _count_middle(words, at, is_titled=is_titled)
        or _count_clan_name(words, at)
        or _count_plain(words, at, is_titled=is_titled)
    )


def _is_other_word(words: Sequence[Word], at: int, *, is_titled: bool) -> bool:
    """Say whether a family name is rather half of a word: "phan anh", "xu ly" without marks."""
    word = words[at]
    if word.is_bare and is_compound(words, at - 1):
        return True
    is_sure = is_titled or not word.is_bare or is_in(word, "certain_surnames")
    return is_compound(words, at) and not (is_sure and words[at + 1].plain in ("van", "thi"))


def _opens_way(words: Sequence[Word], at: int, *, is_titled: bool) -> bool:
    """Say whether "duong", "ho", "kim" typed without marks is a road, a lake rather than a name."""
    is_sure = words[at + 1].plain in _MIDDLES if stands_close(words, at + 1) else False
    return not is_titled and not is_sure and bool(count_listed(words, at, "places"))


def _count_clans(words: Sequence[Word], at: int) -> int:
    length = 0
    while length < 3 and stands_close(words, at + length) and is_in(words[at + length], "clans"):
        length += 1
    return length


def _count_middle(words: Sequence[Word], at: int, *, is_titled: bool) -> int:
    """Return the length of a name with Văn or Thị, whatever the given name."""
    second = words[at + 1]
    if second.typed not in _MIDDLES or not stands_close(words, at + 2):
        return 0
    if is_compound(words, at + 1) and not is_in(words[at], "sure_surnames"):
        return 0
    is_sure = second.typed != second.plain or is_titled or may_be(words[at], "bare_surnames")
    is_word = words[at + 2].is_bare and not is_in(words[at + 2], "given")
    if not is_sure or (is_word and not is_titled and is_in(words[at + 2], "ordinary")):
        return 0
    is_double = is_in(words[at + 2], "orders") or words[at + 2].plain == "be"
    is_order = is_double and stands_close(words, at + 3) and is_in(words[at + 3], "orders")
    return 4 if is_order or extends_name(words, at + 3) or _ends_pair(words, at + 3) else 3


def _ends_pair(words: Sequence[Word], at: int) -> bool:
    """Say whether a word that is also an ordinary one ends a name: "anh" of "vân anh có"."""
    is_pair = is_in(words[at - 1], "middles") and stands_close(words, at)
    return is_pair and is_in(words[at], "given") and is_closed(words, at)


def _count_clan_name(words: Sequence[Word], at: int) -> int:
    """Return the length of a name of a people of the highlands: "kim sa rươne"."""
    if words[at].is_bare:
        return 0
    starts = is_in(words[at], "clans") or words[at].plain in ("y", "a")
    rest = [n for n in (1, 2, 3) if stands_close(words, at + n)]
    lengths = [n for n in rest if is_in(words[at + n], "clans") and not is_ordinary(words, at + n)]
    if not lengths or (not starts and not is_in(words[at], "small_surnames")):
        return 0
    last = lengths[-1]
    return last + 2 if _is_uncommon(words, at + last + 1) else last + 1


def _is_uncommon(words: Sequence[Word], at: int) -> bool:
    return (
        stands_close(words, at) and not is_ordinary(words, at) and not is_in(words[at], "followers")
    )


def _count_plain(words: Sequence[Word], at: int, *, is_titled: bool) -> int:
    """Return the length of a family, a middle and a given name, after a title of two of them."""
    if not _is_surname(words[at], is_titled=is_titled):
        return 0
    if is_compound(words, at + 1) and not (is_titled or is_in(words[at], "sure_surnames")):
        return 0
    is_middle = is_in(words[at + 1], "middles") or is_in(words[at + 1], "given")
    if is_middle and _is_last(words, at + 2, is_titled=is_titled):
        return 4 if extends_name(words, at + 3) else 3
    if words[at].is_bare and _count_row(words, at + 1) >= 3:
        return _count_row(words, at + 1) + 1
    return 2 if is_closed(words, at + 1) and _is_short(words, at, is_titled=is_titled) else 0


def _is_short(words: Sequence[Word], at: int, *, is_titled: bool) -> bool:
    """Say whether a family and a given name stand without a middle name."""
    if not is_titled:
        return is_in(words[at], "certain_surnames") and is_in(words[at + 1], "given")
    is_known = may_be(words[at], "small_surnames") and not is_compound(words, at + 1)
    return extends_name(words, at + 1) or (is_known and is_in(words[at + 1], "given"))


def _count_row(words: Sequence[Word], at: int) -> int:
    """Return how many words used in names stand together and are followed by none."""
    length = 0
    while stands_close(words, at + length) and length < 4:
        word = words[at + length]
        if not (is_in(word, "given") or is_in(word, "middles")) or is_compound(words, at + length):
            break
        if is_in(word, "person_followers"):
            break
        length += 1
    return length if length and is_closed(words, at + length - 1) else 0


def _is_surname(word: Word, *, is_titled: bool) -> bool:
    if word.is_bare:
        return word.plain in load_words("bare_plain_surnames") or is_titled
    return is_in(word, "small_surnames") or is_titled


def _is_last(words: Sequence[Word], at: int, *, is_titled: bool) -> bool:
    """Say whether a word ends a full name."""
    if not stands_close(words, at) or is_compound(words, at):
        return False
    if not is_in(words[at], "given"):
        is_sure = is_in(words[at - 2], "sure_surnames") and not words[at].is_bare
        return is_sure and not is_ordinary(words, at) and not is_in(words[at], "followers")
    if not words[at].is_bare:
        is_led = is_titled and is_in(words[at - 2], "small_surnames")
        return is_led or not is_in(words[at], "risky_given") or is_closed(words, at)
    is_sure = words[at - 2].plain in ("nguyen", "pham", "huynh", "trinh", "tran")
    is_rare = words[at].plain not in load_words("risky_bare") and words[at - 1].plain not in (
        "co",
        "so",
        "la",
    )
    is_middle = is_in(words[at - 1], "middles")
    return is_rare or ((is_sure or is_titled or is_middle) and is_closed(words, at))


def extends_name(words: Sequence[Word], at: int) -> bool:
    """Say whether a word goes on with a given name: "hiền" of "diệu hiền"."""
    if not stands_close(words, at) or not is_in(words[at], "given"):
        return False
    if words[at].is_bare:
        return words[at].plain not in load_words("risky_bare") and not is_ordinary(words, at)
    return not is_in(words[at], "risky_given") and not is_ordinary(words, at)
