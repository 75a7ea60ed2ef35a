"""Recording a PAKN: the case, its term, its files, and the receipt with its code."""

import datetime as dt
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.cases.changes import Facts
from handlers.cases.duties import find_window
from handlers.cases.moves import CaseDesk
from handlers.cases.telling import tell_officials
from handlers.inherited import list_term_rules
from handlers.intake.asking import CONTACT, list_leaders
from handlers.intake.drafts import KIND, Draft, save_draft
from handlers.intake.receipts import Recorded, offer_consents, write_receipt
from handlers.intake.starting import PETITION
from handlers.library.scopes import Library
from handlers.messages import Button, Reply
from handlers.redacting import redact
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.case_codes import build_code
from knowledge.cases.complained import find_complained
from knowledge.cases.states import CaseKind, CaseState, Notice, TermKind
from knowledge.cases.steps import Action, Actor, find_step
from knowledge.cases.terms import TermRule, end_of_term, find_rule
from knowledge.text import fold, squeeze
from storage.case_rows import read_new
from storage.values import Address, Case, Locality, NewCase
from storage.work import Work

TWICE = dt.timedelta(minutes=10)
Pick = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Sending:
    """A draft on its way in; `vector` is of the content without personal data."""

    draft: Draft
    sender: Address
    place: Locality
    vector: bytes | None
    now: dt.datetime


class Recorder:
    """Make cases of drafts; `windows` are how long kinds of channels let the office write."""

    def __init__(
        self,
        desk: CaseDesk,
        library: Library,
        *,
        windows: Mapping[str, dt.timedelta],
        has_templates: bool = False,
        pick: Pick = secrets.randbelow,
    ) -> None:
        self._desk = desk
        self._library = library
        self._windows = windows
        self._has_templates = has_templates
        self._pick = pick

    async def prepare(
        self, draft: Draft, sender: Address, place: Locality, *, now: dt.datetime
    ) -> Sending:
        """Embed what is sent; to be called outside any transaction."""
        known = [part for part in (draft.name, draft.phone) if part]
        [vector] = await self._library.embed_texts([redact(draft.content, known)])
        return Sending(draft, sender, place, vector, now)

    async def record(self, work: Work, sending: Sending) -> Sequence[Reply]:
        """Record a PAKN and give its receipt; ask first where the same was just sent."""
        twin = await _find_twin(work, sending)
        if twin and sending.draft.repeats != twin.code:
            return [await _ask_about(work, sending, twin)]
        rules = await list_term_rules(work, sending.place.id)
        case = await self._open(work, sending, rules)
        await work.dialogues.remove(sending.sender, KIND, PETITION)
        await self._tell_clerk(work, case, now=sending.now)
        return [await self._receipt(work, case, sending, rules)]

    async def _open(self, work: Work, sending: Sending, rules: Sequence[TermRule]) -> Case:
        new = await self._build(work, sending, rules)
        case_id = await work.cases.open(new)
        if new.accept_by:
            await work.case_terms.start(
                case_id,
                TermKind.ACCEPTANCE,
                started_on=local_day(sending.now),
                due_on=new.accept_by,
            )
        file_ids = [number for _, number in sending.draft.files]
        await work.files.attach(file_ids, owner=sending.sender, case_id=case_id)
        return read_new(case_id, new, sending.place.name)

    async def _build(self, work: Work, sending: Sending, rules: Sequence[TermRule]) -> NewCase:
        draft, place, today = sending.draft, sending.place, local_day(sending.now)
        rule = find_rule(draft.case_kind, TermKind.ACCEPTANCE, rules)
        is_complete = not _asks_details(draft) or draft.contact.is_complete
        new = NewCase(
            code=build_code(today, [self._pick(32) for _ in range(5)]),
            locality_id=place.id,
            kind=draft.case_kind,
            sender=sending.sender,
            content=draft.content,
            received_at=sending.now,
            accept_by=end_of_term(today, rule, self._desk.calendar) if is_complete else None,
            where=draft.where,
            contact=draft.contact,
            state=CaseState.RECEIVED if is_complete else CaseState.NEEDS_INFO,
            language=draft.language,
            hides_name=draft.hides_name or draft.case_kind is CaseKind.CONDUCT,
            embedder=self._library.embedder_name if sending.vector else None,
            vector=sending.vector,
        )
        return await _with_complained(work, new, place, today)

    async def _tell_clerk(self, work: Work, case: Case, *, now: dt.datetime) -> None:
        is_complete = case.state is CaseState.RECEIVED
        action = Action.SEND if is_complete else Action.SEND_INCOMPLETE
        step = find_step(None, action, {Actor.CITIZEN})
        assert step is not None
        await tell_officials(
            work,
            case,
            step,
            Facts(),
            but=None,
            now=now,
            calendar=self._desk.calendar,
            approver=self._desk.approver,
        )

    async def _receipt(
        self, work: Work, case: Case, sending: Sending, rules: Sequence[TermRule]
    ) -> Reply:
        recorded = Recorded(
            case,
            sending.place,
            find_rule(case.kind, TermKind.HANDLING, rules),
            has_files=len(sending.draft.files),
            window=find_window(self._windows, case.sender.channel),
            has_templates=self._has_templates,
        )
        text = write_receipt(recorded)
        subject = await work.case_notices.add(case.id, Notice.RECEIPT, text, now=sending.now)
        asks = CONTACT if case.state is CaseState.NEEDS_INFO else ""
        return Reply(text, offer_consents(recorded), subject=subject, asks=asks)


def _asks_details(draft: Draft) -> bool:
    return draft.case_kind in (CaseKind.CONDUCT, CaseKind.RULE)


async def _with_complained(work: Work, new: NewCase, place: Locality, today: dt.date) -> NewCase:
    """Name who is complained of, so that they neither see nor answer it."""
    if new.kind is CaseKind.SCENE:
        return new
    offices = await work.offices.list_all(place.id, on=today)
    names = [office.name for office in offices]
    found = find_complained(new.content, names, list_leaders(place))
    office = next((each for each in offices if each.name == found.office), None)
    return replace(
        new, complained_office_id=office.id if office else None, complained_of=found.person
    )


async def _find_twin(work: Work, sending: Sending) -> Case | None:
    """Find what the same sender sent in the same words a short while ago."""
    words = fold(squeeze(sending.draft.content))
    return next(
        (
            case
            for case in await work.cases.of_sender(sending.sender)
            if case.received_at > sending.now - TWICE
            and case.locality_id == sending.place.id
            and case.state is not CaseState.WITHDRAWN
            and fold(squeeze(case.content)).startswith(words)
        ),
        None,
    )


async def _ask_about(work: Work, sending: Sending, twin: Case) -> Reply:
    draft = replace(sending.draft, repeats=twin.code)
    await save_draft(work, sending.sender, draft, now=sending.now)
    language = draft.language
    buttons = tuple(
        Button(say(f"button_{name}", language), say(f"says_{name}", language))
        for name in ("send_twice", "not_twice")
    )
    return Reply(say("intake_twice", language, code=twin.code), buttons)
