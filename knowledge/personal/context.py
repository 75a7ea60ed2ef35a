"""What stands around a word: a title before a person, a place or an office that is none."""

import re
from collections.abc import Sequence

from knowledge.personal.words import (
    Word,
    count_listed,
    ends_with,
    is_compound,
    is_in,
    may_be,
    stands_close,
)

MOST_WORDS = 5
_NAME_LISTS = ("given", "middles", "surnames", "clans")
_STOP = re.compile(r"[.!?…](?:[\s\"”)]|$)|[\n•*]")


def starts_sentence(words: Sequence[Word], at: int) -> bool:
    """Say whether a capital letter is owed to the beginning of a sentence."""
    return at == 0 or bool(_STOP.search(words[at].gap))


def is_name_word(word: Word) -> bool:
    """Say whether a word is used in names."""
    return any(may_be(word, name) for name in _NAME_LISTS) or is_highland(word)


def is_highland(word: Word) -> bool:
    """Say whether a word is a name of the highlands by its apostrophe: "H'Hen", "K'Brêu"."""
    return len(word.plain) > 2 and word.plain[0] in "hk" and not word.plain[1].isalpha()


def is_proper(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is written like a name, among others all in capitals too."""
    if at >= len(words):
        return False
    word = words[at]
    return word.is_capital or (word.is_upper and is_name_word(word) and _is_in_upper(words, at))


def _is_in_upper(words: Sequence[Word], at: int) -> bool:
    beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return any(word.is_upper and is_name_word(word) for word in beside)


def count_proper(words: Sequence[Word], at: int) -> int:
    """Return how many words from a place on are written like one name, at most 5."""
    length = 0
    while length < MOST_WORDS and is_proper(words, at + length):
        joins = (" ", ". ", ".", "-") if length else (words[at].gap,)
        is_other = is_office(words, at + length) or _opens_place(words, at + length)
        if words[at + length].gap not in joins or (length and is_other):
            break
        length += 1
    return length


def _opens_place(words: Sequence[Word], at: int) -> bool:
    return bool(count_listed(words, at, "places")) and not is_name_word(words[at])


def is_office(words: Sequence[Word], at: int) -> bool:
    """Say whether words are an office or a body, not somebody's name."""
    return bool(count_listed(words, at, "offices")) or (at < len(words) and words[at].is_upper)


def is_of_place(words: Sequence[Word], at: int) -> bool:
    """Say whether the words before make a place of a name: "đường Nguyễn Trãi"."""
    place = count_listed(words, at, "place_names")
    if place and not (may_be(words[at], "strong_surnames") and is_proper(words, at + place)):
        return True
    if _follows_place(words, at):
        return True
    before = at - 1
    if before >= 0 and words[before].plain == "va" and stands_close(words, at):
        before -= 1
    elif words[at].gap not in (" – ", " - ", ", ", "-"):
        return False
    return before >= 0 and _ends_road(words, before)


def _follows_place(words: Sequence[Word], at: int) -> bool:
    if words[at].gap not in (" ", ' "', " “"):
        return False
    if ends_with(words, at, "hamlets"):
        is_led = any(ends_with(words, at - n, "leaders") for n in (1, 2))
        return not is_led and not _is_certain(words, at)
    return ends_with(words, at, "places")


def _is_certain(words: Sequence[Word], at: int) -> bool:
    """Say whether a name is one of a person even after "thôn": with Văn or Thị."""
    return (
        at + 2 < len(words) and words[at + 1].plain in ("van", "thi") and is_proper(words, at + 2)
    )


def _ends_road(words: Sequence[Word], last: int) -> bool:
    """Say whether a word ends the name of a road: "ngã tư Lê Lợi" before "– Quang Trung"."""
    first = last
    while first > 0 and words[first].is_capital and words[first].gap == " ":
        first -= 1
    return words[first + 1 : first + 2] != [] and ends_with(words, first + 1, "ways")


def count_title(words: Sequence[Word], at: int) -> int:
    """Return how many words are what a person is called before a name."""
    length = count_listed(words, at, "titles")
    is_pair = words[at].gap == "/" or (at + 1 < len(words) and words[at + 1].gap == "/")
    if not length or is_pair or ends_with(words, at + 1, "places"):
        return 0
    if count_listed(words, at, "not_people") > length and not _is_person_anyway(words, at):
        return 0
    return 0 if _is_inside_name(words, at) else length


def _is_person_anyway(words: Sequence[Word], at: int) -> bool:
    """Say whether "anh hung" without marks is anh Hùng, by what stands around it."""
    if not words[at].is_bare or not stands_close(words, at + 2):
        return False
    return is_expected(words, at) and is_in(words[at + 2], "person_followers")


def _is_inside_name(words: Sequence[Word], at: int) -> bool:
    """Say whether what looks like a title is part of a name: "Cầu Ông Lãnh", "Hồ Chí Minh"."""
    if not stands_close(words, at):
        return False
    before = words[at - 1]
    if words[at].is_capital:
        is_named = before.is_capital and not starts_sentence(words, at - 1)
        return is_named or may_be(before, "surnames") or _follows_place(words, at)
    return bool(count_listed(words, at - 1, "place_names")) or _follows_place_word(words, at)


def _follows_place_word(words: Sequence[Word], at: int) -> bool:
    return ends_with(words, at, "places") and not ends_with(words, at, "before_person")


def skip_relation(words: Sequence[Word], at: int) -> int:
    """Return where the name starts after "tôi", "trưởng thôn", "gái" behind a title."""
    for _ in range(3):
        length = count_listed(words, at, "relations")
        if not length or (at < len(words) and is_proper(words, at) and is_in(words[at], "given")):
            return at
        at += length
    return at


def is_expected(words: Sequence[Word], at: int) -> bool:
    """Say whether the words before a title typed without marks let a person be expected."""
    name = (
        "before_person"
        if words[at].plain in ("ong", "ba", "anh", "chi", "bac")
        else "before_anybody"
    )
    return ends_with(words, at, name)


def is_closed(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the last of its phrase."""
    if not stands_close(words, at + 1) or is_in(words[at + 1], "followers"):
        return True
    return is_in(words[at + 1], "ordinary") and not is_in(words[at + 1], "given")


def is_ordinary(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a common one, alone or with the next."""
    return is_in(words[at], "ordinary") or is_compound(words, at)
