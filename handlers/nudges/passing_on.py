"""Who passes on what somebody without chat is to be told, and what an office has open."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from handlers.people.directory import Directory
from storage.values import DueDay, DueState, Office, Person
from storage.work import Work


def find_passers(directory: Directory, person: Person, office_id: int | None) -> Sequence[Person]:
    """Give who is told in a person's place: the office's head with chat, else the clerks."""
    heads = _list_reached(directory.find_heads(office_id), but=person)
    return heads or _list_reached(directory.clerks, but=person)


def _list_reached(people: Sequence[Person], *, but: Person) -> list[Person]:
    return [each for each in people if each.has_chat and each.id != but.id]


async def list_by_office(
    work: Work, directory: Directory, until: dt.date
) -> Mapping[Office, Sequence[DueDay]]:
    """List what each office has open up to a day, overdue items too; idle offices are left out."""
    found: dict[int, list[DueDay]] = defaultdict(list)
    for due in await work.due_days.until(until, locality_id=directory.place.id):
        if due.state is DueState.OPEN and due.office_id:
            found[due.office_id].append(due)
    known = directory.offices
    return {known[id_]: items for id_, items in found.items() if id_ in known}
