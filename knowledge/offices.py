"""How alike two names of offices are: the same office spelt otherwise, or another one."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.abbreviations import expand_formal
from knowledge.text import fold

ALIKE = 0.75  # from here on the clerk is asked; the table in the tests shows what lies around it
_OTHER_FORM = 0.95  # the same words, but only one name says "phòng" or "ban"
_BARE_OFFICE = 0.85  # "Văn phòng" alone beside "Văn phòng HĐND và UBND"
_MISSPELT = 92  # of 100: one letter in two syllables or more
_SHORT_FORMS = {
    "vp": "van phong",
    "cc": "cong chuc",
    "cb": "can bo",
    "ca": "cong an",
    "bch": "ban chi huy",
    "qs": "quan su",
    "kt": "kinh te",
    "nn": "nong nghiep",
    "mt": "moi truong",
    "tt": "trung tam",
    "bp": "bo phan",
    "p": "phong",
    "ct": "chu tich",
    "pct": "pho chu tich",
    "tp": "tu phap",
    "ht": "ho tich",
    "dctn": "doan thanh nien",
}
# What a name begins with that tells kinds of offices apart; the longer first.
_KINDS = (
    *("pho chu tich", "chu tich", "uy ban mat tran to quoc", "mat tran to quoc"),
    *("uy ban nhan dan", "hoi dong nhan dan", "dang uy", "ban chi huy", "ban quan ly"),
    *("trung tam", "van phong", "cong an", "truong thon", "to truong", "to dan pho", "doan"),
    *("tram", "phong", "ban", "so", "hoi", "chi cuc", "truong", "thon", "to", "pho", "doi"),
)
_HOLDERS = re.compile(r"^(?:cac |dong chi )?(?:can bo|cong chuc|vien chuc|bo phan)\b ?")
_LEVELS = ("xa", "phuong", "dac khu", "thi tran", "huyen", "quan", "thi xa", "thanh pho", "tinh")
_COMMUNE = frozenset({"xa", "phuong", "dac khu", "thi tran"})
_NO_LEVEL = r"(?! (?:hoi|su|ly|y|chung)\b)"  # xã hội, quân sự, quản lý, quân y, quần chúng
_ANY_LEVEL = "|".join(sorted(_LEVELS, key=len, reverse=True))
_LEVEL = re.compile(rf"\b(?:cap )?({_ANY_LEVEL})\b{_NO_LEVEL}")
_JOINTS = frozenset({"va", "cua", "cac", "voi"})
_SERVED = frozenset({"uy", "ban", "nhan", "dan", "hoi", "dong"})  # whom a Văn phòng serves


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: the kind of office, the level it belongs to, what it deals with."""

    kind: str
    level: str
    core: tuple[str, ...]


def score_names(one: str, other: str, *, place: str = "") -> float:
    """Score how likely two names mean one office of a place ("xã Bến Lụa"), 0 to 1."""
    left, right = _take_apart(one, place), _take_apart(other, place)
    if left.level != right.level or _differ(left.kind, right.kind):
        return 0.0
    if _numbers(left) != _numbers(right):
        return 0.0
    if left.core == right.core:
        return 1.0 if left.kind == right.kind else _OTHER_FORM if left.core else 0.0
    if left.kind == right.kind == "van phong":
        return _score_offices(set(left.core), set(right.core))
    if not left.core or not right.core:
        return 0.0
    return _score_cores(left.core, right.core)


def spell_out(name: str) -> list[str]:
    """Return the folded words of a name, its short forms written out."""
    words = re.findall(r"[^\W_]+", fold(expand_formal(name)))
    return [part for word in words for part in _SHORT_FORMS.get(word, word).split()]


def _score_offices(one: set[str], other: set[str]) -> float:
    """Score two names of a Văn phòng by whom it serves; alone it serves the committee."""
    if not one or not other:
        return _BARE_OFFICE if one | other <= _SERVED else 0.0
    return _score_cores(tuple(one), tuple(other)) if one | other <= _SERVED else _dice(one, other)


def _score_cores(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    left, right = set(one), set(other)
    alike = fuzz.ratio(" ".join(one), " ".join(other))
    if len(one) == len(other) > 1 and alike >= _MISSPELT:
        return alike / 100
    shared = _dice(left, right)
    if min(len(left), len(right)) > 1 and (left <= right or right <= left):
        return 0.6 + 0.4 * shared  # "Tư pháp" beside "Tư pháp - Hộ tịch"
    return shared


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _numbers(name: _Name) -> list[str]:
    return [word for word in name.core if any(letter.isdigit() for letter in word)]


def _take_apart(name: str, place: str) -> _Name:
    written = " ".join(spell_out(name))
    own = " ".join(re.findall(r"[^\W_]+", fold(place)))
    text = _HOLDERS.sub("", _without_place(written, own))
    kind = next((kind for kind in _KINDS if re.match(rf"{kind}\b", text)), "")
    found = _LEVEL.search(text[len(kind) :])
    rest = _LEVEL.sub(" ", text[len(kind) :], count=1)
    core = tuple(word for word in rest.split() if word not in _JOINTS)
    return _Name(kind, _read_level(found[1] if found else "", own), core)


def _without_place(text: str, own: str) -> str:
    """Take the place's own name out: "UBND xã Bến Lụa" is "UBND xã" there."""
    level = _LEVEL.match(own)
    bare = own[level.end() :].strip() if level else ""
    return text.removesuffix(f" {bare}") if bare else text


def _read_level(level: str, own: str) -> str:
    """Give the level that a name belongs to; none, or any of a commune's, means the place's own."""
    mine = _LEVEL.match(own)
    same = mine is not None and (level == mine[1] or {level, mine[1]} <= _COMMUNE)
    return "" if same or (mine is None and level in _COMMUNE) else level
