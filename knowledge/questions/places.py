"""Which places a question names: ours, or one that we hold nothing of."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from knowledge.memo import keep_latest
from knowledge.text import fold, has_marks


@dataclass(frozen=True, slots=True)
class LocalityName:
    """A locality we hold; `name` with its level, as "xã Kỳ Tân" or "Phường 2, thị xã Quảng Trị"."""

    key: int
    name: str
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The localities of ours that a text names, and the first place that is not ours."""

    ours: tuple[LocalityName, ...]
    unknown: str | None
    spans: tuple[tuple[int, int], ...]


def find_places(text: str, localities: Sequence[LocalityName]) -> NamedPlaces:
    """Find places in composed text, with or without marks, with or without their level."""
    folded = fold(text)
    text = text if len(text) == len(folded) else folded
    index = _index(tuple(localities))
    found = sorted(index.find(folded, index.names))
    spans = [span for _, span in found]
    parents = [span for _, span in index.find(folded, index.superiors)]
    ours = tuple(dict.fromkeys(localities[at] for at, _ in found))
    strangers = [s for s in _strangers(text) if not any(_overlap(s, o) for o in spans + parents)]
    unknown = next((text[a:b] for a, b in strangers), None)
    if ours and not _contradicted(ours, strangers):
        unknown = None
    return NamedPlaces(() if unknown else ours, unknown, (*spans, *parents, *strangers))


def bare_name(name: str) -> str:
    """Return a locality's name folded, without level and superior; "phuong 2" keeps its level."""
    own = fold(name.split(",")[0]).strip()
    for level in _data()["levels"]:
        rest = own.removeprefix(f"{fold(level)} ")
        if rest != own:
            return own if rest.isdigit() else rest
    return own


def _contradicted(ours: Sequence[LocalityName], strangers: Sequence[tuple[int, int]]) -> bool:
    """Say whether a numbered ward stands under a superior that is not its own."""
    numbered = all(bare_name(place.name)[-1:].isdigit() for place in ours)
    return bool(strangers) and numbered and all(_superiors(place) for place in ours)


def _superiors(place: LocalityName) -> tuple[str, ...]:
    return (*place.parents, *(part.strip() for part in place.name.split(",")[1:]))


Words = tuple[str, ...]
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _NameIndex:
    """Names by their first word, each with the position of its locality, for texts of any names."""

    names: Mapping[str, Sequence[tuple[Words, int]]]
    superiors: Mapping[str, Sequence[tuple[Words, int]]]

    def find(
        self, folded: str, names: Mapping[str, Sequence[tuple[Words, int]]]
    ) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield locality and span of each name in a folded text, its level included."""
        tokens = list(_TOKEN.finditer(folded))
        texts = tuple(token[0] for token in tokens)
        for at, word in enumerate(texts):
            for words, locality in names.get(word, ()):
                end = at + len(words)
                if texts[at:end] == words and _is_joined(folded, tokens[at:end]):
                    start = _start_of_level(folded, tokens[at].start())
                    yield locality, (start, tokens[end - 1].end())


def _is_joined(folded: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Say whether a name cut by dots stands without blanks: "v. bảo vệ" is none."""
    if not any(token[0] == "." for token in tokens):
        return True
    return " " not in folded[tokens[0].start() : tokens[-1].end()]


@keep_latest
@lru_cache(maxsize=32)
def _index(localities: tuple[LocalityName, ...]) -> _NameIndex:
    return _NameIndex(
        _by_first_word((at, (p.name, *p.aliases)) for at, p in enumerate(localities)),
        _by_first_word((at, _superiors(p)) for at, p in enumerate(localities)),
    )


def _by_first_word(
    named: Iterable[tuple[int, Sequence[str]]],
) -> Mapping[str, Sequence[tuple[Words, int]]]:
    found: dict[str, list[tuple[Words, int]]] = {}
    for at, names in named:
        for name in _forms_of(names):
            words = tuple(_TOKEN.findall(name))
            if words:
                found.setdefault(words[0], []).append((words, at))
    return found


def _forms_of(names: Sequence[str]) -> set[str]:
    bare = {bare_name(name) for name in names}
    return bare | {short for name in bare for short in _short_forms(name)}


