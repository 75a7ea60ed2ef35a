"""Names typed without capital letters: after a title, an office, "tên là"."""

from collections.abc import Sequence

from knowledge.personal.context import (
    is_closed,
    is_expected,
    is_ordinary,
    starts_sentence,
)
from knowledge.personal.small_full import count_full, extends_name
from knowledge.personal.view import load_words
from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    is_listed,
    stands_close,
)

_PLAIN_TITLES = ("ong", "anh", "chi", "bac", "chau", "thim")  # hardly another word


def count_after_title(words: Sequence[Word], at: int, first: int) -> int:
    """Return how many small words after a title (at `at`) are a name."""
    if not stands_close(words, first):
        return 0
    if words[at].is_bare and is_in(words[first], "orders") and _is_nickname(words, at, first):
        return 2
    if words[at].is_bare and not _is_title(words, at):
        return 0
    full = count_full(words, first, is_titled=True)
    if full:
        return full
    if is_in(words[first], "relations") and not _is_own_name(words, at, first):
        return 0
    if is_in(words[first], "orders"):
        return _count_order(words, at, first)
    if is_compound(words, first) or count_listed(words, first, "not_names") > 1:
        return 0
    if is_in(words[first], "given"):
        return _count_given(words, at, first)
    return 1 if _is_rare(words, at, first) else 0


def _is_own_name(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether a word of kin is a name: "mệ gái", "nha chi minh" without marks."""
    if not words[at].is_bare:
        return is_in(words[at], "calling_titles")
    return is_expected(words, at) and words[first].plain in ("minh", "anh", "chi", "chau")


def _is_title(words: Sequence[Word], at: int) -> bool:
    """Say whether a title typed without marks is hardly another word."""
    if is_compound(words, at):
        return is_expected(words, at) and _stands_in_place(words, at + 1)
    if is_expected(words, at):
        return True
    opens = starts_sentence(words, at) and words[at + 1].plain not in load_words("risky_bare")
    return words[at].plain in _PLAIN_TITLES or (opens and is_closed(words, at + 1))


def _is_nickname(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether "ba sau lanh" without marks opens a sentence or stands where a person does."""
    if not stands_close(words, first + 1) or not (at == 0 or is_expected(words, at)):
        return False
    is_name = is_in(words[first + 1], "given") and not is_in(words[first + 1], "counters")
    return is_name and not is_compound(words, first) and is_closed(words, first + 1)


def _count_order(words: Sequence[Word], at: int, first: int) -> int:
    """Return the length of "năm hùng", "tư", "út"."""
    if words[first].is_bare and not _is_bare_order(words, at, first):
        return 0
    if not stands_close(words, first + 1):
        return 1
    if words[first].is_bare:
        return 1
    if is_in(words[first + 1], "counters"):
        return 0
    return 1 if is_in(words[first + 1], "followers") else 2


def _is_bare_order(words: Sequence[Word], at: int, first: int) -> bool:
    if not is_expected(words, at):
        return False
    is_counted = stands_close(words, first + 1) and is_in(words[first + 1], "counters")
    is_sure = words[at].plain in _PLAIN_TITLES and not is_counted
    return is_sure or is_closed(words, first)


def _is_double(words: Sequence[Word], at: int, *, is_sure: bool = False) -> bool:
    """Say whether two words of names end a phrase: "tường vi", "mỹ linh"."""
    if not is_in(words[at], "middles") and not is_in(words[at], "given"):
        return False
    if is_compound(words, at) or not stands_close(words, at + 1):
        return False
    second = words[at + 1]
    is_name = is_in(second, "given") and (is_sure or not is_in(second, "ordinary"))
    return is_name and not is_compound(words, at + 1) and is_closed(words, at + 1)


def _count_given(words: Sequence[Word], at: int, first: int) -> int:
    word = words[first]
    is_risky = (
        word.plain in load_words("risky_bare") if word.is_bare else is_in(word, "risky_given")
    )
    is_verb = word.is_bare or is_in(word, "ordinary")
    is_verb = is_verb and not is_in(words[at], "calling_titles")
    if _is_double(words, first) and not word.is_bare:
        return 2
    if is_risky and not (is_expected(words, at) and (word.is_bare or not is_verb)):
        is_led = not is_verb or is_expected(words, at) or _stands_in_place(words, first)
        if not (is_closed(words, first) and is_led):
            return 0
    return 2 if extends_name(words, first + 1) else 1


def find_after_role(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Find the given name typed small after an office: "cán bộ hà nói"."""
    length = count_listed(words, at, "roles")
    first = at + length
    if length < 2 or not stands_close(words, first) or not is_closed(words, first):
        return first, 0
    word = words[first]
    is_risky = is_ordinary(words, first) or is_compound(words, first - 1)
    is_risky = is_risky or (word.is_bare and word.plain in load_words("risky_bare"))
    is_other = is_listed(words, at, length, "loose_roles") or is_risky
    return first, int(not is_other and is_in(word, "given") and not is_in(word, "relations"))


def count_named(words: Sequence[Word], at: int, *, is_sure: bool) -> int:
    """Return how many small words after "tên là", "tôi là" are a given name or a nickname."""
    if is_in(words[at], "orders") and not words[at].is_bare and not is_closed(words, at):
        is_name = not is_in(words[at + 1], "counters") and not is_compound(words, at)
        return 2 if is_name and not is_in(words[at + 1], "followers") else 0
    if _is_double(words, at, is_sure=is_sure) and (is_sure or extends_name(words, at + 1)):
        return 2
    if not is_in(words[at], "given") or not is_closed(words, at):
        return 0
    is_counted = stands_close(words, at + 1) and is_in(words[at + 1], "counters")
    if is_counted and is_in(words[at], "orders"):
        return 0
    is_risky = is_in(words[at], "risky_given") or is_in(words[at], "ordinary")
    return 1 if is_sure or not is_risky else 0


def _stands_in_place(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is followed by where somebody lives or whose kin it is."""
    return stands_close(words, at + 1) and is_in(words[at + 1], "person_followers")


def _is_rare(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether an uncommon word after "nhà ông", "lão" is a name."""
    if words[first].is_bare or is_ordinary(words, first) or is_in(words[first], "not_names"):
        return False
    is_rude = is_in(words[at], "calling_titles")
    return (is_rude or ends_with(words, at, "before_person")) and is_closed(words, first)
