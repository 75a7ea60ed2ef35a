"""The rules of an office on when it sends its reports: entered, ended by newer ones, removed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from handlers.errors import HandlerError
from handlers.plans.due_days import replan_below
from handlers.texts.forms import write_day
from knowledge.reporting import (
    LAST_DAY,
    MOST_MONTHS_AFTER,
    LawGap,
    Period,
    SendingRule,
    do_overlap,
    find_broken_gap,
)
from knowledge.text import clean, fold
from storage.database import Database
from storage.values import CancelReason, NewReportingRule, ReportingRule
from storage.work import Work

LONGEST_BASIS = 300
LARGEST_ID = 2**63 - 1
_WORDS = {
    "thang": Period.MONTH,
    "quy": Period.QUARTER,
    "6 thang": Period.HALF,
    "nua nam": Period.HALF,
    "9 thang": Period.NINE_MONTHS,
    "nam": Period.YEAR,
}


@dataclass(frozen=True, slots=True)
class RuleRequest:
    """A rule as a clerk enters it; see `NewReportingRule`."""

    period: str
    day: int
    basis: str
    months_after: int = 0
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RuleAdded:
    """A rule entered, those that it has ended, and the rule of law that it comes too soon for."""

    rule: ReportingRule
    ended: tuple[ReportingRule, ...]
    broken: LawGap | None


async def add_rule(
    database: Database, locality_id: int, request: RuleRequest, *, now: dt.datetime, by: str
) -> RuleAdded:
    """Enter a rule; one that begins later ends those before it, any other clash is refused.

    Raise `HandlerError` for what no calendar has, and `rule_overlaps` for a clash.
    """
    new = _read(locality_id, request, now=now, by=by)
    async with database.write() as work:
        return await _enter(work, new, now=now)


async def enter_rule(
    work: Work, locality_id: int, request: RuleRequest, *, now: dt.datetime, by: str
) -> RuleAdded:
    """Enter a rule as `add_rule` does, in a transaction that has begun."""
    return await _enter(work, _read(locality_id, request, now=now, by=by), now=now)


async def _enter(work: Work, new: NewReportingRule, *, now: dt.datetime) -> RuleAdded:
    await work.localities.bump_index(new.locality_id)  # first, as it makes a second writer wait
    known = await work.reporting_rules.of_localities([new.locality_id])
    ended = await _end_earlier(work, new, [rule for rule in known if do_overlap(rule, new)])
    rule = await work.reporting_rules.add(new)
    await _follow(work, new.locality_id, now=now)
    return RuleAdded(rule, ended, find_broken_gap(rule, year=now.year))


async def _follow(work: Work, locality_id: int, *, now: dt.datetime) -> None:
    """Bring the due days of a place up to date, and of those below it, which go by its rules."""
    await replan_below(work, locality_id, now=now, reason=CancelReason.CORRECTED)


async def restore_rules(
    work: Work, locality_id: int, rules: Sequence[NewReportingRule], *, now: dt.datetime
) -> None:
    """Let a place have these rules and no others; those that it has already stay as they are."""
    await work.localities.bump_index(locality_id)
    held = {_as_new(each): each.id for each in await _list_own(work, locality_id)}
    for new in held.keys() - set(rules):
        await work.reporting_rules.remove(held[new])
    for new in rules:
        if new not in held:
            await work.reporting_rules.add(new)
    await _follow(work, locality_id, now=now)


async def list_own_rules(work: Work, locality_id: int) -> Sequence[NewReportingRule]:
    """List the rules that a place has entered, without their numbers."""
    return [_as_new(each) for each in await _list_own(work, locality_id)]


async def _list_own(work: Work, locality_id: int) -> Sequence[ReportingRule]:
    return await work.reporting_rules.of_localities([locality_id])


def _as_new(rule: ReportingRule) -> NewReportingRule:
    return NewReportingRule(
        **{each.name: getattr(rule, each.name) for each in fields(NewReportingRule)}
    )


async def remove_rule(database: Database, rule_id: int, *, now: dt.datetime) -> ReportingRule:
    """Remove a rule, and the due days that it gave.

    Raise `HandlerError("rule_unknown")` where there is none.
    """
    async with database.write() as work:
        return await drop_rule(work, rule_id, now=now)


async def drop_rule(work: Work, rule_id: int, *, now: dt.datetime) -> ReportingRule:
    """Remove a rule as `remove_rule` does, in a transaction that has begun."""
    known = 0 < rule_id <= LARGEST_ID
    rule = await work.reporting_rules.find(rule_id) if known else None
    if rule is None:
        raise HandlerError("rule_unknown", rule=rule_id)
    await work.reporting_rules.remove(rule_id)
    await work.localities.bump_index(rule.locality_id)
    await _follow(work, rule.locality_id, now=now)
    return rule


async def _end_earlier(
    work: Work, new: NewReportingRule, others: Sequence[ReportingRule]
) -> tuple[ReportingRule, ...]:
    """Let rules that the new one follows hold until the day before it begins."""
    for rule in others:
        if new.valid_from is None or not _follows(new, rule):
            raise HandlerError("rule_overlaps", rule=rule.id)
    ended = []
    for rule in others:
        assert new.valid_from is not None
        last = new.valid_from - dt.timedelta(1)
        await work.reporting_rules.end(rule.id, last)
        ended.append(replace(rule, valid_to=last))
    return tuple(ended)


def _follows(new: SendingRule, old: SendingRule) -> bool:
    """Say whether a rule begins after another and lasts as long, so that it takes its place."""
    starts = (new.valid_from or dt.date.min) > (old.valid_from or dt.date.min)
    return starts and (new.valid_to or dt.date.max) >= (old.valid_to or dt.date.max)


def _read(locality_id: int, request: RuleRequest, *, now: dt.datetime, by: str) -> NewReportingRule:
    _refuse_impossible(request)
    return NewReportingRule(
        locality_id=locality_id,
        period=_read_period(request.period).value,
        day=request.day,
        months_after=request.months_after,
        basis=_read_basis(request.basis),
        valid_from=request.valid_from,
        valid_to=request.valid_to,
        written_at=now,
        written_by=by,
    )


def _read_period(name: str) -> Period:
    wanted = " ".join(fold(clean(name)).split())
    codes = {period.value: period for period in Period}
    found = _WORDS.get(wanted) or codes.get(wanted.replace("-", "_").replace(" ", "_"))
    if found is None:
        raise HandlerError("rule_period_unknown", name=clean(name)[:40], known=", ".join(codes))
    return found


def _refuse_impossible(request: RuleRequest) -> None:
    if not 1 <= request.day <= LAST_DAY:
        raise HandlerError("rule_day_impossible", day=request.day)
    if not 0 <= request.months_after <= MOST_MONTHS_AFTER:
        raise HandlerError(
            "rule_months_impossible", months=request.months_after, most=MOST_MONTHS_AFTER
        )
    first, last = request.valid_from, request.valid_to
    if first and last and first > last:
        raise HandlerError("rule_backwards", first=write_day(first), last=write_day(last))


def _read_basis(text: str) -> str:
    basis = clean(text).rstrip(" .;,")
    if not basis:
        raise HandlerError("rule_basis_empty")
    if len(basis) > LONGEST_BASIS:
        raise HandlerError("rule_basis_long", most=LONGEST_BASIS)
    return basis
