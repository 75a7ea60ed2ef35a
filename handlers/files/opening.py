"""Who may open a file that came with a message."""

import datetime as dt

from handlers.cases.access import may_see
from handlers.cases.moves import CaseDesk
from handlers.texts.forms import local_day
from storage.values import Address, StoredFile
from storage.work import Work


async def may_open(work: Work, asker: Address, file: StoredFile, *, on: dt.date) -> bool:
    """Tell whether somebody may open a file: who sent it, and officials who may see its case."""
    if asker == file.owner:
        return True
    case = await work.cases.get(file.case_id) if file.case_id else None
    person = await work.people.find(asker, on=on) if case else None
    return case is not None and may_see(person, case)


async def note_opening(
    work: Work, desk: CaseDesk, asker: Address, file: StoredFile, *, now: dt.datetime
) -> bool:
    """Note in a case's history that an official opens its file; tell whether that may be."""
    case = await work.cases.get(file.case_id) if file.case_id else None
    person = await work.people.find(asker, on=local_day(now)) if case else None
    if case is None or not may_see(person, case):
        return False
    await desk.read(work, case, desk.find_doer(case, None, person), now=now)
    return True
