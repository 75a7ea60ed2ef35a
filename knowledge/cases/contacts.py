"""Who sent a message, taken apart from what it says: name, phone, address, in any order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.cases.phones import FoundPhone, find_phones
from knowledge.cases.sender_homes import has_home_cue, match_home
from knowledge.cases.sender_names import find_bare_name, find_told_name
from knowledge.own_data import load_data
from knowledge.text import fold, nfc, strip_invisible

MOST_READ = 4000
_EMAIL = re.compile(
    r"(?:\b(?:e?mail|gmail)(?: của \w+)?(?: là)?[: ]*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_BREAK = re.compile(
    r"(?:\s*(?:[;\n|()]|,(?!\d)|\.(?=\s|$)|(?<=[\s\x00])[-–—](?=[\s\x00])|\x00)\s*)+"
)
_HOLE = "\x00"
_LABEL = re.compile(r"^\s*(?:nội dung|noi dung|phản ánh|phan anh)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContactGuess:
    """What a message tells of its sender, as typed, and the rest of it.

    `phone` is ten or eleven digits in national form; `reason` says why a number was not taken:
    phone_invalid, or phone_old for the mobile prefixes given up in 2018.
    """

    name: str = ""
    phone: str = ""
    address: str = ""
    rest: str = ""
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing of the sender was found."""
        return not (self.name or self.phone or self.address or self.reason)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of a message; one without text is a hole where something was taken out."""

    text: str
    gap: str = ""  # what stands before it
    is_address: bool = False

    @property
    def is_taken(self) -> bool:
        return not self.text or self.is_address


def take_apart(text: str) -> ContactGuess:
    """Take name, phone and address out of a message; without any of them all of it is rest."""
    whole = strip_invisible(nfc(text[:MOST_READ])).strip()
    without, phones = _take_phones(_EMAIL.sub(_HOLE, whole))
    without, name = _take_told_name(without, may_be_called=bool(phones))
    clauses = _split(without)
    if not name:
        clauses, name = _take_bare_name(clauses)
    clauses = _take_address(clauses)
    address = _join([each for each in clauses if each.is_address])
    phone, reason = _choose(phones)
    guess = ContactGuess(name, phone, address, reason=reason)
    if guess.is_empty and _HOLE not in without:
        return replace(guess, rest=whole)
    return replace(guess, rest=_without_filler(clauses))


def _take_phones(text: str) -> tuple[str, Sequence[FoundPhone]]:
    phones = list(find_phones(text))
    for each in reversed(phones):
        text = f"{text[: each.start]}{_HOLE}{text[each.end :]}"
    return text, phones


def _choose(phones: Sequence[FoundPhone]) -> tuple[str, str]:
    """Return the first valid number and, where there is none, why not."""
    phone = next((each.phone for each in phones if each.phone), "")
    reason = next((each.reason for each in phones if each.reason), "")
    return phone, "" if phone else reason


def _take_told_name(text: str, *, may_be_called: bool) -> tuple[str, str]:
    found = find_told_name(text, may_be_called=may_be_called)
    if found is None:
        return text, ""
    return f"{text[: found.start]}{_HOLE}{text[found.end :]}", found.name


def _split(text: str) -> list[_Clause]:
    """Split a message at its stops; a hole is a clause of its own."""
    clauses: list[_Clause] = []
    gap, last = "", 0
    for found in (*_BREAK.finditer(text), None):
        piece = text[last : found.start()] if found else text[last:]
        if piece.strip():
            clauses.append(_Clause(piece.strip(), gap))
        if found is None:
            break
        gap, last = found[0], found.end()
        if _HOLE in gap:
            clauses.append(_Clause(""))
    return clauses


def _take_bare_name(clauses: Sequence[_Clause]) -> tuple[list[_Clause], str]:
    """Take a clause that is a full name, alone or before an address."""
    for at, clause in enumerate(clauses):
        beside = (*clauses[max(at - 1, 0) : at], *clauses[at + 1 : at + 2])
        found = find_bare_name(clause.text, is_told=any(not each.text for each in beside))
        if found is None:
            continue
        tail = clause.text[found.end :].strip()
        if not tail or match_home(tail, whole=True):
            rest = [_Clause(""), *([_Clause(tail)] if tail else ())]
            return [*clauses[:at], *rest, *clauses[at + 1 :]], found.name
    return list(clauses), ""


def _take_address(clauses: Sequence[_Clause]) -> list[_Clause]:
    """Mark the clauses that are the sender's address.

    Beside a content an address is the sender's only next to what else was told of the sender, or
    where it is called one: "rác ở chợ, thôn 3" is a place of the rubbish.
    """
    clauses = [piece for at, each in enumerate(clauses) for piece in _open(clauses, at, each)]
    homes = [match_home(each.text, whole=True) for each in clauses]
    is_alone = all(
        home or not each.text or _is_filler(each.text)
        for each, home in zip(clauses, homes, strict=True)
    )
    taken: list[_Clause] = []
    for at, (clause, home) in enumerate(zip(clauses, homes, strict=True)):
        beside = (*taken[-1:], *clauses[at + 1 : at + 2])
        is_own = is_alone or has_home_cue(clause.text) or any(each.is_taken for each in beside)
        if home and is_own:
            clause = replace(clause, text=clause.text[slice(*home)], is_address=True)
        taken.append(clause)
    return taken


def _open(clauses: Sequence[_Clause], at: int, clause: _Clause) -> Iterator[_Clause]:
    """Part an address behind a name from what goes on after it: "Hoa ở thôn 3 báo đèn hỏng"."""
    home = match_home(clause.text, whole=False) if at and not clauses[at - 1].text else None
    if not home or not home[0] or match_home(clause.text, whole=True):
        yield clause
        return
    yield replace(clause, text=clause.text[: home[1]])
    yield _Clause(clause.text[home[1] :].strip(), " ")


def _join(homes: Sequence[_Clause]) -> str:
    """Join the pieces of an address as they were parted."""
    gaps = (each.gap if each.gap.strip(f"{_HOLE} ") else ", " for each in homes)
    pieces = (f"{gap}{each.text}" for gap, each in zip(gaps, homes, strict=True))
    return "".join(pieces).replace(_HOLE, "").lstrip(" ,.;-–—|()\n")


def _without_filler(clauses: Sequence[_Clause]) -> str:
    """Join what is left; "" where it is only words around what was taken out."""
    rest = ""
    for before, clause in zip((None, *clauses), clauses, strict=False):
        if clause.is_taken or _is_filler(clause.text):
            continue
        stands = before is not None and not before.is_taken and rest
        rest += f"{clause.gap if stands else ', ' if rest else ''}{clause.text}"
    return _LABEL.sub("", rest).strip(" ,;-:")


def _is_filler(text: str) -> bool:
    words = re.findall(r"[^\W_]+", fold(text))
    return bool(text) and all(word in _filler() for word in words)


@cache
def _filler() -> frozenset[str]:
    phrases: Sequence[str] = load_data("contacts")["filler"]
    return frozenset(word for phrase in phrases for word in fold(phrase).split())
