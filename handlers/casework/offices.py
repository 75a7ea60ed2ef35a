"""The office that an official means, by name, other name, or the person who holds it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.offices import ALIKE, score_names
from knowledge.text import fold
from storage.offices import office_key
from storage.values import Case, Office
from storage.work import Work

MOST_OFFERED = 4
SURE = 0.95  # of `score_names`: the same words, at most without "phòng" or "ban"


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """The office meant, or those that may be."""

    office: Office | None = None
    offered: tuple[Office, ...] = ()


async def list_units(work: Work, locality_id: int, *, on: dt.date | None = None) -> list[Office]:
    """List the offices of a place that may be given a case: no groups."""
    return [each for each in await work.offices.list_all(locality_id, on=on) if not each.is_group]


async def find_office(work: Work, case: Case, name: str, *, on: dt.date) -> FoundOffice:
    """Find the office of a case's place that a name means; else the nearest ones."""
    found = await work.offices.find(case.locality_id, name, on=on)
    if found and not found.is_group:
        return FoundOffice(found)
    units = await list_units(work, case.locality_id, on=on)
    if found:
        members = tuple(unit for unit in units if unit.id in found.member_ids)
        return FoundOffice(offered=(members or tuple(units))[:MOST_OFFERED])
    scored = _score_units(units, name, place=case.locality)
    sure = [unit for score, unit in scored if score >= SURE]
    if len(sure) == 1:
        return FoundOffice(sure[0])
    near = [unit for score, unit in scored if score >= ALIKE]
    near = near or await _find_held(work, units, name, on=on)
    near = [unit for unit in near if unit.id != case.complained_office_id]
    return FoundOffice(offered=tuple(near[:MOST_OFFERED]))


def _score_units(units: Sequence[Office], name: str, *, place: str) -> list[tuple[float, Office]]:
    key = office_key(name)
    scored = [
        (max(_score(name, key, each, place) for each in (unit.name, *unit.aliases)), unit)
        for unit in units
    ]
    return sorted(scored, key=lambda each: -each[0])


def _score(name: str, key: str, written: str, place: str) -> float:
    """Score two names; one that stands in the other whole is near enough to ask."""
    score = score_names(name, written, place=place)
    is_part = len(key) > 2 and f" {key} " in f" {office_key(written)} "
    return max(score, ALIKE) if is_part else score


async def _find_held(
    work: Work, units: Sequence[Office], name: str, *, on: dt.date
) -> list[Office]:
    """Find the offices of an officer named: "anh Hùng"."""
    words = [word for word in fold(name).split() if word not in ("anh", "chi", "ong", "ba", "co")]
    if not words or len(words) == len(name.split()) == 1:
        return []
    holders = await work.people.holders(on=on)
    return [
        unit
        for unit in units
        if any(
            fold(holder.person.name).split()[-len(words) :] == words
            for holder in holders.get(unit.id, ())
        )
    ]


async def is_held(work: Work, office_id: int, *, on: dt.date) -> bool:
    """Tell whether somebody with a chat answers for an office."""
    holders = await work.people.holders(on=on)
    return any(holder.person.addresses for holder in holders.get(office_id, ()))
