"""What the page of a case shows, as its reader may know it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.cases.access import may_see_contact
from handlers.cases.moves import CaseDesk
from handlers.cases.notices import word_told
from handlers.casework.closing import list_uncalled
from handlers.casework.finding import find_request
from handlers.casework.suggestion import needs_advice
from handlers.casework.viewing import hide_own, say_due, word_copy
from handlers.desk.cases.found import FoundCase, count_drafts, find_case
from handlers.desk.cases.offers import list_acts
from handlers.desk.cases.wish import Due, find_soon, find_stage
from handlers.desk.visitor import Visitor
from handlers.letters.letter import LetterKind, list_letters
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day, write_time, write_weekday
from knowledge.cases.states import OPEN, CaseKind, CaseState
from knowledge.cases.steps import Action, Actor
from storage.values import Case, CaseEvent, CaseNotice
from storage.work import Work

_NAMED = ("office", "recipient", "other", "number", "signer")


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a history: when, what, who, and the words that go with it."""

    at: str
    what: str
    by: str = ""
    text: str = ""
    is_failed: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a case: what may be said of them, and the fields that may be known."""

    said: str
    name: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file that came with a case; its bytes are asked for by `name`."""

    name: str
    label: str
    is_photo: bool


@dataclass(frozen=True, slots=True)
class Request:
    """More time that was asked for and not decided on."""

    by: str
    day: dt.date | None
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer as it stands; `drafts` counts those put up, `signed` is empty before that."""

    text: str = ""
    drafts: int = 0
    signed: str = ""
    number: str = ""
    day: dt.date | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """All that the page of a case shows."""

    code: str
    kind: CaseKind
    state: CaseState
    kind_words: str
    state_words: str
    due: str
    stage: Due | None
    received: str
    office: str
    content: str
    where: str
    complained_of: str
    recipient: str
    merged_into: str
    portal_code: str
    incoming_number: str
    outgoing_number: str
    solved: str
    sender: Sender
    files: tuple[CaseFile, ...]
    answer: Answer
    request: Request | None
    history: tuple[Told, ...]
    notices: tuple[Told, ...]
    published: str
    acts: tuple[Action, ...]
    letters: tuple[LetterKind, ...]
    copy: str
    is_advised: bool


async def read_case(
    work: Work, visitor: Visitor, *, desk: CaseDesk, code: str, years: int, now: dt.datetime
) -> CaseView:
    """Read a case as the visitor may know it; `years` is how long cases are kept."""
    found = await find_case(work, visitor, desk, code)
    case, doer, today = found.case, found.doer, local_day(now)
    notices = await work.case_notices.of_case(case.id)
    names = await work.people.names(event.person_id for event in case.events)
    other = await _name_other(work, visitor, desk, case)
    acts = list_acts(case, doer, has_call=bool(list_uncalled(notices)), years=years, today=today)
    return CaseView(
        code=case.code,
        kind=case.kind,
        state=case.state,
        kind_words=capital(say(f"case_kind_{case.kind.value}")),
        state_words=capital(say(f"casework_state_{case.state.value}")),
        due=capital(say_due(case, today, desk.calendar, "vi")),
        stage=find_stage(case, today, find_soon(today, desk.calendar)),
        received=write_time(case.received_at),
        office=case.office or "",
        content=hide_own(case.content, case, doer),
        where=hide_own(case.where, case, doer),
        complained_of=case.complained_of,
        recipient=case.recipient,
        merged_into=other,
        portal_code=case.portal_code,
        incoming_number=case.incoming_number,
        outgoing_number=case.outgoing_number,
        solved=say(f"public_solved_{case.solved.value}") if case.solved else "",
        sender=_read_sender(found),
        files=await _read_files(work, case),
        answer=_read_answer(case),
        request=_read_request(case, names),
        history=tuple(
            _read_event(found, event, names, shows_other=bool(other)) for event in _list_told(case)
        ),
        notices=tuple(_read_notice(found, each) for each in notices),
        published=write_time(case.published.at) if case.published else "",
        acts=acts,
        letters=list_letters(case, doer),
        copy=word_copy(case, doer),
        is_advised=needs_advice(case, doer),
    )


async def _name_other(work: Work, visitor: Visitor, desk: CaseDesk, case: Case) -> str:
    """Give the code of the case that one was merged into, to who handles that one, too."""
    other = await work.cases.get(case.merged_into_id) if case.merged_into_id else None
    is_seen = other and desk.find_doer(other, None, visitor.get_person()).is_staff
    return other.code if other and is_seen else ""


def _read_sender(found: FoundCase) -> Sender:
    contact = found.case.contact
    if not contact:
        return Sender(say("casework_sender_unknown"))
    if not may_see_contact(found.doer, found.case):
        return Sender(say("casework_sender_hidden"))
    said = say("desk_case_sender_hides") if found.case.hides_name else ""
    return Sender(said, contact.name, contact.phone, contact.address)


async def _read_files(work: Work, case: Case) -> tuple[CaseFile, ...]:
    return tuple(
        CaseFile(
            file.name,
            file.label or say("casework_file", number=number),
            file.media_type.startswith("image/"),
        )
        for number, file in enumerate(await work.files.of_case(case.id), 1)
    )


def _read_answer(case: Case) -> Answer:
    answer, signed = case.answer, ""
    if answer.number and answer.day:
        day = write_day(answer.day)
        signed = say("casework_signed", number=answer.number, day=day, signer=answer.signer)
    return Answer(answer.text, count_drafts(case), signed, answer.number, answer.day, answer.signer)


def _read_request(case: Case, names: Mapping[int, str]) -> Request | None:
    asked = find_request(case.events) if case.state in OPEN else None
    if asked is None:
        return None
    day = (asked.facts or {}).get("day", "")
    by = names.get(asked.person_id or 0, case.office or "–")
    return Request(by, dt.date.fromisoformat(day) if day else None, asked.note)


def _list_told(case: Case) -> Sequence[CaseEvent]:
    """List the events worth telling, newest first."""
    return [event for event in reversed(case.events) if event.action is not Action.READ]


def _read_event(
    found: FoundCase, event: CaseEvent, names: Mapping[int, str], *, shows_other: bool
) -> Told:
    facts = {
        name: value for name, value in (event.facts or {}).items() if name != "other" or shows_other
    }
    day = facts.get("day", "")
    named = [
        *(facts[name] for name in _NAMED if facts.get(name)),
        *([write_weekday(dt.date.fromisoformat(day))] if day else []),
        *([say(f"case_kind_{facts['kind']}")] if facts.get("kind") else []),
    ]
    note = hide_own(event.note, found.case, found.doer)
    return Told(
        write_time(event.at),
        capital(say(f"case_act_{event.action.value}")),
        names.get(event.person_id or 0) or _name_actor(event.actor),
        "\n".join(filter(None, (", ".join(named), note))),
    )


def _name_actor(actor: Actor) -> str:
    if actor is Actor.CITIZEN:
        return say("desk_case_by_sender")
    return say("desk_case_by_system") if actor is Actor.SYSTEM else "–"


def _read_notice(found: FoundCase, notice: CaseNotice) -> Told:
    return Told(
        write_time(notice.made_at),
        capital(say(f"casework_notice_{notice.notice.value}")),
        capital(word_told(notice)),
        hide_own(notice.text, found.case, found.doer),
        is_failed=notice.told_at is None and notice.failed_at is not None,
    )
