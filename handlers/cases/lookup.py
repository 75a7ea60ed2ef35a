"""Looking a case up by its code: forgiving of typing, not of guessing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.case_codes import find_code, looks_like_code
from storage.values import Address, Case
from storage.work import Work

MOST_MISSES = 10  # an hour, by one
MOST_MISSES_OF_ALL = 300  # then who has missed once this hour is asked to wait
MOST_MISSES_AT_LAST = 3000  # then everybody but senders: a code has 25 bits beside its day
_EVERYBODY = "case codes"


class Outcome(StrEnum):
    """What came of looking up."""

    FOUND = "found"
    UNKNOWN = "unknown"
    WRONG = "wrong"  # no code can be written so
    LIMITED = "limited"
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class LookUp:
    """What came of looking up; `case` only where it was found."""

    outcome: Outcome
    code: str = ""
    case: Case | None = None


async def look_up(
    work: Work, text: str, key: str, *, now: dt.datetime, sender: Address | None = None
) -> LookUp:
    """Find the case whose code a text holds; `key` names who asks (an address, a network).

    A mistyped code says nothing of what exists. Known or not, the same statements are run; only
    misses count towards the limits, which a case's own sender does not meet. Somebody who guesses
    from many places must not shut the others out, who type a code they hold.
    """
    code = find_code(text)
    if code is None:
        return LookUp(Outcome.WRONG if looks_like_code(text) else Outcome.NO_CODE)
    asker = f"{_EVERYBODY} {key}"
    is_spent = await _is_spent(work, asker, now=now)
    case = await work.cases.find(code)
    kind = "missed" if case is None else "found"
    for counted in (asker, _EVERYBODY):
        await work.tries.count(counted if kind == "missed" else f"{counted} {kind}", now=now)
    if case and case.sender == sender:
        return LookUp(Outcome.FOUND, code, case)
    if is_spent:
        return LookUp(Outcome.LIMITED, code)
    return LookUp(Outcome.FOUND, code, case) if case else LookUp(Outcome.UNKNOWN, code)


async def _is_spent(work: Work, asker: str, *, now: dt.datetime) -> bool:
    is_crowded = await work.tries.is_spent(_EVERYBODY, MOST_MISSES_OF_ALL, now=now)
    has_missed = await work.tries.is_spent(asker, 1 if is_crowded else MOST_MISSES, now=now)
    return has_missed or await work.tries.is_spent(_EVERYBODY, MOST_MISSES_AT_LAST, now=now)
