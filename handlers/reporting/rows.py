"""The rows of plans that want the report asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.library.scopes import Row
from handlers.reporting.asked import ReportAsked
from knowledge.plan import PlannedTask
from knowledge.reporting import (
    Duty,
    Fit,
    find_report_topic,
    fit_duty,
    read_duty,
    share_topic,
    words_about,
)

SAME_TOPIC = 0.6  # of its syllables that a row must speak of
NEAR_BEST = 0.9  # of what the best row speaks of it


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row that wants periodic reports, and how it answers for the period asked about."""

    row: Row
    duty: Duty
    fit: Fit

    @property
    def year(self) -> int:
        """The plan's year, 0 where it is not known."""
        return self.row.plan.facts.year or 0

    @property
    def is_task(self) -> bool:
        """Whether it is a task and no paragraph."""
        return isinstance(self.row.fact, PlannedTask)


def find_report_rows(asked: ReportAsked, rows: Iterable[Row]) -> list[ReportRow]:
    """Find the rows that want the report asked about: the best fit, in the latest plans.

    After those that give the day come those that only name the period.
    """
    wanting = [
        ReportRow(row, duty, fit_duty(duty, asked.period))
        for row in rows
        if (duty := read_duty(row.fact, year=row.plan.facts.year))
    ]
    found = _keep_subject(asked, wanting)
    latest = max((each.year for each in found), default=0)
    found = [each for each in found if each.year == latest]
    return _keep_best([each for each in found if each.is_task] or found)


def _keep_subject(asked: ReportAsked, found: Sequence[ReportRow]) -> list[ReportRow]:
    """Keep the rows that speak most of what the report is about, if any speaks enough of it."""
    topic = find_report_topic(asked.question)
    shares = [share_topic(topic, words_about(each.row.fact)) for each in found]
    least = max(SAME_TOPIC, NEAR_BEST * max(shares, default=0))
    return [each for each, share in zip(found, shares, strict=True) if share >= least]


def _keep_best(found: Sequence[ReportRow]) -> list[ReportRow]:
    """Keep the best fit; rows about reporting and nothing else before others."""
    best = min((each.fit for each in found), default=Fit.OTHER)
    wanted = (Fit.DAY, Fit.NAMED) if best is Fit.DAY else (best,)
    kept = [each for each in found if each.fit in wanted]
    subjects = [each for each in kept if each.duty.is_subject]
    if any(each.fit is best for each in subjects):
        kept = subjects
    return sorted(kept, key=lambda each: (each.fit, not each.duty.deadline.occurrences))
