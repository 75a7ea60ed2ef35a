"""The task that a paragraph tells the circumstances of."""

from handlers.library.scopes import Row, Scope
from knowledge.fitting import find_partner
from knowledge.plan import PlannedParagraph, PlannedTask


def find_partner_of(row: Row, scope: Scope) -> PlannedTask | None:
    """Find the task of the same plan that a row's paragraph belongs to."""
    if not isinstance(row.fact, PlannedParagraph):
        return None
    return find_partner(
        row.fact,
        (
            each.fact
            for each in scope.rows.values()
            if each.plan.id == row.plan.id and isinstance(each.fact, PlannedTask)
        ),
    )
