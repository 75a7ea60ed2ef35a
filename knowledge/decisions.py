"""What a clerk decides on a row of a plan, as typed: who answers for it, its rule, its own plan."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.text import clean, fold

LONGEST = 400  # characters
_ROW = (
    r"(?:(?:viec|nhiem vu|dong|task|row)(?: so)? (?P<row>\d{1,4})"
    r" (?:(?:cua|trong|thuoc|of|in) )?(?:ke hoach|kh|plan)(?: so)? (?P<plan>\d{1,9}))"
)
_GIVEN = re.compile(
    rf"(?:giao|phan cong|chuyen|assign|give) {_ROW}(?: (?:cho|den|sang|to) (?P<offices>.+)"
    r"| (?:nhu|theo)(?: trong)? ke hoach(?: ghi)?| as planned)"
)
_RULED = re.compile(
    rf"{_ROW}(?: (?:lam|thuc hien|bao cao|gui|ap dung|by|follows))*"
    r"(?: theo)?(?: quy dinh| rule)(?: so)? (?P<rule>\d{1,9})"
)
_DAY = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
_DAY_IN_WORDS = r"(?P<day_>\d{1,2}) thang (?P<month_>\d{1,2}) nam (?P<year_>\d{4})"
_SEPARATE = re.compile(
    rf"{_ROW}(?: (?:da|duoc|co|ban hanh|theo|tai|o|has|its|own))*"
    r"(?: (?:ke hoach|van ban|quyet dinh|plan)(?: rieng)?)?(?: so)? (?P<number>\d+ ?/ ?[\w./-]+)"
    rf"(?:,? (?:ngay|of) (?:{_DAY}|{_DAY_IN_WORDS}))?"
)
_JOINT = re.compile(r"\s*(?:[,;]|\bvà\b|\bva\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a row, counted from 1; `offices` as typed, "" those that the plan names.

    One of `offices` (not None), `rule` and `number` says what.
    """

    plan_id: int
    row: int
    offices: str | None = None
    rule: int | None = None
    number: str = ""
    day: dt.date | None = None


def read_decision(text: str) -> Decision | None:
    """Read a clerk's decision on a row; None where the words are none, or name no real day."""
    plain, text = fold(clean(text)).rstrip(" .!?"), clean(text)
    if len(text) > LONGEST:
        return None
    if found := _GIVEN.fullmatch(plain):
        start, end = found.span("offices")
        offices = text[start:end] if len(plain) <= len(text) and start >= 0 else ""
        return Decision(int(found["plan"]), int(found["row"]), offices=offices)
    if found := _RULED.fullmatch(plain):
        return Decision(int(found["plan"]), int(found["row"]), rule=int(found["rule"]))
    found = _SEPARATE.fullmatch(plain)
    return _read_separate(found, text) if found else None


def _read_separate(found: re.Match[str], text: str) -> Decision | None:
    start, end = found.span("number")
    number = "".join(text[start:end].split()).upper()
    decision = Decision(int(found["plan"]), int(found["row"]), number=number)
    written = [found["day"] or found["day_"], found["month"] or found["month_"]]
    year = found["year"] or found["year_"]
    if year is None:
        return decision
    try:
        day = dt.date(int(year), int(written[1]), int(written[0]))
    except ValueError:
        return None
    return Decision(decision.plan_id, decision.row, number=number, day=day)


def split_offices(text: str, known: Mapping[str, str]) -> tuple[Sequence[str], Sequence[str]]:
    """Split typed names of offices; return those `known` (name by folded name), and the others.

    A name may have "và" and commas of its own, so that the longest known one counts.
    """
    pieces = list(_JOINT.finditer(text))
    starts = [0, *(joint.end() for joint in pieces)]
    ends = [*(joint.start() for joint in pieces), len(text)]
    found, missing, at = [], [], 0
    while at < len(starts):
        for last in range(len(ends) - 1, at - 1, -1):
            if name := known.get(fold(text[starts[at] : ends[last]]).strip(" .")):
                found.append(name)
                at = last
                break
        else:
            missing.append(text[starts[at] : ends[at]])
        at += 1
    return found, [name for name in missing if name.strip()]
