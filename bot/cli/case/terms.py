"""`motcua case term`: the office's own terms, with the document that sets them."""

from typing import Annotated

import typer

from bot.cli.case.group import Place, terms
from bot.cli.frame import command, open_app, pick_place, say_here, tell
from handlers.cases.own_terms import check_term_rule
from handlers.inherited import list_term_rules
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule, find_rule


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
    rules = [TermRule(each, term, days, basis.strip()) for each in ([kind] if kind else CaseKind)]
    for rule in rules:
        check_term_rule(rule)
    async with open_app(needs_embedder=False) as app:
        here, now = await pick_place(app, place), app.clock.now()
        async with app.database.write() as work:
            for rule in rules:
                await work.case_terms.set_rule(here.id, rule, by="motcua case term", now=now)
    for rule in rules:
        tell("case_term_set", place=here.name, **_words(rule))


@terms.command("list")
@command
async def list_terms(place: Place = None) -> None:
    """List the terms that hold, each with its basis.

    Example: motcua case term list
    """
    async with open_app(needs_embedder=False) as app:
        here = await pick_place(app, place)
        async with app.database.read() as work:
            own = await list_term_rules(work, here.id)
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
