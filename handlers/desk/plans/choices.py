"""What a clerk chooses from for a row of a plan: offices, reporting rules."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.plans.decisions import list_chosen
from handlers.desk.plans.listing import find_own_plan
from handlers.desk.visitor import Power, Visitor
from handlers.inherited import list_reporting_rules
from handlers.reporting.words import describe_day
from handlers.texts import say
from handlers.texts.forms import capital, local_day
from storage.values import Locality, Office, ReportingRule
from storage.work import Work

LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """An office that may answer for a row, with who holds it."""

    name: str
    holders: tuple[str, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class OfficeChoices:
    """The offices of the place, those chosen for a row, and what its plan writes."""

    offices: tuple[OfficeChoice, ...]
    chosen: tuple[str, ...]


async def list_offices(
    work: Work, visitor: Visitor, plan_id: int, row: int, *, now: dt.datetime
) -> OfficeChoices:
    """List the offices of the place that may answer for a row of its plan."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    today, place = local_day(now), visitor.place
    held = await work.people.holders(on=today, locality_id=place.id)
    offices = [
        OfficeChoice(
            office.name,
            tuple(each.person.name for each in held.get(office.id, ())),
            office.is_group,
        )
        for office in await work.offices.list_all(place.id)
        if _is_open(office, today)
    ]
    chosen = await list_chosen(work, visitor, plan_id, row)
    named_last = sorted(offices, key=lambda each: (not each.holders, each.name))
    return OfficeChoices(tuple(named_last), tuple(chosen))


def _is_open(office: Office, today: dt.date) -> bool:
    return office.valid_to is None or office.valid_to >= today


async def list_rules(
    work: Work, visitor: Visitor, *, now: dt.datetime
) -> tuple[tuple[int, str], ...]:
    """List the reporting rules of the place that hold, by number and in words."""
    visitor.check(Power.EDIT_PLANS)
    place: Locality = visitor.place
    rules = await list_reporting_rules(work, place.id)
    today = local_day(now)
    return tuple((rule.id, _word_rule(rule)) for rule in rules if _holds(rule, today))


def _holds(rule: ReportingRule, today: dt.date) -> bool:
    return rule.valid_to is None or rule.valid_to >= today


def _word_rule(rule: ReportingRule) -> str:
    return capital(
        say(
            "desk_plan_rule",
            LANGUAGE,
            kind=say(f"kind_{rule.period}", LANGUAGE),
            day=describe_day(rule, LANGUAGE),
            basis=rule.basis,
        )
    )
