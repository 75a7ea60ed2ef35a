"""Letters to the sender of a case, for who sits at the desk."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.moves import CaseDesk
from handlers.desk.cases.found import hold_case
from handlers.desk.visitor import Visitor
from handlers.letters import letter
from handlers.letters.letter import LetterKind
from handlers.texts import say
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a file."""

    name: str
    data: bytes


async def write_letter(
    work: Work,
    visitor: Visitor,
    *,
    desk: CaseDesk,
    code: str,
    kind: LetterKind,
    now: dt.datetime,
) -> Letter:
    """Write a letter, which is an event of the case; raise `HandlerError` where it cannot be."""
    found = await hold_case(work, visitor, desk, code)
    data = await letter.write_letter(work, desk, found.case, found.doer, kind, now=now)
    return Letter(say(f"desk_letter_{kind.value}", code=found.case.code), data)
