"""Cases as rows: what is sealed, what is not."""

import json
import re
from typing import Any

from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import Action, Actor
from storage.cipher import Cipher
from storage.models import CaseEventRow, CaseRow
from storage.values import Address, Case, CaseAnswer, CaseEvent, Contact, NewCase, Publication


def new_row(case: NewCase, cipher: Cipher) -> CaseRow:
    """Make the row of a new case."""
    return CaseRow(
        code=case.code,
        locality_id=case.locality_id,
        kind=case.kind.value,
        state=case.state.value,
        sender_channel=case.sender.channel,
        sender_user=case.sender.user,
        language=case.language,
        hides_name=case.hides_name,
        may_publish_name=case.may_publish_name,
        may_use_template=case.may_use_template,
        complained_office_id=case.complained_office_id,
        complained_sealed=_seal(case.complained_of, cipher),
        received_at=case.received_at,
        due_on=case.accept_by,
        embedder=case.embedder,
        vector_sealed=cipher.seal(case.vector) if case.vector else None,
        **_words(case, cipher),
    )


def read_new(case_id: int, case: NewCase, locality: str) -> Case:
    """Give a new case as it stands in the database, without reading it back."""
    is_complete = case.state is CaseState.RECEIVED
    action = Action.SEND if is_complete else Action.SEND_INCOMPLETE
    return Case(
        id=case_id,
        code=case.code,
        locality_id=case.locality_id,
        locality=locality,
        kind=case.kind,
        state=case.state,
        sender=case.sender,
        language=case.language,
        content=case.content,
        where=case.where,
        contact=case.contact,
        received_at=case.received_at,
        due_on=case.accept_by,
        version=1,
        hides_name=case.hides_name,
        may_publish_name=case.may_publish_name,
        may_use_template=case.may_use_template,
        complained_office_id=case.complained_office_id,
        complained_of=case.complained_of,
        events=(CaseEvent(case.received_at, action, case.state, Actor.CITIZEN),),
    )


def _words(case: NewCase | Case, cipher: Cipher) -> dict[str, Any]:
    contact = case.contact
    phone = contact.phone
    return {
        "content_sealed": cipher.encrypt(case.content),
        "where_sealed": _seal(case.where, cipher),
        "contact_sealed": cipher.encrypt(_dump_contact(contact)) if contact else None,
        "phone_digest": cipher.digest(phone_key(phone)) if phone else None,
    }


def changed_columns(case: Case, cipher: Cipher) -> dict[str, Any]:
    """Give the columns of a case that may change."""
    answer, published = case.answer, case.published
    return {
        **_words(case, cipher),
        "kind": case.kind.value,
        "state": case.state.value,
        "hides_name": case.hides_name,
        "may_publish_name": case.may_publish_name,
        "may_use_template": case.may_use_template,
        "complained_office_id": case.complained_office_id,
        "complained_sealed": _seal(case.complained_of, cipher),
        "office_id": case.office_id,
        "send_ons": case.send_ons,
        "answer_sealed": _seal(answer.text, cipher),
        "answer_number": answer.number or None,
        "answer_day": answer.day,
        "answer_signer": answer.signer or None,
        "recipient": case.recipient or None,
        "solved": case.solved.value if case.solved else None,
        "was_reopened": case.was_reopened,
        "accepted_at": case.accepted_at,
        "answered_at": case.answered_at,
        "ended_at": case.ended_at,
        "due_on": case.due_on,
        "merged_into_id": case.merged_into_id,
        "public_content": published.content if published else None,
        "public_answer": published.answer if published else None,
        "public_sender": published.sender if published else None,
        "published_at": published.at if published else None,
        "portal_code": case.portal_code or None,
        "incoming_number": case.incoming_number or None,
        "outgoing_number": case.outgoing_number or None,
    }


def read_case(
    row: CaseRow,
    cipher: Cipher,
    *,
    locality: str,
    office: str | None,
    events: tuple[CaseEvent, ...],
    approver: str = "",
) -> Case:
    """Read a case back."""
    return Case(
        id=row.id,
        code=row.code,
        locality_id=row.locality_id,
        locality=locality,
        kind=CaseKind(row.kind),
        state=CaseState(row.state),
        sender=Address(row.sender_channel, row.sender_user),
        language=row.language,
        content=cipher.decrypt(row.content_sealed),
        where=_open(row.where_sealed, cipher),
        contact=_load_contact(_open(row.contact_sealed, cipher)),
        received_at=row.received_at,
        due_on=row.due_on,
        version=row.version,
        hides_name=row.hides_name,
        may_publish_name=row.may_publish_name,
        may_use_template=row.may_use_template,
        complained_office_id=row.complained_office_id,
        complained_of=_open(row.complained_sealed, cipher),
        office_id=row.office_id,
        office=office,
        send_ons=row.send_ons,
        answer=_read_answer(row, cipher),
        recipient=row.recipient or "",
        solved=Solved(row.solved) if row.solved else None,
        was_reopened=row.was_reopened,
        accepted_at=row.accepted_at,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        merged_into_id=row.merged_into_id,
        published=_read_publication(row),
        portal_code=row.portal_code or "",
        incoming_number=row.incoming_number or "",
        outgoing_number=row.outgoing_number or "",
        is_erased=row.erased_at is not None,
        events=events,
        approver=approver,
    )


def _read_answer(row: CaseRow, cipher: Cipher) -> CaseAnswer:
    return CaseAnswer(
        text=_open(row.answer_sealed, cipher),
        number=row.answer_number or "",
        day=row.answer_day,
        signer=row.answer_signer or "",
    )


def _read_publication(row: CaseRow) -> Publication | None:
    if row.published_at is None:
        return None
    return Publication(
        content=row.public_content or "",
        answer=row.public_answer or "",
        sender=row.public_sender or "",
        at=row.published_at,
    )


def event_row(case_id: int, event: CaseEvent, cipher: Cipher) -> CaseEventRow:
    """Make the row of a line of history."""
    return CaseEventRow(
        case_id=case_id,
        at=event.at,
        action=event.action.value,
        state=event.state.value,
        actor=event.actor.value,
        person_id=event.person_id,
        note_sealed=_seal(event.note, cipher),
        facts=dict(event.facts) if event.facts else None,
    )


def read_event(row: CaseEventRow, cipher: Cipher) -> CaseEvent:
    """Read a line of history back."""
    return CaseEvent(
        at=row.at,
        action=Action(row.action),
        state=CaseState(row.state),
        actor=Actor(row.actor),
        person_id=row.person_id,
        note=_open(row.note_sealed, cipher),
        facts=row.facts,
    )


def phone_key(phone: str) -> str:
    """Write a Vietnamese phone in one way, for comparing: 0912345678."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 10 else digits


def _dump_contact(contact: Contact) -> str:
    return json.dumps([contact.name, contact.phone, contact.address], ensure_ascii=False)


def _load_contact(text: str) -> Contact:
    """Read a contact back; what an earlier release kept is one line."""
    if not text.startswith("["):
        return Contact(address=text)
    name, phone, address = json.loads(text)
    return Contact(name, phone, address)


def read_phone_key(contact: str) -> str:
    """Give what a case is found by, of a contact as it is kept; "" where it names no phone."""
    return phone_key(_load_contact(contact).phone)


def _seal(text: str, cipher: Cipher) -> bytes | None:
    return cipher.encrypt(text) if text else None


def _open(sealed: bytes | None, cipher: Cipher) -> str:
    return cipher.decrypt(sealed) if sealed else ""
