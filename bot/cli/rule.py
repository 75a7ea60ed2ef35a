"""`motcua rule`: by which day the office sends its periodic reports."""

import datetime as dt
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.reporting import RuleAdded, RuleRequest, add_rule, remove_rule
from handlers.reporting.words import describe_day, name_period, write_sending_day
from handlers.texts.forms import write_day
from knowledge.reporting import (
    LawGap,
    LawPeriod,
    Period,
    ReportPeriod,
    find_next_sending,
    list_law_gaps,
    list_law_periods,
)
from storage.values import Locality, ReportingRule

rules = typer.Typer(help="When periodic reports are sent.", no_args_is_help=True)
_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]


@rules.command("add")
@command
async def add(
    period: Annotated[
        str, typer.Option(help="month, quarter, half, nine_months or year (tháng, quý, 6 tháng …).")
    ],
    day: Annotated[int, typer.Option(help="The day of the month; 31 is its last day.")],
    basis: Annotated[str, typer.Option(help="The document that sets the day.")],
    months_after: Annotated[
        int, typer.Option(help="How many months after the period's last one that day lies.")
    ] = 0,
    valid_from: Annotated[
        dt.datetime | None,
        typer.Option("--from", formats=_FORMATS, help="For periods that end on this day or later."),
    ] = None,
    valid_to: Annotated[
        dt.datetime | None,
        typer.Option("--to", formats=_FORMATS, help="For periods that end on this day or before."),
    ] = None,
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
) -> None:
    """Enter by which day a report is sent; a later rule ends the one before it.

    Example: motcua rule add --period quarter --day 18 --basis "Công văn số 45/UBND-VP"
    """
    request = RuleRequest(period, day, basis, months_after, _as_day(valid_from), _as_day(valid_to))
    async with open_app(needs_embedder=False) as app:
        found = await pick_place(app, place)
        now = app.clock.now()
        added = await add_rule(app.database, found.id, request, now=now, by="motcua rule")
        _tell_added(added, found, today(app))


@rules.command("list")
@command
async def list_rules() -> None:
    """List the rules of the office, then what the law says of periodic reports.

    Example: motcua rule list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        places = {place.id: place for place in await work.localities.list_all()}
        found = await work.reporting_rules.of_localities(list(places))
    tell("rules_head" if found else "rules_none")
    for rule in found:
        _tell_rule(rule, places[rule.locality_id].name)
    tell("law_head")
    for law in list_law_periods():
        _tell_law(law)
    for gap in list_law_gaps():
        tell("law_gap", working_days=gap.working_days, **_facts_of(gap))


@rules.command("remove")
@command
async def remove(
    rule: Annotated[int, typer.Argument(help="The rule's number, as `rule list` shows it.")],
) -> None:
    """Remove a rule of the office.

    Example: motcua rule remove 1
    """
    async with open_app(needs_embedder=False) as app:
        removed = await remove_rule(app.database, rule, now=app.clock.now())
        async with app.database.read() as work:
            places = {place.id: place.name for place in await work.localities.list_all()}
    tell("rule_removed", rule=removed.id, place=places[removed.locality_id])


def _as_day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def _tell_added(added: RuleAdded, place: Locality, on: dt.date) -> None:
    rule, language = added.rule, terminal_language()
    tell(
        "rule_added",
        rule=rule.id,
        place=place.name,
        kind=say_here(f"kind_{rule.period}"),
        day=describe_day(rule, language),
        basis=rule.basis,
    )
    for ended in added.ended:
        assert ended.valid_to
        tell("rule_ended", rule=ended.id, last=write_day(ended.valid_to, language))
    if sending := find_next_sending(rule, on):
        period = ReportPeriod(Period(rule.period), sending.number, sending.year)
        day = write_sending_day(sending.day, language)
        tell("rule_next", day=day, period=name_period(period, language))
    if added.broken:
        tell("rule_too_soon", working_days=added.broken.working_days, basis=added.broken.basis)


def _tell_rule(rule: ReportingRule, place: str) -> None:
    tell(
        "rule_line",
        rule=rule.id,
        place=place,
        kind=say_here(f"kind_{rule.period}"),
        day=describe_day(rule, terminal_language()),
        basis=rule.basis,
        validity=_say_validity(rule),
    )


def _say_validity(rule: ReportingRule) -> str:
    language = terminal_language()
    first = write_day(rule.valid_from, language) if rule.valid_from else ""
    last = write_day(rule.valid_to, language) if rule.valid_to else ""
    if first and last:
        return say_here("rule_valid_between", first=first, last=last)
    if first:
        return say_here("rule_valid_from", first=first)
    return say_here("rule_valid_to", last=last) if last else ""


def _tell_law(law: LawPeriod) -> None:
    kind = say_here(f"kind_{law.period.value}")
    tell("law_period", kind=kind, first=law.first_day, last=law.last_day, **_facts_of(law))


def _facts_of(law: LawPeriod | LawGap) -> dict[str, str]:
    return {
        "basis": law.basis,
        "since": write_day(law.effective_from, terminal_language()),
        "known": say_here(f"law_known_{law.degree}"),
    }
