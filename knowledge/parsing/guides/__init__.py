"""Guides: documents that give no work but answer questions."""

from dataclasses import replace

from knowledge.parsing.guides.naming import find_guide_year, is_guide, read_title, tidy_title
from knowledge.parsing.guides.reading import read_guide
from knowledge.parsing.layout import Blocks
from knowledge.plan import GUIDE, Plan


def as_guide(plan: Plan, blocks: Blocks) -> Plan:
    """Return a plan as it is; one that gives no work as a guide: no tasks, its own paragraphs.

    A guide holds for every year unless its title names one.
    """
    title = read_title(blocks, plan.title)
    if not is_guide(plan.tasks, plan.kind, title):
        return plan
    title = tidy_title(title, plan) if title else None
    return replace(
        plan,
        kind=plan.kind or GUIDE,
        title=title,
        year=find_guide_year(title),
        tasks=(),
        paragraphs=read_guide(blocks, title),
        warnings=(),
        skipped=(),
    )
