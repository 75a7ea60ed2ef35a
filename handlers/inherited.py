"""What holds in a place: its own setting, else that of the nearest place above which has one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.cases.terms import TermRule
from storage.localities import climb
from storage.own_settings import APPROVER, PUBLICITY, find_nearest
from storage.values import AnswerTemplate, Locality, OwnSettings, ReportingRule
from storage.work import Work

GREETING = "chat.greeting"  # kept beside the profile's lines, which every turn has at hand


@dataclass(frozen=True, slots=True)
class Held:
    """A setting as it holds: its value and the number of the place that has set it."""

    value: Any = None
    place_id: int | None = None


async def find_ladder(work: Work, place_id: int) -> Held:
    """Find when a place's offices are told, as a table; None: as usual."""
    return _find(place_id, await work.localities.list_own_settings(), _read_ladder)


async def find_approver(work: Work, place_id: int) -> Held:
    """Find the role that approves a place's answers; None: as the installation has set."""
    return _find(place_id, await work.localities.list_own_settings(), _read_approver)


async def find_publicity(work: Work, place_id: int) -> Held:
    """Find whether everybody may read how fast a place answers; None: as usual, nobody."""
    return _find(place_id, await work.localities.list_own_settings(), _read_publicity)


def _read_publicity(place: OwnSettings) -> bool | None:
    return place.options.get(PUBLICITY)


def _read_ladder(place: OwnSettings) -> Mapping[str, Any] | None:
    return place.ladder


def _read_approver(place: OwnSettings) -> str | None:
    return place.options.get(APPROVER)


def _find(place_id: int, places: Mapping[int, OwnSettings], read: Any) -> Held:
    found = find_nearest(place_id, places, read)
    return Held(*found) if found else Held()


def find_greeting(place: Locality, places: Sequence[Locality]) -> Held:
    """Find what an office adds to the assistant's first words."""
    for each in (place, *climb(place.id, {each.id: each for each in places})):
        if text := each.profile.get(GREETING):
            return Held(text, each.id)
    return Held()


async def list_term_rules(work: Work, place_id: int) -> Sequence[TermRule]:
    """List the terms of cases that offices have entered, the nearest place's first."""
    ids = await list_climbed(work, place_id)
    found = await work.case_terms.rules_of(ids)
    return [rule for each in ids for rule in found[each]]


async def list_reporting_rules(work: Work, place_id: int) -> Sequence[ReportingRule]:
    """List the rules by which a place sends its reports: its own, else those above it."""
    ids = await list_climbed(work, place_id)
    return pick_reporting_rules(ids, await work.reporting_rules.of_localities(ids))


def pick_reporting_rules(
    place_ids: Sequence[int], rules: Sequence[ReportingRule]
) -> Sequence[ReportingRule]:
    """Pick from the rules of some places, nearest first, those of the first that has any."""
    kept = ([rule for rule in rules if rule.locality_id == each] for each in place_ids)
    return next(filter(None, kept), [])


async def list_answer_templates(work: Work, place_id: int) -> Sequence[AnswerTemplate]:
    """List the words that answers of a place may begin from: its own, then those above it."""
    ids = await list_climbed(work, place_id)
    found = await work.answer_templates.of_localities(ids)
    return sorted(found, key=lambda each: ids.index(each.locality_id))


async def list_climbed(work: Work, place_id: int) -> list[int]:
    """List the numbers of a place and of those above it, nearest first."""
    return [place_id, *(each.id for each in await work.localities.ancestors(place_id))]
