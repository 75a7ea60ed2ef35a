"""Read who does what, with whom and by when from a sentence of running text."""

import re
from dataclasses import dataclass, replace
from itertools import chain

from knowledge.dates import find_timeframe
from knowledge.parsing.letters import UPPER
from knowledge.parsing.units import is_rest_of_group, split_units, starts_unit
from knowledge.parsing.verbs import ASSIGNING, ENDING_VERB, INNER_VERB, LEADING_VERB, PERMISSIVE
from knowledge.text import clean

_BULLET = re.compile(r"^[-–—+•]\s*")
_BASIS = re.compile(
    r"^(?:căn cứ|trên cơ sở|trong quá trình|theo(?! dõi)|để|nhằm|đối với|sau|h[ằà]ng năm|định kỳ)"
    r"\b",
    re.I,
)
_SENTENCE = re.compile(rf"(?<=;)\s+(?=\w)|(?<=\.)\s+(?=[{UPPER}])")
_COOPERATION = re.compile(
    r"\bphối hợp(?:\s+(?:chặt chẽ|đồng bộ))?(?:\s+(?:cùng với|với|cùng|giữa))?\s+", re.I
)
_PURPOSE = re.compile(r"\s+(?:trong (?:việc|công tác)|để)$")
_CHAIRS = re.compile(r"\bchủ trì\b", re.I)
_ORDERS = re.compile(r"^(?:giao|đề nghị|yêu cầu|phân công)(?:\s+cho)?\s+", re.I)
_SELF = re.compile(r"^(?:chủ động |tổ chức |triển khai )*thực hiện \w+ \w+ này và\s+", re.I)
_DOCUMENT = re.compile(
    r"\b(?:luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn)\b(?! này)", re.I
)
_LONGEST_ACTOR = 110  # characters
_LONGEST_ORDERED = 300  # characters of the units after "giao", "đề nghị"
_LONGEST_CHAIRING = 25  # characters: "chủ trì, chủ động phối hợp"
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
    is_task = bool(LEADING_VERB.match(verb_on)) and not PERMISSIVE.search(after[:120])
    supporting, rest = _read_cooperation(verb_on)
    content = _content(after, verb_on, rest) if actor else rest
    if not actor and content == after and _DOCUMENT.search(work.removesuffix(after)):
        content = work
    lead = split_units(actor or _explained_actor(after))
    return Duty(clean(content), lead, supporting, timeframe, is_task)


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


def _explained_actor(text: str) -> str:
    """Return who acts in what a title announces: "Mở lớp: sau lễ, Sở Y tế tổ chức …"."""
    _, colon, told = text.partition(": ")
    return _split_actor(_without_basis(told))[0] if colon else ""


def _looks_like_task(text: str) -> bool:
    after = _without_basis(text)
    return bool(_split_actor(after)[0]) or bool(LEADING_VERB.match(after))


def _without_basis(text: str) -> str:
    """Drop what only says on what ground: "Căn cứ …, thực hiện Kế hoạch này và …"."""
    return _SELF.sub("", _after_ground(text))


def _after_ground(text: str) -> str:
    if not _BASIS.match(text):
        return text
    commas = re.finditer(r",\s+", text[:500])
    cuts = ((text[: comma.start()], text[comma.end() :]) for comma in commas)
    usable = [rest for ground, rest in cuts if _begins_work(ground, rest)]
    single = (rest for rest in usable if len(split_units(_split_actor(rest)[0])) <= 1)
    return next(chain(single, usable), text)


def _begins_work(ground: str, rest: str) -> bool:
    """Say whether work begins after a comma, and not the next item of an enumeration."""
    if _split_actor(rest)[0]:
        return not is_rest_of_group(ground, rest)
    return bool(LEADING_VERB.match(rest)) and not ENDING_VERB.search(ground)


def _split_actor(text: str) -> tuple[str, str]:
    """Split "Văn phòng UBND xã | tham mưu …"; no actor when the text names none first."""
    told = _ORDERS.sub("", text)
    if not starts_unit(told):
        return "", text
    verb = INNER_VERB.search(told)
    longest = _LONGEST_ACTOR if told == text else _LONGEST_ORDERED
    if verb is None or verb.start() > longest:
        return "", text
    actor, work = told[: verb.start()].strip(" ,"), told[verb.start() :]
    ordered = _split_actor(work) if _ORDERS.match(work) else ("", "")
    return ordered if ordered[0] else (actor, work)


def _read_cooperation(text: str) -> tuple[tuple[str, ...], str]:
    """Return whom the work is done with, and the work after them when they come first."""
    found = _COOPERATION.search(text)
    if not found or not starts_unit(text[found.end() :]):
        return (), text
    verb = INNER_VERB.search(text, found.end())
    if verb is None or verb.start() - found.end() > 2 * _LONGEST_ACTOR:
        return (), text
    units = split_units(_PURPOSE.sub("", text[found.end() : verb.start()].strip(" ,")))
    leads = found.start() < _LONGEST_CHAIRING and _CHAIRS.search(text[: found.start()])
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
