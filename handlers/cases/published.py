"""Published results: found by words, unit and month, and told as facts with their labels."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.texts import say
from handlers.texts.forms import HANOI, capital, local_day, write_day
from knowledge.case_codes import find_code
from knowledge.cases.states import CaseState
from knowledge.text import fold, nfc
from storage.values import PublicCase, PublicHead
from storage.work import Work

PAGE = 20
MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_ENDED = frozenset({CaseState.ANSWERED, CaseState.CLOSED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; `month` is that of receipt, as 2026-11; pages begin with 1."""

    words: str = ""
    office_id: int | None = None
    month: str = ""
    page: int = 1

    @property
    def is_all(self) -> bool:
        """Tell whether nothing narrows the list."""
        return not (self.words.strip() or self.office_id or self.month)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found, the latest first, and what there is to choose from."""

    cases: Sequence[PublicCase]
    count: int
    page: int
    pages: int
    offices: Sequence[tuple[int, str]]
    months: Sequence[str]


async def find_results(work: Work, locality_ids: Collection[int] | None, wanted: Wanted) -> Results:
    """Find the published cases (of some places) that somebody looks for."""
    heads = await work.publications.list_heads(locality_ids)
    found = [head.id for head in heads if _fits(head, wanted)]
    code = find_code(wanted.words)
    if code:
        case = await work.publications.find(code)
        found = [case_id for case_id in found if case and case_id == case.id]
    elif _WORD.search(wanted.words):
        texts = await work.publications.texts(locality_ids)
        found = _search(found, texts, wanted.words)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, wanted.page), pages)
    return Results(
        cases=await work.publications.list_some(found[(page - 1) * PAGE : page * PAGE]),
        count=len(found),
        page=page,
        pages=pages,
        offices=_list_offices(heads),
        months=sorted({_month(head) for head in heads}, reverse=True),
    )


def _fits(head: PublicHead, wanted: Wanted) -> bool:
    is_office = wanted.office_id is None or head.office_id == wanted.office_id
    return is_office and (not wanted.month or _month(head) == wanted.month)


def _search(case_ids: Sequence[int], texts: Mapping[int, str], words: str) -> list[int]:
    """Keep the cases that hold each word, as typed or as the beginning of one, without marks."""
    wanted = _WORD.findall(fold(nfc(words)))[:MOST_WORDS]
    patterns = [re.compile(rf"(?<![^\W_]){re.escape(word)}") for word in wanted]
    found = []
    for case_id in case_ids:
        text = fold(texts.get(case_id, ""))
        if all(pattern.search(text) for pattern in patterns):
            found.append(case_id)
    return found


def _month(head: PublicHead) -> str:
    return f"{head.received_at.astimezone(HANOI):%Y-%m}"


def _list_offices(heads: Sequence[PublicHead]) -> list[tuple[int, str]]:
    named = {head.office_id: head.office for head in heads if head.office_id and head.office}
    return sorted(
        ((number, name) for number, name in named.items() if number), key=lambda each: each[1]
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told of a published case beside its words."""

    name: str
    label: str
    value: str


def list_facts(case: PublicCase, language: str) -> Iterator[Fact]:
    """Yield what is told of a published case beside its words."""
    told = {
        "code": case.code,
        "kind": capital(say(f"case_kind_{case.kind.value}", language)),
        "sent": write_day(local_day(case.received_at), language),
        "due": write_day(case.due_on, language) if case.due_on else "",
        "answered": _say_answered(case, language),
        "state": say_state(case, language),
        "unit": case.office or "",
        "solved": say(f"public_solved_{case.solved.value}", language) if case.solved else "",
        "sender": case.sender,
        "document": _say_document(case, language),
    }
    for name, value in told.items():
        if value:
            yield Fact(name, say(f"public_fact_{name}", language), value)


def say_state(case: PublicCase, language: str) -> str:
    """Say where a published case stands: answered, closed, or at work again."""
    state = case.state if case.state in _ENDED else CaseState.REOPENED
    return say(f"state_{state.value}", language)


def count_days_late(case: PublicCase) -> int | None:
    """Count the days from the last day to the answer; 0 in time, None where it has no term."""
    if case.answered_at is None or case.due_on is None:
        return None
    return max(0, (local_day(case.answered_at) - case.due_on).days)


def _say_answered(case: PublicCase, language: str) -> str:
    if case.answered_at is None:
        return ""
    day, late = write_day(local_day(case.answered_at), language), count_days_late(case)
    if late is None:
        return day
    key = "public_late" if late else "public_on_time"
    return say(key, language, day=day, count=late)


def _say_document(case: PublicCase, language: str) -> str:
    if not case.number or case.day is None:
        return ""
    key = "public_document_signed" if case.signer else "public_document"
    day = write_day(case.day, language)
    return capital(say(key, language, number=case.number, day=day, signer=case.signer))
