"""One case as an official reads it, which is an event of its history."""

import datetime as dt
from collections.abc import Mapping, Sequence

from handlers.cases.access import Doer, may_see_contact
from handlers.cases.notices import word_told
from handlers.cases.personal import list_own
from handlers.cases.telling import describe_gist
from handlers.casework.deed import Deed
from handlers.casework.offering import offer
from handlers.casework.suggestion import SuggestedUnit
from handlers.messages import Reply, ShownFile
from handlers.redacting import redact
from handlers.texts import say
from handlers.texts.forms import clip, write_day, write_time, write_weekday
from knowledge.calendar import Calendar
from knowledge.cases.states import OPEN, CaseState
from knowledge.cases.steps import Action
from knowledge.cases.terms import count_working_days
from storage.erasing import name_subject
from storage.values import Case, CaseEvent, CaseHead

LONGEST_CONTENT = 1200
LONGEST_NOTE = 120
GIST = 120
LAST_EVENTS = 5
_WITH_WORDS = frozenset(
    {
        Action.ERASE,
        Action.NOTE,
        Action.SEND_ON,
        Action.RETURN_DRAFT,
        Action.ASK_EXTENSION,
        Action.DECLINE_EXTENSION,
        Action.ASK_INFO,
        Action.TELL,
    }
)


def gist_of(case: Case) -> str:
    """Give what a case is about in a line, without personal data."""
    return describe_gist(case, GIST)


async def show(deed: Deed) -> Sequence[Reply]:
    """Show a case with all that its handling needs; note that it was read."""
    await deed.desk.read(deed.work, deed.case, deed.doer, now=deed.turn.now)
    files = await deed.work.files.of_case(deed.case.id)
    lines = [
        _say_head(deed),
        *_say_facts(deed),
        deed.say("casework_content", text=clip(read_own(deed, deed.case.content), LONGEST_CONTENT)),
        *([deed.say("casework_files", count=len(files))] if files else []),
        _say_sender(deed),
        *_say_answer(deed),
        *await _say_told(deed),
        *await _say_history(deed),
        *_say_advice(deed),
    ]
    shown = tuple(
        ShownFile(file.name, file.label or deed.say("casework_file", number=number))
        for number, file in enumerate(files, 1)
    )
    return [Reply("\n".join(lines), offer(deed), files=shown, subject=_name_reading(deed))]


async def copy(deed: Deed) -> Sequence[Reply]:
    """Write a whole case out, to be copied into another system; note that it was read."""
    await deed.desk.read(deed.work, deed.case, deed.doer, now=deed.turn.now)
    text = word_copy(deed.case, deed.doer, deed.language)
    return [Reply(text, subject=_name_reading(deed))]


def word_copy(case: Case, doer: Doer, language: str = "vi") -> str:
    """Write a case out as this person may read it."""
    contact = case.contact
    is_known = may_see_contact(doer, case) and bool(contact)
    return say(
        "casework_copy",
        language,
        code=case.code,
        received=write_time(case.received_at, language),
        kind=say(f"case_kind_{case.kind.value}", language),
        name=contact.name if is_known else "–",
        phone=contact.phone if is_known else "–",
        address=contact.address if is_known else "–",
        where=hide_own(case.where, case, doer) or "–",
        content=hide_own(case.content, case, doer),
        office=case.office or "–",
        answer=case.answer.text or "–",
        portal=case.portal_code or "–",
        incoming=case.incoming_number or "–",
        outgoing=case.outgoing_number or case.answer.number or "–",
    )


def _name_reading(deed: Deed) -> str:
    """Name what is shown of a case, so that it is erased with the case."""
    return f"{name_subject(deed.case.id)} {Action.READ.value}"


def read_own(deed: Deed, text: str) -> str:
    """Give words of a case as who does this may read them."""
    return hide_own(text, deed.case, deed.doer)


def hide_own(text: str, case: Case, doer: Doer) -> str:
    """Give words of a case, without the sender's own data for whom they are not to be known."""
    if not text or may_see_contact(doer, case):
        return text
    return redact(text, list_own(case))


def _say_head(deed: Deed) -> str:
    case = deed.case
    return deed.say(
        "casework_head",
        kind=say(f"case_kind_{case.kind.value}", deed.language),
        state=say(f"casework_state_{case.state.value}", deed.language),
        due=say_due(case, deed.turn.today, deed.desk.calendar, deed.language),
    )


