"""What words add to a PAKN half written: who, where, what, whatever was asked last."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.intake.drafts import Draft, Step
from handlers.intake.spots import has_spot, tell_spot
from knowledge.cases.contacts import ContactGuess, take_apart
from knowledge.cases.kinds import find_kind
from knowledge.cases.states import CaseKind
from knowledge.cases.where import find_where
from knowledge.questions.grievances import is_grievance
from knowledge.questions.places import LocalityName, find_places
from knowledge.text import clean, fold, syllables
from storage.values import Locality

LONGEST_WHERE = 160
TELLS = 7  # syllables with which a message tells something, whatever was asked
_NAME_SYLLABLES = range(1, 6)
_TIMES = frozenset(
    (
        *("hom", "ngay", "tuan", "thang", "nam", "sang", "chieu", "toi", "trua", "luc", "gio"),
        *("qua", "kia", "nay", "vua", "moi"),
    )
)
_ENGLISH_PLACE = re.compile(
    r"\b(?:on|at|near|behind|opposite|beside|outside|in front of|next to) [\w' ]+", re.IGNORECASE
)
_FILLERS = frozenset(
    (
        *("da", "a", "ah", "ad", "vang", "oi", "nhe", "nha", "day", "do", "ne", "la", "roi", "ok"),
        *("cua", "toi", "em", "minh", "chau", "thong", "tin", "lien", "he", "gui", "xin", "thua"),
        *("cho", "va", "voi", "ten", "so", "sdt", "dt", "dia", "chi", "o", "tai", "anh", "hinh"),
        *("nay", "here", "is", "my", "the", "photo", "picture"),
    )
)


def read_words(draft: Draft, text: str, *, at: dt.datetime) -> Draft:
    """Put what a message says where it belongs; `asked_again` rises where it could not be read."""
    told = take_apart(text)
    rest = "" if _is_filler(told.rest) else told.rest.strip()
    has_contact = bool(told.name or told.phone or told.address)
    draft = _add_contact(draft, told)
    if rest:
        draft = _add_rest(draft, rest, at=at, has_contact=has_contact)
    elif has_contact:
        draft = _count_asking(replace(draft, last=Step.CONTACT))
    said_at = at.isoformat()
    return _derive(replace(draft, said_at=said_at, started_at=draft.started_at or said_at))


def _add_contact(draft: Draft, told: ContactGuess) -> Draft:
    return replace(
        draft,
        name=told.name or draft.name,
        phone=told.phone or draft.phone,
        address=told.address or draft.address,
        trouble=told.reason,
    )


def _add_rest(draft: Draft, rest: str, *, at: dt.datetime, has_contact: bool) -> Draft:
    if draft.last is Step.CONTENT and draft.is_same_breath(at):
        return _add_content(draft, rest)
    if draft.step in (Step.CONTENT, Step.EDIT) or not draft.content:
        return replace(draft, content=rest, last=Step.CONTENT)
    if not has_contact and _tells_spot(draft, rest, at=at):
        return tell_spot(draft, rest)
    if draft.step is Step.WHERE:
        return _take_where(draft, rest)
    if draft.step is Step.CONTACT:
        return _take_contact(draft, rest, has_contact=has_contact)
    if draft.step is Step.REVIEW and not has_contact:
        return replace(draft, last=None)
    return draft


def _tells_spot(draft: Draft, rest: str, *, at: dt.datetime) -> bool:
    """Tell whether words belong to the place on the map that came just before, or with them."""
    if not has_spot(draft) or tells_something(rest):
        return False
    if draft.last is Step.WHERE and draft.is_same_breath(at):
        return True
    return draft.step is Step.CONTACT and not draft.is_formal and bool(find_where(rest))


def _take_where(draft: Draft, rest: str) -> Draft:
    if len(rest) <= LONGEST_WHERE:
        return replace(draft, where=rest, last=Step.WHERE)
    draft = _add_content(draft, rest)
    return replace(draft, where=find_where(rest) or draft.where, passed=_pass(draft, Step.WHERE))


def _take_contact(draft: Draft, rest: str, *, has_contact: bool) -> Draft:
    """Keep what stands beside the details; take a bare word or two as the name asked for."""
    if not draft.name and _may_be_name(rest):
        return _count_asking(replace(draft, name=rest.strip(" ,.;"), last=Step.CONTACT))
    if has_contact or tells_something(rest):
        added = _add_content(draft, rest)
        return _count_asking(added) if has_contact else added
    return _count_asking(replace(draft, last=None))


def _may_be_name(text: str) -> bool:
    words = syllables(fold(text))
    if len(words) not in _NAME_SYLLABLES or is_grievance(text):
        return False
    return all(word.isalpha() and word not in _TIMES for word in words)


def _count_asking(draft: Draft) -> Draft:
    is_asked = draft.step is Step.CONTACT
    return replace(draft, asked_again=draft.asked_again + 1) if is_asked else draft


def _add_content(draft: Draft, text: str) -> Draft:
    content = f"{draft.content}\n{text}" if draft.content else text
    return replace(draft, content=content, last=Step.CONTENT)


def add_content(draft: Draft, text: str) -> Draft:
    """Add to the content what is said to belong to it."""
    return _derive(_add_content(draft, text))


def _derive(draft: Draft) -> Draft:
    """Find kind and place in the words, where neither was said expressly."""
    if not draft.content:
        return draft
    guess = find_kind(draft.content)
    kind = draft.kind if draft.kind == CaseKind.PETITION or guess is None else guess.kind.value
    return replace(draft, kind=kind, where=draft.where or _find_where(draft))


def _find_where(draft: Draft) -> str:
    found = find_where(draft.content)
    if found or draft.language != "en":
        return found
    told = _ENGLISH_PLACE.search(draft.content)
    return told[0].strip() if told else ""


def _pass(draft: Draft, step: Step) -> tuple[Step, ...]:
    return (*draft.passed, step) if step not in draft.passed else draft.passed


def pass_over(draft: Draft, step: Step) -> Draft:
    """Leave a step out."""
    return replace(draft, passed=_pass(draft, step))


def tells_something(text: str) -> bool:
    """Tell whether words tell what is wrong, though something else was asked."""
    return is_grievance(text) or len(syllables(text)) >= TELLS


def _is_filler(text: str) -> bool:
    words = fold(clean(text)).replace(",", " ").replace(".", " ").split()
    return all(word.strip("!?:;-()[]") in _FILLERS or not word.strip("!?:;-()[]") for word in words)


def name_place(text: str, places: Sequence[Locality]) -> Locality | None:
    """Find the one place of ours that words name."""
    names = [LocalityName(place.id, place.name) for place in places]
    found = {each.key for each in find_places(text, names).ours}
    named = [place for place in places if place.id in found]
    return named[0] if len(named) == 1 else None


def asks_something(text: str) -> bool:
    """Tell whether a message only asks: nothing is told of a matter, nor of who sends it."""
    return find_kind(text) is None and take_apart(text).is_empty
