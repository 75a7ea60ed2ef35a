"""The words of a command taken apart: reason, recipient, number, day, signer, office, kind."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from handlers.casework.commands import Verb
from handlers.casework.days import find_day
from knowledge.cases.states import CaseKind
from knowledge.text import fold

Pieces = dict[str, str]
_EDGES = " \n\t,;.:–-"
_REASON = r"(?:voi )?ly do(?: la)?|reason|because|(?<!don )vi(?= [a-z])(?! tri| pham| the)"
_RECIPIENT = (
    r"noi nhan|noi co tham quyen(?: giai quyet)?|noi giai quyet|gui (?:den|toi|ve)|lien he|send to"
)
_LABELS = re.compile(rf"\b(?:(?P<text>{_REASON})|(?P<recipient>{_RECIPIENT}))\b\s*[:–-]?\s*")
_TOWARDS = re.compile(r"^(?:den|cho|sang|toi|ve|qua|to)\s+")
_UNTIL = re.compile(r"^(?:(?:den het|den|toi|sang|until|to)\s+)?(?:het )?(?:ngay\s+)?")
_DANGLING = re.compile(r"\s+(?:đến|den|tới|until)(?:\s+(?:hết|ngày|ngay))*\s*$", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:(?:van ban|cong van|thong bao|vb|cv|tb) )?(?:so|no\.?|number)\s*:?\s*(\d[\w/.&–-]*)"
)
_SIGNER = re.compile(
    r"\b(?:nguoi ky|do|ky boi|ky ten|ky|signed by|signer)\s*:?\s*"
    r"(.+?)(?:\s+ky)?(?=[,;]?\s+(?:so|ngay)\s*:?\s*\d|$)",
    re.DOTALL,
)
_SIGNED = re.compile(
    r"^(?:(?:van ban|cong van|thong bao|vb|cv|tb) )?"
    r"(?:(?:so|no|number)\b|ngay \d|(?:nguoi )?ky\b|dated\b|signed\b)"
)
_ASSIGN = re.compile(
    r"^(?:(?:va|roi|,|and)\s+)*(?:giao|phan cong|chuyen|assign)(?: luon)?(?:\s+(?:cho|den|to))?\s+"
)
_OFFICE_TAIL = re.compile(r"(?:\s+(?:xu ly|giai quyet|nhe|nha|giup|a|di|luon))*[\s.]*$")
_KINDS = (
    (CaseKind.SCENE, re.compile(r"\b(?:hien truong|scene)\b")),
    (CaseKind.CONDUCT, re.compile(r"\b(?:hanh vi|conduct)\b")),
    (CaseKind.RULE, re.compile(r"\b(?:quy dinh|rule)\b")),
    (CaseKind.PETITION, re.compile(r"\b(?:don|khieu nai|petition)\b")),
)


def read_pieces(verb: Verb, rest: str, today: dt.date) -> Pieces:
    """Read what stands behind the case in a command; what is not there is not in the answer."""
    if not rest:
        return {}
    found = _READERS[verb](rest, today) if verb in _READERS else {"text": rest}
    return {name: value for name, value in found.items() if value}


def read_piece(name: str, text: str, today: dt.date, *, is_past: bool = False) -> Pieces:
    """Read the answer to a question for one piece; empty where it cannot be read."""
    folded = fold(text)
    if name == "day":
        found = find_day(folded, today, is_past=is_past)
        return {"day": found[0].isoformat()} if found else {}
    if name == "kind":
        return _read_kind(text, today)
    if name in ("number", "signer"):
        signed = _read_signed(text, today)
        return signed if signed.get(name) else {name: _trim(text)}
    label = {"text": _REASON, "recipient": _RECIPIENT, "office": r"(?:giao )?cho"}.get(name)
    led = re.match(rf"(?:{label})\b\s*:?\s*", folded) if label else None
    rest = text[led.end() :] if led else text
    return {name: rest.strip() if name == "text" else _trim(rest)}


def _trim(text: str) -> str:
    return text.strip(_EDGES)


def _split(rest: str) -> Pieces:
    """Split by labels ("lý do: …, nơi nhận: …"); what comes before the first is "" ."""
    labels = list(_LABELS.finditer(fold(rest)))
    ends = [label.start() for label in labels[1:]] + [len(rest)]
    found = {"": _trim(rest[: labels[0].start()] if labels else rest)}
    for label, end in zip(labels, ends, strict=True) if labels else ():
        found.setdefault(str(label.lastgroup), rest[label.end() : end].strip(" \n\t,;–-"))
    return found


def _read_reason(rest: str, _today: dt.date) -> Pieces:
    found = _split(rest)
    return {"text": found.get("text") or found[""]}


def _read_refusal(rest: str, _today: dt.date) -> Pieces:
    found = _split(rest)
    return {"text": found.get("text") or found[""], "recipient": found.get("recipient", "")}


def _read_transfer(rest: str, _today: dt.date) -> Pieces:
    found = _split(rest)
    first, text = found[""], found.get("text", "")
    towards = _TOWARDS.match(fold(first))
    recipient = found.get("recipient") or (first[towards.end() :] if towards else "")
    if not towards and not found.get("recipient"):
        return {"text": text or first} if not text else {"recipient": first, "text": text}
    head, colon, tail = recipient.partition(":")
    return {
        "recipient": _trim(head if colon and not text else recipient),
        "text": text or _trim(tail),
    }


def _read_extension(rest: str, today: dt.date) -> Pieces:
    folded = fold(rest)
    found = find_day(folded, today, is_past=False)
    if not found:
        return _read_reason(rest, today)
    day, (start, end) = found
    lead = _UNTIL.match(folded)
    before = rest[lead.end() : start] if lead and lead.end() < start else ""
    before = _DANGLING.sub("", before)
    reason = _read_reason(f"{before} {rest[end:]}".strip(_EDGES), today)
    return {"day": day.isoformat(), **reason}


def _read_answer(rest: str, today: dt.date) -> Pieces:
    return _read_signed(rest, today) if _SIGNED.match(fold(rest)) else {"text": rest}


def _read_signed(rest: str, today: dt.date) -> Pieces:
    folded = fold(rest)
    number, signer = _NUMBER.search(folded), _SIGNER.search(folded)
    without = folded
    if number:
        without = folded[: number.start()] + " " * len(number[0]) + folded[number.end() :]
    day = find_day(without, today, is_past=True)
    return {
        "number": _trim(rest[number.start(1) : number.end(1)]) if number else "",
        "day": day[0].isoformat() if day else "",
        "signer": _trim(rest[signer.start(1) : signer.end(1)]) if signer else "",
    }


def _read_office(rest: str, _today: dt.date) -> Pieces:
    towards = _TOWARDS.match(fold(rest))
    office = rest[towards.end() :] if towards else rest
    tail = _OFFICE_TAIL.search(fold(office))
    return {"office": _trim(office[: tail.start()] if tail else office)}


def _read_accept(rest: str, today: dt.date) -> Pieces:
    led = _ASSIGN.match(fold(rest))
    return _read_office(rest[led.end() :], today) if led else {"odd": rest}


def _read_merge(rest: str, _today: dt.date) -> Pieces:
    return {"other": re.sub(r"^(?:vao|voi|cung|into|with)\s+", "", fold(rest)).strip(_EDGES)}


def _read_kind(rest: str, _today: dt.date) -> Pieces:
    folded = fold(rest)
    return next(({"kind": kind.value} for kind, words in _KINDS if words.search(folded)), {})


def _read_value(rest: str, _today: dt.date) -> Pieces:
    return {"number": _trim(re.sub(r"^(?:la|is)\s+", "", rest))}


def _read_approval(rest: str, today: dt.date) -> Pieces:
    return _read_signed(rest, today) if _SIGNED.match(fold(rest)) else {"odd": rest}


_READERS: Mapping[Verb, Callable[[str, dt.date], Pieces]] = {
    Verb.ACCEPT: _read_accept,
    Verb.ASSIGN: _read_office,
    Verb.TRANSFER: _read_transfer,
    Verb.REFUSE: _read_refusal,
    Verb.SEND_ON: _read_reason,
    Verb.RETURN_DRAFT: _read_reason,
    Verb.DECLINE_EXTENSION: _read_reason,
    Verb.ASK_EXTENSION: _read_extension,
    Verb.EXTEND: _read_extension,
    Verb.ANSWER: _read_answer,
    Verb.APPROVE: _read_approval,
    Verb.MERGE: _read_merge,
    Verb.CLASSIFY: _read_kind,
    Verb.INCOMING: _read_value,
    Verb.OUTGOING: _read_value,
    Verb.PORTAL: _read_value,
}
