"""What several things one message is about: "giờ làm việc t7, với lại cống hôi quá"."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from knowledge.abbreviations import expand_chat
from knowledge.questions.cleaning import clean_message
from knowledge.questions.grievances import is_grievance
from knowledge.questions.language import Language
from knowledge.questions.rules import Asked, find_asked
from knowledge.questions.terms import find_terms, translate_terms
from knowledge.questions.times import remove_time
from knowledge.text import fold, syllables

Pattern = re.Pattern[str]
MOST = 4  # parts that are answered
_LEAST_OWN = 2  # syllables of content that make a part's own subject
_LEAST_OTHER = 3  # that tell it from another subject, where nothing else does
_LONGEST = 700  # characters; what is longer is a text, not a message
_SENTENCE = re.compile(r"(?<=[?!;…])\s*|(?<=\w\w\.)\s+|\s*[\r\n]+\s*")
_NUMBERED = re.compile(r"(?:^|\s)(?=\d[.)]\s)")
_NUMBER = re.compile(r"^\d[.)]\s+")
_EDGES = " \t,;:.-–+&"


@dataclass(frozen=True, slots=True)
class Intents:
    """The parts of a message, in order, and how many more it had.

    `is_sure` where sentences or words like "với lại" part them, not a mere "và" or comma.
    """

    parts: tuple[str, ...]
    more: int = 0
    is_sure: bool = True


def split_intents(text: str, language: Language = "vi") -> tuple[str, ...]:
    """Return the 1 to 4 parts of a message that are about different things, greeting taken off."""
    return read_intents(text, language).parts


def read_intents(text: str, language: Language = "vi") -> Intents:
    """Return the parts of a message, at most four, and the number of those left out."""
    whole = clean_message(text)
    lines = [clean_message(line) for line in _cut(text[:_LONGEST]) if line.strip()]
    if len(whole) >= _LONGEST:
        return Intents((whole,))
    pieces = [part for line in lines for part in _split_strong(line) if part]
    weak = [each for piece in pieces for each in _split_weak(piece, language)]
    parts = _merge(weak, language)
    is_sure = len(weak) == len(pieces)
    return Intents(tuple(parts[:MOST]) or (whole,), max(0, len(parts) - MOST), is_sure)


def _cut(text: str) -> Iterator[str]:
    """Yield the sentences, and the points of a numbered list."""
    is_list = bool(re.search(r"(?:^|\s)1[.)]\s.*\s2[.)]\s", text, re.DOTALL))
    for line in _NUMBERED.split(text) if is_list else [text]:
        yield from _SENTENCE.split(_NUMBER.sub("", line.strip()) if is_list else line)


def strip_greeting(text: str) -> str:
    """Take greetings and polite beginnings off a text; one of nothing else stays."""
    left, is_asked = text.strip(_EDGES), False
    while found := _opening().match(_fold(left)):
        if not found[0].strip() or len(found[0]) >= len(left):
            break
        is_asked = is_asked or bool(_announces().search(found[0]))
        left = left[found.end() :].strip(_EDGES)
    return _as_question(left) if is_asked else left


def _as_question(text: str) -> str:
    """Mark as a question what was said to be one."""
    return text if text.endswith(("?", "!", ".")) else f"{text}?"


def _split_strong(line: str) -> Iterator[str]:
    start = 0
    folded = _fold(line)
    is_asked = False
    for found in [*_strong().finditer(folded), None]:
        end = found.start() if found else len(line)
        part = strip_greeting(line[start:end])
        yield _as_question(part) if part and is_asked else part
        start = found.end() if found else end
        is_asked = bool(found and _announces().search(found[0]))


def _split_weak(piece: str, language: Language) -> list[str]:
    """Split at the first weak joint whose sides each have their own, then the rest."""
    for found in _weak().finditer(_fold(piece)):
        head, tail = piece[: found.start()].strip(_EDGES), piece[found.end() :].strip(_EDGES)
        if _stands_alone(head, language) and _differs(head, tail, language):
            return [head, *_split_weak(strip_greeting(tail), language)]
    return [piece]


def _differs(head: str, tail: str, language: Language) -> bool:
    """Say whether what comes behind a joint is about something else."""
    told = [is_grievance(head), is_grievance(tail)]
    if any(told):
        is_asked = _asks(tail if told[0] else head)
        return not all(told) and is_asked and _stands_alone(tail, language)
    if not (_asks(head, in_words=True) and _asks(tail, in_words=True)):
        return False
    own = set(_content(tail, language))
    is_other = len(own) >= _LEAST_OTHER and not own & set(_content(head, language))
    return _is_profile(head) != _is_profile(tail) or is_other


def _merge(pieces: Sequence[str], language: Language) -> list[str]:
    """Join pieces that lean on others: context with the next, a follow-up with the one before."""
    parts: list[str] = []
    context = ""
    for piece in pieces:
        if not piece:
            continue
        if parts and _follows(parts[-1], piece, language):
            parts[-1] = _join(parts[-1], context, piece)
            context = ""
        elif _asks(piece) or is_grievance(piece):
            parts.append(_join(context, piece))
            context = ""
        else:
            context = _join(context, piece)
    if context:
        parts = [*parts[:-1], _join(parts[-1], context)] if parts else [context]
    return parts


def _follows(before: str, piece: str, language: Language) -> bool:
    """Say whether a piece has no subject of its own, or the one of the part before."""
    if is_grievance(piece):
        return is_grievance(before)
    if not _asks(piece):
        return False
    if _leaning().search(_fold(piece)):
        return True
    if _is_profile(piece) and not _is_profile(before):
        return False
    own, known = _content(piece, language), set(_content(before, language))
    return len(own) < _LEAST_OWN or known.issuperset(own)


def _stands_alone(text: str, language: Language) -> bool:
    return len(_content(text, language)) >= _LEAST_OWN


def _content(text: str, language: Language) -> list[str]:
    """Return the folded syllables of what a text is about, once its asking is taken out."""
    if language == "en":
        return syllables(fold(translate_terms(text).terms))
    expanded = expand_chat(text)
    kept = remove_time(fold(expanded))
    if len(kept) == len(expanded):
        expanded = "".join(" " if b == " " else a for a, b in zip(expanded, kept, strict=True))
    return syllables(fold(find_terms(expanded)))


def _asks(text: str, *, in_words: bool = False) -> bool:
    """Say whether a text asks; `in_words`, by a word of asking."""
    folded = fold(expand_chat(text))
    patterns = _regexes("asks_in_words") + (() if in_words else _regexes("asks_otherwise"))
    return any(pattern.search(folded) for pattern in patterns)


def _is_profile(text: str) -> bool:
    """Say whether a text asks about the office: hours, address, phones."""
    return find_asked(fold(expand_chat(text)))[0] is Asked.PROFILE


def _join(*texts: str) -> str:
    found = [text.strip(_EDGES) for text in texts if text]
    return "".join(
        text if text is found[-1] else f"{text} " if text.endswith(("?", "!")) else f"{text}. "
        for text in found
    )


def _fold(text: str) -> str:
    """Fold letter by letter, so that positions stay."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()


@cache
def _opening() -> Pattern:
    return re.compile(rf"(?:{'|'.join(_data()['openings'])})(?=\W|$)[\s,.:!]*")


@cache
def _strong() -> Pattern:
    return re.compile(rf"(?:^|(?<=\W))(?:{'|'.join(_data()['strong'])})(?=\W|\w)[\s,:]*")


@cache
def _announces() -> Pattern:
    return re.compile(_data()["announces"])


@cache
def _weak() -> Pattern:
    return re.compile("|".join(_data()["weak"]))


@cache
def _regexes(name: str) -> tuple[Pattern, ...]:
    return tuple(re.compile(pattern) for pattern in _data()[name])


@cache
def _leaning() -> Pattern:
    return re.compile(_data()["leaning"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("knowledge").joinpath("data/intents.toml").read_text("utf-8"))
