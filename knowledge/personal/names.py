"""People's names: after a title, after "tên là", with a surname, as a signature."""

import re
from collections.abc import Iterator, Sequence

from knowledge.personal.view import Found, PersonalKind, View, load_words
from knowledge.personal.words import Word, is_in, is_listed, phrase_at, read_words, starts_with
from knowledge.text import has_marks

MOST_WORDS = 5
_OWN = "toi|em|e|minh|chau|con|tui"
_NAMED = re.compile(
    rf"\b(?:(?:(?:{_OWN}|vo|chong|me|bo) )?ten(?: (?:{_OWN}|la|that|day du|day|cua))*"
    r"|ho (?:va |, ?)?(?:chu )?ten(?: [a-z]+){0,3}(?=\s*:)|ky ten|kinh don|dung ten"
    r"|(?:nguoi|can) (?:gui|phan anh|kien nghi|viet don|lam don|de nghi|lien he)(?= ?:)"
    r"|chu ho|hoc sinh|thua dat cua|nguoi nha|my name is|i am|i'm"
    rf"|(?:{_OWN}|day) la)\s*[:,.]?\s*(?=[^\W\d_])"
)
_LETTERS = ("a", "b", "c", "x", "y")  # that stand for a name: "nguyen van a"
_SIGNED = 4  # words in a line that is nothing but a name


def find_names(view: View) -> Iterator[Found]:
    """Yield every name of a person."""
    words = read_words(view)
    for at, word in enumerate(words):
        length = _title_length(words, at)
        if length:
            yield from _span(words, at + length, _name_after_title(words, at, length))
        if starts_with(words, at, "roles"):
            yield from _name_after_role(words, at)
        if is_in(word, "surnames"):
            yield from _span(words, at, _full_name(words, at))
    starts = {word.start: at for at, word in enumerate(words)}
    for found in _NAMED.finditer(view.plain):
        first = starts.get(found.end())
        if first is not None:
            yield from _span(words, first, _name_given(words, first, is_sure="ten" in found[0]))
    yield from _find_signature(view, words)


def _span(words: Sequence[Word], at: int, length: int) -> Iterator[Found]:
    if length:
        yield words[at].start, words[at + length - 1].end, PersonalKind.NAME


def _title_length(words: Sequence[Word], at: int) -> int:
    for length in (2, 1):
        phrase = phrase_at(words, at, length)
        if phrase and is_listed(phrase, "titles"):
            return length
    return 0


def _name_after_title(words: Sequence[Word], at: int, length: int) -> int:
    """Return how many words after a title are a name."""
    first = at + length
    if first >= len(words) or words[first].gap != " " or _is_other(words, first):
        return 0
    if starts_with(words, at, "not_people") or _is_inside_name(words, at):
        return 0
    is_bare = not has_marks(words[first].typed) and not has_marks(words[at].typed)
    is_expected = not is_bare or _is_expected(words, at)
    if words[first].is_capital and (is_expected or is_in(words[at], "plain_titles")):
        return _capitals(words, first)
    full = _full_name(words, first, is_titled=True)
    is_sure = not is_bare or is_in(words[first], "plain_surnames")
    if full and is_sure and (is_expected or is_in(words[at], "plain_titles")):
        return full
    if not is_bare:
        return _given_name(words, first)
    return 1 if is_expected and is_in(words[first], "given") and _is_closed(words, first) else 0


def _is_inside_name(words: Sequence[Word], at: int) -> bool:
    """Say whether what looks like a title is part of a name: "Hồ Chí Minh" without marks."""
    if not at or words[at].gap != " ":
        return False
    is_proper = words[at].is_capital and words[at - 1].is_capital
    return is_proper or starts_with(words, at - 1, "place_names")


def _is_expected(words: Sequence[Word], at: int) -> bool:
    """Say whether the words before a title let a person be expected: "nha ba tu"."""
    before = (phrase_at(words, at - 1, 1), phrase_at(words, at - 2, 2))
    known = "before_person" if is_in(words[at], "plain_titles") else "before_anybody"
    return any(is_listed(phrase, known) for phrase in before)


def _name_after_role(words: Sequence[Word], at: int) -> Iterator[Found]:
    """Yield the capitalised name after an office or a trade: "cán bộ Hà"."""
    lengths = [n for n in (1, 2, 3) if is_listed(phrase_at(words, at, n), "roles")]
    first = at + max(lengths, default=0)
    if first == at or first >= len(words) or words[first].gap != " ":
        return
    word = words[first]
    is_name = word.is_capital and (is_in(word, "given") or is_in(word, "surnames"))
    is_other = _is_other(words, first) or starts_with(words, first, "place_names")
    if is_name and not is_other:
        yield from _span(words, first, _capitals(words, first))


