"""By which days the office sends its reports: its own rules, else those of a place above."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last
from handlers.desk.settings.known import BY, RULES, say_validity
from handlers.desk.settings.setting import begin, note
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.inherited import list_reporting_rules
from handlers.reporting.rules import RuleRequest, drop_rule, enter_rule
from handlers.reporting.words import describe_day, name_law
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day
from knowledge.reporting import LawPeriod, Period, find_next_sending, list_law_periods
from storage.values import ReportingRule
from storage.work import Work

PERIODS = tuple(Period)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as people read it; `coming` is the next day that it gives."""

    id: int
    kind: str
    day: str
    basis: str
    validity: str
    coming: str


@dataclass(frozen=True, slots=True)
class LawLine:
    """What the law says of a periodic report's data."""

    kind: str
    first: int
    last: int
    basis: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """The rules that hold; `source` names the place above that has set them, empty for own."""

    rules: tuple[RuleLine, ...]
    source: str
    law: tuple[LawLine, ...]
    last: tuple[tuple[str, ChangeLine], ...]


async def read_rules(work: Work, visitor: Visitor, *, now: dt.datetime) -> RulesView:
    """Read the rules by which the visitor's place sends its reports."""
    visitor.check(Power.VIEW_SETTINGS)
    rules = await list_reporting_rules(work, visitor.place.id)
    is_from_above = bool(rules) and rules[0].locality_id != visitor.place.id
    source = (await work.localities.get(rules[0].locality_id)).name if is_from_above else ""
    lines = tuple(_line(rule, local_day(now)) for rule in rules)
    return RulesView(lines, source, _list_law(), await find_last(work, visitor, [RULES]))


def _list_law() -> tuple[LawLine, ...]:
    return tuple(_law_line(law) for law in list_law_periods())


def _law_line(law: LawPeriod) -> LawLine:
    kind = capital(say(f"kind_{law.period.value}"))
    return LawLine(kind, law.first_day, law.last_day, name_law(law, "vi"))


def _line(rule: ReportingRule, today: dt.date) -> RuleLine:
    coming = find_next_sending(rule, today)
    return RuleLine(
        id=rule.id,
        kind=capital(say(f"kind_{rule.period}")),
        day=capital(describe_day(rule, "vi")),
        basis=rule.basis,
        validity=say_validity(rule).lstrip(" ;,"),
        coming=write_day(coming.day) if coming else "",
    )


async def add_rule(work: Work, visitor: Visitor, request: RuleRequest, *, now: dt.datetime) -> str:
    """Enter a rule of the place's own; say what the law has against it, if anything."""
    held = await begin(work, visitor, RULES)
    try:
        added = await enter_rule(work, visitor.place.id, request, now=now, by=BY)
    except HandlerError as error:
        if error.code == "rule_overlaps":
            raise HandlerError("desk_rule_overlaps") from error
        raise
    await note(work, visitor, RULES, held, now=now)
    if added.broken is None:
        return ""
    gap = added.broken
    return say("rule_too_soon", working_days=gap.working_days, basis=gap.basis)


async def remove_rule(work: Work, visitor: Visitor, rule_id: int, *, now: dt.datetime) -> None:
    """Remove a rule of the place's own, with the due days that it gave."""
    held = await begin(work, visitor, RULES)
    rule = await work.reporting_rules.find(rule_id)
    if rule is None or rule.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    await drop_rule(work, rule_id, now=now)
    await note(work, visitor, RULES, held, now=now)