def _start_of_level(folded: str, start: int) -> int:
    """Return where a name begins with the level before it."""
    found = re.search(rf"(?<!\w)(?:{_levels()})\s+$", folded[max(0, start - 20) : start])
    return start - len(found[0]) if found else start


def _short_forms(name: str) -> set[str]:
    """Return how a name is cut in chat ("vbao", "v.bao", "vinhbao") or put in English."""
    words = name.split()
    if len(words) < 2:
        return set()
    if words[-1].isdigit():
        return {f"{english} {words[-1]}" for english in _ENGLISH_LEVELS.get(words[0], ())}
    initials = "".join(word[0] for word in words[:-1])
    dotted = "".join(f"{word[0]}." for word in words[:-1])
    return {"".join(words), initials + words[-1], dotted + words[-1]}


_ENGLISH_LEVELS = {"phuong": ("ward",), "quan": ("district",), "xa": ("commune",)}


def _strangers(text: str) -> list[tuple[int, int]]:
    found = (*_provinces(text), *_after_level(text), *_capitalised(text))
    return sorted(found)


def _provinces(text: str) -> Iterator[tuple[int, int]]:
    names, pattern = _province_names()
    for match in pattern.finditer(fold(text)):
        typed = text[slice(*match.span())].lower()
        bare = typed == match[0] and match[0] not in _data()["doubtful_unmarked"]
        if typed in names[match[0]] or bare:
            yield match.span()


@cache
def _province_names() -> tuple[Mapping[str, Sequence[str]], re.Pattern[str]]:
    """Return the provinces' names by their folded ones, and what finds these, the longest first."""
    names: dict[str, list[str]] = {}
    for name in _data()["provinces"]:
        names.setdefault(fold(name), []).append(name.lower())
    any_name = "|".join(sorted(names, key=len, reverse=True))
    return names, re.compile(rf"(?<!\w)(?:{any_name})(?!\w)(?! ky\b)")


def _after_level(text: str) -> Iterator[tuple[int, int]]:
    """Yield level and name where what follows a level is no ordinary word."""
    pattern = rf"(?<!\w)({_levels()})\s+(?:(\d{{1,2}})(?!\w|[/%.])|([^\W\d_]+)\s+([^\W\d_]+))"
    for match in re.finditer(pattern, fold(text)):
        if not _is_level(text[slice(*match.span(1))], f"{match[1]} {match[3]}", text):
            continue
        if match[2] or _is_name(text[slice(*match.span(3))], text[slice(*match.span(4))], text):
            yield match.span()


def _is_level(typed: str, start: str, text: str) -> bool:
    """Say whether a level is typed as such: with its marks, or bare in a text without any."""
    if typed.lower() in _data()["levels"]:
        return True
    return not has_marks(text) and typed.lower() != "quan" and start not in _data()["compounds"]


def _is_name(first: str, second: str, text: str) -> bool:
    if any(letter.isupper() for letter in text[1:]):
        return first[0].isupper() and second[0].isupper() and not _is_office(first)
    pair = (fold(first), fold(second))
    return " ".join(pair) not in _common_pairs() and all(word in _name_syllables() for word in pair)


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Yield the capitalised name after "ở", "tại", "in"; before "district", "city"."""
    name = r"(?<!\w)[^\W\d_a-z][^\W\d_]{0,9}(?: [^\W\d_a-z][^\W\d_]{0,9}){1,4}"
    levels = "|".join(_data()["levels_en"])
    for pattern in (rf"(?:\b[Ởở]|\b[Tt]ại|\bin|\bof|\bat) ({name})", rf"({name}) (?:{levels})\b"):
        for match in re.finditer(pattern, text):
            words = match[1].split()
            if all(word[0].isupper() and not word.isupper() for word in words) and not _is_office(
                words[0]
            ):
                yield match.span(1)


def _is_office(word: str) -> bool:
    return fold(word) in _data()["offices"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def _levels() -> str:
    return "|".join(fold(level).replace(" ", r"\s+") for level in _data()["levels"])


@cache
def _name_syllables() -> frozenset[str]:
    return frozenset(_data()["name_syllables"].split())


@cache
def _common_pairs() -> frozenset[str]:
    return frozenset(pair.strip() for pair in _data()["common_pairs"].split(","))


@cache
def _data() -> dict[str, Any]:
    text = files("knowledge").joinpath("data/places.toml").read_text("utf-8")
    return tomllib.loads(text)
