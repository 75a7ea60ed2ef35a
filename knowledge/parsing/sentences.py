"""Read who does what, with whom and by when from a sentence of running text."""

import re
from dataclasses import dataclass, replace

from knowledge.dates import find_timeframe
from knowledge.parsing.letters import UPPER
from knowledge.parsing.units import split_units, starts_unit
from knowledge.parsing.verbs import ASSIGNING, INNER_VERB, LEADING_VERB, PERMISSIVE
from knowledge.text import clean

_BULLET = re.compile(r"^[-–—+•]\s*")
_BASIS = re.compile(
    r"^(?:Căn cứ|Trên cơ sở|Trong quá trình|Theo(?! dõi)|Để|Nhằm|Đối với|H[ằà]ng năm|Định kỳ)\b"
)
_SENTENCE = re.compile(rf"(?<=;)\s+(?=\w)|(?<=\.)\s+(?=[{UPPER}])")
_COOPERATION = re.compile(r"\bphối hợp(?:\s+(?:với|cùng|cùng với|chặt chẽ với))?\s+")
_LONGEST_ACTOR = 110  # characters
_LED = re.compile(r"^(?:phải\s+)?(?:tham mưu)\b")
_DIRECTS = re.compile(r"^chỉ đạo\s+")
_EMPTY_BRACKETS = re.compile(r"\(\s*[.,;]?\s*\)")


@dataclass(frozen=True, slots=True)
class Duty:
    """What one sentence asks for; `is_task` is false for one that only describes."""

    content: str
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    timeframe: str | None = None
    is_task: bool = True


def read_duties(paragraph: str) -> list[Duty]:
    """Return the duties of a paragraph: one, or one for each part with a time of its own."""
    parts = _parts(clean(_BULLET.sub("", paragraph)))
    duties: list[Duty] = []
    for part, timeframe in parts:
        duty = _read(part, timeframe)
        if duties and not duty.lead and duty.is_task:
            duty = replace(duty, lead=duties[-1].lead)
        duties.append(duty)
    return duties


def _parts(text: str) -> list[tuple[str, str | None]]:
    """Cut after each sentence or clause that has its own time."""
    parts: list[tuple[str, str | None]] = []
    held = ""
    for sentence in _SENTENCE.split(text):
        timeframe = find_timeframe(sentence)
        if timeframe and held.endswith(".") and _stands_alone(sentence, timeframe):
            parts.append((held, None))
            held = ""
        held = f"{held} {sentence}".strip()
        if timeframe:
            parts.append((held, timeframe))
            held = ""
    if not held:
        return parts
    if parts and not _looks_like_task(held):
        last, timeframe = parts[-1]
        return [*parts[:-1], (f"{last} {held}", timeframe)]
    return [*parts, (held, None)]


def _stands_alone(sentence: str, timeframe: str) -> bool:
    """Say whether the sentence is work of its own, not only a time for the work before it."""
    return _looks_like_task(_without_timeframe(sentence, timeframe))


def _read(text: str, timeframe: str | None) -> Duty:
    work = _without_timeframe(text, timeframe)
    after = _without_basis(work)
    actor, verb_on = _split_actor(after)
    is_task = _is_work(verb_on) if actor else bool(LEADING_VERB.match(after))
    is_task = is_task and not PERMISSIVE.search(after[:120])
    supporting, rest = _read_cooperation(verb_on if actor else after)
    content = _content(after, verb_on, rest) if actor else (rest if supporting else after)
    return Duty(clean(content), split_units(actor), supporting, timeframe, is_task)


def _content(after: str, verb_on: str, rest: str) -> str:
    """Leave the actor out where the verb only assigns; else keep the plan's own sentence."""
    if rest != verb_on:
        return rest
    assigned = ASSIGNING.sub("", verb_on)
    if assigned != verb_on or _LED.match(verb_on):
        return assigned
    if _DIRECTS.match(verb_on):
        inner = INNER_VERB.search(verb_on, 9)
        return verb_on[inner.start() :] if inner else verb_on
    return after


def _is_work(verb_on: str) -> bool:
    return bool(LEADING_VERB.match(verb_on))


def _looks_like_task(text: str) -> bool:
    after = _without_basis(text)
    return bool(_split_actor(after)[0]) or bool(LEADING_VERB.match(after))


def _without_basis(text: str) -> str:
    """Drop a clause that only says on what ground: "Căn cứ Kế hoạch này, …"."""
    if not _BASIS.match(text):
        return text
    candidates = [text[comma.end() :] for comma in re.finditer(r",\s+", text[:500])]
    usable = [rest for rest in candidates if _begins_work(rest)]
    single = [rest for rest in usable if len(split_units(_split_actor(rest)[0])) <= 1]
    return next(iter([*single, *usable]), text)


def _begins_work(rest: str) -> bool:
    return bool(LEADING_VERB.match(rest)) or bool(_split_actor(rest)[0])


def _split_actor(text: str) -> tuple[str, str]:
    """Split "Văn phòng UBND xã | tham mưu …"; no actor when the text names none first."""
    if not starts_unit(text):
        return "", text
    verb = INNER_VERB.search(text)
    if verb is None or verb.start() > _LONGEST_ACTOR:
        return "", text
    return text[: verb.start()].strip(" ,"), text[verb.start() :]


def _read_cooperation(text: str) -> tuple[tuple[str, ...], str]:
    """Return whom the work is done with, and the work after them when they come first."""
    found = _COOPERATION.search(text)
    if not found or not starts_unit(text[found.end() :]):
        return (), text
    verb = INNER_VERB.search(text, found.end())
    if verb is None or verb.start() - found.end() > 2 * _LONGEST_ACTOR:
        return (), text
    units = split_units(text[found.end() : verb.start()].strip(" ,"))
    leads = found.start() < 25 and not text[: found.start()].strip(" ,").count(" ") > 2
    return units, text[verb.start() :] if leads else text


def _without_timeframe(text: str, timeframe: str | None) -> str:
    """Take the time out where it begins or ends the sentence or stands in brackets."""
    if not timeframe or timeframe not in text:
        return text
    start = text.index(timeframe)
    before, after = text[:start], text[start + len(timeframe) :]
    if before.rstrip().endswith("("):
        return _EMPTY_BRACKETS.sub("", before + after).strip()
    if not after.strip(" .;,"):
        return before.rstrip(" ,;:-")
    return after.lstrip(" ,") if not before.strip() else text
