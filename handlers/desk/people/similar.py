"""Offices of similar names: made one, or said to be two, by a clerk at the desk."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.people.trail import Act, about_office, begin, get_office
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.texts.forms import local_day
from storage.values import OfficeLoad
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two offices that may be one, with what tells them apart."""

    id: int
    name: str
    holders: tuple[str, ...]
    load: OfficeLoad


@dataclass(frozen=True, slots=True)
class Pair:
    """Two offices whose names may mean one; `share` is how alike they are, in percent."""

    one: Twin
    other: Twin
    share: int


async def list_similar(work: Work, visitor: Visitor, *, now: dt.datetime) -> tuple[Pair, ...]:
    """List the pairs that nobody has settled, the most alike first."""
    visitor.check(Power.VIEW_PEOPLE)
    today, place_id = local_day(now), visitor.place.id
    found = await work.office_merges.propose(place_id, on=today)
    holders = await work.people.holders(on=today, locality_id=place_id)
    loads = await work.office_loads.of_place(place_id, on=today)

    def twin(id_: int, name: str) -> Twin:
        held = tuple(each.person.name for each in holders.get(id_, ()))
        return Twin(id_, name, held, loads.get(id_, OfficeLoad()))

    return tuple(
        Pair(
            twin(pair.office.id, pair.office.name),
            twin(pair.other.id, pair.other.name),
            round(pair.score * 100),
        )
        for pair in found
    )


async def merge_offices(
    work: Work, visitor: Visitor, office_id: int, into_id: int, *, now: dt.datetime
) -> None:
    """Make two offices one: holders, due days, cases and names pass to the one kept."""
    await begin(work, visitor)
    office = await get_office(work, visitor, office_id)
    into = await get_office(work, visitor, into_id)
    await work.office_merges.merge(office.id, into.id)
    old, new = {"name": office.name, "id": office.id}, {"name": into.name}
    subject = about_office(into.id)
    await note_change(work, visitor, Act.OFFICE_MERGED, subject, now=now, old=old, new=new)


async def keep_apart(
    work: Work, visitor: Visitor, office_id: int, other_id: int, *, now: dt.datetime
) -> None:
    """Say that two offices are two; they are not proposed again."""
    await begin(work, visitor)
    office = await get_office(work, visitor, office_id)
    other = await get_office(work, visitor, other_id)
    await work.office_merges.mark_distinct(office.id, other.id)
    for one, two in ((office, other), (other, office)):
        subject, new = about_office(one.id), {"name": two.name}
        await note_change(work, visitor, Act.OFFICES_DISTINCT, subject, now=now, new=new)