def _is_other(words: Sequence[Word], at: int) -> bool:
    """Say whether what follows a title is an office, a relation, a place, a verb."""
    is_listed_alone = is_in(words[at], "not_names") and not _may_be_name(words[at])
    pairs = (phrase_at(words, at, length) for length in (2, 3))
    return is_listed_alone or any(is_listed(phrase, "not_names") for phrase in pairs)


def _may_be_name(word: Word) -> bool:
    """Say whether a word that is also an ordinary one may be a name: "bà Tư", "ba tu"."""
    return (word.is_capital or not has_marks(word.typed)) and is_in(word, "given")


def _capitals(words: Sequence[Word], at: int) -> int:
    length = 0
    while length < MOST_WORDS and at + length < len(words):
        word = words[at + length]
        joins = (" ", ". ") if length and len(words[at + length - 1].plain) == 1 else (" ",)
        if not word.is_capital or (length and word.gap not in joins):
            break
        length += 1
    return length


def _full_name(words: Sequence[Word], at: int, *, is_titled: bool = False) -> int:
    """Return how many words from a surname on are a full name, 0 where they are none."""
    if starts_with(words, at, "place_names") or (not is_titled and _is_of_place(words, at)):
        return 0
    length = _capitals(words, at)
    if length >= 2:
        is_sure = length > 2 or has_marks(words[at].typed) or is_in(words[at], "plain_surnames")
        rest = [words[at + i] for i in range(1, length)]
        is_name = any(is_in(w, "given") or is_in(w, "middles") for w in rest)
        return length if is_sure and is_name else 0
    if words[at].is_capital and not is_titled:
        return 0
    return _small_name(words, at, is_titled=is_titled)


def _small_name(words: Sequence[Word], at: int, *, is_titled: bool) -> int:
    """Return the length of a full name that is typed small."""
    if not is_in(words[at], "surnames"):
        return 0
    length = 1
    while length < MOST_WORDS - 1 and at + length < len(words):
        word = words[at + length]
        known = is_in(word, "given") or is_in(word, "middles") or word.plain in _LETTERS
        if word.gap != " " or not known:
            break
        length += 1
    second = words[at + 1] if length > 1 else words[at]
    is_middle = second.plain in ("van", "thi")
    is_certain = has_marks(second.typed) or words[at].plain in load_words("certain_surnames")
    is_known = is_middle and (has_marks(second.typed) or is_in(words[at], "plain_surnames"))
    is_sure = is_titled or is_known or _is_certain(words[at])
    if is_middle and is_certain and length == 2 and _goes_on(words, at + 2):
        length = 3
    enough = 2 if is_titled else 3
    if starts_with(words, at + 1, "no_names"):
        return 0
    return length if is_sure and length >= enough else 0


def _is_certain(word: Word) -> bool:
    """Say whether a surname typed small is hardly another word."""
    if has_marks(word.typed):
        return is_in(word, "plain_surnames")
    return word.plain in load_words("certain_surnames")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a word follows, which can be a rare given name."""
    return at < len(words) and words[at].gap == " "


def _given_name(words: Sequence[Word], at: int) -> int:
    """Return 1 where a given name typed small with marks stands by itself."""
    word = words[at]
    return 1 if word.typed in load_words("given") and _is_closed(words, at) else 0


def _is_closed(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the last of its phrase."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or following.gap != " " or is_in(following, "followers")


def _name_given(words: Sequence[Word], at: int, *, is_sure: bool) -> int:
    """Return how many words are a name after "tên là", "tôi là"."""
    title = _title_length(words, at)
    if title and at + title < len(words):
        after = _name_after_title(words, at, title)
        return after + title if after else 0
    if _is_other(words, at):
        return 0
    if words[at].is_capital:
        length = _capitals(words, at)
        is_name = is_sure or is_in(words[at], "surnames") or is_in(words[at], "given")
        return length if is_name and not _is_of_place(words, at) else 0
    return _small_name(words, at, is_titled=True) or (
        1 if is_in(words[at], "given") and _is_closed(words, at) and is_sure else 0
    )


def _is_of_place(words: Sequence[Word], at: int) -> bool:
    """Say whether the words before make a place of a name: "đường Nguyễn Trãi"."""
    if at + 1 < len(words) and words[at + 1].plain in ("van", "thi"):
        return False
    phrases = [phrase_at(words, at - length, length) for length in (1, 2, 3)]
    return any(is_listed(phrase, "places") for phrase in phrases)


def _find_signature(view: View, words: Sequence[Word]) -> Iterator[Found]:
    """Yield the last line where it is nothing but a name."""
    head, _, last = view.plain.rstrip().rpartition("\n")
    line = [word for word in words if word.start > len(head)]
    if not head.strip() or not 2 <= len(line) <= _SIGNED or any(map(str.isdigit, last)):
        return
    rest = all(is_in(word, "given") or is_in(word, "middles") for word in line[1:])
    if is_in(line[0], "surnames") and rest:
        yield line[0].start, line[-1].end, PersonalKind.NAME
