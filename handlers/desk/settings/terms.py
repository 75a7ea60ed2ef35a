"""How long the office has for each kind of case: by law, its own rule or that of a place above."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.own_terms import LONGEST_BASIS, check_term_rule
from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last_of
from handlers.desk.settings.known import find_term, say_term
from handlers.desk.settings.setting import save
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.inherited import list_climbed
from handlers.texts import say
from handlers.texts.forms import capital
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule, find_rule
from knowledge.text import clean
from storage.work import Work


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term as it holds; `source` names the place that has set it, empty for the usual one."""

    kind: CaseKind
    term: TermKind
    name: str
    days: int
    basis: str
    source: str
    is_own: bool
    is_law: bool


@dataclass(frozen=True, slots=True)
class TermsView:
    """All terms, and what was changed last; `above` names the nearest place above."""

    lines: tuple[TermLine, ...]
    above: str
    last: tuple[tuple[str, ChangeLine], ...]


async def read_terms(work: Work, visitor: Visitor) -> TermsView:
    """Read the terms that hold in the visitor's place."""
    visitor.check(Power.VIEW_SETTINGS)
    ids = await list_climbed(work, visitor.place.id)
    names = {place.id: place.name for place in await work.localities.list_all()}
    rules = await work.case_terms.rules_of(ids)
    owned = [(each, rule) for each in ids for rule in rules[each]]
    lines = []
    for kind in CaseKind:
        for term in TermKind:
            mine = ((id_, r) for id_, r in owned if (r.kind, r.term) == (kind, term))
            place_id, rule = next(mine, (0, find_rule(kind, term)))
            is_own = place_id == visitor.place.id
            lines.append(_line(rule, names.get(place_id, ""), is_own=is_own))
    above = names[ids[1]] if len(ids) > 1 else ""
    return TermsView(tuple(lines), above, await find_last_of(work, visitor, "term"))


def _line(rule: TermRule, source: str, *, is_own: bool) -> TermLine:
    return TermLine(
        kind=rule.kind,
        term=rule.term,
        name=capital(say_term(rule.kind, rule.term)),
        days=rule.working_days,
        basis=rule.basis or say("term_own"),
        source=source,
        is_own=is_own,
        is_law=rule.is_law,
    )


async def save_term(
    work: Work,
    visitor: Visitor,
    line: TermLine,
    *,
    days: int | None,
    basis: str,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Set a term of the office's own in place of the line seen; it holds for terms to come."""
    visitor.check(Power.EDIT_SETTINGS)
    basis = clean(basis)
    if len(basis) > LONGEST_BASIS:
        raise HandlerError("rule_basis_long", most=LONGEST_BASIS)
    check_term_rule(TermRule(line.kind, line.term, days or 0, basis))
    value = {"days": days, "basis": basis}
    setting = find_term(line.kind, line.term)
    await save(work, visitor, setting, value, seen=_seen(line), now=now, overwrite=overwrite)


async def drop_term(
    work: Work, visitor: Visitor, line: TermLine, *, now: dt.datetime, overwrite: bool = False
) -> None:
    """Set no term of its own any more: what holds above or by law holds here."""
    setting = find_term(line.kind, line.term)
    await save(work, visitor, setting, None, seen=_seen(line), now=now, overwrite=overwrite)


def _seen(line: TermLine) -> dict[str, object] | None:
    return {"days": line.days, "basis": line.basis} if line.is_own else None
