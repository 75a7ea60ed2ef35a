"""Terms of cases that an office may set of its own."""

from handlers.errors import HandlerError
from knowledge.cases.terms import TermRule, find_rule

MOST_DAYS = 250  # working days, a year
LONGEST_BASIS = 300


def check_term_rule(rule: TermRule) -> None:
    """Raise `HandlerError` for a term without a basis, of no length, or longer than by law."""
    if not 1 <= rule.working_days <= MOST_DAYS:
        raise HandlerError("case_term_days", days=rule.working_days, most=MOST_DAYS)
    if not rule.basis:
        raise HandlerError("case_term_basis")
    law = find_rule(rule.kind, rule.term)
    if law.is_law and rule.working_days > law.working_days:
        raise HandlerError("case_term_beyond_law", most=law.working_days, basis=law.basis)
