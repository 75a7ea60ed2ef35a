"""Names told by their capital letters: after a title or a trade, with a family name, in a list."""

from collections.abc import Sequence

from knowledge.personal.context import (
    count_proper,
    count_title,
    is_highland,
    is_name_word,
    is_of_place,
    is_office,
    is_proper,
    starts_sentence,
)
from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    is_listed,
    may_be,
    stands_close,
)

_JOINS = (" ", ":", ' "', " “")
_AFTER = (", ", ": ", "(", " – ", " - ", "; ", " | ")  # how a list or a label goes on
_A_LETTER = ("y", "a")  # "Y Blang", "A Páo"


def count_after_title(words: Sequence[Word], first: int, *, is_sure: bool) -> int:
    """Return how many words after a title are a name; unsure ones must be used in names."""
    if is_office(words, first) or count_listed(words, first, "place_names"):
        return 0
    if not is_sure and not (is_name_word(words[first]) and not is_of_place(words, first)):
        return 0
    return count_proper(words, first)


def find_after_role(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Find the name after an office or a trade: "cán bộ Hà", "hộ Toản"."""
    length = count_listed(words, at, "roles")
    first = at + length
    if not length or not stands_close(words, first) or not is_proper(words, first):
        return first, 0
    is_other = is_compound(words, first) or is_office(words, first)
    is_other = is_other or (
        is_listed(words, at, length, "loose_roles") and not is_name_word(words[first])
    )
    is_place = any(
        count_listed(words, first, name) for name in ("place_names", "places", "hamlets")
    )
    return first, 0 if is_other or is_place else count_proper(words, first)


def count_full(words: Sequence[Word], at: int) -> int:
    """Return how many words are a full name by its family name, its Thị or Văn, its people."""
    if not is_proper(words, at) or _goes_on(words, at) or _is_called(words, at):
        return 0
    length = count_proper(words, at)
    if length < 2 or is_of_place(words, at):
        return length if length and is_highland(words[at]) else 0
    run = words[at : at + length]
    if _is_famous(words, at, length) or is_compound(words, at):
        return 0
    is_full = _has_middle(run) or _has_clan(run) or _has_surname(run)
    return length if is_full else 0


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a word continues a run of capitals that a title or a sentence does not open."""
    if not stands_close(words, at) or not is_proper(words, at - 1):
        return False
    return not starts_sentence(words, at - 1) or may_be(words[at - 1], "surnames")


def _has_middle(run: Sequence[Word]) -> bool:
    plain = [word.plain for word in run]
    return "thi" in plain[:-1] or (len(run) > 2 and "van" in plain[1:-1])


def _has_clan(run: Sequence[Word]) -> bool:
    starts = run[0].plain in _A_LETTER
    return starts or any(is_highland(word) or may_be(word, "clans") for word in run)


def _has_surname(run: Sequence[Word]) -> bool:
    if not may_be(run[0], "surnames"):
        return False
    rest = [may_be(word, "given") or may_be(word, "middles") for word in run[1:]]
    if may_be(run[0], "strong_surnames"):
        return len(run) > 2 or any(rest)
    return len(run) > 2 and any(rest)


def _is_called(words: Sequence[Word], at: int) -> bool:
    """Say whether a sentence opens with a title or a place: "Chị Lò", "Đường Nguyễn"."""
    lists = ("places", "roles", "offices")
    is_other = count_title(words, at) or any(count_listed(words, at, name) for name in lists)
    return bool(is_other) and stands_close(words, at + 1) and is_proper(words, at + 1)


def _is_famous(words: Sequence[Word], at: int, length: int) -> bool:
    return count_listed(words, at, "famous") == length


def count_given(words: Sequence[Word], at: int) -> int:
    """Return how many words are a name without its family name in the middle of a sentence."""
    if not words[at].is_capital or not _is_joined(words, at):
        return 0
    if _goes_on(words, at) or is_of_place(words, at) or is_office(words, at):
        return 0
    is_close = words[at].gap == " "
    if is_close and (ends_with(words, at, "before_other") or _follows_capital(words, at)):
        return 0
    length = count_proper(words, at)
    return length if length and _are_given(words, at, length) else 0


def _follows_capital(words: Sequence[Word], at: int) -> bool:
    """Say whether the word before is part of the same name, not "Theo", "Gặp" at the start."""
    is_start = starts_sentence(words, at - 1) and is_in(words[at - 1], "ordinary")
    return is_proper(words, at - 1) and not is_start


def _is_joined(words: Sequence[Word], at: int) -> bool:
    gap = words[at].gap
    return not starts_sentence(words, at) and (gap in _JOINS or gap.endswith(_AFTER))


def _are_given(words: Sequence[Word], at: int, length: int) -> bool:
    run = words[at : at + length]
    if is_compound(words, at + length - 1) or _is_famous(words, at, length):
        return False
    if length == 1 and stands_close(words, at + 1) and words[at + 1].is_upper:
        return False
    if length == 1:
        return may_be(run[0], "given") and not may_be(run[0], "orders")
    return all(is_name_word(word) for word in run) and may_be(run[-1], "given")


def count_alone(words: Sequence[Word], at: int) -> int:
    """Return how many words are a line or a cell of a table that holds nothing but a name."""
    opens = at == 0 or any(mark in words[at].gap for mark in "\n|;–\t-")
    if not opens or not is_proper(words, at) or count_title(words, at):
        return 0
    length = count_proper(words, at)
    following = words[at + length].gap if at + length < len(words) else "\n"
    is_closed = any(mark in following for mark in "\n|;–-,(:\t▮") or following.strip()[:1].isdigit()
    if not is_closed or is_of_place(words, at) or is_office(words, at):
        return 0
    is_called = length == 1 and at + length == len(words) and at > 0
    return length if (length > 1 or is_called) and _are_given(words, at, length) else 0
