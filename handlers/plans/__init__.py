"""Plans: read, added as drafts, checked, corrected, confirmed by a clerk, replaced, removed."""

from handlers.plans.fixing import read_changes
from handlers.plans.outcomes import word_confirmation, word_fix
from handlers.plans.publishing import Publication, word_publication
from handlers.plans.service import Plans, preview
from handlers.plans.values import Confirmation, Fix, ImportReport, Outcome
from handlers.plans.wording import word_report

__all__ = [
    "Confirmation",
    "Fix",
    "ImportReport",
    "Outcome",
    "Plans",
    "Publication",
    "preview",
    "read_changes",
    "word_confirmation",
    "word_fix",
    "word_publication",
    "word_report",
]
