"""`motcua case term`: the office's own terms, with the document that sets them."""

from typing import Annotated

import typer

from bot.cli.case.group import Place, terms
from bot.cli.frame import command, open_app, pick_place, say_here, tell
from handlers.errors import HandlerError
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule, find_rule

MOST_DAYS = 250  # working days, a year


@terms.command("set")
@command
async def set_term(
    days: Annotated[int, typer.Option(help="Working days; the first day is not counted.")],
    basis: Annotated[str, typer.Option(help="The document that sets the term.")],
    term: Annotated[TermKind, typer.Option(help="What the term is for.")] = TermKind.HANDLING,
    kind: Annotated[
        CaseKind | None, typer.Option(help="The kind of case; all if not given.")
    ] = None,
    place: Place = None,
) -> None:
    """Enter a term of the office's own; it holds for terms that begin from now on.

    Example: motcua case term set --kind scene --days 7 --basis "Quyết định số 12/QĐ-UBND"
    """
    if not 1 <= days <= MOST_DAYS:
        raise HandlerError("case_term_days", days=days, most=MOST_DAYS)
    if not basis.strip():
        raise HandlerError("case_term_basis")
    rules = [TermRule(each, term, days, basis.strip()) for each in ([kind] if kind else CaseKind)]
    async with open_app(needs_embedder=False) as app:
        here, now = await pick_place(app, place), app.clock.now()
        async with app.database.write() as work:
            for rule in rules:
                _refuse_beyond_law(rule)
                await work.case_terms.set_rule(here.id, rule, by="motcua case term", now=now)
    for rule in rules:
        tell("case_term_set", place=here.name, **_words(rule))


def _refuse_beyond_law(rule: TermRule) -> None:
    law = find_rule(rule.kind, rule.term)
    if law.is_law and rule.working_days > law.working_days:
        raise HandlerError("case_term_beyond_law", most=law.working_days, basis=law.basis)


@terms.command("list")
@command
async def list_terms(place: Place = None) -> None:
    """List the terms that hold, each with its basis.

    Example: motcua case term list
    """
    async with open_app(needs_embedder=False) as app:
        here = await pick_place(app, place)
        async with app.database.read() as work:
            own = await work.case_terms.rules(here.id)
    for kind in CaseKind:
        for term in TermKind:
            tell("case_term_line", **_words(find_rule(kind, term, own)))


def _words(rule: TermRule) -> dict[str, str | int]:
    return {
        "kind": say_here(f"case_kind_{rule.kind.value}"),
        "term": say_here(f"case_term_{rule.term.value}"),
        "days": rule.working_days,
        "basis": rule.basis or say_here("term_own"),
    }
