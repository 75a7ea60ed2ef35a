"""Signs in a message that come before everything else: danger, denunciation, complaint.

A denunciation (tố cáo) or a complaint against one's own decision (khiếu nại) is no feedback and
must not be registered as such (NĐ 20/2008, Điều 1). The rules in knowledge/data/signals.toml say
what is sure; what only sounds like a signal (knowledge/sounds.py) is asked about or said beside.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.sounds import weigh_sounds
from knowledge.spelt import Reading, Spelt, read, spell

LIKELY = "likely"  # the code of what no rule knows, but what is sounded like
_NUMBERS = ("114", "115", "113")


class Signal(StrEnum):
    """What a message shows signs of, the most urgent first."""

    DANGER = "danger"
    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A signal with its facts.

    `codes` name the rules that hold and `words` is what the first one was found in. `numbers` are
    the emergency numbers, the one to call first in front. `asks`: only how or where it is done.
    `is_own`: the sender cries for help, or says "I denounce". What is not `is_sure` only sounds
    like the signal.
    """

    signal: Signal
    codes: tuple[str, ...]
    words: str
    numbers: tuple[str, ...] = ()
    names_leader: bool = False
    asks: bool = False
    is_own: bool = False
    is_sure: bool = True


# Log odds from which on words are taken for a signal. A needless warning costs a line; a needless
# question costs the citizen a turn.
_LIKELY = {Signal.DANGER: -1.1, Signal.DENUNCIATION: -0.8, Signal.COMPLAINT: -0.8}


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    patterns: tuple[Spelt, ...]
    marked: tuple[Spelt, ...]  # beside them in a text with marks
    bare: tuple[Spelt, ...]  # instead of them in a text without any
    unless: tuple[Spelt, ...]
    numbers: tuple[str, ...]
    accuses: bool

    def find(self, reading: Reading, *, spared: bool) -> str | None:
        """Find the words that a rule holds for."""
        patterns = self.patterns + self.marked
        if not reading.is_marked:
            patterns = self.bare or self.patterns
        words = next(filter(None, (each.find(reading) for each in patterns)), None)
        if words is None or (not spared and any(each.find(reading) for each in self.unless)):
            return None
        return words


def find_alarm(text: str) -> Alarm | None:
    """Find the most urgent signal of a message with its facts.

    What rules are sure of comes first; what may be danger comes last, see `may_be_danger`.
    """
    reading = read(text)
    for signal in Signal:
        found = list(_find(signal, reading))
        if found:
            return _describe(signal, found, reading)
    likely = _find_likely(reading)
    warned = likely.pop(Signal.DANGER, None) is not None
    if likely:
        return _describe_likely(max(likely, key=likely.__getitem__), reading)
    return _describe_likely(Signal.DANGER, reading) if warned else None


def may_be_danger(text: str) -> bool:
    """Say whether a message sounds like danger that no rule is sure of, whatever else it is."""
    reading = read(text)
    return Signal.DANGER in _find_likely(reading) and not any(_find(Signal.DANGER, reading))


def _find_likely(reading: Reading) -> dict[Signal, float]:
    """Find what the words sound like and nothing speaks against, with its log odds."""
    weights = zip(Signal, weigh_sounds(reading), strict=True)
    heard = {signal: weight for signal, weight in weights if weight > _LIKELY[signal]}
    return {each: heard[each] for each in heard if not _is_doubted(each, reading)}


def _is_doubted(signal: Signal, reading: Reading) -> bool:
    return any(each.find(reading) for each in _doubts(signal))


def _describe_likely(signal: Signal, reading: Reading) -> Alarm:
    is_danger = signal is Signal.DANGER
    return Alarm(
        signal,
        (LIKELY,),
        reading.typed,
        _NUMBERS if is_danger else (),
        names_leader=signal is Signal.DENUNCIATION and _names_leader(reading),
        asks=not is_danger and _holds("asks", reading),
        is_sure=False,
    )


def _find(signal: Signal, reading: Reading) -> Iterator[tuple[_Rule, str]]:
    """Yield the rules that hold; a cry for help is believed whatever else is said."""
    cries = signal is Signal.DANGER and _phrase("urgent").find(reading) is not None
    for rule in _rules(signal):
        words = rule.find(reading, spared=cries)
        if words:
            yield rule, words


def _describe(signal: Signal, found: Sequence[tuple[_Rule, str]], reading: Reading) -> Alarm:
    accuses = any(rule.accuses for rule, _ in found)
    is_denounced = signal is Signal.DENUNCIATION
    asks = signal is not Signal.DANGER and not accuses and _holds("asks", reading)
    return Alarm(
        signal,
        tuple(rule.code for rule, _ in found),
        found[0][1],
        tuple(dict.fromkeys(number for rule, _ in found for number in rule.numbers)),
        names_leader=is_denounced and _names_leader(reading),
        asks=asks,
        is_own=_holds("own", reading) if is_denounced else bool(_phrase("urgent").find(reading)),
    )


def _names_leader(reading: Reading) -> bool:
    """Say whether a leader of the place is spoken of, and not only written to."""
    return bool(_phrase("leader").find(reading)) and not _holds("to_leader", reading)


def _holds(name: str, reading: Reading) -> bool:
    return any(spell(each, _words()).find(reading) for each in _data()[name]["patterns"])


def _phrase(name: str) -> Spelt:
    return spell(rf"\b(?:{_words()[name]})\b", _words())


@cache
def _doubts(signal: Signal) -> tuple[Spelt, ...]:
    """Return whatever speaks against a signal that is only sounded like."""
    lists = _data()["doubts"][signal]
    return _spell_all(each for name in lists for each in _data()["unless"][name])


@cache
def _rules(signal: Signal) -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in _data()[signal])


def _rule(row: Mapping[str, Any]) -> _Rule:
    unless = (each for name in row.get("unless", ()) for each in _data()["unless"][name])
    return _Rule(
        row["code"],
        _spell_all(row["patterns"]),
        _spell_all(row.get("marked", ())),
        _spell_all(row.get("bare", ())),
        _spell_all(unless),
        tuple(row.get("numbers", ())),
        row.get("accuses", False),
    )


def _spell_all(patterns: Sequence[str] | Iterator[str]) -> tuple[Spelt, ...]:
    return tuple(spell(each, _words()) for each in patterns)


def _words() -> Mapping[str, str]:
    words: Mapping[str, str] = _data()["words"]
    return words


def _data() -> Mapping[str, Any]:
    return load_data("signals")