def say_due(case: Case | CaseHead, today: dt.date, calendar: Calendar, language: str) -> str:
    """Say until when a case must be dealt with, and how many working days that is."""
    if case.due_on is None or case.state not in OPEN:
        return say("casework_due_none", language)
    if case.state is CaseState.NEEDS_INFO:
        return say("casework_due_paused", language)
    day = write_weekday(case.due_on, language)
    if case.due_on < today:
        late = max(1, count_working_days(case.due_on, today, calendar))
        return say("casework_due_over", language, day=day, count=late)
    left = count_working_days(today, case.due_on, calendar)
    return say("casework_due_in" if left else "casework_due_today", language, day=day, count=left)


def _say_facts(deed: Deed) -> list[str]:
    case = deed.case
    named = {
        "casework_office": case.office or "",
        "casework_where": read_own(deed, case.where),
        "casework_complained": case.complained_of,
        "casework_recipient": case.recipient,
        "casework_numbers": ", ".join(
            filter(None, (case.portal_code, case.incoming_number, case.outgoing_number))
        ),
    }
    return [deed.say(key, text=text) for key, text in named.items() if text]


def _say_sender(deed: Deed) -> str:
    contact = deed.case.contact
    if not contact:
        return deed.say("casework_sender_unknown")
    if not may_see_contact(deed.doer, deed.case):
        return deed.say("casework_sender_hidden")
    key = "casework_sender_hides" if deed.case.hides_name else "casework_sender"
    parts = (contact.name, contact.phone, contact.address)
    return deed.say(key, text=" – ".join(part for part in parts if part))


def _say_answer(deed: Deed) -> list[str]:
    answer = deed.case.answer
    if not answer.text:
        return []
    lines = [deed.say("casework_answer", text=clip(answer.text, LONGEST_CONTENT))]
    if answer.number and answer.day:
        day = write_day(answer.day, deed.language)
        facts = {"number": answer.number, "day": day, "signer": answer.signer}
        lines.append(deed.say("casework_signed", **facts))
    return lines


async def _say_told(deed: Deed) -> list[str]:
    """Say whether the sender knows of the latest news."""
    notices = await deed.work.case_notices.of_case(deed.case.id)
    if not notices:
        return []
    return [deed.say("casework_told", text=word_told(notices[-1], deed.language))]


async def _say_history(deed: Deed) -> list[str]:
    told = [event for event in deed.case.events if event.action is not Action.READ]
    names = await deed.work.people.names(event.person_id for event in told)
    return [
        deed.say("casework_history"),
        *(_say_event(deed, event, names) for event in told[-LAST_EVENTS:]),
    ]


def read_note(event: CaseEvent, case: Case, doer: Doer) -> str:
    """Give the words of an event that stand in the history."""
    return hide_own(event.note, case, doer) if event.action in _WITH_WORDS else ""


def _say_event(deed: Deed, event: CaseEvent, names: Mapping[int, str]) -> str:
    note = read_note(event, deed.case, deed.doer)
    name, language = names.get(event.person_id or 0), deed.language
    return say(
        "casework_event",
        language,
        at=write_time(event.at, language),
        act=say(f"case_act_{event.action.value}", language),
        by=f" ({name})" if name else "",
        text=f": {clip(' '.join(note.split()), LONGEST_NOTE)}" if note else "",
    )


def say_why(unit: SuggestedUnit, language: str = "vi") -> str:
    """Say why an office is suggested."""
    topic = say("casework_by_topic", language, topic=unit.topic) if unit.topic else ""
    source = say("casework_by_row", language, source=unit.source) if unit.source else ""
    return "; ".join(filter(None, (topic, source)))


def _say_advice(deed: Deed) -> list[str]:
    advice, language = deed.advice, deed.language
    if advice is None:
        return []
    lines = []
    if advice.units:
        lines.append(say("casework_suggested", language))
    for unit in advice.units:
        why = say_why(unit, language)
        lines.append(say("casework_unit", language, office=unit.office.name, why=why))
    if advice.similar:
        lines.append(say("casework_similar", language))
    lines += [
        say(
            "casework_similar_item",
            language,
            code=other.code,
            state=say(f"casework_state_{other.state.value}", language),
            gist=gist_of(other),
        )
        for other in advice.similar
    ]
    return lines
