"""Letters to the sender of a case, with what its record holds."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from importlib.resources import files

from handlers.cases.access import Doer, may_see_contact
from handlers.cases.moves import CaseDesk
from handlers.cases.personal import list_own
from handlers.errors import HandlerError
from handlers.letters.filling import fill_template
from handlers.letters.signing import read_signer
from handlers.redacting import redact
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day, write_time, write_weekday
from knowledge.cases.states import OPEN
from knowledge.cases.steps import Action
from knowledge.questions.places import bare_name
from storage.values import Case, Locality
from storage.work import Work


class LetterKind(StrEnum):
    """Which letter; the name of its template too."""

    RECEIPT = "receipt"
    ANSWER = "answer"
    APOLOGY = "apology"


def load_template(kind: LetterKind) -> bytes:
    """Load the template that comes with the program."""
    return (files("handlers.letters") / "templates" / f"{kind.value}.docx").read_bytes()


async def write_letter(
    work: Work,
    desk: CaseDesk,
    case: Case,
    doer: Doer,
    kind: LetterKind,
    *,
    now: dt.datetime,
    template: bytes | None = None,
    name: str = "",
) -> bytes:
    """Write a letter as a .docx and note that the sender's data were read.

    `template` is the office's own, `name` its file. Raise `HandlerError` where the case has not
    what the letter tells, or who asks may not know the sender.
    """
    await desk.read(work, case, doer, now=now)
    if not may_see_contact(doer, case):
        raise HandlerError("letter_sender_hidden", case=case.code)
    place = next(p for p in await work.localities.list_all() if p.id == case.locality_id)
    values = await _list_values(work, await _with_answer(work, case), place, kind, now=now)
    data = template if template is not None else load_template(kind)
    return fill_template(data, values, name=name or f"{kind.value}.docx")


def list_letters(case: Case, doer: Doer) -> tuple[LetterKind, ...]:
    """List the letters that can be written to the sender of a case now, by this person."""
    if not may_see_contact(doer, case):
        return ()
    return tuple(kind for kind in LetterKind if _is_writable(case, kind))


def _is_writable(case: Case, kind: LetterKind) -> bool:
    try:
        _FIND[kind](case)
    except HandlerError:
        return False
    return True


async def _with_answer(work: Work, case: Case) -> Case:
    """Give a merged case with the answer of the one that it was merged into."""
    if case.merged_into_id is None:
        return case
    other = await work.cases.get(case.merged_into_id)
    if other is None:
        return case
    text = redact(other.answer.text, list_own(other))  # written to another sender
    return replace(case, answer=replace(other.answer, text=text), office=other.office)


async def _list_values(
    work: Work, case: Case, place: Locality, kind: LetterKind, *, now: dt.datetime
) -> dict[str, str]:
    """List what a template may name; all templates may name all, but what a letter must have."""
    own = _FIND[kind](case)
    attached = len(await work.files.of_case(case.id))
    signer = read_signer(case.answer.signer)
    day = (case.answer.day if kind is LetterKind.ANSWER else None) or local_day(now)
    return {
        **list_office(place),
        **_list_case(case),
        "so": own.get("so", ""),
        **list_day(day),
        "tep_kem": say("letter_files", count=attached) if attached else say("letter_no_files"),
        "tra_loi": own.get("tra_loi", ""),
        "han_cu": own.get("han_cu", ""),
        "han_moi": own.get("han_moi", ""),
        "ly_do": own.get("ly_do", ""),
        "chuc_vu_ky": signer.role if kind is LetterKind.ANSWER else "",
        "nguoi_ky": signer.name if kind is LetterKind.ANSWER else "",
    }


def list_day(day: dt.date) -> dict[str, str]:
    """List the day of a document as NĐ 30/2020 writes it: 04, 02 before March, 2026."""
    return {
        "ngay": f"{day.day:02}",
        "thang": f"{day.month:02}" if day.month < 3 else str(day.month),
        "nam": str(day.year),
    }


def list_office(place: Locality) -> dict[str, str]:
    """List what the head of a document says of the office, and how it is reached."""
    phone = place.profile.get("clerk.phone") or place.profile.get("office.phone", "")
    key = "letter_call" if phone else "letter_visit"
    return {
        "dia_phuong": place.name,
        "dia_phuong_hoa": place.name.upper(),
        "dia_danh": _name_without_level(place.name),
        "lien_he": say(key, phone=phone.strip(" ."), place=place.name),
    }


def _name_without_level(name: str) -> str:
    """Give a place's name as it stands before a day: Bến Lụa; Phường 2."""
    words = name.split(",")[0].split()
    return capital(" ".join(words[len(words) - len(bare_name(name).split()) :]))


def _list_case(case: Case) -> dict[str, str]:
    contact = case.contact
    whom = ", ".join(filter(None, (contact.name, contact.address)))
    state = say(f"casework_state_{case.state.value}")
    return {
        "ma": case.code,
        "ho_ten": contact.name,
        "dia_chi": contact.address,
        "dien_thoai": contact.phone,
        "kinh_gui": say("letter_to", name=whom)
        if whom
        else say("letter_to_sender", code=case.code),
        "thoi_diem_gui": write_time(case.received_at),
        "ngay_gui": write_day(local_day(case.received_at)),
        "loai": capital(say(f"case_kind_{case.kind.value}")),
        "noi_xay_ra": case.where,
        "noi_dung": case.content,
        "tinh_trang": capital(state),
        "han": write_weekday(case.due_on) if case.due_on and case.state in OPEN else "",
        "don_vi": case.office or say("letter_clerk"),
    }


def _find_receipt(case: Case) -> Mapping[str, str]:
    return {"so": case.incoming_number}


def _find_answer(case: Case) -> Mapping[str, str]:
    if not case.answer.text:
        raise HandlerError("letter_no_answer", case=case.code)
    return {"so": case.answer.number or case.outgoing_number, "tra_loi": case.answer.text}


def _find_apology(case: Case) -> Mapping[str, str]:
    """Find the last extension: reason and new day, and the day that was due before."""
    index = max((i for i, e in enumerate(case.events) if e.action is Action.EXTEND), default=-1)
    if index < 0 or case.state not in OPEN:
        raise HandlerError("letter_no_extension", case=case.code)
    extended = case.events[index]
    before = [(event.facts or {}).get("due", "") for event in case.events[:index]]
    return {
        "ly_do": extended.note,
        "han_moi": _write_iso((extended.facts or {}).get("day", "")),
        "han_cu": _write_iso(next(filter(None, reversed(before)), "")),
    }


def _write_iso(day: str) -> str:
    return write_weekday(dt.date.fromisoformat(day)) if day else ""


_FIND = {
    LetterKind.RECEIPT: _find_receipt,
    LetterKind.ANSWER: _find_answer,
    LetterKind.APOLOGY: _find_apology,
}
