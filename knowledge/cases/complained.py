"""Of whom a message complains: an office of the place, a person, a leader.

What is complained of is left out of suggesting, viewing and answering (design.md §6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.spelt import Reading, Spelt, read, read_typed, spell
from knowledge.text import clean, fold


@dataclass(frozen=True, slots=True)
class Complained:
    """An office by its name here, if one fits; the words for whom it is; whether a leader.

    Short forms in the words are written out.
    """

    office: str | None = None
    person: str = ""
    is_leader: bool = False

    def __bool__(self) -> bool:
        """Tell whether anybody is complained of."""
        return bool(self.person)


@dataclass(frozen=True, slots=True)
class _Office:
    called: tuple[Spelt, ...]
    names: Sequence[str]  # what the names of such offices hold, the likeliest first


def find_complained(
    text: str, office_names: Sequence[str], leader_words: Sequence[str] = ()
) -> Complained:
    """Find whom a message complains of.

    `leader_words` are the leaders' own names, as the office has entered them.
    """
    reading = read(text)
    leader = _find_leader(reading, leader_words)
    if leader:
        return Complained(None, leader, is_leader=True)
    for office in _offices():
        person = _find_first(office.called, reading, but_after="place")
        if person:
            return Complained(_choose(office.names, office_names), person)
    return Complained(None, _find_first(_people(), reading, but_after="place"))


def _find_leader(reading: Reading, leader_words: Sequence[str]) -> str:
    named = next((each for each in leader_words if _is_in(each, reading)), "")
    return named or _find_first(_leaders(), reading, but_after="written")


def _is_in(name: str, reading: Reading) -> bool:
    return len(name.split()) > 1 and f" {fold(clean(name))} " in f" {reading.folded} "


def _find_first(patterns: Sequence[Spelt], reading: Reading, *, but_after: str) -> str:
    """Return the words that a pattern finds, unless what stands before makes them another thing."""
    for pattern in patterns:
        found = pattern.match(reading)
        if found is None:
            continue
        before = read_typed(reading.typed[: found[0]].rstrip())
        if _word(but_after).match(before) is None:
            return reading.typed[slice(*found)].strip()
    return ""


def _choose(wanted: Sequence[str], office_names: Sequence[str]) -> str | None:
    """Return the office of the place that is likeliest meant."""
    fitting = (name for part in wanted for name in office_names if part in _plain(name))
    return next(fitting, None)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").replace(",", " ").split())


@cache
def _offices() -> tuple[_Office, ...]:
    return tuple(_Office(_calls(row["called"]), row["is"]) for row in _data()["office"])


def _calls(called: str) -> tuple[Spelt, ...]:
    """Return how people of an office are spoken of, and the office as the doer of a deed."""
    people = rf"\b(?:{{calling}} |{{post}} )+(?:ở |của |bên |trên )?{called}\b"
    alone = rf"\b{called}\b(?= (?:\w+ )?{{deed}}\b)"
    return tuple(spell(each, _data()["words"]) for each in (people, alone))


@cache
def _leaders() -> tuple[Spelt, ...]:
    return _spell_all("leader")


@cache
def _people() -> tuple[Spelt, ...]:
    return _spell_all("person")


def _spell_all(name: str) -> tuple[Spelt, ...]:
    return tuple(spell(each, _data()["words"]) for each in _data()[name]["patterns"])


def _word(name: str) -> Spelt:
    return spell(_data()["words"][name])


def _data() -> Mapping[str, Any]:
    return load_data("complained")
