"""A question about a periodic report, with the period that it means."""

import datetime as dt
from dataclasses import dataclass

from knowledge.questions.language import Language
from knowledge.questions.understanding import Question
from knowledge.reporting import ReportPeriod, find_report_period


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """The question, the period of the report that it means, and the day it is asked on."""

    question: Question
    period: ReportPeriod
    today: dt.date

    @property
    def language(self) -> Language:
        """The language to answer in."""
        return self.question.language

    def find_years(self, plan_year: int = 0) -> list[int]:
        """Return the years that may be meant: the one named, else the plan's and today's."""
        if self.period.year:
            return [self.period.year]
        return list(dict.fromkeys([plan_year or self.today.year, self.today.year]))


def read_asked(question: Question, today: dt.date) -> ReportAsked:
    """Read which report a question is about."""
    return ReportAsked(question, find_report_period(question, today), today)
