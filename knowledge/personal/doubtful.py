"""Names told by weak evidence, for what goes public: a person reads what is hidden for nothing."""

from collections.abc import Iterator, Sequence

from knowledge.personal.context import (
    count_proper,
    count_title,
    is_expected,
    is_of_place,
    is_office,
    is_proper,
    skip_relation,
)
from knowledge.personal.doubtful_alone import (
    count_before_phone,
    count_capitals,
    count_full,
    count_lone,
    count_nickname,
    count_pair,
)
from knowledge.personal.doubtful_parts import (
    count_on,
    is_double,
    is_followed,
    is_used_in_names,
    opens_or_led,
)
from knowledge.personal.view import Found, PersonalKind, View, load_plain
from knowledge.personal.words import Word, count_listed, ends_with, is_compound, is_in, stands_close

_SHORT = ("a", "c", "o", "e")  # anh, chị, o, em in haste


def find_doubtful_names(view: View, words: Sequence[Word]) -> Iterator[Found]:
    """Yield what may be a name of a person, by a title, a household, a verb or a capital."""
    for at in range(len(words)):
        for first, length in (*_find_at(words, at), (at, count_before_phone(words, at, view))):
            if length:
                yield words[first].start, words[first + length - 1].end, PersonalKind.NAME


def _find_at(words: Sequence[Word], at: int) -> Iterator[tuple[int, int]]:
    yield _find_after_kin(words, at)
    yield _find_after_head(words, at, "homes")
    yield _find_after_head(words, at, "callers")
    yield at, count_full(words, at)
    yield at, count_pair(words, at)
    yield at, count_lone(words, at)
    yield at, count_nickname(words, at)
    yield at, count_capitals(words, at)


def _find_after_kin(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Find the name after "ông", "chị", "thằng", whatever the words behind it."""
    length = count_title(words, at) or int(_heads_home(words, at))
    is_short = not length and words[at].typed in _SHORT and opens_or_led(words, at)
    near = at + (length or int(is_short))
    first = near if is_short else skip_relation(words, near)
    if near == at or first >= len(words) or words[first].gap not in (" ", ". ", ".", ": "):
        return at, 0
    if is_proper(words, first):
        is_name = not is_office(words, first) and not is_in(words[first], "capital_words")
        return first, count_proper(words, first) if is_name else 0
    for place in dict.fromkeys((near, first)):
        count = _count_after_kin(words, at, place, is_short=is_short)
        if count:
            return place, count
    return at, 0


def _heads_home(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a title by the household before it: "gia dinh ba nam"."""
    if not is_in(words[at], "titles") or not stands_close(words, at + 1):
        return False
    is_number = is_in(words[at + 1], "counters") and not is_in(words[at + 1], "orders")
    return (ends_with(words, at, "before_parent") and not is_number) or ends_with(
        words, at, "homes"
    )


def _count_after_kin(words: Sequence[Word], at: int, first: int, *, is_short: bool) -> int:
    if is_office(words, first) or not stands_close(words, first):
        return 0
    if count_listed(words, first, "not_names") or _is_one_word(words, at, first):
        return 0
    is_vague = is_short or (words[at].is_bare and is_in(words[at], "vague_kin"))
    if is_vague and not opens_or_led(words, at) and not is_followed(words, first):
        return 0
    is_named = is_used_in_names(words, first)
    if (is_vague or is_in(words[at], "loose_kin")) and not is_named:
        return 0
    if not _may_name(words, at, first):
        return 0
    return count_on(words, first)


def _is_one_word(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether a title or the word after it is half of another: "chi phí", "anh công an"."""
    if words[at].is_bare and ends_with(words, at, "before_anybody"):
        return False
    is_home = ends_with(words, at, "homes")
    if words[at].is_bare and (is_home or is_expected(words, at)) and is_double(words, first):
        return False
    if words[at].is_bare and is_home:
        return is_compound(words, first)
    is_lived = stands_close(words, first + 1) and is_in(words[first + 1], "person_followers")
    is_half = words[at].is_bare and is_compound(words, at) and not is_lived
    return is_compound(words, first) or is_half


def _may_name(words: Sequence[Word], at: int, first: int) -> bool:
    """Say whether a small word may be a name rather than what somebody does or is."""
    word = words[first]
    if is_in(word, "orders"):
        is_counted = stands_close(words, first + 1) and is_in(words[first + 1], "counters")
        is_kin = stands_close(words, first + 1) and is_in(words[first + 1], "selves")
        return not is_counted or is_kin
    if word.is_bare:
        return _may_name_bare(words, at, first)
    is_plain = is_in(word, "plain_words") or is_in(word, "ordinary")
    if not is_plain:
        return True
    if not is_in(word, "given") and not is_in(word, "folk_names"):
        return False
    last = first + int(is_double(words, first))
    return is_expected(words, at) or is_followed(words, last)


def _may_name_bare(words: Sequence[Word], at: int, first: int) -> bool:
    word = words[first]
    if word.plain in load_plain("bare_words"):
        return False
    is_plain = is_in(word, "plain_words") or is_in(word, "ordinary")
    if not is_in(word, "given"):
        is_clear = not is_in(words[at], "vague_kin") and stands_close(words, first + 1)
        is_folk = ends_with(words, at, "homes") and is_in(word, "folk_names")
        return not is_plain or is_folk or (is_clear and is_followed(words, first))
    return not is_plain or opens_or_led(words, at) or is_followed(words, first)


def _find_after_head(words: Sequence[Word], at: int, name: str) -> tuple[int, int]:
    """Find the name after "nhà", "hộ", "vợ chồng" or after "gặp", "tên", "thôn phó"."""
    length = count_listed(words, at, name)
    first = at + length
    if not length or not stands_close(words, first) or count_title(words, first):
        return at, 0
    if is_office(words, first) or is_compound(words, first):
        return at, 0
    if is_compound(words, first - 1) and not (name == "callers" and length > 1):
        return at, 0
    if is_proper(words, first):
        is_other = is_in(words[first], "capital_words") or count_listed(words, first, "places")
        is_other = is_other or (name == "callers" and is_of_place(words, first))
        return first, 0 if is_other else count_proper(words, first)
    word = words[first]
    is_risky = is_in(word, "plain_words") or is_in(word, "ordinary")
    if is_in(word, "orders"):
        return first, count_nickname(words, first, is_led=True)
    if is_in(word, "selves") or (word.is_bare and word.plain in load_plain("bare_words")):
        return at, 0
    has_two = is_double(words, first)
    is_asked = ends_with(words, first, "askers") and is_followed(words, first)
    is_name = has_two or (is_in(word, "given") and (not is_risky or is_asked))
    return first, max(1 + int(has_two), count_on(words, first)) if is_name else 0
