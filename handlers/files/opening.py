"""Who may open a file that came with a message."""

import datetime as dt

from handlers.cases.access import may_see
from handlers.cases.moves import CaseDesk
from handlers.texts.forms import local_day
from knowledge.cases.steps import Action
from storage.values import Address, Person, StoredFile
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
    person = await work.people.find(asker, on=local_day(now)) if file.case_id else None
    return await note_opening_by(work, desk, person, file, now=now)


async def note_opening_by(
    work: Work,
    desk: CaseDesk,
    person: Person | None,
    file: StoredFile,
    *,
    now: dt.datetime,
    within: dt.timedelta | None = None,
) -> bool:
    """Note that an official opens a file, wherever they do; tell whether that may be.

    It is noted once `within` a while where the case itself was opened in it.
    """
    case = await work.cases.get(file.case_id) if file.case_id else None
    if case is None or person is None or not may_see(person, case):
        return False
    opened = [event.at for event in case.sources(Action.READ) if event.person_id == person.id]
    if within is None or not opened or now - opened[-1] > within:
        await desk.read(work, case, desk.find_doer(case, None, person), now=now)
    return True
